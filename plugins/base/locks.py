"""A lock that the kernel frees when its holder ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

# What the systems say of a lock that another process holds; the last two are those of Windows.
_HELD: Final = frozenset({errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})


class LockedError(Exception):
    """Another process holds the lock."""


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock file `path`, or raise LockedError at once; OSError where none can be had."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        try:
            _lock(file.fileno())
        except OSError as error:
            if error.errno in _HELD:
                raise LockedError(str(path)) from error
            error.filename = str(path)
            raise
        yield


def lock_of(output: Path) -> Path:
    """The lock file of a folder in which portals are built: beside it, as it may hold no other file."""
    return output.absolute().parent / f".{output.name}.lock"


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
