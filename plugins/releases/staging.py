"""Copies what a build has checked into a staging folder, byte for byte, with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from plugins.base.store import Store
from plugins.builds.ledger import Ledger
from plugins.portals.addresses import FILES, THEME
from plugins.releases.compressed import ENDINGS, compressed
from plugins.releases.disk import in_threads, make_folders, read_plain, write_new
from plugins.releases.findings import visible
from plugins.releases.manifest import FileEntry, Manifest, entry_of

# What is compressed stays kept when a release is killed in the middle.
_AT_ONCE: Final = 200
_ASSETS: Final = (f"{THEME}/", f"{FILES}/")


class RefusedError(Exception):
    """What may not be published: the name of the sentence that says why, and its values."""

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(name)
        self.name = name
        # Whoever has put something there chose its name.
        self.values = {
            key: visible(str(value)) if isinstance(value, str | Path) else value
            for key, value in values.items()
        }


def stage(source: Path, ledger: Ledger, staging: Path, store: Store) -> dict[str, FileEntry]:
    """Copy the files that a build wrote into `source`, each with its compressed forms.

    Only bytes that the build has checked are taken: `ledger` has the digest of each.
    """
    entries: dict[str, FileEntry] = {}
    for paths in _parts(sorted(ledger.files)):
        files = dict(zip(paths, in_threads(lambda path: _read(source / path), paths), strict=True))
        for path, data in files.items():
            _check(path, data, ledger.files[path].digest)
        for path, forms in compressed(files, store).items():
            files |= forms.by_path(path)
        entries |= put(staging, files)
    return entries


def put(staging: Path, files: Mapping[str, bytes]) -> dict[str, FileEntry]:
    """Write files below `staging`, and what a manifest says of them."""
    make_folders(staging, files)

    def write(path: str) -> FileEntry:
        write_new(staging / path, files[path])
        return entry_of(files[path])

    return dict(zip(files, in_threads(write, [*files]), strict=True))


def kept_assets(
    before: Manifest, folder: Path, entries: Mapping[str, FileEntry]
) -> dict[str, bytes]:
    """The hashed files of the release `before` that pages opened then still ask for.

    Those that it had kept itself go, and so does what is not as it was published.
    """
    gone = [
        path
        for path in before.own
        if path.startswith(_ASSETS) and path not in entries and not path.endswith(ENDINGS)
    ]
    paths = [path + ending for path in gone for ending in ("", *ENDINGS)]
    found = {path: _read(folder / path) for path in paths if path in before.files}
    return {path: data for path, data in found.items() if entry_of(data) == before.files[path]}


def _read(path: Path) -> bytes:
    try:
        return read_plain(path)
    except FileNotFoundError:
        return b""


def _check(path: str, data: bytes, digest: bytes) -> None:
    if not data:
        raise RefusedError("empty-file", path=path)
    if not entry_of(data).sha256.startswith(digest.hex()):
        raise RefusedError("unchecked-file", path=path)


def _parts(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    rest = iter(paths)
    while part := [*islice(rest, _AT_ONCE)]:
        yield part
