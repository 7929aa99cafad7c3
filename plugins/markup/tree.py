"""Markdown's passes over the finished tree, with less to do for each element."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Final

from markdown import Markdown
from markdown.treeprocessors import (
    PrettifyTreeprocessor,
    Treeprocessor,
    UnescapeTreeprocessor,
)

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_AS_WRITTEN: Final = frozenset(("pre", "code"))
_ESCAPE: Final = "\\"


class LineEnds(PrettifyTreeprocessor):
    """Line ends between blocks."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._blocks = frozenset(md.block_level_elements)
        self._with_blocks = self._blocks - _AS_WRITTEN

    def _prettifyETree(self, elem: ET.Element) -> None:  # noqa: N802
        if len(elem) and elem.tag in self._with_blocks:
            if elem[0].tag in self._blocks and _is_blank(elem.text):
                elem.text = "\n"
            for child in elem:
                if child.tag in self._blocks:
                    self._prettifyETree(child)
        if _is_blank(elem.tail):
            elem.tail = "\n"


class LowerHeadings(Treeprocessor):
    """Moves all headings one level down where a text uses the level of the page's title."""

    def run(self, root: ET.Element) -> None:
        """Change the tags of the headings."""
        if root.find(".//h1") is None:
            return
        for element in root.iter():
            if element.tag in HEADINGS:
                element.tag = f"h{min(int(element.tag[1]) + 1, 6)}"


class Unescaped(UnescapeTreeprocessor):
    """Puts back the signs that were written with a backslash."""

    def run(self, root: ET.Element) -> None:
        """Look for them only where a backslash stood."""
        if any(_ESCAPE in line for line in self.md.lines):  # type: ignore[attr-defined]
            super().run(root)


def _is_blank(words: str | None) -> bool:
    return not words or not words.strip()
