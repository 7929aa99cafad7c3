"""What a Hugo site is made from: the checked content with the Markdown as it was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from plugins.articles.article import Article, Version
from plugins.articles.front_matter import markdown_below
from plugins.articles.text_file import Names, TextRecord
from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.builds.content import load_content
from plugins.builds.texts import NeededTexts
from plugins.languages.catalogs import load_catalog
from plugins.languages.language import LANGS, Lang, other
from plugins.markup.body import ComparisonSlot
from plugins.pages.assets import Assets
from plugins.pages.edition import Edition, edition
from plugins.pages.site import Site
from plugins.portals.portal import Portal

COMPARISON = re.compile(r"^/// comparison \| *(\S+)\n///$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """A content folder at a time; `markdown` holds each text by its path."""

    site: Site
    clock: datetime
    markdown: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a portal."""

    source: Source
    portal: Portal
    lang: Lang
    here: Edition
    there: Edition
    articles: Mapping[str, Article]
    assets: Assets
    gettext: Callable[[str], str]

    def fallback(self, version: Version) -> Lang | None:
        """The language of a text that is not translated to this one."""
        return None if version.lang == self.lang else version.lang

    def names(self, name: str) -> str:
        """The name of a category or a tag."""
        vocabulary = self.source.site.vocabulary
        return {**vocabulary.categories, **vocabulary.tags}[name].text(self.lang)


def read_source(content: Path, clock: datetime) -> Source:
    """Read a content folder without converting its texts."""
    site = load_content(content, clock, _Unconverted(), Problems()).site
    markdown = {
        version.path: _markdown(site.tree, version.path)
        for article in site.articles
        for version in article.versions.values()
    }
    return Source(site, clock, markdown)


class _Unconverted(NeededTexts, frozen=True):
    """Reads the front matter of all texts, and of their Markdown which tables it shows."""

    paths: Sequence[str] = ()

    def __call__(
        self, tree: ContentTree, paths: Sequence[str], names: Names, problems: Problems
    ) -> list[TextRecord]:
        """What the texts at `paths` say."""
        records = super().__call__(tree, paths, names, problems)
        return [_with_tables(record, _markdown(tree, record.path)) for record in records]


def _with_tables(record: TextRecord, markdown: str) -> TextRecord:
    slots = tuple(ComparisonSlot(name) for name in COMPARISON.findall(markdown))
    outline = replace(record.outline, slots=slots, is_empty=not markdown.strip())
    version = replace(record.version, body=outline) if record.version else None
    return replace(record, version=version, outline=outline)


def _markdown(tree: ContentTree, path: str) -> str:
    return markdown_below(tree.read_text(path, Problems()) or "")[0]


def sides(source: Source, portal: Portal, theme: Path, assets: Assets) -> tuple[Side, ...]:
    """The languages of a portal, which has `assets`."""
    editions = {lang: edition(source.site, portal, lang, source.clock) for lang in LANGS}
    articles = {
        version.path: article
        for article in source.site.articles
        for version in article.versions.values()
    }
    return tuple(
        Side(
            source,
            portal,
            lang,
            editions[lang],
            editions[other(lang)],
            articles,
            assets,
            load_catalog(theme / "translations", lang).gettext,
        )
        for lang in LANGS
    )
