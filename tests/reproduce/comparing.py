"""What two releases of the same hold, byte by byte, and where they differ."""

from __future__ import annotations

import json
import stat
from collections.abc import Mapping
from pathlib import Path

from plugins.releases.log import LOG
from plugins.releases.log_signature import LOG_SIGNATURE

_LOCK = ".lock"


def contents(folder: Path) -> dict[str, tuple[str, bytes]]:
    """The mode and the bytes of all that a folder holds, by its path; of a link where it leads.

    Left out are the lock, which holds nothing, and in the log who published, with the signature of
    that: they are meant to differ.
    """
    found = {}
    for path in folder.rglob("*"):
        if path.name in (_LOCK, LOG_SIGNATURE):
            continue
        mode = path.lstat().st_mode
        name = path.relative_to(folder).as_posix()
        found[name] = (stat.filemode(mode), _bytes(path))
    return found


def differences(
    first: Mapping[str, tuple[str, bytes]], second: Mapping[str, tuple[str, bytes]]
) -> list[str]:
    """The paths that are not the same in both, each with what is different."""
    told = []
    for path in sorted(first.keys() | second.keys()):
        if path not in first or path not in second:
            told.append(f"{path}: only in the {'first' if path in first else 'second'}")
        elif first[path] != second[path]:
            told.append(f"{path}: {_reason(first[path], second[path])}")
    return told


def _bytes(path: Path) -> bytes:
    if path.is_symlink():
        return str(path.readlink()).encode()
    if path.is_dir():
        return b""
    data = path.read_bytes()
    return _without_publisher(data) if path.name == LOG else data


def _without_publisher(log: bytes) -> bytes:
    entries = [json.loads(line) for line in log.splitlines()]
    return json.dumps([{**entry, "who": ""} for entry in entries]).encode()


def _reason(first: tuple[str, bytes], second: tuple[str, bytes]) -> str:
    if first[1] == second[1]:
        return f"mode {first[0]} and {second[0]}"
    pairs = enumerate(zip(first[1], second[1], strict=False))
    shorter = min(len(first[1]), len(second[1]))
    at = next((place for place, (one, other) in pairs if one != other), shorter)
    return f"{len(first[1])} and {len(second[1])} bytes, the first difference at {at}"
