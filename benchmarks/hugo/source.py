"""What a Hugo site is made from: the checked content with the Markdown as it was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.articles.article import Article, Version
from plugins.articles.load import Manuscript
from plugins.base.problems import Problems
from plugins.builds.content import load_content
from plugins.languages.catalogs import load_catalog
from plugins.languages.language import LANGS, Lang, other
from plugins.markup.body import Body, ComparisonSlot
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
    markdown: dict[str, str] = {}

    def keep(manuscripts: Sequence[Manuscript]) -> Iterable[Body]:
        for manuscript in manuscripts:
            markdown[manuscript.place.path] = manuscript.text
            shown = COMPARISON.findall(manuscript.text)
            yield Body(tuple(ComparisonSlot(name) for name in shown))

    site = load_content(content, clock, keep, Problems()).site
    return Source(site, clock, markdown)


def sides(source: Source, portal: Portal, theme: Path) -> tuple[Side, ...]:
    """The languages of a portal."""
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
            load_catalog(theme / "translations", lang).gettext,
        )
        for lang in LANGS
    )
