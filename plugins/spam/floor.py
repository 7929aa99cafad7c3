"""The least that a sentence is judged to be where it holds a name or a phrase that spam is made of.

Learned weights add up: among enough honest words any phrase is outweighed. It is told all the same,
unless the sentence speaks about it as those do who report, forbid and warn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import Final

from plugins.spam.brands import (
    CODE_POINTS,
    KNOWN,
    KNOWN_POINTS,
    STRONG_POINTS,
    brand_points,
    is_numbered,
    is_searched,
)
from plugins.spam.cores import (
    BARE_IS_HONEST,
    CERTAIN,
    DOUBTFUL,
    FAMED,
    PLANES,
    UNFAMED,
    Core,
)
from plugins.spam.lexicon import PHRASES, Match, Phrase
from plugins.spam.normalise import bare
from plugins.spam.phrases import TOPICS
from plugins.spam.speech import about, is_endorsed, is_of_site, sells

# How sure it is: from 1 a sentence is warned of, from 2 refused.
WARNED: Final = 1
REFUSED: Final = 2
# How far from a code the words stand that offer a site.
_BESIDE: Final = 3


def floor(words: Sequence[str], found: Sequence[Match]) -> tuple[int, bool]:
    """How sure it is that `words` are no honest sentence, and whether a name of a site tells so.

    `found` are the phrases of topics among them.
    """
    if any(brand_points(one) and is_endorsed(words, at) for at, one in enumerate(words)):
        return REFUSED, True
    phrase = max((_level(match, words) for match in found), default=0)
    name = max(_name_levels(words), default=0)
    level = max(phrase, name)
    if not level:
        return 0, False
    # Words of the law put beside an offer make it doubtful, and not honest.
    least = WARNED if sells(words) else 0
    return max(least, level - about(words, found)), name >= WARNED


def _level(match: Match, words: Sequence[str]) -> int:
    level, first, core = _levels().get(match.phrase, (0, 0, ()))
    written = tuple(words[match.start + first : match.start + first + len(core)])
    if written == core:
        return level
    # With other marks it may be any phrase, and so may some without marks.
    if any(word not in (meant, bare(meant)) for word, meant in zip(written, core, strict=True)):
        return 0
    return 0 if " ".join(core) in BARE_IS_HONEST else level


def _name_levels(words: Sequence[str]) -> Iterator[int]:
    for at, word in enumerate(words):
        points = brand_points(word)
        if points >= KNOWN_POINTS or is_searched(words, at):
            yield REFUSED
        elif points >= CODE_POINTS and not is_numbered(words, at):
            is_offered = is_of_site(words[max(0, at - _BESIDE) : at + 1 + _BESIDE])
            yield _code_level(word, points, is_offered=is_offered)


def _code_level(word: str, points: float, *, is_offered: bool) -> int:
    if word in FAMED:
        return REFUSED
    if is_offered:
        is_site = points >= STRONG_POINTS or (word in KNOWN and word not in PLANES)
        return REFUSED if is_site else WARNED
    is_name = points > CODE_POINTS or (word in KNOWN and word not in UNFAMED)
    return WARNED if is_name else 0


@cache
def _levels() -> dict[Phrase, tuple[int, int, Core]]:
    """The level of each phrase of a topic that holds a core, where that begins, and the core."""
    found: dict[Phrase, tuple[int, int, Core]] = {}
    for level, cores in ((WARNED, DOUBTFUL), (REFUSED, CERTAIN)):
        # Some phrases stand in the lexicon without marks.
        known = {*cores, *(tuple(map(bare, core)) for core in cores)}
        for phrase in PHRASES:
            for start, end in combinations(range(len(phrase.words) + 1), 2):
                if phrase.kind in TOPICS and phrase.words[start:end] in known:
                    found[phrase] = level, start, phrase.words[start:end]
    return found


def _calls() -> dict[str, set[str]]:
    """The last two words of each core of several, as they may be written."""
    found: dict[str, set[str]] = {}
    for *_, first, second in (one for one in (*CERTAIN, *DOUBTFUL) if len(one) > 1):
        for written in {first, bare(first)}:
            found.setdefault(written, set()).update((second, bare(second)))
    return found


def without_lookalikes(words: Sequence[str], honest: Sequence[Match]) -> list[str]:
    """`words` without the `honest` phrases among them that look like a core: 'soi cầu thang'."""
    spans = [range(one.start, one.end) for one in honest if _looks_like_core(one.phrase.words)]
    hidden = {at for span in spans for at in span}
    return [word for at, word in enumerate(words) if at not in hidden]


def _looks_like_core(words: Sequence[str]) -> bool:
    return any(second in CALLS.get(first, ()) for first, second in pairwise(words))


# By the first of two words that call for a look, the second ones.
CALLS: Final = _calls()
# The words of cores without marks: one in brackets calls for a look.
CORE_WORDS: Final = frozenset(bare(word) for core in (*CERTAIN, *DOUBTFUL) for word in core)
