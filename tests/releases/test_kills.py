"""Whatever kills a publisher, and whenever: visitors see a whole release."""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from plugins.releases.log import read_log
from tests.releases.conftest import Desk

_KILLS = 25
_PAGES = 10


class _Visitor(threading.Thread):
    """Somebody who looks at two pages of the release that is current, again and again."""

    def __init__(self, current: Path) -> None:
        super().__init__()
        self.current = current
        self.faults: list[str] = []
        self.numbers: list[int] = []
        self.is_done = False

    def run(self) -> None:
        while not self.is_done:
            try:
                # As a server does: the link is followed once for an answer.
                release = self.current.resolve(strict=True)
                pages = [(release / f"{name}/index.html").read_text() for name in ("p0", "p9")]
            except OSError as error:
                self.faults.append(str(error))
                continue
            if pages[0] != pages[1]:
                self.faults.append(f"torn: {pages}")
            self.numbers.append(int(release.name))
            # Others want the processor too.
            time.sleep(0.001)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_visitors_see_whole_releases_while_publishers_are_killed(desk: Desk) -> None:
    """At random moments of publishing; the next one goes on, and no number comes twice."""
    desk.keep = _KILLS + 10
    desk.build({f"p{number}/index.html": "<p>0</p>" for number in range(_PAGES)})
    started = time.monotonic()
    desk.publish()
    longest = time.monotonic() - started
    visitor = _Visitor(desk.current)
    visitor.start()
    chance, killed = random.Random(6), 0
    try:
        for round_ in range(1, _KILLS + 1):
            desk.build({f"p{number}/index.html": f"<p>{round_}</p>" for number in range(_PAGES)})
            killed += _publish_and_kill(desk, chance.uniform(0, longest))
            assert desk.verify().findings == []
    finally:
        visitor.is_done = True
        visitor.join()
    desk.build({"p0/index.html": "<p>x</p>"})
    last = desk.publish()

    assert visitor.faults == []
    assert killed
    assert visitor.numbers == sorted(visitor.numbers)
    assert last is not None
    seqs = [entry.seq for entry in read_log(desk.place.log)]
    assert seqs == sorted(set(seqs))
    assert last.seq == seqs[-1] == desk.place.current
    assert desk.verify().findings == []


def _publish_and_kill(desk: Desk, seconds: float) -> bool:
    """Publish in another process, and kill it after so many seconds; whether it still ran."""
    child = os.fork()
    if not child:
        try:
            desk.publish()
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
