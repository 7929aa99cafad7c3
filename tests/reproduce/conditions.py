"""Two sets of conditions that differ in all that must not matter."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SHUFFLED = Path(__file__).parent / "shuffled"
# The library of Debian's package 'faketime', which tells a program another time.
_FAKETIME = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
_NOBODY = 65_534
# What of this process could take away a difference.
_FORGOTTEN = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "PYTHONPATH", "SOURCE_DATE_EPOCH")


@dataclass(frozen=True)
class Conditions:
    """How a release is made: in which environment, with which mask, by whom, by how many."""

    environment: Mapping[str, str]
    mask: int
    jobs: int
    user: int | None = None

    def run(self, command: Sequence[str], folder: Path, home: Path) -> str:
        """What a command writes; CalledProcessError where it fails."""
        kept = {name: value for name, value in os.environ.items() if name not in _FORGOTTEN}
        own = {"PYTHONUTF8": "1", "HOME": str(home), "TMPDIR": str(home)}
        done = subprocess.run(
            [*self._becoming, *command],
            cwd=folder,
            env={**kept, **own},
            umask=self.mask,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    @property
    def _becoming(self) -> Sequence[str]:
        """What a command begins with: to be run by the user, who may read the program all the same."""
        # Only then the environment: what tells another time remembers who has begun.
        environment = ("env", *(f"{name}={value}" for name, value in self.environment.items()))
        if self.user is None:
            return environment
        ids = (f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups")
        reading = (f"--{kind}-caps=+dac_read_search" for kind in ("inh", "ambient"))
        return ("setpriv", *ids, *reading, *environment)

    def hand_over(self, folder: Path) -> None:
        """Give a folder with all in it to the user."""
        if self.user is None:
            return
        for place in (folder, *folder.rglob("*")):
            if not place.is_symlink():
                shutil.chown(place, self.user, self.user)


FIRST = Conditions(
    environment={
        "TZ": "Asia/Ho_Chi_Minh",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "vi",
        "PORTAL_LANG": "vi",
        "PYTHONHASHSEED": "1",
        "LOGNAME": "first",
    },
    mask=0o022,
    jobs=1,
)
SECOND = Conditions(
    environment={
        "TZ": "America/St_Johns",
        "LC_ALL": "tr_TR.UTF-8",
        "LANGUAGE": "tr",
        "PORTAL_LANG": "en",
        "PYTHONHASHSEED": "4242",
        "LOGNAME": "second",
        "PYTHONPATH": str(_SHUFFLED),
        # Only what the clock says: how long something takes stays as it is.
        "LD_PRELOAD": str(_FAKETIME[0]) if _FAKETIME else "",
        "FAKETIME": "+5y",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_DISABLE_SHM": "1",
    },
    mask=0o077,
    jobs=3,
    user=_NOBODY if os.geteuid() == 0 else None,
)
