"""Texts that belong together: shared tags and shared pairs of syllables.

Each text is a TF-IDF vector of the pairs of neighbouring syllables in it and of its tags; pairs
with a stop word are left out. On Vietnamese this does as well as word segmenters do, since most
words of the language have two syllables.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

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
_MOST_TERMS: Final = 40
_TITLE_WEIGHT: Final = 3
_TAG_WEIGHT: Final = 4
# A pair that stands in more than this share of the texts tells nothing about any of them.
_COMMON_SHARE: Final = 0.1
_ALWAYS_KEPT: Final = 10


@dataclass(frozen=True, slots=True)
class Document:
    """What of a text counts."""

    title: str
    text: str
    tags: tuple[str, ...]


def related(documents: Sequence[Document], count: int) -> list[list[int]]:
    """For each document the indexes of at most `count` others, the nearest first."""
    vectors = _vectors([_terms(document) for document in documents])
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for term, weight in vector.items():
            postings[term].append((index, weight))
    return [_nearest(index, vector, postings, count) for index, vector in enumerate(vectors)]


def _terms(document: Document) -> Counter[str]:
    terms = Counter(_pairs(document.text))
    for pair in _pairs(document.title):
        terms[pair] += _TITLE_WEIGHT
    for tag in document.tags:
        terms[f"#{tag}"] = _TAG_WEIGHT
    return terms


def _pairs(text: str) -> list[str]:
    words = syllables(text)
    return [
        f"{one} {two}"
        for one, two in pairwise(words)
        if one not in _STOP_WORDS and two not in _STOP_WORDS
    ]


def _vectors(counted: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """Unit vectors of the terms that tell most, without those that nobody shares."""
    frequency = Counter(term for terms in counted for term in terms)
    limit = max(_ALWAYS_KEPT, int(len(counted) * _COMMON_SHARE))
    rarity = {
        term: math.log(1 + len(counted) / texts)
        for term, texts in frequency.items()
        if texts > 1 and (texts <= limit or term.startswith("#"))
    }
    return [_vector(terms, rarity) for terms in counted]


def _vector(terms: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    weights = {
        term: (1 + math.log(times)) * rarity[term]
        for term, times in terms.items()
        if term in rarity
    }
    strongest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_MOST_TERMS]
    length = math.sqrt(sum(weight * weight for _, weight in strongest)) or 1.0
    return {term: weight / length for term, weight in strongest}


def _nearest(
    index: int,
    vector: dict[str, float],
    postings: dict[str, list[tuple[int, float]]],
    count: int,
) -> list[int]:
    scores: dict[int, float] = defaultdict(float)
    for term, weight in vector.items():
        for other, other_weight in postings[term]:
            scores[other] += weight * other_weight
    scores.pop(index, None)
    # Rounded, so that the order of additions cannot decide between equals.
    ranked = sorted(scores.items(), key=lambda item: (-round(item[1], 9), item[0]))
    return [other for other, _ in ranked[:count]]
