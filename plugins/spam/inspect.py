"""Finds the sentences of a text that are spam, or may be."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Container, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plugins.spam.addresses import address_lines
from plugins.spam.broken import broken_phrases
from plugins.spam.prefilter import needs_judging, suspicious_lines
from plugins.spam.score import REFUSED_FROM, WARNED_FROM, score
from plugins.spam.sentences import Sentence, sentences

Verdict: TypeAlias = Literal["refuse", "warn"]
Loud: TypeAlias = Collection[int] | None

_SPACES: Final = re.compile(r"\s+")
_FINGERPRINT: Final = 16
# A text with so many refused sentences was written, or taken over, by intruders.
_COMPANY: Final = 3
# What is so near to being refused is refused beside them.
_NEAR: Final = 1.2
# Nobody reads more findings of one text.
_MOST_FINDINGS: Final = 200
# After so many different refused sentences a text is refused as a whole.
_MOST_REFUSED: Final = 200
# Of different sentences that call for a look: an honest text has a few, and each takes its time.
MOST_LOOKS: Final = 2_000
# Why a text with more of them is refused, and the case of a sentence refused for its company.
MANY: Final = "many"
COMPANY: Final = "company"
# Of the sentences that were looked at, wherever they stood.
_MOST_KEPT: Final = 5_000
# No author knows more words than these; a text with fewer signs does not hold them.
_MOST_WORDS: Final = 20_000
_SIGNS_OF_WORDS: Final = 2 * _MOST_WORDS
_SHOWN: Final = 200


class Finding(Struct, frozen=True):
    """A sentence as written that is spam or may be, and where in the text it begins.

    `reasons` are the kinds of spam (terms of messages), `fingerprint` lets the sentence through.
    One that `is_in_company` is refused for what stands around it alone.
    """

    sentence: str
    offset: int
    points: float
    reasons: tuple[str, ...]
    verdict: Verdict
    fingerprint: str
    is_in_company: bool = False


def inspect(text: str, lines: Loud = None) -> tuple[Finding, ...]:
    """The findings in `text`, whose blocks are lines, in order; none in an honest one.

    `lines` are those that have to be looked at, where these are known.

    Every sentence is looked at, but where there are hundreds of different ones to refuse, or
    thousands to look at: only an exception of the whole text lets through the last told then.
    """
    if len(text) > _SIGNS_OF_WORDS and len(set(text.split())) > _MOST_WORDS:
        return (_whole(text, "gibberish"),)
    if lines is None:
        lines = suspicious_lines(text) if text else ()
    if not lines:
        return ()
    found: list[Finding] = []
    known: dict[str, Finding | None] = {}
    refused = 0
    for sentence in sentences(text, lines):
        is_new = sentence.text not in known
        if is_new:
            if len(known) == MOST_LOOKS:
                return (*found, _whole(text, MANY))
            known[sentence.text] = _finding(sentence.text)
        finding = known[sentence.text]
        if finding is None:
            continue
        is_refused = is_new and finding.verdict == "refuse"
        refused += is_refused
        # What is refused for the first time is told however much was told before.
        if is_refused or len(found) < _MOST_FINDINGS:
            found.append(replace(finding, offset=sentence.offset))
        if refused == _MOST_REFUSED:
            return (*found[:-1], replace(found[-1], fingerprint=fingerprint(text)))
    found += map(_broken, broken_phrases(text, lines))
    return tuple(sorted(found, key=lambda one: one.offset))


def loud_lines(texts: Sequence[str]) -> list[Loud]:
    """The lines of each text, from 0, that `inspect` has to look at; None for a text too long to tell.

    What words weigh lies far apart in memory: for many texts in one go it is found in half the time.
    """
    short = ["" if len(text) > _SIGNS_OF_WORDS else text for text in texts]
    loud: list[Loud] = [() if one == text else None for one, text in zip(short, texts, strict=True)]
    joined = "\n".join(short)
    lines = suspicious_lines(joined) if joined.strip() else ()
    if lines:
        starts = [0, *accumulate(text.count("\n") + 1 for text in short)]
        for line in sorted(lines):
            at = bisect_right(starts, line) - 1
            loud[at] = (*(loud[at] or ()), line - starts[at])
    return loud


def inspect_names(names: Iterable[str]) -> tuple[Finding, ...]:
    """The findings in addresses, ids and names of files; what is doubtful there is none.

    They have no marks, and too few words to be told of what may be meant.
    """
    lines = dict.fromkeys(line for name in names for line in address_lines(name))
    return tuple(one for one in inspect("\n".join(lines)) if one.verdict == "refuse")


def not_let_through(found: Iterable[Finding], allowed: Container[str]) -> tuple[Finding, ...]:
    """Those of the findings of one text whose fingerprints are not `allowed`.

    In the company of refused sentences those that are nearly refused are refused as well.
    """
    left = tuple(one for one in found if one.fingerprint not in allowed)
    if sum(one.verdict == "refuse" for one in left) < _COMPANY:
        return left
    return tuple(_in_company(one) for one in left)


def fingerprint(sentence: str) -> str:
    """16 hexadecimal digits that stand for a sentence, however its spaces and lines are set."""
    words = _SPACES.sub(" ", unicodedata.normalize("NFC", sentence)).strip()
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_FINGERPRINT]


def _in_company(one: Finding) -> Finding:
    if one.verdict == "refuse" or one.points < REFUSED_FROM - _NEAR:
        return one
    return replace(one, verdict="refuse", is_in_company=True)


@lru_cache(maxsize=_MOST_KEPT)
def _finding(sentence: str) -> Finding | None:
    """What one sentence is found to be: many stand in more than one text."""
    if not needs_judging(sentence):
        return None
    result = score(sentence)
    if result.points < WARNED_FROM:
        return None
    verdict: Verdict = "refuse" if result.points >= REFUSED_FROM else "warn"
    return Finding(sentence, 0, result.points, result.reasons, verdict, fingerprint(sentence))


def _broken(phrase: Sentence) -> Finding:
    """What is said of a phrase whose words stand on lines of their own."""
    result = score(phrase.text)
    points, mark = max(result.points, REFUSED_FROM), fingerprint(phrase.text)
    return Finding(phrase.text, phrase.offset, points, result.reasons, "refuse", mark)


def _whole(text: str, reason: str) -> Finding:
    """What is said of a text that is refused as a whole, by its beginning.

    Its fingerprint is that of the whole text, so that an exception lets nothing else through.
    """
    beginning = text.lstrip()[:_SHOWN].partition("\n")[0]
    start = text.index(beginning)
    return Finding(beginning, start, REFUSED_FROM, (reason,), "refuse", fingerprint(text))
