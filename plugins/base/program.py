"""A fingerprint of the program, so that nothing that an older one has made is taken for new."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

_PLUGINS: Final = Path(__file__).resolve().parents[1]


@cache
def program(*packages: str) -> str:
    """Stands for Python, all installed libraries, and the modules and data of `packages`."""
    folders = [_PLUGINS / package for package in packages or (".",)]
    files = sorted(path for folder in folders for path in folder.rglob("*.*") if _counts(path))
    made = hashlib.sha256(f"{sys.version}\n{' '.join(_libraries())}".encode())
    for path in files:
        made.update(path.relative_to(_PLUGINS).as_posix().encode() + b"\0" + path.read_bytes())
    return made.hexdigest()


def _counts(path: Path) -> bool:
    return path.suffix in (".py", ".json") and path.is_file()


def _libraries() -> Iterable[str]:
    """The names and versions of all that is installed."""
    folder = sysconfig.get_paths()["purelib"]
    return sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
