"""Slips in Markdown that lose nothing, but show readers something else than was meant."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, islice, pairwise
from typing import Final

from plugins.markup.body import Fault, Piece
from plugins.markup.faults import MOST_TOLD, Converted
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
# With its scheme, with one in disguise, or with a path behind its host.
_ADDRESS: Final = re.compile(
    r"h(?:tt|xx)ps?://[^\s<>\"')\[\]]+(?:\[\.\][^\s<>\"')\[\]]+)*"
    r"|(?<![\w@/.:-])[a-z0-9-]{1,63}\[\.\][a-z]{2,10}\b"
    r"|(?<![\w@/.:-])(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,10}/[^\s<>\"')\]]+"
)
_ADDRESS_SIGNS: Final = ("://", "[.]")
_HOST_AND_PATH: Final = re.compile(r"\.[a-z]{2,10}/")
_SHOWN: Final = 40


def slips_of(text: str, pieces: tuple[Piece, ...]) -> Iterator[Fault]:
    """The slips of `text`, which has become `pieces`: the first of each sort.

    A text that has become nothing is refused as a whole, and has none.
    """
    told: Counter[str] = Counter()
    for slip in _all_slips(text, pieces) if pieces else ():
        told[slip.code] += 1
        if told[slip.code] <= MOST_TOLD:
            yield slip


def _all_slips(text: str, pieces: tuple[Piece, ...]) -> Iterator[Fault]:
    converted = Converted(text, "", has_html=False, pieces=pieces)
    lines = converted.source.split("\n")
    markup = strings(pieces)
    if _LINE_SIGN.search(converted.source):
        yield from _in_lines(lines)
    yield from _items_as_text(lines, markup)
    yield from _tables_as_text(lines)
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


def _tables_as_text(lines: list[str]) -> Iterator[Fault]:
    """Rows between bars without the line that makes a table of them."""
    for is_row, group in groupby(enumerate(lines, 1), lambda one: one[1].startswith("|")):
        rows = list(group) if is_row else []
        if len(rows) > 1 and not any(_RULE.match(row) for _, row in rows):
            yield Fault("bang-thieu-gach", rows[0][0], rows[0][1][:_SHOWN])


def _bare_addresses(converted: Converted, markup: str) -> Iterator[Fault]:
    if not any(sign in markup for sign in _ADDRESS_SIGNS) and not _HOST_AND_PATH.search(markup):
        return
    words = html.unescape(_ANCHOR_OR_CODE.sub("", markup))
    # Each is looked for in the whole text.
    for address in islice(dict.fromkeys(_ADDRESS.findall(words)), MOST_TOLD):
        shown = address.rstrip(".,;:!?")
        yield Fault("dia-chi-tran", converted.line(re.escape(shown)), shown)
