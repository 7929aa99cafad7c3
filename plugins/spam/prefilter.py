"""Tells quickly that a text holds nothing that could be spam: nearly every text is honest."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, compress, count, pairwise, repeat
from operator import add, sub
from typing import Final

from plugins.spam.brands import is_searched
from plugins.spam.broken import broken_lines
from plugins.spam.chunks import chunks, least_weight, plain_spaces
from plugins.spam.disguise import is_parted
from plugins.spam.floor import CALLS
from plugins.spam.model import START, model
from plugins.spam.normalise import tokens
from plugins.spam.reading import SHORT, is_capitals
from plugins.spam.score import WARNED_FROM

# Lines of fewer words are not stuffed; of others, the share of different words that is too small.
_SHORTEST: Final = 10
_LONG: Final = 120
_SHARE: Final = 0.52
_LONG_SHARE: Final = 0.35


def suspicious_lines(text: str) -> set[int]:
    """The lines of `text`, counted from 0, whose sentences call for a look one by one."""
    text = plain_spaces(text)
    found = chunks(text)
    weights, firsts, following, ends, looks = zip(*found, strict=True)
    pairs = map(dict.get, (model().after(START), *following), firsts, repeat(0.0))
    sums = [*compress(accumulate(map(add, weights, pairs)), ends)]
    lines = _stuffed_lines(text) | broken_lines(text)
    least = least_weight()
    places = [*compress(count(), looks)] if any(looks) else []
    if max(map(sub, sums, (0.0, *sums))) > least:
        weighed = zip(compress(count(), ends), pairwise((0.0, *sums)), strict=True)
        places += [at for at, (before, after) in weighed if after - before > least]
    if places:
        breaks = [at for at, end_of in enumerate(ends) if end_of == "line"]
        lines.update(bisect_left(breaks, place) for place in places)
    return lines


def needs_judging(sentence: str) -> bool:
    """Whether anything in one sentence calls for judging it; never wrongly False."""
    spaced = plain_spaces(sentence)
    looks = [chunk.look for chunk in chunks(spaced)]
    if "closer" in looks or _stuffed_lines(spaced):
        return True
    words = tokens(sentence.lower())
    if any(second in CALLS.get(first, ()) for first, second in pairwise(words)):
        return True
    if any(is_searched(words, at) for at in range(len(words))):
        return True
    if "fragment" in looks and is_parted(words):
        return True
    # All other traits call for a closer look by themselves.
    traits = {"short": float(len(words) < SHORT), "capitals": float(is_capitals(sentence))}
    strong = {name: value for name, value in traits.items() if value}
    return model().points(words, strong) >= WARNED_FROM


def _stuffed_lines(text: str) -> set[int]:
    numbered = enumerate(text.split("\n"))
    # Most lines are too short to be stuffed, which their spaces tell at once.
    return {at for at, line in numbered if line.count(" ") > _SHORTEST - 2 and _is_stuffed(line)}


def _is_stuffed(line: str) -> bool:
    words = line.split()
    least = _SHARE if len(words) < _LONG else _LONG_SHARE
    return len(words) >= _SHORTEST and len(set(words)) < least * len(words)
