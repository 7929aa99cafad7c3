"""The folder of a portal: what stands in it, and how it comes to hold something else."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from plugins.base.listing import is_leftover
from plugins.base.paths import plain_path
from plugins.builds.ledger import Stat, stat_of
from plugins.portals.addresses import THEME

_MODE: Final = 0o644
_FOLDER_MODE: Final = 0o755
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class ForeignFolderError(Exception):
    """A folder that is to hold a portal holds other things."""

    def __init__(self, folder: Path, names: str) -> None:
        super().__init__(str(folder), names)
        self.folder = folder
        self.names = names


def is_portal_folder(folder: Path) -> bool:
    """Whether a build has made `folder`: the theme's files are the first to be written."""
    return (folder / THEME).is_dir()


def refuse_foreign(folder: Path) -> None:
    """Refuse to clear a folder that no build has made."""
    found = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    names = [name for name in found if not is_leftover(name)]
    if names and not is_portal_folder(folder):
        raise ForeignFolderError(folder, ", ".join(names[:5]))


class Entries(Struct, frozen=True):
    """What stands in a folder: regular files with how they are, all else, and folders."""

    files: Mapping[str, Stat] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


def entries_of(folder: Path) -> Entries:
    """Everything below `folder` by POSIX path, a folder before what is in it."""
    files: dict[str, Stat] = {}
    others: list[str] = []
    folders: list[str] = []
    waiting = [(str(folder), "")] if folder.is_dir() and not folder.is_symlink() else []
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                name = prefix + entry.name
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode):
                    folders.append(name)
                    waiting.append((entry.path, f"{name}/"))
                elif stat.S_ISREG(status.st_mode):
                    files[name] = stat_of(status)
                else:
                    others.append(name)
    return Entries(files, tuple(others), tuple(folders))


def stage_of(folder: Path) -> Path:
    """Where the files of `folder` wait until all of them are right: on the same disk."""
    return folder.with_name(f".{folder.name}.new")


def is_stage(name: str) -> bool:
    """Whether files of a portal may wait in a folder of this name."""
    return name.startswith(".") and name.endswith(".new")


class Stage:
    """Files that wait beside a portal's folder until all of them are right."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stage = stage_of(folder)
        # As text, for what is done with every file.
        self._waiting = str(self._stage)
        mask = os.umask(0)
        os.umask(mask)
        self._is_masked = bool(mask & _FOLDER_MODE)

    def clear(self) -> None:
        """Let nothing wait; what a build left that was killed goes."""
        if self._stage.is_symlink():
            # Someone put it there: what it leads to is not ours.
            self._stage.unlink()
        shutil.rmtree(self._stage, ignore_errors=True)

    def begin(self) -> None:
        """Make room for files."""
        self.clear()
        self._stage.mkdir(parents=True)

    def put(self, number: int, data: bytes) -> None:
        """Let a file wait under a number."""
        place = f"{self._waiting}/{number}"
        file = os.open(place, _NEW, _MODE)
        try:
            written = os.write(file, data)
            while written < len(data):
                written += os.write(file, data[written:])
        except OSError as error:
            # Of several disks one may be full.
            error.filename = place
            raise
        finally:
            os.close(file)
        if self._is_masked:
            os.chmod(place, _MODE)  # noqa: PTH101  whatever mask the process has

    def size(self, number: int) -> int:
        """How many bytes a file has that waits under a number."""
        return os.stat(f"{self._waiting}/{number}").st_size  # noqa: PTH116

    def content(self, number: int) -> bytes:
        """The bytes of a file that waits under a number."""
        return (self._stage / str(number)).read_bytes()

    def publish(
        self, files: Mapping[str, int], there: Entries, wanted: Mapping[str, object]
    ) -> tuple[dict[str, Stat], int]:
        """Put the waiting `files` (path to number) in their places, and remove what is not wanted.

        `there` is what stands in the folder. Gives how each file stands there now, and how many
        others were removed.
        """
        folder = str(self._folder)
        places = {name: f"{folder}/{plain_path(name)}" for name in files}
        if self._folder.is_symlink():
            # Someone put it there: what it leads to is not ours.
            self._folder.unlink()
        self._folder.mkdir(parents=True, exist_ok=True)
        parents = set(_parents(wanted))
        # First what stands in the way; all else only when what replaces it is there.
        gone = _clear_the_way(self._folder, there, wanted, parents)
        found = self._moved(files, places, parents.intersection(there.folders))
        if self._is_masked:
            for name in ("", *parents):
                (self._folder / name).chmod(_FOLDER_MODE)
        others = [name for name in there.files if name not in wanted and name not in gone]
        empty = [name for name in there.folders if name not in parents and name not in gone]
        _remove(self._folder, others, empty)
        return found, len(gone.difference(there.folders)) + len(others)

    def _moved(
        self, files: Mapping[str, int], places: Mapping[str, str], made: set[str]
    ) -> dict[str, Stat]:
        """Put the `files` in their `places`; of the folders for them these are `made` already."""
        folder = str(self._folder)
        found: dict[str, Stat] = {}
        for name, number in files.items():
            place = places[name]
            parent = name.rpartition("/")[0]
            if parent not in made:
                os.makedirs(f"{folder}/{parent}", exist_ok=True)  # noqa: PTH103
                made.add(parent)
            os.replace(f"{self._waiting}/{number}", place)  # noqa: PTH105
            found[name] = stat_of(os.lstat(place))
        return found


def _clear_the_way(
    folder: Path, there: Entries, wanted: Mapping[str, object], parents: Container[str]
) -> set[str]:
    """Remove what has the name of a folder or a file that is `wanted`, and every link."""
    blocking = {name for name in there.folders if name in wanted}

    def is_inside(name: str) -> bool:
        return bool(blocking) and any(outer in blocking for outer in _parents([name]))

    files = [name for name in there.files if name in parents or is_inside(name)]
    files += there.others
    folders = [name for name in there.folders if name in blocking or is_inside(name)]
    _remove(folder, files, folders)
    return {*files, *folders}


def _remove(folder: Path, files: Iterable[str], folders: Sequence[str]) -> None:
    """Remove files, and folders that hold nothing then; those within others come behind them."""
    for name in files:
        (folder / name).unlink(missing_ok=True)
    for name in reversed(folders):
        (folder / name).rmdir()


def _parents(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        parent = name.rpartition("/")[0]
        while parent:
            yield parent
            parent = parent.rpartition("/")[0]
