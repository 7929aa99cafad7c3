"""Slips in Markdown that lose nothing, but show readers something else than was meant."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby, islice
from typing import Final

from plugins.markup.body import Fault, LinkSlot, Piece
from plugins.markup.faults import MOST_TOLD, Converted
from plugins.markup.heading_slips import heading_slips
from plugins.markup.link_words import links_of_other_hosts
from plugins.markup.list_slips import list_slips
from plugins.markup.quote_slips import quote_slips
from plugins.markup.shown_signs import shown_signs
from plugins.markup.signed_numbers import signed_numbers
from plugins.markup.tabbed_rows import tabbed_rows
from plugins.markup.words import strings

_PICTURE: Final = re.compile(r"!\[\s*\]\(\s*([^\s)]+)")
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
_HEAD_ROWS: Final = 2
# The lines of tables that other programs read.
_GRID: Final = re.compile(r"\+(?:[-=:]{2,}\+)+[ \t]*\Z")
_OPERATOR: Final = re.compile(r"\|\s*[+=<>≤≥×·]")
_SHOWN: Final = 40


def slips_of(text: str, pieces: tuple[Piece, ...]) -> Iterator[Fault]:
    """The slips of `text`, which has become `pieces`: the first of each sort.

    A text that has become nothing is refused as a whole, and has none.
    """
    return _all_slips(text, pieces) if pieces else iter(())


def _all_slips(text: str, pieces: tuple[Piece, ...]) -> Iterator[Fault]:
    converted = Converted(text, "", has_html=False, pieces=pieces)
    lines = converted.source.split("\n")
    markup = strings(pieces)
    searches = (
        _pictures_without_words(lines) if "![" in converted.source else (),
        _tags_without_words(converted, pieces) if "<img" in markup else (),
        heading_slips(converted.source, lines),
        list_slips(converted.source, lines, markup),
        quote_slips(converted.source, lines, markup),
        signed_numbers(lines) if "<li>" in markup else (),
        _tables_as_text(lines, markup) if "|" in converted.source else (),
        tabbed_rows(lines) if "\t" in converted.source else (),
        shown_signs(converted, lines, markup),
        _bare_addresses(converted, markup),
        links_of_other_hosts(converted),
    )
    return (fault for found in searches for fault in islice(found, MOST_TOLD))


def _pictures_without_words(lines: list[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines, 1):
        for picture in _PICTURE.findall(line) if "![" in line else ():
            yield Fault("anh-khong-loi", number, picture)


def _tags_without_words(converted: Converted, pieces: tuple[Piece, ...]) -> Iterator[Fault]:
    """Pictures of HTML that say nothing of what they tell, not even that it is nothing."""
    for before, slot, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if isinstance(slot, LinkSlot) and slot.picture:
            tag = f"{before}".rpartition("<img")[2] + f"{after}".partition(">")[0]
            if ' alt="' not in tag:
                silent = r"<img\b(?![^>]*\balt\b)"
                line = converted.line(rf"{silent}[^>]*{re.escape(slot.raw)}", silent)
                yield Fault("anh-khong-loi", line, slot.raw)


def _tables_as_text(lines: list[str], markup: str) -> Iterator[Fault]:
    """Rows between bars without the line that makes a table of them, or just below a paragraph."""
    for is_row, group in groupby(enumerate(lines, 1), lambda one: _begins_row(one[1])):
        rows = list(group) if is_row else []
        if len(rows) < _HEAD_ROWS:
            yield from _lone_rows(rows, markup)
            continue
        number, row = next((one for one in rows if one[1][0] == "|"), rows[0])
        rules = [row.strip() for _, row in rows if _RULE.match(row)]
        is_glued = bool(rules) and number > 1 and bool(lines[number - 2].strip())
        # Another table of the text may have the same dashes.
        is_text = not rules or (rules[0] in markup and (is_glued or not _has_head(rows)))
        if is_text:
            yield Fault("danh-sach-dinh" if is_glued else "bang-thieu-gach", number, row[:_SHOWN])


def _begins_row(line: str) -> bool:
    return line.startswith("|") or (line.startswith("+") and _GRID.match(line) is not None)


def _lone_rows(rows: list[tuple[int, str]], markup: str) -> Iterator[Fault]:
    """A row that an empty line parts from its table; amounts between bars are none."""
    for number, line in rows:
        row = line.strip()
        is_row = row.endswith("|") and row.count("|") > _HEAD_ROWS and not _OPERATOR.search(row)
        if is_row and html.escape(row, quote=False) in markup:
            yield Fault("bang-thieu-gach", number, row[:_SHOWN])


def _has_head(rows: list[tuple[int, str]]) -> bool:
    """Whether the second row is one of dashes with as many columns as the first."""
    head, rule = (row.strip().strip("|") for _, row in rows[:_HEAD_ROWS])
    return bool(_RULE.match(rule)) and head.count("|") == rule.count("|")


def _bare_addresses(converted: Converted, markup: str) -> Iterator[Fault]:
    if not any(sign in markup for sign in _ADDRESS_SIGNS) and not _HOST_AND_PATH.search(markup):
        return
    words = html.unescape(_ANCHOR_OR_CODE.sub("", markup))
    # Each is looked for in the whole text.
    for address in islice(dict.fromkeys(_ADDRESS.findall(words)), MOST_TOLD):
        shown = address.rstrip(".,;:!?")
        yield Fault("dia-chi-tran", converted.line_of_words(shown), shown)
