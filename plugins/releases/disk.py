"""Writes that outlast a power cut, and folders that change their name in one step."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

from msgspec import Struct

from plugins.base.files import naming

T = TypeVar("T")
R = TypeVar("R")

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_READING: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_MODE: Final = 0o644
_FOLDER_MODE: Final = 0o755
# Waiting for the disk is most of what a thread does.
_THREADS: Final = 16
_PARTS_EACH: Final = 4
_LONGEST_PART: Final = 64
_PIECE: Final = 1 << 20
# No release has folders within so many others.
_DEEPEST: Final = 100


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, and wait until the disk has it."""
    with naming(path), os.fdopen(os.open(path, _NEW, _MODE), "wb") as file:
        readable(file.fileno())
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def read_plain(path: Path | str) -> bytes:
    """The bytes of a regular file; OSError where a link has its place."""
    with os.fdopen(os.open(path, _READING), "rb", buffering=0) as file:
        return file.readall()


def read_start(path: Path | str, most: int) -> bytes:
    """What `read_plain` gives, up to so many bytes."""
    return b"".join(_pieces(path, most))


def digest_of(path: Path | str, size: int) -> str:
    """The SHA-256 of a regular file that is to have `size` bytes; OSError for a link.

    That of a longer one is wrong: it is not read to its end, which nobody knows.
    """
    digest = hashlib.sha256()
    for piece in _pieces(path, size + 1):
        digest.update(piece)
    return digest.hexdigest()


def _pieces(path: Path | str, most: int) -> Iterator[bytes]:
    handle = os.open(path, _READING)
    try:
        left = most
        while left and (piece := os.read(handle, min(left, _PIECE))):
            left -= len(piece)
            yield piece
    finally:
        os.close(handle)


class Tree(Struct, frozen=True):
    """What stands below a folder, by POSIX path, and the folders that nobody could look into.

    `deep` are those within too many others, `closed` those that cannot be read.
    """

    found: Mapping[str, os.stat_result]
    deep: Sequence[str]
    closed: Sequence[str]


def tree_of(folder: Path) -> Tree:
    """Everything below a folder, whoever put it there; nothing where a link has its place."""
    found: dict[str, os.stat_result] = {}
    deep: list[str] = []
    closed: list[str] = []
    waiting = [] if folder.is_symlink() else [""]
    while waiting:
        place = waiting.pop()
        if place.count("/") >= _DEEPEST:
            deep.append(place)
            continue
        try:
            inside = _statuses(f"{folder}/{place}")
        except OSError:
            closed.append(place)
            continue
        for name, status in inside:
            path = f"{place}/{name}" if place else name
            found[path] = status
            if stat.S_ISDIR(status.st_mode):
                waiting.append(path)
    return Tree(found, deep, closed)


def _statuses(folder: str) -> list[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        return [(one.name, one.stat(follow_symlinks=False)) for one in entries]


def sync_folder(folder: Path | str) -> None:
    """Wait until the disk has the names in a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folders(root: Path) -> None:
    """Wait until the disk has the names in a folder and in all below it."""
    in_threads(sync_folder, [place for place, _, _ in os.walk(root)])


def make_folders(root: Path, paths: Iterable[str]) -> None:
    """Make the folders in which files of these paths below `root` are to stand."""
    for folder in folders_of(paths):
        make_folder(f"{root}/{folder}")


def make_folder(folder: Path | str) -> None:
    """Make a folder, unless it is there, that a web server may read whatever mask we have."""
    try:
        os.mkdir(folder)  # noqa: PTH102  thousands of them
    except FileExistsError:
        return
    os.chmod(folder, _FOLDER_MODE)  # noqa: PTH101


def folders_of(paths: Iterable[str]) -> list[str]:
    """All folders in which files of these paths stand, each after the one that it lies in."""
    found = {""}
    for folder in {path.rpartition("/")[0] for path in paths}:
        parts = folder.split("/")
        found.update("/".join(parts[: count + 1]) for count in range(len(parts)))
    return sorted(found)


def readable(file: int) -> None:
    """Let a web server read an open file, whatever mask we have."""
    os.fchmod(file, _MODE)


def swap_link(link: Path, target: str) -> None:
    """Let `link` lead to `target`: to the old or to the new place at any moment."""
    waiting = link.with_name(f".{link.name}.new")
    remove(waiting)
    waiting.symlink_to(target, target_is_directory=True)
    os.replace(waiting, link)  # noqa: PTH105
    sync_folder(link.parent)


def swap_file(path: Path, data: bytes) -> None:
    """Let `path` hold `data`: what stood there before, or all of the new, at any moment."""
    waiting = path.with_name(f".{path.name}.new")
    waiting.unlink(missing_ok=True)
    write_new(waiting, data)
    os.replace(waiting, path)  # noqa: PTH105
    sync_folder(path.parent)


def remove(folder: Path) -> None:
    """Remove a folder with all in it, or a link in its place."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder)


def in_threads(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """The results of `work` on all items, in their order."""
    # Several at a time: handing over each small file by itself takes longer than reading it.
    length = min(_LONGEST_PART, len(items) // (_PARTS_EACH * _THREADS) + 1)
    parts = [items[start : start + length] for start in range(0, len(items), length)]
    with ThreadPoolExecutor(_THREADS) as threads:
        done = threads.map(lambda part: [work(one) for one in part], parts)
        return [one for part in done for one in part]
