"""Judges one sentence: how likely it is spam, and what betrays it."""

from __future__ import annotations

import unicodedata
from operator import attrgetter
from typing import Final

from msgspec import Struct

from plugins.spam.floor import REFUSED, floor, without_lookalikes
from plugins.spam.model import is_unheard, model
from plugins.spam.normalise import normalise, tokens, without_brackets, without_marks
from plugins.spam.reading import Reading, read
from plugins.spam.speech import is_ban, is_law_report, is_news, is_report, is_sure_report, sells

# Logarithms of odds, set on sentences of authors that the weights had not seen.
REFUSED_FROM: Final = 0.0
WARNED_FROM: Final = -2.3
# From here on a trait alone is enough, whatever words stand around it.
_CERTAIN: Final = {"foreign": 1.0, "hidden": 1.0, "stuffing": 2.0}
_CERTAIN_POINTS: Final = 3.0
# How strong the trait of a site's name is where the very name is known.
_KNOWN_NAME: Final = 1.5
# A sentence with a subject or a trait of spam is refused from a point below the others on:
# the many labels and calls of every day that were learned from say nothing for it.
_LIFT: Final = 0.9
_HARDLY_REFUSED: Final = -1.5
# A sure report of fewer points is passed over, as what is forbidden outright is.
_REPORTED: Final = -1.0
_PASSED: Final = -2.5
_WORDS_ALONE: Final = 0.5
_FEW_ALONE: Final = 2.0
_FEW: Final = 8
# So many words with marks that none says, or one of so many words, make a sentence misspelt.
_MISSPELT: Final = 2
_MISSPELT_SHARE: Final = 4
# Traits of offers, which no report has.
_OFFERING: Final = frozenset({"phone", "disguised", "shout"})
# Traits of form and tone alone, which whoever forbids something may have.
_TONE: Final = frozenset({"short", "capitals", "shout"})
# Traits without which a few words are no more than warned of.
_EVIDENCE: Final = frozenset({"phone", "link", "code", "pictogram"})
# Traits that are told as the reason where no subject is known.
_TELLING: Final = ("foreign", "stuffing", "hidden", "brand", "address", "disguised")


class Score(Struct, frozen=True):
    """The points of a sentence (refused from 0, warned from -2.3), and what they are for."""

    points: float
    reasons: tuple[str, ...]


_points_of = attrgetter("points")


def score(sentence: str) -> Score:
    """The score of one sentence as it is written; its reasons are names of `TERMS`."""
    reading = read(sentence)
    result = _scored(reading)
    # 'Nhạ cãi ụy tĩn' is read as what it would be without marks.
    if _is_misspelt(sentence):
        result = max(result, _scored(read(without_marks(normalise(sentence)))), key=_points_of)
    # 'Nhà (cái) uy tín' is read without the brackets, if they hide what nobody else says.
    if (open_ := without_brackets(sentence)) != sentence:
        inner = read(open_)
        if floor(inner.words, inner.found)[0] > floor(reading.words, reading.found)[0]:
            result = max(result, _scored(inner), key=_points_of)
    return result


def _is_misspelt(sentence: str) -> bool:
    """Whether much of a sentence is in words that none says; names are nobody's words."""
    words = tokens(unicodedata.normalize("NFC", sentence))
    is_loud = sentence.isupper()
    said = [word.lower() for at, word in enumerate(words) if not at or is_loud or word.islower()]
    unheard = sum(map(is_unheard, said))
    return unheard >= _MISSPELT or 0 < len(words) <= _MISSPELT_SHARE * unheard


def _scored(reading: Reading) -> Score:
    points = _points(reading)
    points = _spoken_about(reading, points)
    certain = [name for name in sorted(_CERTAIN) if reading.traits.get(name, 0.0) >= 1]
    if certain:
        points = max(points, _CERTAIN_POINTS)
    elif "foreign" in reading.traits:
        points = max(points, WARNED_FROM)
    least, is_name = floor(reading.words, reading.found)
    if least:
        points = max(points, REFUSED_FROM if least >= REFUSED else WARNED_FROM)
    named = ["brand"] if least and is_name else []
    reasons = tuple(dict.fromkeys([*certain, *_reasons(reading), *named]))
    if reasons:
        return Score(max(points, REFUSED_FROM) if points > -_LIFT else points, reasons)
    return Score(_of_words_alone(reading, points), ("wording",))


def _of_words_alone(reading: Reading, points: float) -> float:
    """The `points` of words without a subject or a trait of spam, which must say it more clearly."""
    if len(reading.words) < _FEW:
        points -= _FEW_ALONE
    elif points < REFUSED_FROM:
        points -= _WORDS_ALONE
    # Commas and brackets are told apart from words only here: 'Lịch trực, phòng số 2' has five.
    said = sum(word[0].isalnum() for word in reading.words)
    is_sure = said >= _FEW or bool(_EVIDENCE & reading.traits.keys())
    return points if is_sure else min(points, _HARDLY_REFUSED)


def _spoken_about(reading: Reading, points: float) -> float:
    """The `points` of a sentence, or fewer where it reports or forbids what it speaks about."""
    words, found = reading.words, reading.found
    if _TONE.issuperset(reading.traits) and "shout" not in reading.traits and is_news(words, found):
        return min(points, _PASSED if points < _REPORTED else _HARDLY_REFUSED)
    if not _TONE.issuperset(reading.traits):
        is_told = is_report(words, found) and _OFFERING.isdisjoint(reading.traits)
        return min(points, _HARDLY_REFUSED) if is_told else points
    if is_ban(words, found) or (points < _REPORTED and is_sure_report(words, found)):
        return min(points, _PASSED)
    is_told = is_report(words, found) and "shout" not in reading.traits
    return min(points, _HARDLY_REFUSED) if is_told or is_law_report(words, found) else points


def _points(reading: Reading) -> float:
    points = model().points(reading.words, reading.traits)
    # 'Nhà cái gì' is a question for whatever is in the house, but not beside an offer.
    if reading.honest and not sells(reading.words):
        plain = without_lookalikes(reading.words, reading.honest)
        points = min(points, model().points(plain, reading.traits))
    shape = reading.traits.get("brand", 0.0)
    if points < REFUSED_FROM or reading.subjects or not 0 < shape < _KNOWN_NAME:
        return points
    # Rooms and machines have names of that shape: the words beside it must tell something too.
    others = {name: value for name, value in reading.traits.items() if name != "brand"}
    alone = model().points(reading.words, others)
    return points if alone >= WARNED_FROM else min(points, _HARDLY_REFUSED)


def _reasons(reading: Reading) -> tuple[str, ...]:
    told = tuple(name for name in _TELLING if name in reading.traits)
    return (*reading.subjects, *told)
