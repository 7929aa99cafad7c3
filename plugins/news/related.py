"""Texts that belong together: the terms that their signatures share.

The work for one text has a bound, however many texts there are: a signature holds few terms, of
the texts that share a term only those nearest in order are looked at, and only those that are met
most often are compared in full. The arithmetic is that of whole numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice, repeat
from math import isqrt
from operator import itemgetter, mul
from typing import Final, TypeAlias

from msgspec import Struct

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
# Where more texts are others, all are looked at again.
_FEW: Final = 16
# So many lists are known at a time: those of a portal in its languages, and of one beside it.
_LISTS: Final = 4

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

    def __init__(
        self, signatures: Sequence[Signature], count: int, index: _Index | None = None
    ) -> None:
        self._signatures = signatures
        self._count = count
        self._known = index

    def __getitem__(self, place: int) -> list[int]:
        """The indexes of the texts nearest to that at `place`."""
        vectors, postings = self._index.vectors, self._index.postings
        met = _met(place, vectors[place], postings)[: max(self._count, _COMPARED)]
        return _closest(vectors[place], met, vectors)[: self._count]

    def after(self, signatures: Sequence[Signature]) -> Nearest:
        """The same for other texts: at once where they differ in few places from these."""
        if len(signatures) != len(self._signatures):
            return Nearest(signatures, self._count)
        pairs = enumerate(zip(self._signatures, signatures, strict=True))
        places = [place for place, (old, new) in pairs if old != new]
        if len(places) > _FEW:
            return Nearest(signatures, self._count)
        index = _changed(self._index, self._signatures, signatures, places)
        return Nearest(signatures, self._count, index)

    @property
    def _index(self) -> _Index:
        if self._known is None:
            self._known = _index_of(self._signatures)
        return self._known


class NearestOfLast:
    """`Nearest` for one list after the other, each of which may be nearly one of the last."""

    def __init__(self) -> None:
        self._last: dict[tuple[int, int], Nearest] = {}

    def __call__(self, signatures: Sequence[Signature], count: int) -> Nearest:
        """What `nearest` gives for these texts."""
        key = (len(signatures), count)
        last = self._last.pop(key, None)
        found = last.after(signatures) if last else Nearest(signatures, count)
        self._last[key] = found
        while len(self._last) > _LISTS:
            del self._last[next(iter(self._last))]
        return found


class _Index(Struct, frozen=True):
    """Texts by what relates them.

    `using` are the texts whose signatures have a term, `postings` those whose vectors have it;
    `telling` is what each term counts that several texts share.
    """

    using: dict[int, list[int]]
    telling: dict[int, int]
    vectors: list[_Vector]
    postings: dict[int, list[int]]


def _index_of(signatures: Sequence[Signature]) -> _Index:
    using: defaultdict[int, list[int]] = defaultdict(list)
    for place, signature in enumerate(signatures):
        for term, _ in signature:
            using[term].append(place)
    counted = ((term, _told(len(texts))) for term, texts in using.items())
    telling = {term: told for term, told in counted if told}
    vectors = [_vector(signature, telling) for signature in signatures]
    postings: defaultdict[int, list[int]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for term in vector:
            postings[term].append(place)
    return _Index(dict(using), telling, vectors, dict(postings))


def _told(texts: int) -> int:
    """What a term counts that so many texts share; 0 for one alone.

    It depends on their number alone, and changes seldom, so that a new text leaves most results
    as they were.
    """
    return max(1, _MOST_TELLING - texts.bit_length()) if texts > 1 else 0


def _changed(
    index: _Index,
    before: Sequence[Signature],
    now: Sequence[Signature],
    places: Sequence[int],
) -> _Index:
    """The index of the texts of `now`, which has others than `before` at these `places`."""
    changed = _Index(
        dict(index.using), dict(index.telling), list(index.vectors), dict(index.postings)
    )
    others = set(places)
    for term in _exchanged(changed.using, before, now, places):
        texts = changed.using[term]
        told = _told(len(texts))
        if told != changed.telling.pop(term, 0):
            others.update(texts)
        if told:
            changed.telling[term] = told
    _weigh_again(changed, now, others)
    return changed


def _exchanged(
    using: dict[int, list[int]],
    before: Sequence[Signature],
    now: Sequence[Signature],
    places: Sequence[int],
) -> set[int]:
    """Bring the texts at `places` up to date in `using`; the terms that they have or had."""
    terms: set[int] = set()
    for place in places:
        for signatures, move in ((before, _taken), (now, _put)):
            for term, _ in signatures[place]:
                using[term] = move(using.get(term, []), place)
                terms.add(term)
    return terms


def _weigh_again(index: _Index, signatures: Sequence[Signature], places: Iterable[int]) -> None:
    """Bring the vectors of the texts at `places` up to date in an index."""
    for place in places:
        old, new = index.vectors[place], _vector(signatures[place], index.telling)
        index.vectors[place] = new
        for terms, move in ((old.keys() - new.keys(), _taken), (new.keys() - old.keys(), _put)):
            for term in terms:
                index.postings[term] = move(index.postings.get(term, []), place)


def _taken(places: Sequence[int], place: int) -> list[int]:
    """`places`, which are in order, without one of them."""
    at = bisect_left(places, place)
    return [*places[:at], *places[at + 1 :]]


def _put(places: Sequence[int], place: int) -> list[int]:
    """`places`, which are in order, with another one."""
    at = bisect_left(places, place)
    return [*places[:at], place, *places[at:]]


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
