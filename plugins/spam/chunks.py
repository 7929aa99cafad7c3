"""What stands between two spaces, looked at once and known wherever it comes again."""

from __future__ import annotations

import math
import re
from functools import cache
from itertools import pairwise, product
from string import ascii_lowercase
from typing import Final, Literal, NamedTuple, TypeAlias

from plugins.base.memo import Memo
from plugins.spam.brands import KEYWORD, MARKS, SEARCHED
from plugins.spam.disguise import is_fragment, is_odd
from plugins.spam.floor import CALLS, CORE_WORDS
from plugins.spam.model import BIAS, END, LENGTH, START, is_unheard, model, plain_words
from plugins.spam.normalise import bare, is_usual, tokens, without_brackets
from plugins.spam.score import WARNED_FROM
from plugins.spam.sentences import sentence_ends

# How far the points of a sentence may lie below those that are warned of when they are summed up
# roughly: each word as often as it stands.
_MARGIN: Final = 1.0
# The points of n words are their weights by LENGTH / sqrt(2n + 2). In place of the root a straight
# line bounds the weights that let a sentence pass; it touches the root here, and is stricter
# everywhere else, so that sums are all that has to be compared.
_TOUCHING: Final = 8
_SHARE: Final = (_MARGIN - WARNED_FROM) / LENGTH / math.sqrt(2 * _TOUCHING + 2)
_LEAST: Final = -_SHARE * (_TOUCHING + 2)
# Outweighs all that may stand in one sentence.
_ENOUGH: Final = 1e6
# 'The women's union': what stands behind it is no piece of a word set apart.
_APOSTROPHES: Final = ("'", "’")
_STOPS: Final = ".,;:!?"
# An address, the beginning of a telephone number, and words of hidden markup.
_TELLING: Final = re.compile(
    r"[\w-]\.[A-Za-z]|(?<!\d)0[35789][\dx]|\[(?:url|link)=|<a\Z"
    r"|(?:display|visibility|font-size|text-indent|left|opacity)(?::|\Z)",
    re.IGNORECASE,
)

Look: TypeAlias = Literal["", "fragment", "closer"]
EndOf: TypeAlias = Literal["", "sentence", "line"]


class Chunk(NamedTuple):
    """The points of the words between two spaces, and what else they tell by themselves.

    `weight` sums up its words and the pairs among them, each with the share of what a sentence of
    so many words may weigh; its last word adds what `following` holds for the `first` word of the
    next chunk. `look` is what it calls for whatever stands beside it.
    """

    weight: float
    first: str
    following: dict[str, float]
    end_of: EndOf
    look: Look


def plain_spaces(text: str) -> str:
    """`text` with plain spaces for the others that an honest text holds."""
    return text.replace("\t", " ").replace("\u00a0", " ")


def chunks(text: str) -> list[Chunk]:
    """The chunks of a text with plain spaces that hold a word or end something.

    The last one ends its line.
    """
    written = f"{text}\n".replace("\n", "\n ").split(" ")
    return [*filter(None, _known()(written))]


def least_weight() -> float:
    """What the weights of the chunks of a sentence must exceed to call for a look."""
    traits = model().traits
    return _LEAST - traits[BIAS] - max(0.0, traits["short"])


@cache
def _known() -> Memo[Chunk | None]:
    """One memory a process: what a chunk tells is the same in every text."""
    return Memo(_chunk)


def _chunk(written: str) -> Chunk | None:
    plain = written.removesuffix("\n")
    end_of: EndOf = ""
    if plain != written:
        end_of = "line"
    elif len(plain) in sentence_ends(plain):
        end_of = "sentence"
    # Before a space a sign is a word of its own, but not at the end of a sentence.
    words = tokens(plain.lower() if end_of else f"{plain.lower()} ")
    if not words and not end_of:
        return None
    return _weighed(plain_words(words), end_of, _look(plain, words))


def _weighed(words: list[str], end_of: EndOf, look: Look) -> Chunk:
    weights = model()
    beyond = START if end_of else words[-1]
    pairs = pairwise((*words, END) if end_of else words)
    weight = sum(weights.words.get(word, 0.0) + _SHARE for word in words)
    weight += sum(after(first).get(second, 0.0) for first, second in pairs)
    return Chunk(weight, (*words, END)[0], after(beyond), end_of, look)


def after(word: str) -> dict[str, float]:
    """The weights of what may follow `word`; two words of a core are enough for a look."""
    following = model().after(word)
    calls = plain_words([*CALLS.get(word, ()), *(_search_codes() if word == KEYWORD[-1] else ())])
    return {**following, **dict.fromkeys(calls, _ENOUGH)} if calls else following


@cache
def _search_codes() -> list[str]:
    """The shapes of all codes that search engines may be asked for."""
    letters = [*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2))]
    return [letter + "0" * count for letter in letters for count in (1, 2, 3)]


def _look(plain: str, words: list[str]) -> Look:
    """What `words` call for that are written as `plain`: a closer look, whatever is beside them."""
    if not is_usual(plain) or _TELLING.search(plain) or any(map(is_odd, words)):
        return "closer"
    if _is_bracketed(plain.lower()) or _is_search(words):
        return "closer"
    if any(map(is_unheard, words)):
        return "closer"
    if any(end < len(plain) for end in sentence_ends(plain)):
        return "closer"
    if any(map(is_fragment, words)) and not any(sign in plain for sign in _APOSTROPHES):
        return "fragment"
    return ""


def _is_search(words: list[str]) -> bool:
    """Whether search engines may be asked for what stands in marks here, or behind them."""
    if MARKS.isdisjoint(words):
        return False
    return KEYWORD[-1] in words or any(map(SEARCHED.match, words))


def _is_bracketed(plain: str) -> bool:
    """Whether a word of a core, or a part of one, stands in brackets."""
    inner = without_brackets(plain)
    return inner != plain and bare(inner.strip(_STOPS)) in CORE_WORDS
