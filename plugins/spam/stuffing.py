"""Keyword stuffing: the same few words again and again, for search engines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_DOUBTED: Final = 3.0
_REFUSED: Final = 6.0
# How often a pair of words is repeated, and what share of the sentence it makes up with that.
_OFTEN: Final = 5
_VERY_OFTEN: Final = 8
_SHARE: Final = 0.45


def stuffing_points(folded: Sequence[str]) -> float:
    """The points of a sentence (words without marks) for repeating itself."""
    words = [word for word in folded if word.isalpha()]
    if len(words) < 2 * _OFTEN:
        return 0.0
    pair, times = Counter(pairwise(words)).most_common(1)[0]
    if times < _OFTEN or times * len(set(pair)) < _SHARE * len(words):
        return 0.0
    return _REFUSED if times >= _VERY_OFTEN else _DOUBTED
