"""Takes from publishers what they need: room on the disk, leave to write, being alone, the time."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final

from plugins.languages.clock import parse_clock
from plugins.releases.archive import ENDING
from plugins.releases.manifest import LIFETIME, moment_text
from plugins.releases.publish import current_manifest
from plugins.releases.verify_disk import verify_folder
from tests.conftest import CLOCK, Outcome
from tests.drills.portal import Portal
from tests.drills.report import Figure, NotPossibleError, all_of, none_of

DOES: Final = """\
The folder of the releases, that of the build and that of the archives are small file systems (tmpfs), which are full at different points, out of places for files, or read-only.
Each time the command has to end with 3, name the place in a sentence, and leave to visitors a whole release that is no older; with room again the next call does its work.
Then two publish at once, and the clock is set back.
"""
_SIZE: Final = 64_000_000
_ARTICLES: Final = 10
_POINTS: Final = 12
_FULL: Final = 3


@dataclass
class Told:
    """How calls ended, and what was wrong with it."""

    ended: dict[int, int] = field(default_factory=dict)
    unclear: int = 0
    faults: int = 0
    stuck: int = 0


class Trial:
    """Calls in a portal whose disks have no room."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self.told = Told()
        # No edit twice: a release with nothing new needs no room.
        self._number = 100 * (1 + portal.place.current)

    def call(self, task: str, folder: Path, *options: str) -> None:
        """Call while `folder` has no room, and look at what is left."""
        self._number += 1
        self.portal.edit(self._number)
        before = self.portal.place.current
        done = self.portal.call(task, *options)
        self.told.ended[done.code] = self.told.ended.get(done.code, 0) + 1
        self.told.unclear += not _is_clear(done, folder)
        self.told.faults += self.faults() + (self.portal.place.current < before)

    def go_on(self, *options: str) -> None:
        """Call with room again."""
        self._number += 1
        self.portal.edit(self._number)
        done = self.portal.call("release", *options)
        self.told.stuck += done.code != 0
        self.told.faults += self.faults()

    def faults(self) -> int:
        """How much of what visitors see is not as it was published."""
        return len(verify_folder(self.portal.place.folder, self.portal.verifier()).findings)


def _is_clear(done: Outcome, folder: Path) -> bool:
    """Whether a call did its work, or says in a sentence which place had no room."""
    if done.code == 0:
        return True
    is_plain = "Traceback" not in done.stderr
    return done.code == _FULL and is_plain and folder.name in done.stderr.splitlines()[-1]


def drill(folder: Path, chance: Random, points: int = _POINTS) -> Sequence[Figure]:
    """Take from publishers what they need, the room at so many points."""
    with ExitStack() as mounted:
        site, output, archives = (
            mounted.enter_context(small(folder / name)) for name in ("site", "output", "archives")
        )
        portal = Portal(folder, _ARTICLES)
        for number in range(2):
            portal.edit(number)
            portal.release()
        found = [
            *_full("releases", at_points(portal, site, chance, points)),
            *_full("releases, no places for files", _without_places(portal, site, chance)),
            *_full("releases, read-only", read_only(portal, site)),
            *_full("build", at_points(portal, output, chance, points // 4, ("release",))),
            *_full("archives", _archives(portal, archives)),
        ]
        return [*found, *two_at_once(portal), *clock_set_back(portal)]


def _full(where: str, told: Told) -> list[Figure]:
    """The figures of one place without room."""
    ended = ", ".join(f"{count} with {code}" for code, count in sorted(told.ended.items()))
    return [
        Figure(f"{where}: calls that ended", ended, "3, or 0 where it sufficed"),
        none_of(f"{where}: that did not say so plainly", told.unclear),
        none_of(f"{where}: faults for visitors", told.faults),
        none_of(f"{where}: next calls that did not do their work", told.stuck),
    ]


def at_points(
    portal: Portal,
    folder: Path,
    chance: Random,
    points: int,
    tasks: Sequence[str] = ("release", "rollback"),
) -> Told:
    """With room for nothing, for all, and for random parts of what is written."""
    trial = Trial(portal)
    used = shutil.disk_usage(folder).used
    rooms = [0, *(chance.randrange(used // 2) for _ in range(points - 2)), used]
    for room in rooms:
        with _with_room(folder, room):
            for task in tasks:
                trial.call(task, folder)
        trial.go_on()
    return trial.told


def _without_places(portal: Portal, folder: Path, chance: Random) -> Told:
    """With room for bytes, and for a few files only."""
    trial = Trial(portal)
    for _ in range(3):
        there = os.statvfs(folder)
        used = there.f_files - there.f_ffree
        _with_option(trial, folder, f"nr_inodes={used + chance.randrange(40)}", "nr_inodes=100000")
    return trial.told


def read_only(portal: Portal, folder: Path) -> Told:
    trial = Trial(portal)
    _with_option(trial, folder, "ro", "rw")
    return trial.told


def _with_option(trial: Trial, folder: Path, taking: str, giving: str) -> None:
    """Mounted as one option says, and again as the other does."""
    _remount(folder, taking)
    for task in ("release", "rollback"):
        trial.call(task, folder)
    _remount(folder, giving)
    trial.go_on()


def _archives(portal: Portal, folder: Path) -> Told:
    """An archive without its signature, or half of one, counts as a fault."""
    trial = Trial(portal)
    option = ("--archive", folder.name)
    for room in (0, 20_000):
        with _with_room(folder, room):
            trial.call("release", folder, *option)
            trial.told.faults += len([*folder.glob(f"*{ENDING}*")])
        trial.go_on(*option)
        for path in folder.iterdir():
            path.unlink()
    return trial.told


def two_at_once(portal: Portal) -> list[Figure]:
    """The second while the first builds."""
    portal.edit(10**4)
    command = portal.command("release")
    with subprocess.Popen(command, cwd=portal.site.folder, stderr=subprocess.PIPE) as first:
        assert first.stderr
        # It has the folder to itself when it begins to read.
        first.stderr.readline()
        second = portal.call("release")
        first.stderr.read()
    plain = "phát hành khác" in second.stderr and "Traceback" not in second.stderr
    return [
        Figure(
            "two at once: the first ended with", str(first.returncode), "0", not first.returncode
        ),
        Figure(
            "two at once: the second ended with",
            f"{second.code}, {'plainly' if plain else 'and did not say why'}",
            "3, plainly",
            plain and second.code == _FULL,
        ),
    ]


def clock_set_back(portal: Portal) -> list[Figure]:
    """By an hour, by years, and right again after it ran ahead."""
    now = parse_clock(CLOCK)
    found = []
    for number, clock in enumerate((now - timedelta(hours=1), now + timedelta(days=1000), now)):
        # The last time with nothing new: what would not expire for years is made anew.
        if clock != now:
            portal.edit(number)
        before = portal.place.current
        done = portal.call("release", clock=clock.isoformat())
        made = current_manifest(portal.place)
        is_right = (
            done.code == 0
            and made is not None
            and made.seq > before
            and (made.created, made.expires) == (moment_text(clock), moment_text(clock + LIFETIME))
        )
        found.append(is_right)
    before = portal.place.current
    portal.edit(1)
    refused = portal.call("release", clock="2020-01-01T00:00")
    return [
        all_of(
            "clock an hour back, years ahead, right again: number rises, 30 days to live",
            sum(found),
            3,
        ),
        Figure(
            "clock before the date of all texts",
            f"ended with {refused.code}, {'released' if portal.place.current > before else 'refused'}",
            "1, refused: too many pages lost",
            refused.code == 1 and portal.place.current == before,
        ),
    ]


@contextmanager
def small(folder: Path) -> Iterator[Path]:
    """A small file system in a folder."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError as error:
        raise NotPossibleError("the command 'mount'") from error
    if done.returncode:
        raise NotPossibleError(f"a small file system, which needs root: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def _with_room(folder: Path, room: int) -> Iterator[None]:
    """A file system in which no more than so many bytes are free."""
    # A size of 0 would be none at all.
    _remount(folder, f"size={max(1, shutil.disk_usage(folder).used + room)}")
    try:
        yield
    finally:
        _remount(folder, f"size={_SIZE}")


def _remount(folder: Path, option: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{option}", str(folder)], check=True)
