"""The CSS that an SVG picture may hold: rules one behind the other, and none in another.

What browsers read in brackets, blocks, texts and comments is not followed here, so that nothing may
stand there that would mean something else outside (CSS Syntax 3, W3C 2021).
"""

from __future__ import annotations

import re
from typing import Final

_TEXT: Final = r"\"[^\"\r\n\f\\{}();]*+\"|'[^'\r\n\f\\{}();]*+'"
_BRACKETS: Final = rf"\((?:[^\"'\\{{}}()\[\];]|{_TEXT})*+\)"
_SELECTED: Final = rf"(?:[^\"'\\{{}}()\[\]<&@;]|\[(?:[^\"'\\{{}}()\[\];]|{_TEXT})*+\])*+"
_SAID: Final = rf"(?:[^\"'\\{{}}()\[\]<&@]|{_TEXT}|{_BRACKETS})*+"
_STYLE = re.compile(_SAID)
_SHEET = re.compile(rf"(?:{_SELECTED}\{{{_SAID}\}})*+\s*")
# A comment, or the end of one of HTML.
_BETWEEN = re.compile(r"/\*|-->")
# Blanks that are letters to browsers, and letters that only look small.
_LOOKALIKE = re.compile(r"[^\S \t\n\r\f]|[\u0130\u0131\u017f\u212a]")
_SHOWN: Final = 40


def unread_in_sheet(sheet: str) -> str:
    """The beginning of what is no plain rule in a style sheet, or nothing."""
    return _unread(_SHEET, sheet)


def unread_in_style(style: str) -> str:
    """The beginning of what is no plain declaration in an attribute, or nothing."""
    return _unread(_STYLE, style)


def has_lookalike(value: str) -> bool:
    """Whether a value holds what Python takes for a blank or a plain letter, and no browser does."""
    return not value.isascii() and _LOOKALIKE.search(value) is not None


def _unread(plain: re.Pattern[str], written: str) -> str:
    between = _BETWEEN.search(written)
    read = plain.match(written)
    end = min(read.end() if read else 0, between.start() if between else len(written))
    return " ".join(written[end:].split())[:_SHOWN]
