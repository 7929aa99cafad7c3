"""All faults in the letters of one text, and the text without those that are safe to mend."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Final

from msgspec.structs import replace

from plugins.base.memo import Memo
from plugins.spelling.characters import (
    STRANGE_SPACES,
    UNKNOWN,
    invisible,
    lookalikes,
    lost_letters,
    no_break_marks,
    no_break_spaces,
)
from plugins.spelling.fault import Fault, TextKind
from plugins.spelling.prose import prose_of, uncoded
from plugins.spelling.remnants import remnants
from plugins.spelling.words import glued, is_abbreviation, is_known, mixed_tones, place_of
from plugins.spelling.written import Written, written

# What Vietnamese texts are made of; whatever else is in a word is looked at closely.
_USUAL: Final = re.compile(
    "[\x20-\x7eÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ\u2013\u2014\u2018-\u201d\u2026²³]*"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_MOST_LETTERS: Final = 160
_ODD: Final = "odd"
_MIXED: Final = frozenset(("old", "new"))
_STEP: Final = 10_000
_MOST: Final = 1_000
_ROUNDS: Final = 4


def find_faults(text: str, kind: TextKind, most: int | None = _MOST) -> tuple[Fault, ...]:
    """The faults of a text with plain line ends, in its order; at most so many of each sort.

    All of them but one for the form itself are found in the text in NFC.
    """
    faults: list[Fault] = []
    if not unicodedata.is_normalized("NFC", text):
        faults.append(_not_nfc(text))
        text = unicodedata.normalize("NFC", text)
    if UNKNOWN in text:
        faults += islice(lost_letters(uncoded(text, kind)), most)
    shown = written(text, kind)
    if not _is_suspicious(shown.text, kind):
        return tuple(faults)
    code_free = uncoded(shown.text, kind)
    for found in _searches(shown.text, kind):
        faults += (_as_written(one, text, shown, code_free) for one in islice(found, most))
    return tuple(sorted(_without_overlaps(faults), key=lambda fault: fault.start))


def _as_written(fault: Fault, text: str, shown: Written, code_free: str) -> Fault:
    """`fault` with its place in `text`; nothing is safe to mend in code."""
    start, end = shown.span(fault.start, fault.end)
    in_code = code_free[fault.start : fault.end] != shown.text[fault.start : fault.end]
    found = fault.found
    if text[start:end] != shown.text[fault.start : fault.end]:
        found = found.replace(f"⟨{fault.about}⟩", f"⟨{text[start:end]}⟩")
    return replace(fault, start=start, end=end, found=found, safe=fault.safe and not in_code)


def mended(text: str, kind: TextKind) -> str:
    """`text` in NFC without the faults that are safe to mend."""
    for _ in range(_ROUNDS):
        before, text = text, unicodedata.normalize("NFC", text)
        safe = [fault for fault in find_faults(text, kind, None) if fault.safe]
        text = _repaired(text, safe)
        if text == before:
            break
    return text


def _searches(text: str, kind: TextKind) -> Iterator[Iterable[Fault]]:
    """Those that come first win over others at the same place."""
    prose = prose_of(text, data=kind == "data")
    words = prose if kind != "en" else ""
    readable = prose_of(text, data=False)
    yield remnants(text, readable)
    yield invisible(text)
    yield lookalikes(text, readable)
    yield no_break_spaces(readable)
    yield no_break_marks(readable)
    yield glued(words)
    yield mixed_tones(words)


def _is_suspicious(text: str, kind: TextKind) -> bool:
    """Whether anything may be wrong, at the price of one look at every token."""
    if text.isascii():
        return False
    if any(space in text for space in STRANGE_SPACES):
        return True
    tokens = text.split()
    signs: set[str] = set()
    # One step for all texts but those that may be hostile.
    for start in range(0, len(tokens), _STEP):
        signs.update(_known()(tokens[start : start + _STEP]))
        if _ODD in signs:
            return True
    return kind != "en" and signs >= _MIXED


@cache
def _known() -> Memo[str]:
    """One memory a process: what a token tells is the same in every text."""
    return Memo(_sign)


def _sign(token: str) -> str:
    """Whether a token is odd, or else where its words have their tones: 'old' or 'new'."""
    if token.isascii():
        return ""
    if len(token) >= _MOST_LETTERS or not _USUAL.fullmatch(token):
        return _ODD
    words = _WORD.findall(token)
    if not all(is_known(word) or is_abbreviation(word) for word in words):
        return _ODD
    places = {*map(place_of, words)} - {""}
    return _ODD if len(places) > 1 else "".join(places)


def _not_nfc(text: str) -> Fault:
    normal = unicodedata.normalize("NFC", text)
    line = next(
        number
        for number, (one, other) in enumerate(
            zip(text.split("\n"), normal.split("\n"), strict=True)
        )
        if one != other
    )
    start = sum(len(one) + 1 for one in normal.split("\n")[:line])
    old = text.split("\n")[line].split(" ")
    new = normal.split("\n")[line].split(" ")
    found = next((pair for pair in zip(old, new, strict=False) if pair[0] != pair[1]), ("", ""))
    # The whole text is brought into NFC: nothing is put in the place of this word alone.
    return Fault(start, start, "chua-nfc", found[0], found[1], "", safe=True)


def _without_overlaps(faults: Iterable[Fault]) -> Iterator[Fault]:
    """A soft hyphen in a passage of TCVN3 is its letter 'ư': only the passage is a fault."""
    passages = [fault for fault in faults if fault.code == "sot-bang-ma"]
    ends = {position for one in passages for position in range(one.start, one.end)}
    return (
        fault
        for fault in faults
        if fault.code == "sot-bang-ma" or fault.start not in ends or fault.start == fault.end
    )


def _repaired(text: str, safe: Iterable[Fault]) -> str:
    pieces = []
    done = 0
    for fault in safe:
        if fault.start >= done and fault.code != "chua-nfc":
            pieces += [text[done : fault.start], fault.repair]
            done = fault.end
    return "".join([*pieces, text[done:]])
