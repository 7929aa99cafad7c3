"""What a sentence is judged by: its words out of their disguise, and the traits of its form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from plugins.spam.brands import (
    ADDRESS,
    CODE_POINTS,
    PHONE,
    SPAM_ENDING,
    STATE_ADDRESS,
    brand_points,
    is_numbered,
    without_mailboxes,
)
from plugins.spam.disguise import as_typed, undisguised
from plugins.spam.foreign import foreign_strength
from plugins.spam.lexicon import Match, is_honest, kinds, matches, topics
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


class Reading(Struct, frozen=True):
    """The words of a sentence in lower case, the strength of its traits, the topics among them.

    `honest` are the phrases among its words that only look like those of a topic.
    """

    words: Sequence[str]
    traits: Mapping[str, float]
    found: tuple[Match, ...]
    honest: tuple[Match, ...]

    @property
    def subjects(self) -> tuple[str, ...]:
        """What the sentence is about, the weightiest first."""
        return kinds(self.found)


def read(sentence: str) -> Reading:
    """How one sentence reads; the names of subjects and traits are those of `TERMS`."""
    text = without_mailboxes(normalise(sentence))
    written = tokens(text)
    words = undisguised(written)
    folded = [bare(word) for word in words]
    met = matches(words, folded)
    found = topics(met)
    typed = as_typed(words) if not found else words
    if typed != words and (meant := topics(matches(typed, typed_folded := [*map(bare, typed)]))):
        words, folded, found = typed, typed_folded, meant
    names = [(at, points) for at, word in enumerate(words) if (points := brand_points(word))]
    codes = [at for at, points in names if points == CODE_POINTS and not is_numbered(words, at)]
    is_hidden = bool(found) and (words != written or is_disguised(sentence))
    traits = {
        # An honest word with a letter of another script is a fault of spelling.
        "disguised": float(is_hidden),
        "brand": max((one for _, one in names if one != CODE_POINTS), default=0.0) / 4,
        "code": float(bool(codes)),
        "link": float(any(not STATE_ADDRESS.search(one[0]) for one in ADDRESS.finditer(text))),
        "address": float(SPAM_ENDING.search(text) is not None),
        "phone": float(PHONE.search(text) is not None),
        "foreign": foreign_strength(sentence),
        "stuffing": stuffing_strength(folded),
        "hidden": float(HIDING.search(text) is not None),
        "pictogram": float(_PICTOGRAM.search(sentence) is not None),
        "capitals": float(is_capitals(sentence)),
        "shout": float(sentence.endswith("!")),
        "short": float(len(words) < SHORT),
    }
    strong = {name: value for name, value in traits.items() if value}
    return Reading(words, strong, found, tuple(one for one in met if is_honest(one)))


def is_capitals(sentence: str) -> bool:
    """Whether nearly all letters of a sentence are capital."""
    letters = [sign for sign in sentence if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    return len(letters) > _CAPITALS and capitals > _CAPITAL_SHARE * len(letters)
