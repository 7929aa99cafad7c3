"""Stars and underscores that were meant to be seen, and that Markdown took for markup."""

from __future__ import annotations

import re
from typing import Final

from markdown.util import ETX, STX

# What stands behind a word, and begins no words in italics.
_BEHIND_WORDS: Final = frozenset(",;/)]}%!?+-–.:…")
# Bold words may begin with these, as in 'Thời gian**: 8 giờ**'.
_BEFORE_BOLD: Final = frozenset(".:…-–")
# The signs between the parts of a date or a number that is not known yet: '**/**/2026'.
_BETWEEN_NUMBERS: Final = frozenset("/.-–")
_BETWEEN_DIGITS: Final = re.compile(r"[0-9]\*+(?=[0-9])")
_BLANK_WITHIN: Final = re.compile(r"[^\W_]_{2,}[^\W_]")
# Underscores that would end bold words, where none have begun.
_BLANK_BEHIND: Final = re.compile(r"[^_\n]*[^\W_]_{2,3}(?![\w_])")
_BEFORE: Final = re.compile(rf"[^\s{STX}{ETX}]{{0,20}}\Z")
_WRITTEN: Final = re.compile(rf"[^\n{STX}]*")
_BEHIND: Final = re.compile(rf"[^\s{STX}]{{0,20}}")
_BACK: Final = 20


def lost_stars(data: str, start: int, end: int, seen: str) -> str:
    """The passage of `data` whose signs from `start` to `end` were no markup; else nothing.

    Readers see the words `seen` of it.
    """
    written = data[start:end]
    words = written.strip("*_")
    is_bold = written.startswith(("**", "__"))
    around = data[max(0, start - 1) : start].strip(), data[end : end + 1]
    is_lost = bool(words) and _are_lost(words, around, is_bold=is_bold)
    is_blank = written.startswith("__") and _is_beside_blanks(data, words, end)
    is_any = is_lost or is_blank or _lost_within(words, seen)
    return _passage(data, start, end) if is_any else ""


def _are_lost(words: str, around: tuple[str, str], *, is_bold: bool) -> bool:
    before, behind = around
    if _BETWEEN_NUMBERS.issuperset(words):
        return behind.isdigit() or behind in _BETWEEN_NUMBERS
    first, last = words[0], words[-1]
    if (before.isdigit() and first.isdigit()) or (last.isdigit() and behind.isdigit()):
        return True
    if before and first in _BEHIND_WORDS and not (is_bold and first in _BEFORE_BOLD):
        return True
    ends = (before, first, last, behind)
    # Single letters of a word may be bold.
    return all(map(str.isalnum, ends)) and (not is_bold or any(map(str.isdigit, ends)))


def _is_beside_blanks(data: str, words: str, end: int) -> bool:
    """Whether the underscores in or behind `words` show that those around them are blanks too."""
    return bool(_BLANK_WITHIN.search(words) or _BLANK_BEHIND.match(data, end))


def _lost_within(words: str, seen: str) -> bool:
    """Whether a star between digits is gone from bold words, as in '**20*30*40 cm**'."""
    if "*" not in words:
        return False
    return len(_BETWEEN_DIGITS.findall(words)) > len(_BETWEEN_DIGITS.findall(seen))


def _passage(data: str, start: int, end: int) -> str:
    """What stands from `start` to `end` on one line, with the words that it touches."""
    before = _BEFORE.search(data, max(0, start - _BACK), start)
    written = _WRITTEN.match(data, start, end)
    behind = _BEHIND.match(data, end)
    found = [before, written]
    if written and written.end() == end:
        found.append(behind)
    return "".join(one[0] for one in found if one)
