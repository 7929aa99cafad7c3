"""Markdown's blocks that hold no other blocks, known by their first signs.

Markdown asks seventeen processors one after the other what each block is. Most blocks are
paragraphs, and none of the others can begin with a letter.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Final

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

# What a line must not begin with to belong to a paragraph.
_SIGNS: Final = r"[-+*_=#>:\[/\d]"
_FIRST_LINE = re.compile(rf"\n|[ ]{{4}}|[ ]{{0,3}}{_SIGNS}")
_NEXT_LINE = re.compile(rf"\n[ ]{{0,3}}{_SIGNS}")
_HEADING: Final = "#"
_DIRECTIVE: Final = "///"


class LeafBlocks(BlockProcessor):
    """Paragraphs, headings on a line of their own and tables; it leaves others to Markdown."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        processors = md.parser.blockprocessors
        self._paragraph: BlockProcessor = processors["paragraph"]
        self._heading: BlockProcessor = processors["hashheader"]
        self._table: BlockProcessor = processors["table"]
        # The directives that are open, which those who read them put here.
        self.opened: Sequence[object] = ()
        self._found: BlockProcessor = self._paragraph

    def test(self, parent: ET.Element, block: str) -> bool:
        """Whether `block` is surely one of these."""
        # What stands in an open directive belongs to it.
        if not block or self.opened:
            return False
        found = self._leaf(parent, block)
        if found is None:
            return False
        self._found = found
        return True

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Let the processor found write it, and those of the blocks behind it that are leaves."""
        self._found.run(parent, blocks)
        while blocks and self.test(parent, blocks[0]):
            self._found.run(parent, blocks)

    def _leaf(self, parent: ET.Element, block: str) -> BlockProcessor | None:
        has_lines = "\n" in block
        if _FIRST_LINE.match(block):
            is_heading = block[0] == _HEADING and not has_lines
            return self._heading if is_heading and self._heading.test(parent, block) else None
        if not has_lines:
            return self._paragraph
        if "|" in block:
            # A directive may stand between the rows, or three slashes in a cell.
            if _DIRECTIVE in block:
                return None
            if self._table.test(parent, block):
                return self._table
        return None if _NEXT_LINE.search(block) else self._paragraph
