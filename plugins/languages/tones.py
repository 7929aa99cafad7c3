"""The two places of a tone in open oa, oe and uy: 'hòa' of old, 'hoà' of the newer rule."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_PAIRS: Final = {
    unicodedata.normalize("NFC", first + tone + second): unicodedata.normalize(
        "NFC", first + second + tone
    )
    for first, second in ("oa", "oe", "uy")
    for tone in _TONES
}
_NEWER: Final = {
    cased(old): cased(new) for old, new in _PAIRS.items() for cased in (str, str.upper)
} | {old.capitalize(): new.capitalize() for old, new in _PAIRS.items()}
_OLDER: Final = {new: old for old, new in _NEWER.items()}
# 'quý' has one spelling: its u belongs to the onset.
_OPEN: Final = re.compile(f"(?<![qQ])(?:{'|'.join((*_NEWER, *_OLDER))})\\Z")


def tone_place(word: str) -> str:
    """'old' or 'new' where the syllable `word` (in NFC) has one of two spellings, else ''."""
    found = _OPEN.search(word)
    if found is None:
        return ""
    return "old" if found[0] in _NEWER else "new"


def other_spelling(word: str) -> str:
    """`word` with its tone at the other of the two places."""
    found = _OPEN.search(word)
    if found is None:
        return word
    pair = found[0]
    return word[: found.start()] + (_NEWER.get(pair) or _OLDER[pair])
