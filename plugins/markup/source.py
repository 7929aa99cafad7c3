"""Markdown's stages over the whole source, each skipped where it would change nothing."""

from __future__ import annotations

import re
from typing import Final

from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace
from markdown.util import ETX, STX

_FENCES: Final = ("```", "~~~")
_BLANKS_AT_END: Final = " \n"
_CHANGED_SIGNS: Final = ("\r", "\t", STX, ETX)
# The parser of HTML hands over a text without these as it is.
_HTML = re.compile(r"<|&[#a-zA-Z]")


class Whitespace(NormalizeWhitespace):
    """Line ends, tabs and blank lines as the other stages want them."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with two empty ones at the end."""
        ended = [*lines, "", ""]
        source = "\n".join(ended)
        if _BLANKS_AT_END in source or any(sign in source for sign in _CHANGED_SIGNS):
            return super().run(lines)
        return ended


class Fences(FencedBlockPreprocessor):
    """Code between fences."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with marks in the places of code."""
        source = "\n".join(lines)
        return super().run(lines) if any(fence in source for fence in _FENCES) else lines


class HtmlBlocks(HtmlBlockPreprocessor):
    """HTML that an editor has written."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with marks in the places of blocks of HTML."""
        return super().run(lines) if _HTML.search("\n".join(lines)) else lines
