"""Finds the sentences of a text that are spam, or may be."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from plugins.spam.prefilter import needs_judging, suspicious_lines
from plugins.spam.score import REFUSED_FROM, WARNED_FROM, score
from plugins.spam.sentences import Sentence, sentences

Verdict: TypeAlias = Literal["refuse", "warn"]

_SPACES: Final = re.compile(r"\s+")
_FINGERPRINT: Final = 16
# A text with so many refused sentences was written, or taken over, by intruders.
_COMPANY: Final = 3
# Nobody reads more, and a hostile text shall not take long.
_MOST_FINDINGS: Final = 200
# Of different sentences that call for a look: an honest text has a few, and each takes its time.
_MOST_LOOKS: Final = 2_000
# No author knows more words than these; a text with fewer signs does not hold them.
_MOST_WORDS: Final = 20_000
_SIGNS_OF_WORDS: Final = 2 * _MOST_WORDS
_SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence as written that is spam or may be, and where in the text it begins.

    `reasons` are the kinds of spam (terms of messages), `fingerprint` lets the sentence through.
    """

    sentence: str
    offset: int
    points: float
    reasons: tuple[str, ...]
    verdict: Verdict
    fingerprint: str


def inspect(text: str) -> tuple[Finding, ...]:
    """The findings in `text`, whose blocks are lines, in order; none in an honest one."""
    if len(text) > _SIGNS_OF_WORDS and len(set(text.split())) > _MOST_WORDS:
        return (_gibberish(text),)
    lines = suspicious_lines(text)
    if not lines:
        return ()
    found: list[Finding] = []
    known: dict[str, Finding | None] = {}
    for sentence in sentences(text, lines):
        if sentence.text not in known:
            if len(known) == _MOST_LOOKS:
                return _together([*found, _gibberish(text)])
            known[sentence.text] = _judged(sentence) if needs_judging(sentence.text) else None
        if finding := known[sentence.text]:
            found.append(replace(finding, offset=sentence.offset))
            if len(found) == _MOST_FINDINGS:
                break
    return _together(found)


def fingerprint(sentence: str) -> str:
    """16 hexadecimal digits that stand for a sentence, however its spaces and lines are set."""
    words = _SPACES.sub(" ", unicodedata.normalize("NFC", sentence)).strip()
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_FINGERPRINT]


def _judged(sentence: Sentence) -> Finding | None:
    result = score(sentence.text)
    if result.points < WARNED_FROM:
        return None
    verdict: Verdict = "refuse" if result.points >= REFUSED_FROM else "warn"
    mark = fingerprint(sentence.text)
    return Finding(sentence.text, sentence.offset, result.points, result.reasons, verdict, mark)


def _gibberish(text: str) -> Finding:
    """What is said of a text that no person has written, by its beginning.

    Its fingerprint is that of the whole text, so that an exception lets nothing else through.
    """
    beginning = text.lstrip()[:_SHOWN].partition("\n")[0]
    start = text.index(beginning)
    return Finding(beginning, start, REFUSED_FROM, ("gibberish",), "refuse", fingerprint(text))


def _together(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Doubtful sentences in the company of refused ones are refused as well."""
    if sum(one.verdict == "refuse" for one in found) >= _COMPANY:
        return tuple(replace(one, verdict="refuse") for one in found)
    return tuple(found)
