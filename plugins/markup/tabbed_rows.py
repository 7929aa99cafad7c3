"""Rows whose columns only tabs part, as they come from a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from plugins.markup.body import Fault

_NUMBER: Final = r"(?:[0-9]{1,3}|[a-zđA-ZĐ]|[ivxIVX]{2,4})"
_ITEM: Final = rf"(?:[-*+:–—]|{_NUMBER}[.)]|\({_NUMBER}\))[ \t]+"
# What begins a paragraph, and has a tab between words; the sign of a list may stand before those.
_ROW: Final = re.compile(rf"(?![ \t<|>#\[]|\*\[)(?:{_ITEM})?[^\s|][^\t|]*\t\s*[^\s|]")
_FIRST_ROW: Final = re.compile(rf"(?!{_ITEM})")
_FEWEST: Final = 2
_SHOWN: Final = 40


def tabbed_rows(lines: Sequence[str]) -> Iterator[Fault]:
    """The first of several such rows among the `lines` of a text without its code."""
    numbered = enumerate(lines, 1)
    for is_row, group in groupby(numbered, lambda one: "\t" in one[1] and _is_row(one[1])):
        rows = list(group) if is_row else []
        if len(rows) >= _FEWEST and _FIRST_ROW.match(rows[0][1]):
            yield Fault("bang-chi-co-tab", rows[0][0], " ".join(rows[0][1].split())[:_SHOWN])


def _is_row(line: str) -> bool:
    return _ROW.match(line) is not None
