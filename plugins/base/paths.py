"""The paths of files that are written: built by the program, and checked all the same."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

# Of one folder or file: what no system reads as the way to another place or device.
_NAME = re.compile(r'[^\x00-\x1f\x7f<>:"/\\|?*]+\Z')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?\Z", re.IGNORECASE)
_LONGEST_NAME: Final = 255


class UnsafePathError(ValueError):
    """A path that could lead out of the folder it belongs to."""


# Portals have pages of the same names, and each portal has many of one.
@lru_cache(maxsize=1 << 14)
def is_plain_name(name: str) -> bool:
    """Whether every system takes `name` for one file or folder and nothing else."""
    return (
        bool(_NAME.match(name))
        and name[-1] not in ". "
        and not _DEVICE.match(name)
        and name.isprintable()
        and len(name.encode("utf-8", "replace")) <= _LONGEST_NAME
    )


def inside(folder: Path, path: str) -> Path:
    """Where the relative POSIX path `path` lies below `folder`; UnsafePathError where it may not."""
    return folder.joinpath(*plain_path(path).split("/"))


def plain_path(path: str) -> str:
    """The relative POSIX path `path` itself; UnsafePathError where it may lead out of its folder."""
    if not all(map(is_plain_name, path.split("/"))):
        raise UnsafePathError(f"the path {path!r} may lead out of its folder")
    return path
