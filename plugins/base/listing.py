"""Which files a content folder holds; what is none of its business is told once and not entered."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from plugins.base.problems import Problems

# portals/<id>/news/<year>/<key> are five; what is deeper still can be no content.
_DEEPEST: Final = 8
# Made by programs, thousands of files each.
_TOOLS: Final = frozenset({"node_modules", "__pycache__", "__MACOSX"})
# What file managers and editors leave behind; never published, and no fault of the person.
_LEFTOVER = re.compile(r"(.*/)?(\.DS_Store|Thumbs\.db|desktop\.ini|[^/]+~|\.[^/]+\.sw[a-z])\Z")


def is_leftover(path: str) -> bool:
    """Whether a file manager or an editor left the file at `path` behind."""
    return bool(_LEFTOVER.match(path))


def listed_files(root: Path, problems: Problems) -> dict[str, Path]:
    """The regular files below `root` by POSIX path in NFC, in the order of these.

    Links, pipes and devices, hidden things, and names that Windows or macOS would take for one
    are recorded as problems.
    """
    found: dict[str, Path] = {}
    # A list and no recursion: folders may lie deeper in each other than calls may.
    folders = [(root, "")]
    while folders:
        folder, prefix = folders.pop()
        entries = _entries(folder, prefix, problems)
        _check_twins([entry.name for entry, _ in entries], prefix, problems)
        for entry, kind in entries:
            path = unicodedata.normalize("NFC", prefix + entry.name)
            if code := _refusal(entry.name, path, kind):
                problems.add(path, 1, code)
            elif kind == stat.S_IFDIR:
                folders.append((Path(entry.path), f"{path}/"))
            else:
                found.setdefault(path, Path(entry.path))
    return dict(sorted(found.items()))


def reason_of(error: OSError) -> str:
    """The name of the term that says why a file or folder cannot be read."""
    if isinstance(error, FileNotFoundError):
        return "missing"
    return "denied" if isinstance(error, PermissionError) else "broken"


def _entries(
    folder: Path, prefix: str, problems: Problems
) -> Sequence[tuple[os.DirEntry[str], int]]:
    """What stands in a folder, and its kind, sorted by name; nothing where it cannot be read.

    A folder may tell its names, and not let anybody in.
    """
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        return [(entry, _kind(entry)) for entry in found]
    except OSError as error:
        problems.add(prefix.rstrip("/") or ".", 1, "tep-khong-doc", reason=reason_of(error))
        return ()


def _kind(entry: os.DirEntry[str]) -> int:
    """The kind of file; one that has vanished since is told when it is read."""
    try:
        return stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode)
    except FileNotFoundError:
        return stat.S_IFREG


def _refusal(name: str, path: str, kind: int) -> str:
    """The code of why something may not stand in the content, or an empty text."""
    if kind not in (stat.S_IFREG, stat.S_IFDIR):
        return "tep-lien-ket"
    if kind == stat.S_IFDIR and (name.startswith(".") or name in _TOOLS):
        return "tep-an"
    if name.startswith(".") and not is_leftover(name):
        return "tep-an"
    if kind == stat.S_IFDIR and path.count("/") >= _DEEPEST:
        return "thu-muc-qua-sau"
    return ""


def _check_twins(names: Sequence[str], prefix: str, problems: Problems) -> None:
    """Record names of one folder that another system would take for one."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        plain = unicodedata.normalize("NFC", name).casefold()
        groups[unicodedata.normalize("NFC", plain)].append(name)
    for twins in groups.values():
        for name, other in zip(twins, [*twins[1:], twins[0]], strict=True):
            if name != other:
                path = unicodedata.normalize("NFC", prefix + name)
                problems.add(path, 1, "ten-gan-trung", other=other)
