"""Words that were glued together, and words with their tone now at one place, now at another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final

from plugins.languages.orthography import is_marked, is_syllable, split_glued
from plugins.languages.tones import other_spelling, tone_place
from plugins.languages.usual import USUAL
from plugins.spelling.fault import Fault

_WORD: Final = re.compile(r"[^\W\d_]+")
# A longer word is no syllable, and not worth a place in memory.
_LONGEST_KNOWN: Final = 40
# So many different words that are no syllables are taken apart.
_MOST_SPLIT: Final = 1_000
# So many parts, and so many of them with a tone, were never written as one word.
_LONG_RUN: Final = 3
_TONED_PARTS: Final = 2
# The short name of an office without a space before or behind it, such as 'UBNDtỉnh'.
_INITIALS: Final = re.compile("([A-ZĐ]{2,8})([^A-ZĐ]+)|(.*[^A-ZĐ])([A-ZĐ]{2,8})")
_LONGEST_SYLLABLE: Final = 7
_MOST_VOWELS: Final = 3
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
# The vowels that a slip of one key makes of each other.
_SHAPES: Final = ("aăâ", "eê", "oôơ", "uư")
_VOWELS: Final = "aăâeêioôơuưy"
_FREE_TONES: Final = re.compile("[àằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]")


def glued(prose: str) -> Iterator[Fault]:
    """Words that are two syllables or more without a space, or one with the wrong vowel."""
    tried: dict[str, tuple[str, str]] = {}
    for match in _WORD.finditer(prose):
        word = match[0]
        if word.isascii() or is_known(word):
            continue
        if word not in tried:
            if len(tried) == _MOST_SPLIT:
                return
            tried[word] = _judged(word)
        code, meant = tried[word]
        if code:
            yield Fault(match.start(), match.end(), code, word, meant, meant, safe=False)


def _judged(word: str) -> tuple[str, str]:
    """What is wrong with a word that is no syllable, and how it is meant; empty if nothing is."""
    if found := _INITIALS.fullmatch(word):
        parts = tuple(filter(None, found.groups()))
        if any(part in USUAL and is_marked(part) for part in parts):
            return "am-tiet-dinh", " ".join(parts)
    parts = split_glued(word) or ()
    if not parts:
        return "", ""
    begins_with_vowel = any(_untoned(part[0].lower())[0] in _VOWELS for part in parts[1:])
    if begins_with_vowel and (meant := _usual_instead(word)):
        return "am-tiet-sai", meant
    if _is_long_vowel(parts):
        return "", ""
    return "am-tiet-dinh-dai" if _is_long(parts) else "am-tiet-dinh", " ".join(parts)


def _is_long_vowel(parts: tuple[str, ...]) -> bool:
    """Whether a name has one vowel twice, as those of the Mường do: 'Pồn Pôông'."""
    if len(parts) > 2 or not parts[0][0].isupper():
        return False
    last, first = (unicodedata.normalize("NFD", one)[0] for one in (parts[0][-1], parts[1][0]))
    return last == first


def _usual_instead(word: str) -> str:
    """The usual syllable that `word` is but for the shape of its vowels, if it is one."""
    letters = [_untoned(letter) for letter in word.lower()]
    if (
        len(letters) > _LONGEST_SYLLABLE
        or sum(base in _VOWELS for base, _ in letters) > _MOST_VOWELS
    ):
        return ""
    shapes = [next((one for one in _SHAPES if base in one), base) for base, _ in letters]
    for bases in product(*shapes):
        pairs = zip(bases, letters, strict=True)
        meant = unicodedata.normalize("NFC", "".join(base + tone for base, (_, tone) in pairs))
        if meant in USUAL:
            return meant.upper() if word.isupper() else word[0] + meant[1:]
    return ""


def _untoned(letter: str) -> tuple[str, str]:
    """A vowel and its tone; any other letter as it is."""
    apart = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in apart[1:] if mark in _TONES)
    base = "".join(mark for mark in apart if mark not in _TONES)
    return unicodedata.normalize("NFC", base), tone


@lru_cache(16_384)
def is_known(word: str) -> bool:
    """Whether `word` is one syllable, or has no mark of Vietnamese."""
    return len(word) < _LONGEST_KNOWN and (is_syllable(word) or not is_marked(word))


def _is_long(parts: tuple[str, ...]) -> bool:
    """Old names of countries in one word, such as Xênêgan, have no tones but at stops."""
    toned = sum(_FREE_TONES.search(part.lower()) is not None for part in parts)
    return len(parts) >= _LONG_RUN and toned >= _TONED_PARTS


def mixed_tones(prose: str) -> Iterator[Fault]:
    """The words of the rarer of two ways to place a tone, each where it stands first."""
    places: dict[str, dict[str, re.Match[str]]] = {"old": {}, "new": {}}
    counts = {"old": 0, "new": 0}
    for match in _WORD.finditer(prose):
        place = "" if match[0].isascii() else place_of(match[0])
        if place:
            counts[place] += 1
            places[place].setdefault(match[0].lower(), match)
    if not (counts["old"] and counts["new"]):
        return
    # Portals write the old way, so it wins where both are as frequent.
    rare, usual = ("old", "new") if counts["new"] > counts["old"] else ("new", "old")
    for match in places[rare].values():
        word = match[0]
        twin = other_spelling(word)
        other = places[usual].get(twin.lower()) or next(iter(places[usual].values()))
        line = prose.count("\n", 0, other.start()) + 1
        about = f"{other[0]}\n{line}"
        span = (match.start(), match.end())
        yield Fault(*span, "dat-dau-lan", word, twin, twin, safe=False, about=about)


@lru_cache(16_384)
def place_of(word: str) -> str:
    """Where a word of two spellings has its tone: 'old', 'new', or '' for any other word."""
    return tone_place(word) if len(word) < _LONGEST_KNOWN and is_syllable(word) else ""
