"""The words that addresses and names are read as: '/nha-cai-uy-tin/' is an offer too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

# What parts an address; what stands within its parts in place of spaces.
_PARTS: Final = re.compile(r"[/?&=#;:]+")
_SPACES: Final = re.compile(r"[-_+~:@!*()'\"]+")
_DOTS: Final = re.compile(r"\.")
# A dot between words, and not that of a host or of a file's ending.
_DOTTED: Final = re.compile(r"(?:[^.]+\.){2,}")
_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})


def address_lines(address: str) -> tuple[str, ...]:
    """The parts of an address, of an id or of a file's name, with spaces between their words."""
    plain = unquote(unquote(address)) if "%" in address else address
    return tuple(dict.fromkeys(_lines(plain)))


def _lines(address: str) -> Iterator[str]:
    for part in _PARTS.split(address):
        words = " ".join(_SPACES.sub(" ", part).split())
        if not words or words in _SCHEMES or words.isdigit():
            continue
        yield words
        if _DOTTED.match(words):
            yield " ".join(_DOTS.sub(" ", words).split())
