"""Texts that belong together: the terms that their signatures share.

The work for one text has a bound, however many texts there are: a signature holds few terms, of
the texts that share a term only those nearest in order are looked at, and only those that are met
most often are compared in full. The arithmetic is that of whole numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain, islice, repeat
from math import isqrt
from operator import itemgetter, mul
from typing import Final, TypeAlias

from plugins.news.signatures import Signature

# So many texts on both sides of a text are looked at for one term, and so many for all terms.
_REACH: Final = 24
_MOST_LOOKED_AT: Final = 200
# So many terms of a text are looked up, of those that it shares.
_MOST_TERMS: Final = 16
# So many of the texts that are met are compared with it in full, or as many as are wanted.
_COMPARED: Final = 10
# A term loses one part of so many each time that the number of its texts doubles.
_MOST_TELLING: Final = 10
_LENGTH: Final = 10_000

# The heaviest shared terms of a text with their weights, in that order.
_Vector: TypeAlias = dict[int, int]
_Postings: TypeAlias = Mapping[int, list[int]]


def nearest(signatures: Sequence[Signature], count: int) -> list[list[int]]:
    """For each text the indexes of at most `count` others, the nearest first.

    Of texts that are equally near the first ones come first.
    """
    found = Nearest(signatures, count)
    return [found[index] for index in range(len(signatures))]


class Nearest:
    """What `nearest` gives, for one text after the other: found when it is asked for."""

    def __init__(self, signatures: Sequence[Signature], count: int) -> None:
        self._signatures = signatures
        self._count = count

    def __getitem__(self, index: int) -> list[int]:
        """The indexes of the texts nearest to that at `index`."""
        vectors, postings = self._vectors
        met = _met(index, vectors[index], postings)[: max(self._count, _COMPARED)]
        return _closest(vectors[index], met, vectors)[: self._count]

    @cached_property
    def _vectors(self) -> tuple[Sequence[_Vector], _Postings]:
        telling = _telling(self._signatures)
        vectors = [_vector(signature, telling) for signature in self._signatures]
        postings: dict[int, list[int]] = defaultdict(list)
        for index, vector in enumerate(vectors):
            for term in vector:
                postings[term].append(index)
        return vectors, postings


def _telling(signatures: Sequence[Signature]) -> dict[int, int]:
    """What each term counts that several texts share.

    It depends on the number of those texts alone, and changes seldom, so that a new text leaves
    most results as they were.
    """
    shared = Counter(map(itemgetter(0), chain.from_iterable(signatures)))
    return {
        term: max(1, _MOST_TELLING - texts.bit_length())
        for term, texts in shared.items()
        if texts > 1
    }


def _vector(signature: Signature, telling: Mapping[int, int]) -> _Vector:
    """The heaviest shared terms of a text, brought to one length."""
    terms = [(term, weight * telling[term]) for term, weight in signature if term in telling]
    terms.sort(key=itemgetter(1), reverse=True)
    del terms[_MOST_TERMS:]
    length = isqrt(sum([weight * weight for _, weight in terms]))
    return {term: weight * _LENGTH // length for term, weight in terms}


def _met(index: int, vector: _Vector, postings: _Postings) -> list[int]:
    """The texts around a text, those first that are met for most of its terms."""
    around = chain.from_iterable(_around(index, postings[term]) for term in vector)
    met = Counter(islice(around, _MOST_LOOKED_AT))
    met.pop(index, None)
    # Those that are met as often stay in the order of the terms.
    return sorted(met, key=met.__getitem__, reverse=True)


def _around(index: int, posting: list[int]) -> list[int]:
    if len(posting) <= 2 * _REACH:
        return posting
    place = bisect_left(posting, index)
    return posting[max(0, place - _REACH) : place + _REACH + 1]


def _closest(vector: _Vector, others: Sequence[int], vectors: Sequence[_Vector]) -> list[int]:
    """`others` in the order of what they share with the text of `vector`."""
    weights = vector.values()
    scored = [
        (-sum(map(mul, weights, map(vectors[other].get, vector, repeat(0)))), other)
        for other in others
    ]
    return [other for _, other in sorted(scored)]
