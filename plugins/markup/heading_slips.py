"""Headings of the wrong level, without words, and paragraphs that become headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from plugins.markup.body import Fault

# A line of # with its words, or one of = or - only; a line end is found much faster than a start.
_MARK: Final = re.compile(r"\n(?:(?P<signs>#{1,6})(?P<words>[^\n]*)|(?P<rule>=+|-+) *(?=\n|\Z))")
_TITLE: Final = 1
_SHORTEST_LINE: Final = 4
_LONGEST_HEADING: Final = 80
_SENTENCE_ENDS: Final = (".", ":", ";", ",")
_SHOWN: Final = 40


class _Heading(NamedTuple):
    line: int
    level: int
    words: str
    by_accident: bool


def heading_slips(source: str, lines: Sequence[str]) -> Iterator[Fault]:
    """The slips in the headings of a text without its code, whose lines are `lines`."""
    before = _TITLE
    for heading in _headings(source, lines):
        shown = heading.words[:_SHOWN]
        if heading.by_accident:
            yield Fault("doan-thanh-de-muc", heading.line, shown)
        elif not shown:
            yield Fault("de-muc-rong", heading.line)
        elif heading.level == _TITLE:
            yield Fault("de-muc-mot-thang", heading.line, shown)
        elif heading.level > before + 1:
            yield Fault("de-muc-nhay-cap", heading.line, shown)
        before = heading.level


def _headings(source: str, lines: Sequence[str]) -> Iterator[_Heading]:
    line, done = 1, 0
    text = f"\n{source}"
    for found in _MARK.finditer(text):
        line += text.count("\n", done, found.start())
        done = found.start()
        if found["signs"]:
            words = found["words"].strip().rstrip("#").rstrip()
            yield _Heading(line, len(found["signs"]), words, by_accident=False)
        elif _begins_block(lines, line - 2):
            words, rule = lines[line - 2].strip(), found["rule"]
            level = _TITLE if rule[0] == "=" else _TITLE + 1
            by_accident = level > _TITLE and _is_text(words, rule)
            yield _Heading(line - 1, level, words, by_accident=by_accident)


def _begins_block(lines: Sequence[str], place: int) -> bool:
    """Whether the line at `place` has words, and stands below an empty line or a heading."""
    if place < 0 or not lines[place].strip() or lines[place].startswith(("#", " ", "\t")):
        return False
    above = lines[place - 1] if place else ""
    return not above.strip() or above.startswith("#")


def _is_text(above: str, rule: str) -> bool:
    """Whether the line above a rule is rather a part of a paragraph than a heading."""
    is_long = len(above) > _LONGEST_HEADING or above.endswith(_SENTENCE_ENDS)
    return is_long or len(rule) < _SHORTEST_LINE
