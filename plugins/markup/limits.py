"""What a text may hold so many of that Markdown still reads it in a moment.

Each limit stands for something that Markdown needs a time for that grows with the square of how
often it is there. The limits are counted, and so the same on every machine.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from plugins.markup.body import Fault
from plugins.markup.fences import unclosed_fences

# The longest row of these has no line end: a paragraph, a list or a quote without an empty line.
_BLOCKS = re.compile(r"\n[ \t]*\n")
# All that looks into a text takes its time for every sign.
_MOST_SIGNS: Final = 500_000
_MANY_BRACKETS: Final = "[" * 50
# Quotes and lists that begin on one line, and a list whose indent holds as many others. A line end
# is found much faster than the start of a line.
_DEEP = re.compile(
    r"\n(?:(?:[ \t]*(?:>|[-*+][ \t]|[0-9]{1,9}\.[ \t])){50,}+[ \t]*\S"
    r"|(?:[ ]{4}|\t){50}[ \t]*(?:[-*+]|[0-9]{1,9}\.)[ \t])"
)
# What every such line begins with, found without a try at each sign.
_MAYBE_DEEP = re.compile(r"\n[ \t>*+.0-9-]{50}")
_MOST_IN_BLOCK: Final = {"[": 1000, "<": 1000}
MOST_DIRECTIVE_SIGNS: Final = 1000
_MOST_IN_TEXT: Final = {
    "[TOC]": 3,
    "<!": 300,
    "<?": 300,
    "*[": 500,
    "[^": 3000,
    "///": MOST_DIRECTIVE_SIGNS,
}
_NOTE = re.compile(r"\[\^[^\]\n]{1,200}\]")
_MOST_EQUAL_NOTES: Final = 500
_MOST_UNCLOSED: Final = 100
# A tag with all its attributes; a quote may hold a >.
_TAG = re.compile(r"""<[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*+""")
_LONGEST_TAG: Final = 10_000
_MOST_ROWS: Final = 2000
_HEAD_ROWS: Final = 2
# What makes Markdown look again at the rest of a cell, and begin lines.
_CELL_SIGNS: Final = "[<*_`!&\\\n"
_MOST_IN_CELL: Final = 100
_MOST_IN_CELLS: Final = 15_000


def is_too_long(text: str) -> bool:
    """Whether `text` is refused for its length alone, whatever it says."""
    return len(text) > _MOST_SIGNS


def over_limit(text: str) -> Fault | None:
    """The first thing of which `text` holds too much to be converted."""
    if is_too_long(text):
        return Fault("bai-qua-dai", 1, str(_MOST_SIGNS))
    if _MANY_BRACKETS in text:
        return Fault("long-qua-sau", _line(text, text.index(_MANY_BRACKETS)))
    if (fences := unclosed_fences(text)) and len(fences) > _MOST_UNCLOSED:
        return _too_many(text, fences[0], _MOST_UNCLOSED)
    lines = f"\n{text}"
    if _MAYBE_DEEP.search(lines) and (deep := _DEEP.search(lines)):
        return Fault("long-qua-sau", _line(text, deep.start()))
    return _sign_over_limit(text) or _rows_over_limit(text) or _tag_over_limit(text)


def cells_over_limit(texts: Iterable[str]) -> tuple[int, Fault] | None:
    """The first of the cells of a table with too much in it, alone or with those before it."""
    total = 0
    for place, text in enumerate(texts):
        for sign in _CELL_SIGNS:
            count = text.count(sign)
            total += count
            for found, most in ((count, _MOST_IN_CELL), (total, _MOST_IN_CELLS)):
                if found > most:
                    return place, Fault("ky-hieu-qua-nhieu", 1, sign, str(most))
    return None


def _tag_over_limit(text: str) -> Fault | None:
    for found in _TAG.finditer(text) if len(text) > _LONGEST_TAG else ():
        if found.end() - found.start() > _LONGEST_TAG:
            name = found[0].split(maxsplit=1)[0][1:]
            return Fault("the-qua-dai", _line(text, found.start()), name, str(_LONGEST_TAG))
    return None


def _sign_over_limit(text: str) -> Fault | None:
    for sign, most in (*_MOST_IN_TEXT.items(), *_MOST_IN_BLOCK.items()):
        if text.count(sign) > most and (sign not in _MOST_IN_BLOCK or _in_block(text, sign, most)):
            return _too_many(text, sign, most)
    if text.count("[^") > _MOST_EQUAL_NOTES:
        note, number = Counter(_NOTE.findall(text)).most_common(1)[0]
        if number > _MOST_EQUAL_NOTES:
            return _too_many(text, note, _MOST_EQUAL_NOTES)
    return None


def _in_block(text: str, sign: str, most: int) -> bool:
    return any(block.count(sign) > most for block in _BLOCKS.split(text))


def _too_many(text: str, sign: str, most: int) -> Fault:
    return Fault("ky-hieu-qua-nhieu", _line(text, text.index(sign)), sign, str(most))


def _rows_over_limit(text: str) -> Fault | None:
    if text.count("|") <= _MOST_ROWS:
        return None
    rows = 0
    for number, line in enumerate(text.split("\n"), 1):
        rows = rows + 1 if "|" in line else 0
        if rows > _MOST_ROWS + _HEAD_ROWS:
            return Fault("bang-qua-dai", number - rows + 1, str(_MOST_ROWS))
    return None


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
