"""Tells quickly that a text holds nothing that could be spam: nearly every text is honest."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from operator import add
from types import MappingProxyType
from typing import Final

from plugins.spam.brands import PHONE
from plugins.spam.disguise import is_fragment, is_odd, is_parted
from plugins.spam.model import BIAS, LENGTH, model, plain_words
from plugins.spam.normalise import is_usual, tokens
from plugins.spam.reading import HIDING, SHORT
from plugins.spam.score import WARNED_FROM

# What a chunk of text adds to the words that are read: it alone calls for a look.
_ODD: Final = "\x00"
_FRAGMENT: Final = "\x01"
_CACHED: Final = 20_000
# 'The women's union': what stands behind it is no piece of a word set apart.
_APOSTROPHES: Final = "'’"
_LONGEST_AT_ONCE: Final = 20_000
# How far the points of a sentence may lie below those that are warned of when they are summed up
# roughly: each word as often as it stands, and stops within abbreviations taken for ends.
_MARGIN: Final = 1.0
_SHORT_TRAIT: Final = MappingProxyType({"short": 1.0})
_ENDS: Final = frozenset(".!?…\n")
_ADDRESS: Final = re.compile(r"[A-Za-z0-9-]\.[A-Za-z]")
_MOBILE: Final = re.compile(r"0[35789]\d")
_MARKUP: Final = re.compile(r"[:=<]")
# Lines of fewer words are not stuffed; of others, the share of different words that is too small.
_SHORTEST: Final = 10
_LONG: Final = 120
_SHARE: Final = 0.52
_LONG_SHARE: Final = 0.35


def suspicious_lines(text: str) -> Collection[int]:
    """The lines of `text`, counted from 0, whose sentences call for a look one by one."""
    if not is_usual(text):
        return range(text.count("\n") + 1)
    words = _words(text.lower())
    if _has_suspicious_form(text, words):
        return range(text.count("\n") + 1)
    return _lines_of_suspicious_words(words)


def needs_judging(sentence: str) -> bool:
    """Whether anything in one sentence calls for judging it; never wrongly False."""
    if not is_usual(sentence):
        return True
    words = _words(sentence.lower())
    if _has_suspicious_form(sentence, words):
        return True
    return model().points(words, _SHORT_TRAIT if len(words) < SHORT else {}) >= WARNED_FROM


def _words(plain: str) -> list[str]:
    """The words of a text in lower case, among them the marks of its chunks."""
    *chunks, last = plain.replace("\n", " \n ").split(" ")
    # A space behind it makes a sign the end of a thought.
    return [*chain.from_iterable(map(_followed, chunks)), *_chunk(last)]


@lru_cache(maxsize=_CACHED)
def _followed(chunk: str) -> tuple[str, ...]:
    return _chunk(f"{chunk} ")


def _chunk(chunk: str) -> tuple[str, ...]:
    """The words of what stands between two spaces, and a mark if they call for a look."""
    words = tokens(chunk)
    mark = ""
    if any(map(is_odd, words)):
        mark = _ODD
    elif not any(sign in chunk for sign in _APOSTROPHES) and any(map(is_fragment, words)):
        mark = _FRAGMENT
    return (*plain_words(words), *mark)


def _has_suspicious_form(text: str, words: Sequence[str]) -> bool:
    """Whether letters, lines, numbers or markup call for a look, whatever the words are."""
    return (
        _ODD in words
        or (words.count(_FRAGMENT) > 1 and _is_parted(text.lower()))
        or _ADDRESS.search(text) is not None
        or (_MOBILE.search(text) is not None and PHONE.search(text) is not None)
        or (_MARKUP.search(text) is not None and HIDING.search(text.lower()) is not None)
        or any(map(_is_stuffed, text.split("\n")))
    )


def _is_parted(plain: str) -> bool:
    # A long text is judged a sentence at a time anyway.
    return len(plain) > _LONGEST_AT_ONCE or is_parted(tokens(plain))


def _lines_of_suspicious_words(words: Sequence[str]) -> Collection[int]:
    """The lines with a sentence that has the points for a closer look by its words alone."""
    weights = model()
    zeros = [0.0] * len(words)
    single = map(weights.words.get, words, zeros)
    pairs = map(weights.pairs.get, pairwise((*words, "\n")), zeros)
    sums = [0.0, *accumulate(map(add, single, pairs))]
    ends = [at for at, word in enumerate(words, 1) if word in _ENDS]
    bias, short = weights.traits[BIAS], weights.traits["short"]
    least = (WARNED_FROM - _MARGIN) / LENGTH
    starts = [
        start
        for start, end in pairwise((0, *ends, len(words)))
        if sums[end] - sums[start] + bias + short * (end - start < SHORT)
        > least * math.sqrt(2 * (end - start) + 2)
    ]
    breaks = [at for at in ends if words[at - 1] == "\n"] if starts else []
    return {bisect_right(breaks, start) for start in starts}


def _is_stuffed(line: str) -> bool:
    words: Sequence[str] = line.split()
    count = len(words)
    return count >= _SHORTEST and len(set(words)) < count * (
        _SHARE if count < _LONG else _LONG_SHARE
    )
