"""Markdown as the texts of a language are read: its extensions, and its stages."""

from __future__ import annotations

from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from msgspec import Struct, field

from plugins.languages.language import Lang
from plugins.languages.text import slugify
from plugins.markup.blanks import Blanks
from plugins.markup.contents import Contents
from plugins.markup.emphasis import Emphasis
from plugins.markup.inline import InlineStage
from plugins.markup.leaves import LeafBlocks
from plugins.markup.ordered_lists import NumberedItem, OrderedLists
from plugins.markup.plain_directives import PlainDirectives, library_directives
from plugins.markup.serialise import to_html
from plugins.markup.source import Fences, HtmlBlocks, Whitespace
from plugins.markup.tables import OddRow, Tables
from plugins.markup.tree import LineEnds, LowerHeadings, Unescaped

_TABLES: Final = {"use_align_attribute": True}
_BACK_TITLES: Final[dict[Lang, str]] = {
    "vi": "Trở lại chỗ có chú thích {} trong bài",
    "en": "Back to note {} in the text",
}


class _Headings(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        # Before the table of contents (priority 5), which gives the ids.
        md.treeprocessors.register(LowerHeadings(md), "lower-headings", 6)


class _ShortForms(AbbrExtension):
    """Abbreviations; Markdown fills `abbrs` with the long forms by the short ones."""

    abbrs: dict[str, str]


class Extensions(Struct, frozen=True):
    """What tells afterwards what a text defines, and where it is read otherwise than written.

    That are the odd rows of its tables, passages with stars that are lost, and the items of lists
    with numbers.
    """

    notes: FootnoteExtension
    short_forms: _ShortForms
    odd_rows: list[OddRow] = field(default_factory=list)
    lost_stars: list[str] = field(default_factory=list)
    numbered: list[NumberedItem] = field(default_factory=list)

    @classmethod
    def of(cls, lang: Lang) -> Extensions:
        """Those of one reader of `lang`."""
        return cls(FootnoteExtension(BACKLINK_TITLE=_BACK_TITLES[lang]), _ShortForms())

    def forget(self) -> None:
        """Forget what was noted of the text before."""
        self.odd_rows.clear()
        self.lost_stars.clear()
        self.numbered.clear()


def library_reader(extensions: Extensions) -> Markdown:
    """Markdown with every stage as the library has it; it makes the same of every text."""
    contents = TocExtension(slugify=lambda text, _: slugify(text) or "muc")
    return _reader(extensions, contents, library_directives())


def reader(extensions: Extensions) -> Markdown:
    """Markdown with our stages in the places of those that take the longest."""
    contents = Contents(slugify=lambda text, _: slugify(text) or "muc")
    md = _reader(extensions, contents, PlainDirectives())
    md.preprocessors.register(Whitespace(md), "normalize_whitespace", 30)
    md.preprocessors.register(
        Fences(md, FencedCodeExtension().getConfigs()), "fenced_code_block", 25
    )
    md.preprocessors.register(HtmlBlocks(md), "html_block", 20)
    md.parser.blockprocessors.register(Tables(md.parser, _TABLES, extensions.odd_rows), "table", 75)
    md.parser.blockprocessors.register(OrderedLists(md.parser, extensions.numbered), "olist", 40)
    md.parser.blockprocessors.register(LeafBlocks(md), "leaves", 110)
    md.inlinePatterns.register(Emphasis(md, extensions.lost_stars), "em_strong", 60)
    md.treeprocessors.register(InlineStage(md), "inline", 20)
    md.treeprocessors.register(LineEnds(md), "prettify", 10)
    md.treeprocessors.register(Unescaped(md), "unescape", 0)
    md.serializer = to_html
    return md


def _reader(extensions: Extensions, contents: TocExtension, directives: Extension) -> Markdown:
    return Markdown(
        extensions=[
            TableExtension(**_TABLES),
            extensions.notes,
            extensions.short_forms,
            DefListExtension(),
            SaneListExtension(),
            FencedCodeExtension(),
            contents,
            _Headings(),
            Blanks(),
            directives,
        ],
        output_format="html",
    )
