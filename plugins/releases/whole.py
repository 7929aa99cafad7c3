"""Whether a release on the disk is what its manifest says: nothing missing, changed or strange."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct

from plugins.builds.folder import entries_of
from plugins.releases.disk import in_threads, read_plain
from plugins.releases.manifest import UNLISTED, FileEntry, Manifest, entry_of

FaultKind = Literal["missing", "changed", "stranger", "link"]
_NO_BYTES: Final = b""


class FileFault(Struct, frozen=True, order=True):
    """What is wrong with one path; `target` is where a link leads, `data` what stands there now."""

    path: str
    kind: FaultKind
    target: str = ""
    data: bytes = b""


def faults_of(folder: Path, manifest: Manifest) -> list[FileFault]:
    """Everything in which a release differs from its manifest, sorted by path."""
    there = entries_of(folder)
    found = [FileFault(path, "link", _target(folder / path)) for path in there.others]
    found += _strangers(folder, there.files.keys() - manifest.files.keys() - UNLISTED)
    found += (
        FileFault(path, "missing")
        for path in manifest.files
        if path not in there.files and path not in there.others
    )
    known = [path for path in manifest.files if path in there.files]
    checked = in_threads(lambda path: _fault(folder, path, manifest.files[path]), known)
    return sorted([*found, *(one for one in checked if one)])


def _strangers(folder: Path, paths: set[str]) -> Iterator[FileFault]:
    return (FileFault(path, "stranger", data=_read(folder / path)) for path in paths)


def _fault(folder: Path, path: str, entry: FileEntry) -> FileFault | None:
    # Of thousands of files, joining paths of pathlib takes a third of the time.
    data = _read(f"{folder}/{path}")
    return None if entry_of(data) == entry else FileFault(path, "changed", data=data)


def _read(path: Path | str) -> bytes:
    """The bytes of a file; none where it has vanished or cannot be read."""
    try:
        return read_plain(path)
    except OSError:
        return _NO_BYTES


def _target(path: Path) -> str:
    """Where a link leads; nothing for what is neither link nor file."""
    try:
        return str(path.readlink())
    except OSError:
        return ""
