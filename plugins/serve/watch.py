"""Tells when something was saved, created, renamed or deleted; outlives folders that go."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from watchfiles import Change, watch

from plugins.base.listing import is_leftover

# A file is saved in some steps: as long as they follow one another so soon, they are one change.
_STEP_MS: Final = 10
_MOST_MS: Final = 100
_TICK_MS: Final = 150

# What a file or folder is: another one may have taken its place. None where there is none.
_Mark: TypeAlias = tuple[int, ...] | None


def changes(folders: Sequence[Path], file: Path) -> Iterator[bool]:
    """Whether anything below `folders`, or `file`, has changed since the last answer.

    Answers at once after a change, and several times a second in any case; the first answer, and
    each after a folder was replaced, is yes.
    """
    polling: bool | None = None
    while True:
        there = [folder for folder in folders if folder.is_dir()]
        if not there:
            time.sleep(_TICK_MS / 1000)
            continue
        try:
            yield from _until_replaced(there, folders, file, polling=polling)
        except FileNotFoundError:
            # One has gone since; the next round sees which.
            continue
        except OSError:
            # The system watches no more files: look at them one by one instead.
            if polling:
                raise
            polling = True


def _until_replaced(
    there: Sequence[Path], folders: Sequence[Path], file: Path, *, polling: bool | None
) -> Iterator[bool]:
    """Answers for as long as the same folders stand there."""
    is_first, stand, before = True, [_folder(one) for one in folders], _file(file)
    for found in watch(
        *there,
        watch_filter=_counts,
        debounce=_MOST_MS,
        step=_STEP_MS,
        rust_timeout=_TICK_MS,
        yield_on_timeout=True,
        force_polling=polling,
    ):
        now = _file(file)
        is_replaced = [_folder(one) for one in folders] != stand
        yield is_first or bool(found) or now != before or is_replaced
        if is_replaced:
            return
        is_first, before = False, now


def _counts(_: Change, path: str) -> bool:
    return not is_leftover(path) and "__pycache__" not in path


def _folder(path: Path) -> _Mark:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _file(path: Path) -> _Mark:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
