"""Words that were glued together, and words with their tone now at one place, now at another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Final

from plugins.languages.orthography import (
    is_marked,
    is_marked_wrongly,
    is_syllable,
    split_glued,
    toneless,
    tones_of,
)
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
_PAIR: Final = 2
# The short name of an office without a space before or behind it, such as 'UBNDtỉnh'.
_INITIALS: Final = re.compile("([A-ZĐ]{2,8})([^A-ZĐ]+)|(.*[^A-ZĐ])([A-ZĐ]{2,8})")
# Peoples whose names are written in one word too, and look like two usual ones.
_PEOPLES: Final = frozenset(("cơtu", "tàôi"))
_MOST_VOWELS: Final = 3
# The vowels that a slip of one key makes of each other.
_SHAPES: Final = ("aăâ", "eê", "oôơ", "uư")
_VOWELS: Final = "aăâeêioôơuưy"
_FREE_TONES: Final = re.compile("[àằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]")
# The usual syllables by their letters and their tone, wherever that stands.
_USUAL_WITH: Final = {(toneless(word), tones_of(word)): word for word in USUAL}


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
    """What is wrong with a word that is no syllable, and how it is meant; empty if nothing is.

    Where nobody can tell how it is meant, that is the word itself.
    """
    if found := _INITIALS.fullmatch(word):
        parts = tuple(filter(None, found.groups()))
        if any(part in USUAL and is_marked(part) for part in parts):
            return "am-tiet-dinh", " ".join(parts)
    parts = split_glued(word) or ()
    if is_marked_wrongly(word):
        is_told = len(tones_of(word)) > 1 or (parts and not _may_be_name(word, parts))
        return ("am-tiet-sai", _usual_instead(word) or word) if is_told else ("", "")
    if not parts or _may_be_name(word, parts):
        return "", ""
    if _is_long(parts):
        return "am-tiet-dinh-dai", " ".join(parts)
    if _may_be_foreign(word, parts):
        return "am-tiet-sai", word
    return "am-tiet-dinh", " ".join(parts)


def _may_be_foreign(word: str, parts: Sequence[str]) -> bool:
    """Whether it may be another word with a tone put on it, such as 'phốtpho', and is no two."""
    return (
        word[1:].islower()
        and tones_of(word) != ""
        and not any(part.lower() in USUAL for part in parts)
        and not all(map(is_marked, parts))
    )


def _may_be_name(word: str, parts: Sequence[str]) -> bool:
    """Whether a word that comes apart is a name of a people or place in a language of its own.

    Few of these have a tone but sắc, or one vowel twice as those of the Mường do: 'Pồn Pôông'.
    """
    if word.lower() in _PEOPLES:
        return True
    if not word.istitle():
        return False
    last, first = (unicodedata.normalize("NFD", one)[0] for one in (parts[0][-1], parts[1][0]))
    is_strange = not all(part.lower() in USUAL for part in parts)
    return (len(parts) == _PAIR and last == first and last.lower() in _VOWELS) or (
        is_strange and not _FREE_TONES.search(word.lower())
    )


def _usual_instead(word: str) -> str:
    """The only usual syllable that `word` is but for its marks; empty if there are more or none.

    The shape of each vowel may be another, and of several tones one is meant.
    """
    letters = toneless(word)
    if sum(letter in _VOWELS for letter in letters) > _MOST_VOWELS:
        return ""
    shapes = [next((one for one in _SHAPES if letter in one), letter) for letter in letters]
    tones = tones_of(word) or ("",)
    meant = {
        usual
        for bases in product(*shapes)
        for tone in tones
        if (usual := _USUAL_WITH.get(("".join(bases), tone)))
    }
    if len(meant) != 1:
        return ""
    (only,) = meant
    if word.isupper():
        return only.upper()
    return only.capitalize() if word[0].isupper() else only


@lru_cache(16_384)
def is_known(word: str) -> bool:
    """Whether `word` is one syllable, or has no mark of Vietnamese."""
    return len(word) < _LONGEST_KNOWN and (is_syllable(word) or not is_marked(word))


def is_abbreviation(word: str) -> bool:
    """Whether `word` may be the first letters of others, such as QĐ, which have no tones."""
    return word.isupper() and not tones_of(word)


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
