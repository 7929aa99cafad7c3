"""Releases a repository twice, in two places and under other conditions, and compares."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.reproduce.comparing import contents, differences
from tests.reproduce.conditions import FIRST, SECOND, Conditions

_WITNESS = Path(__file__).with_name("witness.py")
# A copy keeps no times of files: these are of 2001.
_LONG_AGO = 1_000_000_000
_MADE = ("output", "site", "archives")


@dataclass(frozen=True)
class Made:
    """Where a release was made, under which conditions, and what came of it."""

    witness: Mapping[str, object]
    files: Mapping[str, tuple[str, bytes]]


@dataclass(frozen=True)
class Trial:
    """Two releases of the same."""

    first: Made
    second: Made

    @property
    def differences(self) -> list[str]:
        """Where they are not the same."""
        return differences(self.first.files, self.second.files)

    @property
    def same_conditions(self) -> list[str]:
        """What could not be made to differ here."""
        return [
            name for name, seen in self.first.witness.items() if self.second.witness[name] == seen
        ]


def reproduce(root: Path, work: Path, clock: str) -> Trial:
    """Release the repository at `root` where it is, and then a copy of it."""
    # Another user has to reach what is its own there.
    work.chmod(0o711)
    one, other = work / "one", work / "another" / "much" / "deeper"
    key = one / "home" / "key"
    key.parent.mkdir(parents=True)
    FIRST.run([sys.executable, "tasks.py", "release-key", "--key", str(key)], root, key.parent)
    first = _released(root, one, FIRST, clock)
    copied(root, other / "copy of it")
    shutil.copytree(key.parent, other / "home")
    return Trial(first, _released(other / "copy of it", other, _allowed(other), clock))


def copied(root: Path, to: Path) -> None:
    """Copy what git knows of a repository, and the same commit, with other times of all files."""
    subprocess.run(["git", "clone", "-q", "--no-checkout", str(root), str(to)], check=True)
    names = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, names):
        if (root / name).is_symlink() or (root / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, to / name, follow_symlinks=False)
            os.utime(to / name, (_LONG_AGO, _LONG_AGO), follow_symlinks=False)
    _git(to, "reset", "-q")


def _git(folder: Path, *words: str) -> str:
    command = ["git", "-C", str(folder), *words]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def _allowed(folder: Path) -> Conditions:
    """The other conditions; with this user where nobody can become another."""
    SECOND.hand_over(folder)
    try:
        SECOND.run([sys.executable, "-c", "import msgspec"], folder, folder / "home")
    except (OSError, subprocess.CalledProcessError):
        replace(SECOND, user=os.geteuid()).hand_over(folder)
        return replace(SECOND, user=None)
    return SECOND


def _released(root: Path, work: Path, under: Conditions, clock: str) -> Made:
    """Release a repository into new folders in `work`, without anything kept from before."""
    home = work / "home"
    witness = under.run([sys.executable, str(_WITNESS)], root, home)
    options = {
        "--output": work / "output",
        "--cache": work / "cache",
        "--to": work / "site",
        "--archive": work / "archives",
        "--key": home / "key",
        "--clock": clock,
        "--jobs": under.jobs,
    }
    words = [str(word) for pair in options.items() for word in pair]
    under.run([sys.executable, "tasks.py", "release", *words], root, home)
    files = {
        f"{name}/{path}": found for name in _MADE for path, found in contents(work / name).items()
    }
    return Made({**json.loads(witness), "processes": under.jobs}, files)
