"""Vietnamese text in the forms that storing, addressing, searching and comparing need."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_LATIN_MARKS = re.compile("[\u0300-\u036f]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NOT_SLUG = re.compile("[^a-z0-9]+")
_SYLLABLE = re.compile(r"[^\W_]+")


def nfc(text: str) -> str:
    """`text` with every letter and its marks as one character where Unicode has one."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    r"""`text` in lower case without marks, as a reader types it in a search box.

    A script in the browser gets the same with `text.normalize("NFKD").toLowerCase()
    .replaceAll("đ", "d").replace(/\p{M}/gu, "")`.
    """
    if text.isascii():
        return text.lower()
    # Not casefold(): JavaScript has none, and 'ß' would be found in one of them only.
    lowered = unicodedata.normalize("NFKC", text).lower().replace("đ", "d")
    bare = _LATIN_MARKS.sub("", unicodedata.normalize("NFD", lowered))
    return bare if bare.isascii() else _NOT_ASCII.sub(_unless_mark, bare)


def _unless_mark(match: re.Match[str]) -> str:
    return "" if unicodedata.category(match[0]).startswith("M") else match[0]


def slugify(text: str) -> str:
    """`text` as a part of an address: a-z, 0-9 and single hyphens; empty when none is left."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


# What relates a text and what it is found by ask for the same.
@lru_cache(maxsize=2)
def syllables(text: str) -> Sequence[str]:
    """The words and numbers of `text` in order, in lower case with their marks."""
    found: list[str] = []
    for word in nfc(text.lower()).split():
        # The pattern finds the same in whole words, but takes longer.
        if word.isalnum():
            found.append(word)
        else:
            found += _SYLLABLE.findall(word)
    return found
