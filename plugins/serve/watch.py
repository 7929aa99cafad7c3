"""Tells when something was saved, created, renamed or deleted; outlives folders that go."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Final, TypeAlias

from watchfiles import Change, watch

from plugins.base.listing import is_leftover

# A file is saved in some steps: as long as they follow one another so soon, they are one change.
_STEP_MS: Final = 10
_MOST_MS: Final = 100
_TICK_MS: Final = 150

# What a file or folder is: another one may have taken its place. None where there is none.
_Mark: TypeAlias = tuple[int, ...] | None


def changes(folders: Sequence[Path], file: Path, stop: Event) -> Iterator[Collection[Path]]:
    """What was saved, made or deleted below `folders`, after each change; none once it is to `stop`.

    Nothing is named where anything may have changed: at first, when a folder was replaced, and
    when it is `file`.
    """
    polling: bool | None = None
    while not stop.is_set():
        there = [folder for folder in folders if folder.is_dir()]
        if not there:
            stop.wait(_TICK_MS / 1000)
            continue
        try:
            yield from _until_replaced(there, folders, file, stop, polling=polling)
        except FileNotFoundError:
            # One has gone since; the next round sees which.
            continue
        except OSError:
            # The system watches no more files: look at them one by one instead.
            if polling:
                raise
            polling = True


def _until_replaced(
    there: Sequence[Path], folders: Sequence[Path], file: Path, stop: Event, *, polling: bool | None
) -> Iterator[Collection[Path]]:
    """What has changed, for as long as the same folders stand there."""
    is_first, stand, before = True, [_folder(one) for one in folders], _file(file)
    for found in watch(
        *there,
        watch_filter=_counts,
        debounce=_MOST_MS,
        step=_STEP_MS,
        stop_event=stop,
        rust_timeout=_TICK_MS,
        yield_on_timeout=True,
        force_polling=polling,
    ):
        now = _file(file)
        is_replaced = [_folder(one) for one in folders] != stand
        if is_first or now != before or is_replaced:
            yield ()
        elif found:
            yield {Path(path).absolute() for _, path in found}
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
