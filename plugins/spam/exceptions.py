"""The sentences that an editor lets through although they look like spam, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Annotated, Final

from msgspec import Struct, field
from pydantic import AfterValidator

from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import (
    Line,
    Model,
    Text,
    in_words,
    read_located,
    refuse,
    rows_of,
    validated,
)
from plugins.languages.dates import Moment
from plugins.languages.fields import MomentField
from plugins.spam.inspect import Finding, not_let_through

EXCEPTIONS_FILE: Final = "exceptions.yaml"
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{16}\Z")
# What may stand before and behind a whole sentence: the end of another, or what a page adds.
_BEGINS: Final = re.compile(r"(?:\A|[\n(\[“\"«–:]|[.!?…][”\"’')»]*\s)[^\S\n]*\Z")
_ENDS: Final = re.compile(r"[^\S\n]*(?:\Z|[\n(\[)\]”\"»–])")
_STOPPED: Final = re.compile(r"[.!?…][”\"’')»]*\Z")
# After so long somebody should read the sentence again.
_LONGEST: Final = timedelta(days=731)


def _fingerprint(value: str) -> str:
    if not _FINGERPRINT.match(value):
        raise refuse("dau-van-sai", value=value)
    return value


class ExceptionEntry(Model):
    """One sentence by its fingerprint, why it is honest, who says so, and until which day."""

    sentence: Annotated[Text, AfterValidator(_fingerprint)]
    why: Annotated[Line, AfterValidator(in_words)]
    by: Annotated[Line, AfterValidator(in_words)]
    until: MomentField


class LetThrough(Struct, frozen=True):
    """The exceptions by fingerprint: on which line each stands, and those that count today.

    `ends` are the last days of all; `met` collects the sentences that they have let through, by
    fingerprint.
    """

    lines: Mapping[str, int]
    valid: frozenset[str]
    ends: tuple[Moment, ...] = ()
    met: dict[str, str] = field(default_factory=dict)

    def left(self, found: Iterable[Finding]) -> tuple[Finding, ...]:
        """Those findings of one text that no exception lets through."""
        known = tuple(found)
        for one in known:
            if one.fingerprint in self.valid:
                self.met.setdefault(one.fingerprint, " ".join(one.sentence.split()))
        return not_let_through(known, self.valid)

    def without_met(self, text: str) -> str:
        """`text` without the sentences let through before, where they stand as a whole."""
        for sentence in sorted(self.met.values(), key=lambda one: (-len(one), one)):
            if sentence in text:
                text = _without(text, sentence)
        return text

    def unused(self) -> list[str]:
        """The fingerprints that have let nothing through."""
        return sorted(self.valid - self.met.keys())


def _without(text: str, sentence: str) -> str:
    """`text` with line ends in place of `sentence` wherever no further words belong to it."""
    before, after = "", text
    while sentence in after:
        left, _, right = after.partition(sentence)
        before += left
        is_ended = _ENDS.match(right) or (right[:1].isspace() and _STOPPED.search(sentence))
        before += "\n" if is_ended and _BEGINS.search(before) else sentence
        after = right
    return before + after


def load_exceptions(tree: ContentTree, clock: datetime, problems: Problems) -> LetThrough:
    """The exceptions on the day of `clock`; none when there is no list."""
    text = tree.read_text(EXCEPTIONS_FILE, problems) if EXCEPTIONS_FILE in tree else None
    located = read_located(text, EXCEPTIONS_FILE, problems) if text is not None else None
    if located is None or not located.data:
        return LetThrough({}, frozenset())
    lines: dict[str, int] = {}
    valid: set[str] = set()
    ends: list[Moment] = []
    for index in rows_of(located, EXCEPTIONS_FILE, problems):
        entry = validated(ExceptionEntry, located, EXCEPTIONS_FILE, problems, at=(index,))
        if entry is None:
            continue
        ends.append(entry.until)
        line = located.line((index, "sentence"))
        if lines.setdefault(entry.sentence, line) != line:
            values = {"value": entry.sentence, "field": "sentence"}
            problems.add(EXCEPTIONS_FILE, line, "muc-trung", **values)
        elif fault := _fault_of_end(entry, clock):
            code, field, value = fault
            problems.add(EXCEPTIONS_FILE, located.line((index, field)), code, value=value)
        else:
            valid.add(entry.sentence)
    return LetThrough(lines, frozenset(valid), tuple(ends))


def _fault_of_end(entry: ExceptionEntry, clock: datetime) -> tuple[str, str, str] | None:
    """The code of what is wrong with the last day of an exception, its field, and the value."""
    until = entry.until.value
    if until > clock + _LONGEST:
        return "ngoai-le-qua-dai", "until", until.date().isoformat()
    if until.date() < clock.date():
        return "ngoai-le-het-han", "sentence", entry.sentence
    return None
