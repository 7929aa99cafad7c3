"""Judges one sentence: the evidence of spam, less what only officials say of the same subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from plugins.spam.brands import ADDRESS, PHONE, SPAM_ENDING, STATE_ADDRESS, brand_points
from plugins.spam.disguise import undisguised
from plugins.spam.foreign import foreign_points
from plugins.spam.lexicon import Match, matches
from plugins.spam.normalise import bare, is_disguised, normalise, tokens
from plugins.spam.phrases import TOPICS
from plugins.spam.stuffing import stuffing_points

REFUSED_FROM: Final = 6.0
WARNED_FROM: Final = 3.0

# A phrase that weighs so much is said by advertisers alone; so little, by officials as well.
_PURE: Final = 6
_COMMON: Final = 2.5
_NAMED: Final = frozenset(("club", "bet", "casino", "win", "vip", "game"))
# What a report must weigh to be one, and to be one that quotes the advertising it warns of.
_REPORT: Final = 7
_FULL_REPORT: Final = 10
_ADVERTISING: Final = 4
_MOST_TOPIC: Final = 14.0
_MOST_ADVERTISING: Final = 8.0
# How far one official word beside an advertisement can lower its points.
_BESIDE: Final = 2.0
_ALONE: Final = 5.0
_BARE: Final = 2.0
_WORDS_BESIDE: Final = 3.0
# Who hides what he says means it.
_DISGUISED: Final = 3.0
_QUOTED: Final = re.compile(r"[“\"][^”\"]*[”\"]")
HIDING: Final = re.compile(
    r"display ?: ?none|visibility ?: ?hidden|font-size ?: ?0|text-indent ?: ?-\d{3}|\[url=|\[link="
    r"|<a href|left ?: ?-\d{4}px|opacity ?: ?0[;\"']"
)


@dataclass(frozen=True, slots=True)
class Score:
    """The points of a sentence (refused from 6, warned from 3), and what they are for."""

    points: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What was found in a sentence, in points."""

    topic: float
    direct: float
    praise: float
    strong: float
    admin: float
    weak: float
    pure: bool
    contact: bool


def score(sentence: str) -> Score:
    """The score of one sentence as it is written; its reasons are names of `TERMS`."""
    text = normalise(sentence)
    plain = tokens(text)
    words = undisguised(plain)
    folded = [bare(word) for word in words]
    found = matches(words, folded)
    evidence = _evidence(text, words, found)
    if evidence.topic and (words != plain or is_disguised(sentence)):
        evidence = replace(evidence, topic=evidence.topic + _DISGUISED)
    points = _points(evidence, _quoted_advertising(text) if evidence.strong else 0.0)
    reasons = dict.fromkeys(one.phrase.kind for one in found if one.phrase.kind in TOPICS)
    if any(brand_points(word) for word in words):
        reasons["brand"] = None
    for name, extra in (
        ("foreign", foreign_points(sentence)),
        ("stuffing", stuffing_points(folded)),
        ("address", 0.0 if SPAM_ENDING.search(text) is None else 0.01),
        ("hidden", float(_REPORT if HIDING.search(text) else 0)),
    ):
        points += extra
        if extra:
            reasons[name] = None
    return Score(points, tuple(reasons) if points >= 1 else ())


def _evidence(text: str, words: Sequence[str], found: Sequence[Match]) -> _Evidence:
    topics = {one.phrase.words: _topic_points(one) for one in found if one.phrase.kind in TOPICS}
    brands = {word: points for word in words if (points := brand_points(word))}
    for word, following in pairwise(words):
        if word in brands and following in _NAMED:
            brands[word] += 4
    addresses = SPAM_ENDING.search(text) is not None
    topic = _most_and_half([*topics.values(), *brands.values(), *([3.0] if addresses else [])])
    outside = any(not STATE_ADDRESS.search(match[0]) for match in ADDRESS.finditer(text))
    contact = bool(addresses or PHONE.search(text) or max(brands.values(), default=0) >= _COMMON)
    direct = _sum(found, "direct") + 3 * bool(PHONE.search(text)) + 2 * outside
    certain = max([*topics.values(), *brands.values()], default=0) >= _PURE
    return _Evidence(
        topic=min(topic, _MOST_TOPIC),
        direct=direct,
        praise=_sum(found, "praise"),
        strong=_sum(found, "strong"),
        admin=0.0 if certain else _sum(found, "admin"),
        weak=_sum(found, "weak"),
        pure=certain,
        contact=contact,
    )


def _topic_points(match: Match) -> float:
    # Officials write Vietnamese with its marks.
    return match.phrase.points + (_BARE if match.bare else 0.0)


def _most_and_half(points: Sequence[float]) -> float:
    """The most weighty evidence counts full, each other half."""
    return (max(points) + sum(points)) / 2 if points else 0.0


def _sum(found: Sequence[Match], kind: str) -> float:
    """The points of the different phrases of a kind."""
    return float(
        sum(
            {
                one.phrase.words: one.phrase.points for one in found if one.phrase.kind == kind
            }.values()
        )
    )


def _quoted_advertising(text: str) -> float:
    """The points of turning to the reader that stand in quotation marks."""
    quoted = " ".join(_QUOTED.findall(text))
    words = tokens(quoted)
    return _sum(matches(words, [bare(word) for word in words]), "direct") if words else 0.0


def _points(one: _Evidence, quoted: float) -> float:
    if not one.topic:
        return 0.0
    direct = min(max(0.0, one.direct - quoted), _MOST_ADVERTISING)
    advertising = min(direct + one.praise, _MOST_ADVERTISING)
    firm = one.strong + one.admin
    official = firm + min(one.weak, firm + _COMMON)
    if one.topic < _COMMON:
        # The subject alone, as officials name it, or a name with digits.
        advertising = advertising / 2 if direct >= _ADVERTISING else advertising / 4
    is_report = firm >= _ALONE and official >= _REPORT
    sells = direct >= _ADVERTISING or (one.contact and direct + one.praise >= _ADVERTISING)
    if is_report and (not sells or official >= _FULL_REPORT):
        spoken = advertising if sells else advertising / 2
        certain = one.pure and official < _FULL_REPORT
        return max(0.0, one.topic + spoken - official - (0 if sells or certain else _REPORT))
    if not advertising:
        return max(0.0, one.topic - min(official, _ALONE))
    if one.pure or sells:
        return max(0.0, one.topic + advertising - min(official, _BESIDE))
    return max(0.0, one.topic + advertising - min(official, firm + _WORDS_BESIDE))
