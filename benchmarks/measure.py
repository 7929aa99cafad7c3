"""Measures a command as a whole process (not on Windows, which does not tell such figures).

Run as a module it starts the command and prints what it cost. This small process in between
keeps the memory of the caller out: a child counts what its parent held when it was started.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Timer
from typing import Final

_LONGEST_RUN: Final = 3600
_ROOT: Final = Path(__file__).resolve().parents[1]


class CommandFailedError(Exception):
    """A measured command did not end with 0: what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU and wall seconds of a process and all that it started, peak MB of the largest one."""

    cpu: float
    wall: float
    peak: float

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak))

    def times(self, count: float) -> Cost:
        """What so many runs of the like cost, one after the other."""
        return Cost(self.cpu * count, self.wall * count, self.peak)


def measure(command: Sequence[str]) -> Cost:
    """What one run of `command` costs."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.measure", *command],
        cwd=_ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise CommandFailedError(f"{' '.join(command)}\n{done.stderr}")
    return Cost(**json.loads(done.stdout))


def least(costs: Sequence[Cost]) -> Cost:
    """The least CPU and wall seconds: what disturbs a run only adds to them; and the highest peak."""
    return Cost(
        min(cost.cpu for cost in costs),
        min(cost.wall for cost in costs),
        max(cost.peak for cost in costs),
    )


def _main(command: Sequence[str]) -> int:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=sys.stderr)
    # Hugo waits for ever after some errors in a template.
    limit = Timer(_LONGEST_RUN, process.kill)
    limit.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    limit.cancel()
    # Kilobytes on Linux; the figures hold the children that the process has waited for.
    cost = Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
    sys.stdout.write(json.dumps(asdict(cost)))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
