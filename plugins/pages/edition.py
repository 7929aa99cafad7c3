"""What one portal shows in one language at one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property

from msgspec import Struct

from plugins.articles.article import Version
from plugins.comparisons.model import Comparison
from plugins.languages.collation import sort_key
from plugins.languages.language import Lang
from plugins.news.latest import newest_first
from plugins.pages import addresses
from plugins.pages.site import Site, portal_articles
from plugins.portals.portal import Portal
from plugins.translations.choice import shown_version


class Edition(Struct, frozen=True, dict=True):
    """The shown versions, newest first; one not in `lang` stands in for a missing translation."""

    lang: Lang
    articles: tuple[Version, ...]
    news: tuple[Version, ...]
    pages: Mapping[str, Version]
    comparisons: tuple[Comparison, ...]

    def texts(self) -> tuple[Version, ...]:
        """Everything that has an address made of its slug."""
        return (*self.articles, *self.news, *self.pages.values())

    @cached_property
    def by_address(self) -> Mapping[str, Version]:
        """Each of them by its address."""
        return {addresses.text(version, self.lang): version for version in self.texts()}

    @cached_property
    def showing(self) -> Mapping[str, Sequence[Version]]:
        """The articles, then the news, that show a comparison, by its id."""
        found: defaultdict[str, list[Version]] = defaultdict(list)
        for version in (*self.articles, *self.news):
            for name in dict.fromkeys(version.body.comparisons()):
                found[name].append(version)
        return found

    @cached_property
    def dated(self) -> tuple[Version, ...]:
        """Articles and news together, newest first."""
        return newest_first((*self.articles, *self.news))


def edition(site: Site, portal: Portal, lang: Lang, clock: datetime) -> Edition:
    """What `portal` shows to readers of `lang` at `clock`."""
    shown = [
        version
        for article in portal_articles(site, portal)
        if (version := shown_version(article, lang, clock)) is not None
    ]
    pages = {version.key: version for version in shown if version.kind == "page"}
    return Edition(
        lang,
        newest_first(version for version in shown if version.kind == "article"),
        newest_first(version for version in shown if version.kind == "news"),
        pages,
        _comparisons(site, portal, lang, shown),
    )


def _comparisons(
    site: Site, portal: Portal, lang: Lang, shown: list[Version]
) -> tuple[Comparison, ...]:
    """All tables, or, for a portal that shares a part only, those its texts show."""
    used = {name for version in shown for name in version.body.comparisons()}
    everything = portal.identity.shares.everything
    chosen = [
        comparison for name, comparison in site.comparisons.items() if everything or name in used
    ]
    return tuple(sorted(chosen, key=lambda one: (sort_key(one.title.text(lang)), one.id)))
