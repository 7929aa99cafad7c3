"""Directives as the library of blocks reads them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from plugins.markup.directives import COMPARISON
from plugins.markup.plain_directives import mark_comparison


class _ComparisonBlock(Block):  # type: ignore[misc]
    """`/// comparison | id`: leaves a mark where the table goes."""

    NAME = COMPARISON
    ARGUMENT = True

    def on_create(self, parent: ET.Element) -> ET.Element:
        return mark_comparison(parent, self.argument)


class ComparisonBlocks(BlocksExtension):  # type: ignore[misc]
    """The directives of the portals, and no others."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: ARG002, N802
        """Let Markdown know them."""
        block_mgr.register(_ComparisonBlock, {})
