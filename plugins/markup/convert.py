"""Converts Markdown with one instance a language, reset for every text."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from typing import Any, Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from plugins.languages.language import Lang
from plugins.languages.text import slugify
from plugins.markup.body import Body, Heading, Piece
from plugins.markup.directives import COMPARISON
from plugins.markup.sanitise import (
    COMPARISON_MARK,
    MARK_END,
    MARK_START,
    anchors,
    dropped_elements,
    safe_pieces,
    without_long_references,
)
from plugins.markup.words import plain_text, unread_links

# Names every setting that changes what a text is converted to; part of the key of kept texts.
CONVERTER_VERSION: Final = "3"

_BACK_TITLES: Final[dict[Lang, str]] = {
    "vi": "Trở lại chỗ có chú thích {} trong bài",
    "en": "Back to note {} in the text",
}
_PLAIN = re.compile(r"[^\\`*_{}\[\]<>()#+!&|:/\n~^=-]*\Z")
_MANY_BRACKETS: Final = "[" * 50
_PARAGRAPH = re.compile(r"<p>(.*)</p>\Z", re.DOTALL)


class _ComparisonBlock(Block):  # type: ignore[misc]
    """`/// comparison | id`: leaves a mark where the table goes."""

    NAME = COMPARISON
    ARGUMENT = True

    def on_create(self, parent: ET.Element) -> ET.Element:
        element = ET.SubElement(parent, "div")
        element.text = AtomicString(f"{MARK_START}{COMPARISON_MARK}{self.argument}{MARK_END}")
        return element


class _ComparisonBlocks(BlocksExtension):  # type: ignore[misc]
    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: ARG002, N802
        block_mgr.register(_ComparisonBlock, {})


class _LowerHeadings(Treeprocessor):
    """Moves all headings one level down where a text uses the level of the page's title."""

    def run(self, root: ET.Element) -> None:
        headings = [element for element in root.iter() if re.fullmatch("h[1-6]", str(element.tag))]
        if any(element.tag == "h1" for element in headings):
            for element in headings:
                element.tag = f"h{min(int(element.tag[1]) + 1, 6)}"


class _Headings(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        # Before the table of contents (priority 5), which gives the ids.
        md.treeprocessors.register(_LowerHeadings(md), "lower-headings", 6)


def _markdown(lang: Lang) -> Markdown:
    return Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            FootnoteExtension(BACKLINK_TITLE=_BACK_TITLES[lang]),
            "def_list",
            "abbr",
            "sane_lists",
            "fenced_code",
            TocExtension(slugify=lambda text, _: slugify(text) or "muc"),
            _Headings(),
            _ComparisonBlocks(),
        ],
        output_format="html",
    )


class Converter:
    """Converts texts of one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._markdown = _markdown(lang)

    def convert(self, text: str, path: str) -> Body:
        """The body of `text`, which stands in the content file `path`."""
        if not text.strip():
            return Body()
        self._markdown.reset()
        if _MANY_BRACKETS in text:
            # Markdown tries every one of them as the beginning of a link, to the end of the text.
            return Body(too_deep=True)
        try:
            markup = self._markdown.convert(without_long_references(text))
        except RecursionError:
            # It was left in the middle of a text, and would take the next for a part of it.
            self._markdown = _markdown(self._lang)
            return Body(too_deep=True)
        pieces = safe_pieces(markup, path)
        return Body(
            pieces,
            tuple(self._headings()),
            anchors(pieces),
            plain_text(pieces),
            dropped_elements(markup),
            unread_links(pieces),
        )

    def convert_inline(self, text: str, path: str) -> tuple[Piece, ...]:
        """The pieces of a short text, without a paragraph around a single one."""
        if _PLAIN.match(text):
            return (html.escape(text, quote=False),)
        self._markdown.reset()
        markup = self._markdown.convert(without_long_references(text))
        single = _PARAGRAPH.match(markup)
        if single and "<p>" not in single[1]:
            markup = single[1]
        return safe_pieces(markup, path)

    def _headings(self) -> list[Heading]:
        found: list[Heading] = []

        def walk(tokens: list[dict[str, Any]]) -> None:
            for token in tokens:
                name = html.unescape(token["name"])
                found.append(Heading(int(token["level"]), token["id"], name))
                walk(token["children"])

        walk(getattr(self._markdown, "toc_tokens", []))
        return found
