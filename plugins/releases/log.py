"""`releases.log`: who published what and when, as a chain in which no line can be changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

from plugins.base.files import naming
from plugins.releases.disk import readable

LOG: Final = "releases.log"
_FIRST: Final = "0" * 64
# Nobody reads more names of one release; all are counted.
_MOST_NAMES: Final = 100


class LogError(ValueError):
    """A line of the log is not the one that was written."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


class Changed(Struct, frozen=True, forbid_unknown_fields=True):
    """How many files, and the names of the first of them."""

    count: int
    names: tuple[str, ...]


class Entry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One release.

    `before` is the SHA-256 of the line before, `manifest` that of the manifest; `of` is the number
    of the release that a rollback has brought back.
    """

    before: str
    seq: int
    action: Literal["release", "rollback"]
    who: str
    when: str
    commit: str
    manifest: str
    added: Changed
    changed: Changed
    removed: Changed
    of: int = 0


def changed(names: Collection[str]) -> Changed:
    """What the log says of files."""
    return Changed(len(names), tuple(sorted(names)[:_MOST_NAMES]))


def read_log(path: Path) -> list[Entry]:
    """All entries; LogError where the chain is broken.

    The last line counts only when it is whole: what it tells of was not published before.
    """
    return _entries(_whole_lines(path))


def next_link(path: Path) -> str:
    """What the next entry has to say of the line before it."""
    line = last_line(path)
    return _sum(line) if line else _FIRST


def last_line(path: Path) -> bytes:
    """The last line that is whole; empty where there is none."""
    lines = _whole_lines(path)
    return lines[-1] if lines else b""


def line_of(entry: Entry) -> bytes:
    """The line of an entry."""
    return msgspec.json.encode(entry, order="sorted") + b"\n"


def append(path: Path, entry: Entry) -> None:
    """Add an entry, in the place of a line that was not finished, and wait until the disk has it."""
    whole = sum(map(len, _whole_lines(path)))
    with naming(path):
        _write(path, whole, line_of(entry))


def _write(path: Path, at: int, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o644)
    try:
        readable(handle)
        os.ftruncate(handle, at)
        os.lseek(handle, at, os.SEEK_SET)
        while data:
            data = data[os.write(handle, data) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _whole_lines(path: Path) -> list[bytes]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    return data[: data.rfind(b"\n") + 1].splitlines(keepends=True)


def _entries(lines: Sequence[bytes]) -> list[Entry]:
    found: list[Entry] = []
    before, last = _FIRST, 0
    for number, line in enumerate(lines, 1):
        try:
            entry = msgspec.json.decode(line, type=Entry)
        except ValueError as error:
            raise LogError(number) from error
        if entry.before != before or entry.seq <= last:
            raise LogError(number)
        before, last = _sum(line), entry.seq
        found.append(entry)
    return found


def _sum(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
