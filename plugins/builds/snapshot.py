"""All bytes that a build reads, as one fingerprint, found without understanding any of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from plugins.base.listing import listed_files
from plugins.base.problems import Problems
from plugins.base.program import program


def snapshot(content: Path, home: Path) -> str:
    """Stands for the content, and for the program with its theme and settings in `home`.

    Empty when something there cannot be read: what is told of that is found by reading it all.
    """
    problems = Problems()
    try:
        files = _digest(listed_files(content, problems))
    except OSError:
        return ""
    return "" if len(problems) else f"{home_digest(home)} {files}"


def home_digest(home: Path) -> str:
    """Stands for the program with its theme and settings, which are trusted."""
    files = [path for path in (home / "theme").rglob("*") if path.is_file()]
    files.append(home / "pelicanconf.py")
    named = {path.relative_to(home).as_posix(): path for path in sorted(files)}
    return f"{program()} {_digest(named)}"


def _digest(files: Mapping[str, Path]) -> str:
    made = hashlib.sha256()
    for name, place in files.items():
        data = place.read_bytes()
        made.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
    return made.hexdigest()
