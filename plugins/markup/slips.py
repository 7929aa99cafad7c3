"""Slips in Markdown that lose nothing, but show readers something else than was meant."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from plugins.markup.body import Fault, Piece
from plugins.markup.faults import Converted
from plugins.markup.words import strings

_PICTURE: Final = re.compile(r"!\[\s*\]\(\s*([^\s)]+)")
_HEADING: Final = re.compile(r" {0,3}# +(\S.*)")
_BULLET: Final = re.compile(r"\s*[·•●▪◦]\s*\S")
# What lines with any of these hold.
_LINE_SIGN: Final = re.compile(r"!\[|^ {0,3}# |[·•●▪◦]", re.MULTILINE)
_ITEM: Final = re.compile(r"(?:[-*+]|[0-9]{1,2}\.)[ \t]+\S")
# What a line of a paragraph does not begin with.
_NO_PARAGRAPH: Final = re.compile(r"\s*(?:[-*+>|#:]|[0-9]{1,3}\.|\[[^\]]*\]:|\*\[|///|<)|\s")
_ITEM_AS_TEXT: Final = re.compile(r"\n(?:[-*+]|[0-9]{1,2}\.) ")
_RULE: Final = re.compile(r"[\s:|-]*-[\s:|-]*\Z")
_ANCHOR_OR_CODE: Final = re.compile(r"<(a|code|pre)[ >].*?</\1>", re.DOTALL)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"')\]]+")
_SHOWN: Final = 40


def slips_of(text: str, pieces: tuple[Piece, ...]) -> Iterator[Fault]:
    """The slips of `text`, which has become `pieces`."""
    converted = Converted(text, "", has_html=False, pieces=pieces)
    lines = converted.source.split("\n")
    markup = strings(pieces)
    if _LINE_SIGN.search(converted.source):
        yield from _in_lines(lines)
    yield from _items_as_text(lines, markup)
    yield from _tables_as_text(lines, markup)
    yield from _bare_addresses(converted, markup)


def _in_lines(lines: list[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines, 1):
        for picture in _PICTURE.findall(line) if "![" in line else ():
            yield Fault("anh-khong-loi", number, picture)
        if heading := _HEADING.match(line):
            yield Fault("de-muc-mot-thang", number, heading[1][:_SHOWN])
        if _BULLET.match(line):
            yield Fault("dau-dong-la", number, line.strip()[:_SHOWN])


def _items_as_text(lines: list[str], markup: str) -> Iterator[Fault]:
    """Items of a list just below a paragraph, of which they become a part."""
    if not _ITEM_AS_TEXT.search(markup):
        return
    for number, (above, line) in enumerate(pairwise(lines), 2):
        is_item = _ITEM.match(line) and (not line[0].isdigit() or above.rstrip().endswith(":"))
        if is_item and above and not _NO_PARAGRAPH.match(above):
            yield Fault("danh-sach-dinh", number, line[:_SHOWN])


def _tables_as_text(lines: list[str], markup: str) -> Iterator[Fault]:
    """Rows between bars without the line that makes a table of them, or just below a paragraph."""
    for is_row, group in groupby(enumerate(lines, 1), lambda one: one[1].startswith("|")):
        rows = list(group) if is_row else []
        rules = [row.strip() for _, row in rows if _RULE.match(row)]
        if len(rows) > 1 and (not rules or rules[0] in markup):
            number, row = rows[0]
            is_glued = rules and number > 1 and lines[number - 2].strip()
            code = "danh-sach-dinh" if is_glued else "bang-thieu-gach"
            yield Fault(code, number, row[:_SHOWN])


def _bare_addresses(converted: Converted, markup: str) -> Iterator[Fault]:
    if "http" not in markup:
        return
    words = html.unescape(_ANCHOR_OR_CODE.sub("", markup))
    for address in dict.fromkeys(_ADDRESS.findall(words)):
        shown = address.rstrip(".,;:!?")
        yield Fault("dia-chi-tran", converted.line(re.escape(shown)), shown)
