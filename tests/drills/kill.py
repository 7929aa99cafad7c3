"""Kills publishers at random moments while visitors come."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from plugins.releases.log import LOG
from plugins.releases.log_signature import LOG_SIGNATURE
from plugins.releases.place import CURRENT
from plugins.releases.verify_disk import verify_folder
from tests.drills.load import Counted, Load
from tests.drills.portal import Portal, address, served
from tests.drills.report import Figure, NotPossibleError, none_of
from tests.drills.visits import Counts, Visitors, assets_of, pages_in

DOES: Final = """\
`release` and `rollback` are killed (SIGKILL, with all that they have started) at random moments, a third of them counted from the start of the command, a third from the moment when files are staged, a third from the moment when the release is whole and nobody sees it yet.
After each kill what is there is verified, and the next `release` or `rollback` has to do its work.
Meanwhile nginx, with what `configure` writes, serves the portal to wrk over connections that stay, and to visitors who compare each manifest, page and file with the releases that there are: torn is what belongs to no release, a step back what belongs only to one before the last that the visitor has seen; files that a page names are asked for again after the next release, too.
"""
_KILLS: Final = 200
_ARTICLES: Final = 60
# Between two questions of a connection, so that publishers have a share of the processor too.
_PAUSE: Final = 4
_ROLLBACKS: Final = 3
_EDITS: Final = 10**6
_BELONG: Final = {CURRENT, "releases", LOG, LOG_SIGNATURE}
_PHASES: Final = ("building", "staging", "taken in, not yet shown", "shown")


@dataclass
class Killed:
    """How many were killed when, and what did not go on as it should."""

    phases: Counter[str] = field(default_factory=Counter)
    tasks: Counter[str] = field(default_factory=Counter)
    faults: int = 0
    stuck: int = 0
    left: int = 0


class Killer:
    """Whoever kills publishers of a portal."""

    def __init__(self, portal: Portal, chance: Random) -> None:
        self.portal = portal
        self.killed = Killed()
        self._chance = chance
        self._lasts = {task: self._timed(task) for task in ("release", "rollback")}

    def round(self, number: int) -> None:
        """Kill one publisher, and let the next do its work."""
        task = "rollback" if number % _ROLLBACKS == _ROLLBACKS - 1 else "release"
        while not self._kill(task):
            # It was faster; and whoever goes back again and again is at the first release at last.
            self.portal.release()
        self.killed.faults += self._faults()

    def go_on(self, number: int) -> None:
        """Publish after a kill, now one way, now the other."""
        # No edit twice, and no two steps back: there has to be something to publish.
        self.portal.edit(_EDITS + number)
        goes_back = number % 2 and number % _ROLLBACKS != _ROLLBACKS - 1
        done = self.portal.call("rollback" if goes_back else "release")
        self.killed.stuck += done.code != 0
        there = {one.name for one in self.portal.place.folder.iterdir()}
        self.killed.left += len(there - _BELONG)
        self.killed.faults += self._faults()

    def _timed(self, task: str) -> tuple[float, ...]:
        """How long a command takes from each of the moments on."""
        self.portal.edit(len(task))
        before = self.portal.place.current
        process = self._start(task)
        moments = []
        for has_come in self._moments(before):
            self._wait(process, has_come)
            moments.append(time.monotonic())
        assert process.wait() == 0, task
        return tuple(time.monotonic() - one for one in moments)

    def _kill(self, task: str) -> bool:
        """Whether a publisher was killed before it had done its work."""
        self.portal.edit(self._chance.randrange(_EDITS))
        before = self.portal.place.current
        has_come, lasts = self._chance.choice(
            [*zip(self._moments(before), self._lasts[task], strict=True)]
        )
        process = self._start(task)
        self._wait(process, has_come)
        time.sleep(self._chance.uniform(0, lasts))
        # All that it has started is killed with it.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        if process.wait() != -signal.SIGKILL:
            return False
        self.killed.tasks[task] += 1
        self.killed.phases[self._phase(before)] += 1
        return True

    def _moments(self, before: int) -> tuple[Callable[[], bool], ...]:
        """What tells that a publisher has begun, has files staged, and has a whole release."""
        place = self.portal.place
        return (lambda: True, place.staging.exists, lambda: place.seqs[-1] > before)

    def _start(self, task: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.portal.command(task),
            cwd=self.portal.site.folder,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _wait(self, process: subprocess.Popen[bytes], has_come: Callable[[], bool]) -> None:
        while process.poll() is None and not has_come():
            time.sleep(0.001)

    def _phase(self, before: int) -> str:
        """What a publisher was about that was killed."""
        place = self.portal.place
        if place.staging.exists():
            return "staging"
        if place.current > before:
            return "shown"
        return "taken in, not yet shown" if max(place.seqs) > place.current else "building"

    def _faults(self) -> int:
        report = verify_folder(self.portal.place.folder, self.portal.verifier())
        return len(report.findings)


def drill(
    folder: Path, chance: Random, kills: int = _KILLS, articles: int = _ARTICLES
) -> Sequence[Figure]:
    """Kill so many publishers of a portal of so many articles."""
    if os.name != "posix":
        raise NotPossibleError("a system with SIGKILL")
    portal = Portal(folder, articles)
    portal.release()
    with served(portal.site) as ports:
        pages = pages_in(portal.place.link)
        load = Load(ports.trusted, _paths(portal, pages), folder, pause=_PAUSE)
        visitors = Visitors(address(ports), pages, portal.place, chance)
        visitors.start()
        try:
            killer = Killer(portal, chance)
            for number in range(kills):
                killer.round(number)
                visitors.look_back()
                killer.go_on(number)
                visitors.look_back()
            counted = load.end()
        finally:
            visitors.end()
            load.stop()
    return figures(killer.killed, counted, visitors.counts)


def _paths(portal: Portal, pages: Sequence[str]) -> list[str]:
    """What everybody comes for: the pages, and the files of the theme, which no edit changes."""
    home = (portal.place.link / "index.html").read_text(encoding="utf-8")
    theme = [one for one in assets_of("index.html", home) if one.startswith("giao-dien/")]
    addresses = [one.removesuffix("index.html") for one in pages]
    return [f"/{one}" for one in (*addresses, *theme)]


def figures(killed: Killed, load: Counted, seen: Counts) -> list[Figure]:
    """What became of it."""
    tasks = ", ".join(f"{name} {count}" for name, count in sorted(killed.tasks.items()))
    return [
        Figure("killed", f"{killed.tasks.total():,} ({tasks})"),
        *(Figure(f"killed while: {name}", f"{killed.phases[name]:,}") for name in _PHASES),
        none_of("next publishers that did not do their work", killed.stuck),
        none_of("things that a killed one left and the next did not clear away", killed.left),
        none_of("faults that `verify` finds on the disk", killed.faults),
        Figure("answers to wrk", f"{load.answers:,} ({load.rate:,.0f} a second)"),
        none_of("of them other than 200", load.wrong),
        none_of("connections that broke", load.broken),
        Figure("visits that were compared", f"{seen.visits:,}, with {seen.assets:,} files"),
        Figure("times that a visitor saw a new release", f"{seen.releases:,}"),
        none_of("answers other than 200", seen.wrong),
        none_of("torn pages, files or manifests", seen.torn),
        none_of("missing files", seen.missing),
        none_of("steps back", seen.back),
    ]
