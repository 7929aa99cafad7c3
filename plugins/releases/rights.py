"""Who may read and write a release: what is as it was published may be another the next moment."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.releases.disk import Tree
from plugins.releases.findings import Finding


def open_to_all(folder: Path, name: str) -> Iterator[Finding]:
    """That anybody may write in a folder, which is told by a `name`."""
    if os.name == "nt":
        return
    mode = _mode(folder.stat()) if folder.is_dir() else 0
    if mode & stat.S_IWOTH:
        yield Finding(name, "mode", f"{mode:o}", "warning")


def rights_in(tree: Tree, release: Path) -> Iterator[Finding]:
    """What has other permissions than the rest, is open to everybody, or is somebody else's."""
    if os.name == "nt":
        return
    root = release.stat()
    files = {path: one for path, one in tree.found.items() if stat.S_ISREG(one.st_mode)}
    folders = {path: one for path, one in tree.found.items() if stat.S_ISDIR(one.st_mode)}
    for some in (files, folders):
        yield from _odd_modes(some)
        for path, status in some.items():
            if status.st_uid != root.st_uid:
                yield Finding(path, "owner", f"{status.st_uid} ≠ {root.st_uid}", "warning")


def _odd_modes(statuses: Mapping[str, os.stat_result]) -> Iterator[Finding]:
    modes = {path: _mode(one) for path, one in statuses.items()}
    usual = [mode for mode, _ in Counter(modes.values()).most_common(1)]
    for path, mode in modes.items():
        if mode not in usual or mode & stat.S_IWOTH:
            yield Finding(path, "mode", f"{mode:o}", "warning")


def _mode(status: os.stat_result) -> int:
    return stat.S_IMODE(status.st_mode)
