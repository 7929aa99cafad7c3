"""Releases this repository twice and compares: `python -m tests.reproduce`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from plugins.languages.clock import TIME_ZONE
from tests.reproduce.trial import Trial, reproduce

_ROOT = Path(__file__).resolve().parents[2]
_MOST_TOLD = 20
_SAME = 0
_DIFFERENT = 1
_FAILED = 3


def main() -> int:
    """Print what was varied and what is different; the exit code says whether something is."""
    clock = datetime.now(TIME_ZONE).strftime("%Y-%m-%dT%H:%M")
    with tempfile.TemporaryDirectory() as work:
        try:
            trial = reproduce(_ROOT, Path(work), clock)
        except (OSError, subprocess.CalledProcessError) as error:
            sys.stderr.write(f"{error}\n{getattr(error, 'stderr', '')}\n")
            return _FAILED
    sys.stdout.write(report(trial))
    return _DIFFERENT if trial.differences else _SAME


def report(trial: Trial) -> str:
    """What was varied, what was compared, and what is different."""
    same = trial.same_conditions
    lines = [
        f"{name}: {'NOT VARIED, ' if name in same else ''}{seen} | {trial.second.witness[name]}"
        for name, seen in trial.first.witness.items()
    ]
    size = sum(len(data) for _, data in trial.first.files.values())
    found = trial.differences
    lines += found[:_MOST_TOLD]
    lines.append(f"{len(trial.first.files)} files and folders, {size} bytes: {len(found)} differ")
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
