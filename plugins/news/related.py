"""Texts that belong together: shared tags and shared pairs of syllables.

Each text is a TF-IDF vector of the pairs of neighbouring syllables in it and of its tags; pairs
with a stop word are left out. On Vietnamese this does as well as word segmenters do, since most
words of the language have two syllables.

The work for one text has a bound, however many texts there are: a vector holds few terms, and of
the texts that share a term only those nearest in order are looked at.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain, pairwise
from typing import Final, TypeAlias

from plugins.languages.text import syllables

_STOP_WORDS: Final = frozenset(
    (
        "và là của các những một được cho trong với có không này đó thì mà ở từ đến ra vào khi "
        "để về theo tại do bởi như cũng đã đang sẽ còn rất hơn nhất lại nên nhưng hay hoặc nếu "
        "vì trên dưới sau trước giữa ngoài bằng qua người ta nó họ "
        "the a an of to in on at for and or is are was were be been by with from that this these "
        "those it its as not no than then so but if which who what when how can may will would "
        "have has had do does did they their there"
    ).split()
)
_MOST_TERMS: Final = 24
_TITLE_WEIGHT: Final = 3
_TAG_WEIGHT: Final = 4
# A pair that stands in more than this share of the texts tells nothing about any of them.
_COMMON_SHARE: Final = 0.1
_ALWAYS_KEPT: Final = 10
# So many texts on both sides of a text are compared with it for one term.
_REACH: Final = 50
# Weights are whole numbers of this part: their sums are the same in any order, on any machine.
_PARTS: Final = 10_000

# A pair of syllables, or one tag.
_Term: TypeAlias = tuple[str, ...]
_Vector: TypeAlias = dict[_Term, int]
_Posting: TypeAlias = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Document:
    """What of a text counts."""

    title: str
    text: str
    tags: tuple[str, ...]


def related(documents: Sequence[Document], count: int) -> list[list[int]]:
    """For each document the indexes of at most `count` others, the nearest first."""
    vectors = _vectors([_terms(document) for document in documents])
    postings: dict[_Term, _Posting] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for term, weight in vector.items():
            postings[term].append((index, weight))
    return [_nearest(index, vector, postings, count) for index, vector in enumerate(vectors)]


def _terms(document: Document) -> dict[_Term, int]:
    """How often each term stands in a document; in a long one, those that stand there twice."""
    pairs = Counter(pairwise(syllables(document.text)))
    for pair in pairwise(syllables(document.title)):
        pairs[pair] += _TITLE_WEIGHT
    terms = _telling(pairs, 2)
    if len(terms) < _MOST_TERMS:
        terms = _telling(pairs, 1)
    terms.update({(tag,): _TAG_WEIGHT for tag in document.tags})
    return terms


def _telling(pairs: Counter[tuple[str, str]], fewest: int) -> dict[_Term, int]:
    return {
        (one, two): times
        for (one, two), times in pairs.items()
        if times >= fewest and one not in _STOP_WORDS and two not in _STOP_WORDS
    }


def _vectors(counted: Sequence[dict[_Term, int]]) -> list[_Vector]:
    """Unit vectors of the terms that tell most, without those that nobody shares."""
    frequency = Counter(chain.from_iterable(counted))
    limit = max(_ALWAYS_KEPT, int(len(counted) * _COMMON_SHARE))
    rarity = {
        term: math.log(1 + len(counted) / texts)
        for term, texts in frequency.items()
        if texts > 1 and (texts <= limit or len(term) == 1)
    }
    return [_vector(terms, rarity) for terms in counted]


def _vector(terms: dict[_Term, int], rarity: Mapping[_Term, float]) -> _Vector:
    weights = [
        (-(1 + math.log(times)) * rarity[term], term)
        for term, times in terms.items()
        if term in rarity
    ]
    strongest = sorted(weights)[:_MOST_TERMS]
    length = math.sqrt(sum(weight * weight for weight, _ in strongest)) or 1.0
    return {term: round(-weight / length * _PARTS) for weight, term in strongest}


def _nearest(
    index: int, vector: _Vector, postings: Mapping[_Term, _Posting], count: int
) -> list[int]:
    scores: dict[int, int] = defaultdict(int)
    for term, weight in vector.items():
        for other, other_weight in _around(index, postings[term]):
            scores[other] += weight * other_weight
    scores.pop(index, None)
    best = nsmallest(count, [(-score, other) for other, score in scores.items()])
    return [other for _, other in best]


def _around(index: int, posting: _Posting) -> _Posting:
    if len(posting) <= 2 * _REACH:
        return posting
    place = bisect_left(posting, (index,))
    return posting[max(0, place - _REACH) : place + _REACH + 1]
