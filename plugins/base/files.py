"""Reading what is not trusted and writing what must not tear."""

from __future__ import annotations

import codecs
import errno
import hashlib
import os
import stat
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from plugins.base.characters import forbidden, forbidden_values
from plugins.base.listing import listed_files, reason_of
from plugins.base.problems import Problems

MAX_TEXT_BYTES: Final = 2_000_000
_READING: Final = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
_ENTERING: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)


class Encoding(Struct, frozen=True):
    """What bytes that are not UTF-8 are: the name of an encoding and a line of what they say.

    `special` names the cure: 'fix' where the program can convert them, 'legacy' where only the
    editor can, else nothing.
    """

    name: str
    text: str
    special: Literal["fix", "legacy", ""]


# None where it cannot be told.
EncodingOf: TypeAlias = Callable[[bytes], Encoding | None]


def _unknown(_: bytes) -> None:
    """No name for any encoding."""


class ContentTree(Struct, frozen=True, dict=True):
    """A content folder and the regular files below it, as sorted POSIX paths in NFC.

    `_places` says where on the disk each of them lies: some systems store marks apart.
    `encoding_of` names the encoding of bytes that are not UTF-8.
    """

    root: Path
    _places: Mapping[str, Path]
    encoding_of: EncodingOf = _unknown

    @cached_property
    def files(self) -> tuple[str, ...]:
        """All paths."""
        return tuple(self._places)

    def __contains__(self, path: object) -> bool:
        """Whether there is a regular file at `path`."""
        return path in self._places

    def below(self, *parts: str) -> tuple[str, ...]:
        """The files below one folder."""
        prefix = "/".join(parts) + "/"
        return tuple(path for path in self.files if path.startswith(prefix))

    def part(self, paths: Iterable[str]) -> ContentTree:
        """The same folder with no other files than those at `paths`."""
        places = {path: self._places[path] for path in paths}
        return ContentTree(self.root, places, self.encoding_of)

    def with_files(self, paths: Iterable[str]) -> ContentTree:
        """The same folder with the files at `paths`, which were not there when it was listed."""
        places = {**self._places, **{path: self.root / path for path in paths}}
        return ContentTree(self.root, dict(sorted(places.items())), self.encoding_of)

    def place(self, path: str) -> Path:
        """Where the file at `path` lies on the disk."""
        return self._places[path]

    def read_bytes(self, path: str, problems: Problems, limit: int) -> bytes | None:
        """The bytes of a file, or None after recording why they are not to be had."""
        if path not in self:
            reason = "folder" if (self.root / path).is_dir() else "missing"
            problems.add(path, 1, "tep-khong-doc", reason=reason)
            return None
        try:
            data, size = _read(self.root, self._places[path], limit)
        except OSError as error:
            problems.add(path, 1, "tep-khong-doc", reason=reason_of(error))
            return None
        if data is None:
            problems.add(
                path, 1, "tep-qua-lon", size=f"{size / 1e6:.1f}", limit=f"{limit / 1e6:.0f}"
            )
        return data

    def raw_text(self, path: str, problems: Problems) -> str | None:
        """The text of a file as it was typed, but with plain line ends; None where it has none."""
        data = self.read_bytes(path, problems, MAX_TEXT_BYTES)
        return None if data is None else decoded(path, data, self.encoding_of, problems)

    def read_text(self, path: str, problems: Problems) -> str | None:
        """The text of a file in NFC with plain line ends, or None after recording why not."""
        raw = self.raw_text(path, problems)
        return None if raw is None else composed(path, raw, problems)


def decoded(path: str, data: bytes, encoding_of: EncodingOf, problems: Problems) -> str | None:
    """The bytes of the file `path` as text with plain line ends; None after recording why not."""
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        _not_utf8(path, data, line, encoding_of, problems)
        return None
    if "\0" in text and encoding_of(data):
        _not_utf8(path, data, 1, encoding_of, problems)
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(
    path: str, data: bytes, line: int, encoding_of: EncodingOf, problems: Problems
) -> None:
    written = data.split(b"\n")[line - 1]
    # One line of another encoding in a file of UTF-8 was pasted there.
    is_pasted = _is_mostly_utf8(data)
    found = encoding_of(written if is_pasted else data)
    special: str = found.special if found else ""
    if is_pasted:
        special = "line" if special == "legacy" else "line-unread"
    name, text = (found.name, found.text) if found else ("", "")
    values = {"encoding": name, "text": text, "special": special}
    problems.add(path, line, "tep-khong-utf8", **values)


def composed(path: str, raw: str, problems: Problems) -> str | None:
    """The text of the file `path` in NFC, or None after recording what it may not hold."""
    text = unicodedata.normalize("NFC", raw)
    found = forbidden(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        problems.add(path, line, "ky-tu-dieu-khien", **forbidden_values(found))
        return None
    return text


def content_tree(
    root: Path,
    problems: Problems,
    encoding_of: EncodingOf = _unknown,
    places: Mapping[str, Path] = MappingProxyType({}),
) -> ContentTree:
    """The regular files below `root`; whatever else stands there is recorded as a problem.

    Where `places` are given they are these files, listed before, and nothing else stands there.
    """
    return ContentTree(root, places or listed_files(root, problems), encoding_of)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether as many lines of `data` hold letters beyond ASCII in UTF-8 as do not."""
    good = bad = 0
    for line in data.split(b"\n"):
        try:
            good += not line.decode().isascii()
        except UnicodeDecodeError:
            bad += 1
    return good >= max(bad, 1)


def _read(root: Path, path: Path, limit: int) -> tuple[bytes | None, int]:
    """The bytes of a file unless there are more than `limit`, and how many there are.

    What took the place of the file since it was listed is neither followed nor waited for.
    """
    # Unbuffered, and no more than is there: room for the limit costs more than most files.
    with os.fdopen(_opened(root, path), "rb", buffering=0) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "no regular file")
        if status.st_size > limit:
            return None, status.st_size
        return file.read(status.st_size) or b"", status.st_size


def _opened(root: Path, path: Path) -> int:
    """A file below `root`, opened folder by folder so that none of them is a link by now."""
    if os.open not in os.supports_dir_fd:
        return os.open(path, _READING)
    *folders, name = path.relative_to(root).parts
    here = os.open(root, _ENTERING)
    try:
        for folder in folders:
            inner = os.open(folder, _ENTERING | os.O_NOFOLLOW, dir_fd=here)
            os.close(here)
            here = inner
        return os.open(name, _READING, dir_fd=here)
    finally:
        os.close(here)


class Changes(Struct, frozen=True):
    """How many files of a folder were made, kept, removed, and only got other shared parts."""

    made: int = 0
    kept: int = 0
    removed: int = 0
    spliced: int = 0


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let an error of the system say which file it is about, which those of writing do not."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def replace_file(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Let `path` hold `data`: what stood there before, or all of the new, at any moment."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with naming(path), os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, mode)  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def fingerprint(data: bytes, length: int = 8) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of `data`."""
    return hashlib.sha256(data).hexdigest()[:length]
