"""Reading what is not trusted and writing what must not tear."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from plugins.base.characters import code_point, forbidden
from plugins.base.problems import Problems

MAX_TEXT_BYTES: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class ContentTree:
    """A content folder and the regular files below it, as sorted POSIX paths."""

    root: Path
    files: tuple[str, ...]
    _known: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", frozenset(self.files))

    def __contains__(self, path: object) -> bool:
        """Whether there is a regular file at `path`."""
        return path in self._known

    def below(self, *parts: str) -> tuple[str, ...]:
        """The files below one folder."""
        prefix = "/".join(parts) + "/"
        return tuple(path for path in self.files if path.startswith(prefix))

    def read_bytes(self, path: str, problems: Problems, limit: int) -> bytes | None:
        """The bytes of a file, or None after recording why they are not to be had."""
        if path not in self:
            problems.add(path, 1, "tep-khong-doc", reason="missing")
            return None
        full = self.root / path
        try:
            size = full.stat().st_size
            if size > limit:
                megabytes = {"size": f"{size / 1e6:.1f}", "limit": f"{limit / 1e6:.0f}"}
                problems.add(path, 1, "tep-qua-lon", **megabytes)
                return None
            return full.read_bytes()
        except OSError as error:
            problems.add(path, 1, "tep-khong-doc", reason=_reason(error))
            return None

    def read_text(self, path: str, problems: Problems) -> str | None:
        """The text of a file in NFC with plain line ends, or None after recording why not."""
        data = self.read_bytes(path, problems, MAX_TEXT_BYTES)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            problems.add(path, line, "tep-khong-utf8")
            return None
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        found = forbidden(text)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            problems.add(path, line, "ky-tu-dieu-khien", char=code_point(found[0]))
            return None
        return text


def _reason(error: OSError) -> str:
    """The name of the term that says why a file cannot be read."""
    if isinstance(error, FileNotFoundError):
        return "missing"
    return "denied" if isinstance(error, PermissionError) else "broken"


def content_tree(root: Path, problems: Problems) -> ContentTree:
    """The regular files below `root`; links, pipes and devices are recorded as problems."""
    return ContentTree(root, tuple(sorted(_regular_files(root, problems))))


def _regular_files(root: Path, problems: Problems) -> Iterator[str]:
    # A list and no recursion: folders may lie deeper in each other than calls may.
    folders = [(root, "")]
    while folders:
        folder, prefix = folders.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append((Path(entry.path), f"{path}/"))
                elif stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
                    yield path
                else:
                    problems.add(path, 1, "tep-lien-ket")


@dataclass(frozen=True, slots=True)
class Changes:
    """How many files of a folder were made, kept as they were, and removed."""

    made: int = 0
    kept: int = 0
    removed: int = 0

    def __add__(self, other: Changes) -> Changes:
        return Changes(self.made + other.made, self.kept + other.kept, self.removed + other.removed)


def sync_folder(folder: Path, files: Mapping[str, bytes]) -> Changes:
    """Make `folder` hold exactly `files` (POSIX path to bytes), each replaced atomically.

    Identical files are left untouched, their times too: rsync and caches live on them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # First, so that no file, folder or link of another state stands in the way of a new one.
    removed = _remove_others(folder, frozenset(files))
    made = sum(_write_if_changed(folder / path, data) for path, data in files.items())
    return Changes(made, len(files) - made, removed)


def _write_if_changed(path: Path, data: bytes) -> bool:
    if _has_bytes(path, data):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def _has_bytes(path: Path, data: bytes) -> bool:
    try:
        status = path.lstat()
        return (
            stat.S_ISREG(status.st_mode)
            and status.st_size == len(data)
            and path.read_bytes() == data
        )
    except (FileNotFoundError, NotADirectoryError):
        return False


def _remove_others(folder: Path, wanted: frozenset[str]) -> int:
    removed = 0
    for parent, folders, names in os.walk(folder, topdown=False):
        here = Path(parent)
        for name in names:
            path = here / name
            if path.relative_to(folder).as_posix() not in wanted:
                path.unlink()
                removed += 1
        for name in folders:
            path = here / name
            if path.is_symlink():
                path.unlink()
                removed += 1
            elif not any(path.iterdir()):
                path.rmdir()
    return removed


def fingerprint(data: bytes, length: int = 8) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of `data`."""
    return hashlib.sha256(data).hexdigest()[:length]
