"""Whether a release on the disk is what its manifest says: nothing missing, changed or strange."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

from plugins.releases.disk import Tree, digest_of, in_threads, tree_of
from plugins.releases.manifest import UNLISTED, FileEntry, Manifest

FaultKind = Literal["missing", "changed", "stranger", "link", "folder", "deep", "closed"]


class FileFault(Struct, frozen=True, order=True):
    """What is wrong with one path; `target` is where a link leads."""

    path: str
    kind: FaultKind
    target: str = ""


def faults_of(folder: Path, manifest: Manifest) -> list[FileFault]:
    """Everything in which a release differs from its manifest, sorted by path."""
    return faults_in(tree_of(folder), folder, manifest)


def faults_in(tree: Tree, folder: Path, manifest: Manifest) -> list[FileFault]:
    """The same of a release that was looked through."""
    listed = manifest.files
    files = {path: one for path, one in tree.found.items() if stat.S_ISREG(one.st_mode)}
    folders = {path for path, one in tree.found.items() if stat.S_ISDIR(one.st_mode)}
    others = tree.found.keys() - files.keys() - folders
    found = [FileFault(path, "link", _target(folder / path)) for path in others]
    found += (FileFault(path, "stranger") for path in files.keys() - listed.keys() - UNLISTED)
    found += (FileFault(path, "missing") for path in listed.keys() - files.keys() - others)
    found += (FileFault(path, "deep") for path in tree.deep)
    found += (FileFault(path, "closed") for path in tree.closed)
    ends = {*tree.deep, *tree.closed}
    used = _parents((*tree.found, *listed))
    found += (FileFault(path, "folder") for path in folders - used - ends)
    known = [path for path in listed if path in files]
    wrong = [path for path in known if files[path].st_size != listed[path].size]
    found += (FileFault(path, "changed") for path in wrong)
    same = [path for path in known if files[path].st_size == listed[path].size]
    checked = in_threads(lambda path: _fault(folder, path, listed[path]), same)
    return sorted([*found, *(one for one in checked if one)])


def _fault(folder: Path, path: str, entry: FileEntry) -> FileFault | None:
    try:
        # Of thousands of files, joining paths of pathlib takes a third of the time.
        digest = digest_of(f"{folder}/{path}", entry.size)
    except OSError:
        digest = ""
    return None if digest == entry.sha256 else FileFault(path, "changed")


def _parents(paths: Iterable[str]) -> set[str]:
    """The folders in which something of these paths lies."""
    return {folder for path in paths for folder in _above(path)}


def _above(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _target(path: Path) -> str:
    """Where a link leads; nothing for what is neither link nor file."""
    try:
        return str(path.readlink())
    except OSError:
        return ""
