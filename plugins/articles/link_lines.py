"""On which lines of a file the addresses of its links stand."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from itertools import islice
from typing import Final

# What may stand beside an address in Markdown and HTML; else it is a part of a longer one.
_BEFORE: Final = frozenset(" \t\n(<\"'=")
_DEFINITION: Final = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:")
# A backslash that Markdown leaves out, and links without an address.
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")
_EMPTY: Final = re.compile(r"(?<=\])\(\s*(?:<>)?\s*\)|(?<=href=)(?:\"\s*\"|'\s*')")
# An address without quotes that Markdown reads: code, bold words, a link.
_UNQUOTED: Final = re.compile(r"<[a-z]+[^<>\n]{0,200}=[ \t]*([`*_\[!][^\n>]{0,200})", re.IGNORECASE)
_TAB: Final = 4
_AFTER: Final = frozenset(" \t\n)>\"'")
# A whole address, or the beginning of one that has such a sign in it.
_PIECE: Final = re.compile("[^ \t\n)>\"']+")
_BEFORE_IN_PIECE: Final = re.compile("[(<=]")
# So many addresses may begin in one piece, and so many that begin alike are compared: honest texts
# have fewer.
_MOST_IN_PIECE: Final = 8
_MOST_ALIKE: Final = 100


class LinkLines:
    """Finds the links of one text in their order, in time that grows with the text alone."""

    def __init__(self, text: str, start: int) -> None:
        """Look into `text` from the place `start` on."""
        self._text = text
        self._start = start
        self._found: dict[str, int] = {}
        self._ends = [place for place, char in enumerate(text) if char == "\n"]

    def line(self, raw: str) -> int:
        """The line of the next link to `raw`, of the last one when there is no further, or 1.

        An address with letters written as `&#106;`, or with a tab, for which Markdown writes spaces,
        is found as well, on its first line.
        """
        before = self._found.get(raw, self._start - 1)
        place = self._next(raw, before + 1)
        if place < 0:
            place = before
        else:
            self._found[raw] = place
        if place < self._start:
            return self._line_of_references(raw)
        return bisect_right(self._ends, place - 1) + 1

    def written(self, raw: str) -> str:
        """The address `raw` as the text has it; Markdown makes tags of one without quotes."""
        return self._unquoted[1] if raw.startswith("<") and self._unquoted else raw

    def is_definition(self, line: int) -> bool:
        """Whether the line of that number says where a label leads, as in `[1]: …`."""
        start = self._ends[line - 2] + 1 if line > 1 else 0
        return _DEFINITION.match(self._text, start) is not None

    def _line_of_references(self, raw: str) -> int:
        if raw.startswith("<") and self._unquoted:
            return bisect_right(self._ends, self._unquoted.start(1)) + 1
        place = self._unescaped.find(raw)
        if place < 0:
            place = self._without_backslashes.find(raw)
            return self._without_backslashes.count("\n", 0, max(0, place)) + 1
        return self._unescaped.count("\n", 0, place) + 1

    @cached_property
    def _unquoted(self) -> re.Match[str] | None:
        return _UNQUOTED.search(self._text, self._start)

    @cached_property
    def _unescaped(self) -> str:
        # Line by line: a line end that is written as a reference is none of the file.
        lines = self._text.expandtabs(_TAB).split("\n")
        return "\n".join(html.unescape(line).replace("\n", " ") for line in lines)

    @cached_property
    def _without_backslashes(self) -> str:
        return _ESCAPE.sub(r"\1", self._unescaped)

    def _next(self, raw: str, start: int) -> int:
        if not raw:
            empty = _EMPTY.search(self._text, max(start, self._start))
            return empty.start() if empty else -1
        # With the references of HTML, or the backslashes of Markdown, that it may be written with.
        forms = dict.fromkeys((raw, html.escape(raw), raw.replace("\\", "\\\\")))
        places = [self._whole(form, start) for form in forms]
        return min((place for place in places if place >= 0), default=-1)

    def _whole(self, form: str, start: int) -> int:
        piece = _PIECE.match(form)
        places = self._pieces.get(piece[0], []) if piece else []
        first = bisect_left(places, start)
        alike = places[first : first + _MOST_ALIKE]
        return next((place for place in alike if self._is_whole(form, place)), -1)

    def _is_whole(self, form: str, start: int) -> bool:
        if not self._text.startswith(form, start):
            return False
        end = start + len(form)
        return end == len(self._text) or self._text[end] in _AFTER

    @cached_property
    def _pieces(self) -> dict[str, list[int]]:
        """Where each piece stands: looked for one by one, links take the square of the text."""
        places: dict[str, list[int]] = defaultdict(list)
        for found in _PIECE.finditer(self._text, self._start):
            piece, start = found[0], found.start()
            if start == 0 or self._text[start - 1] in _BEFORE:
                places[piece].append(start)
            for sign in islice(_BEFORE_IN_PIECE.finditer(piece), _MOST_IN_PIECE):
                places[piece[sign.end() :]].append(start + sign.end())
        return places
