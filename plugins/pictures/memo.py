"""Remembers the pictures that were read without a fault, so that their pixels are read once.

A picture is known by its name's ending and its bytes; a memo that was changed or cut off is read as
far as it can be, and one that is deleted is made anew.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Final, TypeAlias

from plugins.pictures.forms import ending_of
from plugins.pictures.read import READER_VERSION

Size: TypeAlias = tuple[int, int]

_NAME: Final = "pictures.txt"


def picture_key(name: str, data: bytes) -> str:
    """What a picture is remembered by; another version of the program remembers none."""
    digest = hashlib.sha256(f"{READER_VERSION} {version('pillow')} {ending_of(name)}\0".encode())
    digest.update(data)
    return digest.hexdigest()


def load_sizes(cache: Path | None) -> dict[str, Size]:
    """Width and height of the remembered pictures by their keys."""
    sizes: dict[str, Size] = {}
    try:
        text = (cache / _NAME).read_text(encoding="ascii") if cache else ""
    except (OSError, ValueError):
        return sizes
    for line in text.splitlines():
        match line.split():
            case [key, width, height] if width.isdecimal() and height.isdecimal():
                sizes[key] = int(width[:5]), int(height[:5])
    return sizes


def save_sizes(cache: Path | None, sizes: Mapping[str, Size]) -> None:
    """Remember exactly these pictures."""
    if cache is None or load_sizes(cache) == sizes:
        return
    cache.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{key} {width} {height}\n" for key, (width, height) in sorted(sizes.items()))
    handle, temporary = tempfile.mkstemp(dir=cache, prefix=".new-")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
    os.replace(temporary, cache / _NAME)  # noqa: PTH105


def forget_sizes(cache: Path) -> None:
    """Remember no picture."""
    (cache / _NAME).unlink(missing_ok=True)
