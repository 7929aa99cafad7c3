"""Who may read and write a release: what is as it was published may be another the next moment."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from plugins.releases.disk import Tree
from plugins.releases.findings import Finding

# The folder that the portal lies in.
PARENT: Final = ".."
_OTHERS: Final = stat.S_IWGRP | stat.S_IWOTH
_SYSTEM: Final = 0


def open_to_others(path: Path, name: str, owner: int) -> Iterator[Finding]:
    """That others than its publisher may change what stands at a path, which is told by a `name`.

    `owner` is whoever owns the release; the system itself may do all anyway.
    """
    if os.name == "nt" or not os.path.lexists(path):
        return
    status = path.lstat()
    mode = _mode(status)
    # In a folder such as /tmp anybody may write, and change nothing that is another's.
    is_kept = stat.S_ISDIR(status.st_mode) and mode & stat.S_ISVTX and name == PARENT
    if mode & _OTHERS and not stat.S_ISLNK(status.st_mode) and not is_kept:
        yield Finding(name, "mode", f"{mode:o}", "warning")
    if status.st_uid not in (owner, _SYSTEM):
        yield Finding(name, "owner", f"{status.st_uid} ≠ {owner}", "warning")


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
