"""The phrases of `phrases.py` in the form that finds them: a tree of words without marks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from msgspec import Struct, field

from plugins.spam.normalise import bare
from plugins.spam.phrases import HONEST, TOPICS

_WEIGHT: Final = re.compile(r"([\d.]+) (.*)", re.DOTALL)
# Wrong marks on so many syllables are a disguise; on two they are another phrase.
_SURE_LENGTH: Final = 3
# Topics that weigh less are known by their marks alone.
_BARE_FROM: Final = 3
# Honest words that hold a phrase of a topic.
_HONEST: Final = "honest"
# Phrases that weigh less are not looked for within words.
_SQUEEZED_FROM: Final = 4


class Phrase(Struct, frozen=True):
    """A phrase: its words with marks, its kind and its points."""

    words: tuple[str, ...]
    kind: str
    points: float


class Match(Struct, frozen=True):
    """A phrase found at the words from `start` up to `end`; `bare` when written without marks."""

    phrase: Phrase
    start: int
    end: int
    bare: bool


class _Node(Struct):
    below: dict[str, _Node] = field(default_factory=dict)
    phrases: list[Phrase] = field(default_factory=list)


def _phrases(kind: str, text: str) -> Iterator[Phrase]:
    for paragraph in re.split(r"\n(?=[\d.]+ )", text.strip()):
        match = _WEIGHT.match(paragraph)
        if match is None:
            raise ValueError(paragraph)
        points = float(match[1])
        for written in match[2].split(","):
            for words in _choices(written):
                yield Phrase(words, kind, points)


def _choices(written: str) -> Iterable[tuple[str, ...]]:
    """The words of a phrase, in every choice that it leaves."""
    words = written.split()
    if "|" not in written:
        return (tuple(words),) if words else ()
    return itertools.product(*(word.split("|") for word in words))


def _all() -> Iterator[Phrase]:
    for kind, text in TOPICS.items():
        yield from _phrases(kind, text)
    yield from _phrases(_HONEST, HONEST)


@cache
def _tree() -> _Node:
    root = _Node()
    for phrase in PHRASES:
        node = root
        for word in phrase.words:
            node = node.below.setdefault(bare(word), _Node())
        node.phrases.append(phrase)
    return root


def matches(marked: Sequence[str], folded: Sequence[str]) -> list[Match]:
    """The phrases in a sentence from left to right, the longest at each place, none twice."""
    found: list[Match] = []
    at = 0
    while at < len(folded):
        match = _longest(marked, folded, at)
        if match is None:
            at += 1
        else:
            found.append(match)
            at = match.end
    return found


def topics(found: Iterable[Match]) -> tuple[Match, ...]:
    """The phrases of topics among those `found`."""
    return tuple(one for one in found if not is_honest(one))


def is_honest(match: Match) -> bool:
    """Whether an honest phrase was found, which holds one of a topic."""
    return match.phrase.kind == _HONEST


def kinds(found: Sequence[Match]) -> tuple[str, ...]:
    """The kinds of the phrases `found`, the weightiest first."""
    phrases = sorted((one.phrase for one in found), key=lambda one: -one.points)
    return tuple(dict.fromkeys(one.kind for one in phrases))


def _longest(marked: Sequence[str], folded: Sequence[str], start: int) -> Match | None:
    node = _tree()
    best: Match | None = None
    for end in range(start, len(folded)):
        following = node.below.get(folded[end])
        if following is None:
            break
        node = following
        for phrase in node.phrases:
            words = marked[start : end + 1]
            if tuple(words) == phrase.words:
                best = Match(phrase, start, end + 1, bare=False)
                break
            if _is_written_without_care(words, phrase):
                best = Match(phrase, start, end + 1, bare=True)
    return best


def _is_written_without_care(words: Sequence[str], phrase: Phrase) -> bool:
    """Whether `words` are `phrase` with marks left out, or so long that other marks are wrong."""
    pairs = list(zip(words, phrase.words, strict=True))
    # Common words without marks stand in the addresses of honest pages.
    if len(pairs) == 1 or (phrase.kind in TOPICS and phrase.points < _BARE_FROM):
        return False
    return all(word in (meant, bare(meant)) for word, meant in pairs) or (
        len(pairs) >= _SURE_LENGTH and phrase.points > _SURE_LENGTH
    )


PHRASES: Final = tuple(_all())
_TOPIC_PHRASES: Final = [one for one in PHRASES if one.kind in TOPICS]
# The first two words of every topic, and the topics of one word: what calls for a closer look.
PAIRS: Final = frozenset(
    (bare(one.words[0]), bare(one.words[1])) for one in _TOPIC_PHRASES if len(one.words) > 1
)
SINGLES: Final = frozenset(one.words[0] for one in _TOPIC_PHRASES if len(one.words) == 1)
# All syllables of topics without marks, by which glued words are parted.
SYLLABLES: Final = frozenset(
    bare(word)
    for one in _TOPIC_PHRASES
    if len(one.words) > 1 or not one.words[0].isascii()
    for word in one.words
)
# Topics of several words as they look without spaces, and their words.
SQUEEZED: Final = {
    "".join(map(bare, one.words)): one.words
    for one in _TOPIC_PHRASES
    if len(one.words) > 1 and one.points >= _SQUEEZED_FROM
}
