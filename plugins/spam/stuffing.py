"""Keyword stuffing: the same few words again and again, for search engines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_DOUBTFUL: Final = 0.5
_CERTAIN: Final = 1.0
# How often a pair of words is repeated, and what share of the sentence it makes up with that.
_OFTEN: Final = 5
_VERY_OFTEN: Final = 8
_SHARE: Final = 0.45


def stuffing_strength(folded: Sequence[str]) -> float:
    """How much a sentence (words without marks) repeats itself: 1 for sure, 0.5 in doubt."""
    words = [word for word in folded if word.isalnum() and not word.isdigit()]
    if len(words) < 2 * _OFTEN:
        return 0.0
    pair, times = Counter(pairwise(words)).most_common(1)[0]
    # A list of things with numbers is an enumeration.
    if sum(word.isdigit() for word in folded) >= times:
        return 0.0
    if times < _OFTEN or times * len(set(pair)) < _SHARE * len(words):
        return 0.0
    return _CERTAIN if times >= _VERY_OFTEN else _DOUBTFUL
