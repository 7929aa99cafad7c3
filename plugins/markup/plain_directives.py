"""Directives as nearly all are written: on two lines, with nothing in them, between blank lines.

The library of blocks reads all others. It is loaded with the first text that has one of them: that
takes longer than checking most texts.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Final, Protocol, cast

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from plugins.markup.directives import COMPARISON, SIGN
from plugins.markup.leaves import LeafBlocks
from plugins.markup.sanitise import COMPARISON_MARK, MARK_END, MARK_START

_PLAIN: Final = rf"(?P<fence>/{{3,}})[ ]*{COMPARISON}[ ]*\|[ ]*(?P<name>[a-z0-9-]+)[ ]*\n(?P=fence)"
_BLOCK: Final = re.compile(_PLAIN)
# Markdown parts blocks at two line ends; of a third one it makes a part of the next block.
_BETWEEN_BLANKS: Final = re.compile(rf"(?<=\n\n)(?<!\n\n\n){_PLAIN}(?=\n\n)")


def mark_comparison(parent: ET.Element, name: str) -> ET.Element:
    """An element in `parent` with the mark that the table `name` takes the place of."""
    element = ET.SubElement(parent, "div")
    element.text = AtomicString(f"{MARK_START}{COMPARISON_MARK}{name}{MARK_END}")
    return element


class PlainDirectives(Extension):
    """Reads plain directives, and has the library read texts with others."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Stand where the library's own extension stands."""
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, SIGN[0]]
        blocks = _PlainBlocks(md.parser)
        # Just before the library's, which is behind the items of lists.
        md.parser.blockprocessors.register(blocks, "plain-directives", 89.991)
        # Behind all others, which take code and HTML out.
        md.preprocessors.register(_Chooser(md, blocks), "directives", -1)


class _PlainBlocks(BlockProcessor):
    """Whether the text has no others, and those that it has."""

    has_all = False

    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002
        return self.has_all and _BLOCK.fullmatch(block) is not None

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        if found := _BLOCK.fullmatch(blocks.pop(0)):
            mark_comparison(parent, found["name"])


class _Chooser(Preprocessor):
    """Decides for each text who reads its directives."""

    def __init__(self, md: Markdown, blocks: _PlainBlocks) -> None:
        super().__init__(md)
        self._blocks = blocks

    def run(self, lines: list[str]) -> list[str]:
        has_signs = any(SIGN in line for line in lines)
        text = "\n".join(("", "", *lines, "", "")) if has_signs else ""
        self._blocks.has_all = has_signs and SIGN not in _BETWEEN_BLANKS.sub("", text)
        if (
            has_signs
            and not self._blocks.has_all
            and "blocks" not in self.md.parser.blockprocessors
        ):
            self._load_library()
        return lines

    def _load_library(self) -> None:
        library_directives().extendMarkdown(self.md)
        processors = self.md.parser.blockprocessors
        cast("LeafBlocks", processors["leaves"]).opened = cast(
            "_Directives", processors["blocks"]
        ).stack


class _Directives(Protocol):
    """The library's processor of directives, with those that are open."""

    stack: Sequence[object]


def library_directives() -> Extension:
    """The library's extension, which reads every directive."""
    from plugins.markup.directive_blocks import ComparisonBlocks  # noqa: PLC0415

    return cast("Extension", ComparisonBlocks())
