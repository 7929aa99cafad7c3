"""What a sentence is judged by: its words out of their disguise, and the traits of its form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from plugins.spam.brands import (
    ADDRESS,
    CODE_POINTS,
    PHONE,
    SPAM_ENDING,
    STATE_ADDRESS,
    brand_points,
)
from plugins.spam.disguise import as_typed, undisguised
from plugins.spam.foreign import foreign_strength
from plugins.spam.lexicon import topics
from plugins.spam.normalise import bare, is_disguised, normalise, tokens
from plugins.spam.stuffing import stuffing_strength

HIDING: Final = re.compile(
    r"display ?: ?none|visibility ?: ?hidden|font-size ?: ?0|text-indent ?: ?-\d{3}|\[url=|\[link="
    r"|<a href|left ?: ?-\d{4}px|opacity ?: ?0[;\"']"
)
_PICTOGRAM: Final = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
SHORT: Final = 4
_CAPITALS: Final = 8
_CAPITAL_SHARE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a sentence in lower case, the strength of its traits, what it is about."""

    words: Sequence[str]
    traits: Mapping[str, float]
    subjects: tuple[str, ...]


def read(sentence: str) -> Reading:
    """How one sentence reads; the names of subjects and traits are those of `TERMS`."""
    text = normalise(sentence)
    plain = tokens(text)
    words = undisguised(plain)
    folded = [bare(word) for word in words]
    subjects = topics(words, folded)
    typed = as_typed(words) if not subjects else words
    if typed != words and (meant := topics(typed, typed_folded := [bare(one) for one in typed])):
        words, folded, subjects = typed, typed_folded, meant
    names = [points for word in words if (points := brand_points(word))]
    is_hidden = bool(subjects) and (words != plain or is_disguised(sentence))
    traits = {
        # An honest word with a letter of another script is a fault of spelling.
        "disguised": float(is_hidden),
        "brand": max((one for one in names if one != CODE_POINTS), default=0.0) / 4,
        "code": float(CODE_POINTS in names),
        "link": float(any(not STATE_ADDRESS.search(one[0]) for one in ADDRESS.finditer(text))),
        "address": float(SPAM_ENDING.search(text) is not None),
        "phone": float(PHONE.search(text) is not None),
        "foreign": foreign_strength(sentence),
        "stuffing": stuffing_strength(folded),
        "hidden": float(HIDING.search(text) is not None),
        "pictogram": float(_PICTOGRAM.search(sentence) is not None),
        "capitals": float(_is_capitals(sentence)),
        "shout": float(sentence.endswith("!")),
        "short": float(len(words) < SHORT),
    }
    found = {name: value for name, value in traits.items() if value}
    return Reading(words, found, subjects)


def _is_capitals(sentence: str) -> bool:
    letters = [sign for sign in sentence if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    return len(letters) > _CAPITALS and capitals > _CAPITAL_SHARE * len(letters)
