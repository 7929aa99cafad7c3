r"""The letters that a text stands for where it writes them as references or escapes.

`&#8203;` in Markdown and `\u200b` in the double quotes of YAML are the same to readers as the
character itself, and so they are to whoever looks for faults.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

import yaml
from msgspec import Struct

from plugins.base.located import MAX_DEPTH
from plugins.spelling.fault import TextKind
from plugins.spelling.prose import front_end, uncoded

# Some names need no semicolon.
REFERENCE: Final = re.compile(
    "&(?:#0*[0-9]{1,7};?|#[xX]0*[0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};|shy|nbsp)"
)
_ESCAPE: Final = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(_)|[^\n])"
)
_CODED: Final = re.compile(r"&[#A-Za-z]|\\[xuU_]")
_LAST: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)


class Written(Struct, frozen=True):
    """A text as readers see it; each span of it is written in the file as another span."""

    text: str
    _shown: tuple[tuple[int, int], ...] = ()
    _spans: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the file the text from `start` to `end` is written."""
        if not self._shown:
            return start, end
        return self._place(start, 0), self._place(end, 1) if end > start else self._place(start, 0)

    def _place(self, position: int, side: int) -> int:
        """The place of `position`; of one within a reference its beginning (side 0) or end (1)."""
        index = bisect_right(self._shown, (position - side, len(self.text))) - 1
        if index < 0:
            return position
        end = self._shown[index][1]
        inside = position < end + side
        return self._spans[index][side] if inside else self._spans[index][1] + position - end


def written(text: str, kind: TextKind) -> Written:
    """`text` with a letter for each of its references and escapes that stands for one.

    Those of ASCII are left: they may be the signs of Markdown and YAML.
    """
    if not _CODED.search(text):
        return Written(text)
    yaml_end = len(text) if kind == "data" else front_end(text)
    outside = uncoded(text, kind)
    found = [
        (match.span(), letters)
        for match in REFERENCE.finditer(text)
        if outside[match.start()] == "&" and not (letters := html.unescape(match[0])).isascii()
    ]
    found += [
        (match.span(), letter)
        for span in _in_double_quotes(text[:yaml_end])
        for match in _ESCAPE.finditer(text, *span)
        if not (letter := _letter(match)).isascii()
    ]
    return _replaced(text, sorted(found))


def _in_double_quotes(text: str) -> Iterator[tuple[int, int]]:
    """The spans of what stands in double quotes, up to where `text` cannot be read as YAML."""
    if "\\" not in text:
        return
    depth = 0
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, yaml.CBaseLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            # The parser takes the square of the depth; such a file is refused in any case.
            if depth > MAX_DEPTH:
                return
            start, end = event.start_mark, event.end_mark
            if isinstance(event, yaml.ScalarEvent) and event.style == '"' and start and end:
                yield start.index, end.index


def _letter(match: re.Match[str]) -> str:
    if match[4]:
        return "\u00a0"
    code = int(match[1] or match[2] or match[3] or "0", 16)
    return "" if code > _LAST or code in _SURROGATES else chr(code)


def _replaced(text: str, found: list[tuple[tuple[int, int], str]]) -> Written:
    pieces: list[str] = []
    shown: list[tuple[int, int]] = []
    length = done = 0
    for (start, end), letters in found:
        pieces += [text[done:start], letters]
        length += start - done
        shown.append((length, length + len(letters)))
        length += len(letters)
        done = end
    return Written("".join([*pieces, text[done:]]), tuple(shown), tuple(span for span, _ in found))
