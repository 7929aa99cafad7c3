"""The sentences that an editor lets through although they look like spam, and until when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final

from pydantic import AfterValidator

from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import Line, Model, Text, read_located, refuse, rows_of, validated
from plugins.languages.fields import MomentField

EXCEPTIONS_FILE: Final = "exceptions.yaml"
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{16}\Z")


def _fingerprint(value: str) -> str:
    if not _FINGERPRINT.match(value):
        raise refuse("dau-van-sai", value=value)
    return value


class ExceptionEntry(Model):
    """One sentence by its fingerprint, why it is honest, who says so, and until which day."""

    sentence: Annotated[Text, AfterValidator(_fingerprint)]
    why: Line
    by: Line
    until: MomentField


@dataclass(frozen=True, slots=True)
class LetThrough:
    """The exceptions by fingerprint: on which line each stands, and those that count today."""

    lines: Mapping[str, int]
    valid: frozenset[str]


def load_exceptions(tree: ContentTree, clock: datetime, problems: Problems) -> LetThrough:
    """The exceptions on the day of `clock`; none when there is no list."""
    text = tree.read_text(EXCEPTIONS_FILE, problems) if EXCEPTIONS_FILE in tree else None
    located = read_located(text, EXCEPTIONS_FILE, problems) if text is not None else None
    if located is None or not located.data:
        return LetThrough({}, frozenset())
    lines: dict[str, int] = {}
    valid: set[str] = set()
    for index in rows_of(located, EXCEPTIONS_FILE, problems):
        entry = validated(ExceptionEntry, located, EXCEPTIONS_FILE, problems, at=(index,))
        if entry is None:
            continue
        line = located.line((index, "sentence"))
        if lines.setdefault(entry.sentence, line) != line:
            values = {"value": entry.sentence, "field": "sentence"}
            problems.add(EXCEPTIONS_FILE, line, "muc-trung", **values)
        elif clock.date() <= entry.until.value.date():
            valid.add(entry.sentence)
        else:
            problems.add(EXCEPTIONS_FILE, line, "ngoai-le-het-han", value=entry.sentence)
    return LetThrough(lines, frozenset(valid))
