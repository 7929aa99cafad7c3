"""What a text is about, as a few numbers: its tags and its telling pairs of syllables.

Pairs of neighbouring syllables without stop words do on Vietnamese as well as word segmenters do,
since most words of the language have two syllables. A signature depends on its text and on the
fixed table of rarity only, so that it can be kept with the text while others change.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias
from zlib import crc32

from msgspec import Struct

from plugins.languages.text import syllables
from plugins.news.rarity import RARE, STOP_WORDS, Pair, rarity

_MOST_TERMS: Final = 24
_TITLE_TIMES: Final = 2
_TAG_TIMES: Final = 4

# Terms, each as the CRC-32 of what it says, and their weights, the heaviest first.
Signature: TypeAlias = tuple[tuple[int, int], ...]


class Document(Struct, frozen=True):
    """What of a text counts."""

    title: str
    text: str
    tags: tuple[str, ...]


def signature(document: Document) -> Signature:
    """The terms that tell most of a document; the same on every machine."""
    # Below zero, so that of equal weights the smallest term is taken, in one text as in another.
    weighed = [(-_TAG_TIMES.bit_length() * RARE, _number(f"#{tag}")) for tag in set(document.tags)]
    for pair, times in _telling(document):
        weight, term = _term(pair)
        weighed.append((-times.bit_length() * weight, term))
    return tuple((term, -weight) for weight, term in sorted(weighed)[:_MOST_TERMS])


# Official texts use the same pairs again and again.
@lru_cache(maxsize=1 << 14)
def _term(pair: Pair) -> tuple[int, int]:
    return rarity().weight(pair), _number(" ".join(pair))


def _number(written: str) -> int:
    return crc32(written.encode())


def _telling(document: Document) -> list[tuple[Pair, int]]:
    """How often each pair stands in a document; in a long one, those that stand there twice."""
    counted = Counter(pairwise(syllables(document.text)))
    for pair in pairwise(syllables(document.title)):
        counted[pair] += _TITLE_TIMES
    often = _without_stop_words(counted, 2)
    return often if len(often) >= _MOST_TERMS else _without_stop_words(counted, 1)


def _without_stop_words(counted: Counter[Pair], fewest: int) -> list[tuple[Pair, int]]:
    return [
        (pair, times)
        for pair, times in counted.items()
        if times >= fewest and pair[0] not in STOP_WORDS and pair[1] not in STOP_WORDS
    ]
