"""Tells quickly that a text holds nothing that could be spam: nearly every text is honest."""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate, compress, count, pairwise, repeat
from operator import add
from types import MappingProxyType
from typing import Final

from plugins.spam.chunks import chunks
from plugins.spam.disguise import is_parted
from plugins.spam.model import BIAS, LENGTH, START, model
from plugins.spam.normalise import tokens
from plugins.spam.reading import SHORT
from plugins.spam.score import WARNED_FROM

# How far the points of a sentence may lie below those that are warned of when they are summed up
# roughly: each word as often as it stands.
_MARGIN: Final = 1.0
_SHORT_TRAIT: Final = MappingProxyType({"short": 1.0})
# Lines of fewer words are not stuffed; of others, the share of different words that is too small.
_SHORTEST: Final = 10
_LONG: Final = 120
_SHARE: Final = 0.52
_LONG_SHARE: Final = 0.35


def suspicious_lines(text: str) -> set[int]:
    """The lines of `text`, counted from 0, whose sentences call for a look one by one."""
    found = chunks(text)
    weights, counts, firsts, following, ends, looks = zip(*found, strict=True)
    pairs = map(dict.get, (model().after(START), *following), firsts, repeat(0.0))
    sums = [0.0, *accumulate(map(add, weights, pairs))]
    words = [0, *accumulate(counts)]
    places = [*compress(count(), looks)] if any(looks) else []
    places += [
        start
        for start, end in pairwise((0, *compress(count(1), ends)))
        if sums[end] - sums[start] > _least(words[end] - words[start])
    ]
    lines = {number for number, line in enumerate(text.split("\n")) if _is_stuffed(line)}
    if places:
        breaks = [at for at, end_of in enumerate(ends) if end_of == "line"]
        lines.update(bisect_left(breaks, place) for place in places)
    return lines


def needs_judging(sentence: str) -> bool:
    """Whether anything in one sentence calls for judging it; never wrongly False."""
    looks = [chunk.look for chunk in chunks(sentence)]
    if "closer" in looks or _is_stuffed(sentence):
        return True
    words = tokens(sentence.lower())
    if looks.count("fragment") > 1 and is_parted(words):
        return True
    return model().points(words, _SHORT_TRAIT if len(words) < SHORT else {}) >= WARNED_FROM


@lru_cache(maxsize=1024)
def _least(words: int) -> float:
    """What the weights of so many words and of their pairs must exceed to call for a look."""
    traits = model().traits
    bias = traits[BIAS] + traits["short"] * (words < SHORT)
    return (WARNED_FROM - _MARGIN) / LENGTH * math.sqrt(2 * words + 2) - bias


def _is_stuffed(line: str) -> bool:
    if len(line) < 2 * _SHORTEST - 1:
        return False
    words = line.split()
    least = _SHARE if len(words) < _LONG else _LONG_SHARE
    return len(words) >= _SHORTEST and len(set(words)) < least * len(words)
