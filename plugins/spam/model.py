"""The learned weights of words, pairs of words and traits, and the points that they make.

A logistic regression: the points of a sentence are the logarithm of its odds of being spam. The
weights are learned by `plugins.spam.training` from labelled sentences.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

WEIGHTS: Final = Path(__file__).with_name("weights.json")
BIAS: Final = "bias"
START: Final = "^"
END: Final = "$"
# The length that the features of every sentence are brought to, so that long ones weigh no more.
LENGTH: Final = 5.0
_DIGITS: Final = str.maketrans("123456789", "000000000")

# One for all words that begin no pair: it is looked into for most words of a text.
_NONE: Final[dict[str, float]] = {}

Pair = tuple[str, str]
Feature = str | Pair


class Model(Struct, frozen=True):
    """The weights of words, of pairs of neighbouring words, and of traits (with the bias).

    `pairs` holds for the first word of each pair the weights by its second word.
    """

    words: dict[str, float]
    pairs: dict[str, dict[str, float]]
    traits: dict[str, float]

    def after(self, word: str) -> dict[str, float]:
        """The weights of the pairs that `word` begins, by their second word."""
        return self.pairs.get(word, _NONE)

    def points(self, words: Sequence[str], traits: Mapping[str, float]) -> float:
        """The logarithm of the odds that a sentence of `words` with `traits` is spam."""
        plain = plain_words(words)
        single, pairs = set(plain), set(pairwise((START, *plain, END)))
        total = self.traits[BIAS]
        total += sum(self.traits.get(name, 0.0) * value for name, value in traits.items())
        total += sum(self.words.get(word, 0.0) for word in single)
        total += sum(self.after(first).get(second, 0.0) for first, second in pairs)
        squares = 1 + len(single) + len(pairs) + sum(value * value for value in traits.values())
        return LENGTH / math.sqrt(squares) * total


def is_unheard(word: str) -> bool:
    """Whether a word with marks stands in no sentence that was learned from: few honest ones do."""
    return not word.isascii() and word not in _heard()


@cache
def _heard() -> frozenset[str]:
    known = model()
    return frozenset((*known.words, *known.pairs, *chain.from_iterable(known.pairs.values())))


def plain_words(words: Sequence[str]) -> list[str]:
    """`words` with every digit as 0: what matters of a number is its shape."""
    return [word if word.isalpha() else word.translate(_DIGITS) for word in words]


@cache
def model() -> Model:
    """The weights that the program is shipped with."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Model)
