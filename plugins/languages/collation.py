"""The order of a Vietnamese dictionary, which compares syllable by syllable.

'Hà Trung' stands before 'Hạ Long': the letters of the first syllable decide, then its tone, and
only then the second syllable. Within equal letters the tones follow each other as none, huyền,
hỏi, ngã, sắc, nặng. Punctuation and capitals decide nothing unless all else is equal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias

SyllableKey: TypeAlias = tuple[int, int, str, str]
SortKey: TypeAlias = tuple[tuple[SyllableKey, ...], str]

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS: Final = str.maketrans({letter: chr(0x61 + i) for i, letter in enumerate(_ALPHABET)})
_TONES: Final = MappingProxyType(
    {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
)
# A mark that makes another letter of the alphabet, as the horn of 'ơ' does.
_SHAPED: Final = MappingProxyType(
    {unicodedata.normalize("NFD", letter): letter for letter in "ăâêôơư"}
)
_TOKEN = re.compile("[0-9]+|(?:[^\\W0-9_][\u0300-\u036f]*)+")

_NUMBER, _FOREIGN, _WORD = range(3)
_NO_LETTER = "#"


def sort_key(text: str) -> SortKey:
    """A key that sorts texts in dictionary order; different texts have different keys.

    Numbers stand before words, in the order of their value. Words of other scripts stand between
    the two, so that a sorted list falls into one run for every `index_letter`.
    """
    return tuple(map(_syllable_key, _tokens(text))), unicodedata.normalize("NFC", text)


def index_letter(text: str) -> str:
    """The heading of an index that `text` stands under: 'Â' for 'Ấp', '#' for '3 mốc'."""
    first = next(iter(_tokens(text)), "")
    letter = _letters_and_tones(first)[0][:1]
    return letter.upper() if letter and letter in _ALPHABET else _NO_LETTER


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFKD", text).casefold())


@lru_cache(8192)
def _syllable_key(token: str) -> SyllableKey:
    if token[0] in "0123456789":
        digits = token.lstrip("0")
        # The length first: numbers of any size compare without being computed.
        return _NUMBER, len(digits), digits, ""
    letters, tones = _letters_and_tones(token)
    kind = _WORD if letters[0] in _ALPHABET else _FOREIGN
    return kind, 0, letters.translate(_RANKS), tones


def _letters_and_tones(token: str) -> tuple[str, str]:
    """The letters of a decomposed token, and its tones wherever they stand.

    Without their places the two spellings 'hòa' and 'hoà' share one place in the order.
    """
    letters: list[str] = []
    tones = ""
    for char in token:
        if char in _TONES:
            tones += _TONES[char]
        elif "\u0300" <= char <= "\u036f":
            letters[-1] = _SHAPED.get(letters[-1] + char, letters[-1])
        else:
            letters.append(char)
    return "".join(letters), tones
