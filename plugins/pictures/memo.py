"""Remembers the pictures that were read without a fault, so that their pixels are read once.

A picture is known by its name's ending and its bytes; a memo that was changed or cut off is read as
far as it can be, and one that is deleted is made anew.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final, TypeAlias

from plugins.pictures.forms import ending_of
from plugins.pictures.read import READER_VERSION

Size: TypeAlias = tuple[int, int]

_NAME: Final = "pictures.txt"


def picture_key(name: str, data: bytes) -> str:
    """What a picture is remembered by; another version of the program remembers none."""
    digest = hashlib.sha256(f"{_version()} {ending_of(name)}\0".encode())
    digest.update(data)
    return digest.hexdigest()


@cache
def _version() -> str:
    return f"{READER_VERSION} {version('pillow')}"


def load_sizes(folder: Path | None) -> dict[str, Size]:
    """Width and height of the remembered pictures by their keys."""
    sizes: dict[str, Size] = {}
    try:
        text = (folder / _NAME).read_text(encoding="ascii") if folder else ""
    except (OSError, ValueError):
        return sizes
    for line in text.splitlines():
        match line.split():
            case [key, width, height] if width.isdecimal() and height.isdecimal():
                sizes[key] = int(width[:5]), int(height[:5])
    return sizes


def save_sizes(folder: Path | None, sizes: Mapping[str, Size]) -> None:
    """Remember exactly these pictures."""
    if folder is None or load_sizes(folder) == sizes:
        return
    folder.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{key} {width} {height}\n" for key, (width, height) in sorted(sizes.items()))
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".new-")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
    os.replace(temporary, folder / _NAME)  # noqa: PTH105


def forget_sizes(folder: Path) -> None:
    """Remember no picture."""
    (folder / _NAME).unlink(missing_ok=True)
