"""A fingerprint of the program, so that nothing that an older one has made is taken for new."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

_PLUGINS: Final = Path(__file__).resolve().parents[1]


@cache
def program(*packages: str) -> str:
    """Stands for Python, all installed libraries, and the modules and data of `packages`."""
    made = hashlib.sha256(f"{sys.version}\n{' '.join(_libraries())}".encode())
    digests = _digests()
    for package in packages or sorted(digests):
        made.update(package.encode() + b"\0" + digests[package])
    return made.hexdigest()


@cache
def _digests() -> Mapping[str, bytes]:
    """What stands for the modules and data of each package; each file is read once."""
    made: defaultdict[str, Any] = defaultdict(hashlib.sha256)
    for path in sorted(_files()):
        name = path.relative_to(_PLUGINS)
        data = path.read_bytes()
        made[name.parts[0]].update(f"{name.as_posix()}\0{len(data)}\0".encode() + data)
    return {package: digest.digest() for package, digest in made.items()}


def _files() -> Iterator[Path]:
    for folder, folders, names in os.walk(_PLUGINS):
        if "__pycache__" in folders:
            folders.remove("__pycache__")
        yield from (Path(folder, name) for name in names if name.endswith((".py", ".json")))


def _libraries() -> Iterable[str]:
    """The names and versions of all that is installed."""
    folder = sysconfig.get_paths()["purelib"]
    return sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
