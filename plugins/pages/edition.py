"""What one portal shows in one language at one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property

from msgspec import Struct

from plugins.articles.article import Version
from plugins.comparisons.model import Comparison
from plugins.languages.collation import sort_key
from plugins.languages.language import LANGS, Lang
from plugins.news.latest import newest_first
from plugins.pages import addresses
from plugins.pages.site import Site, portal_articles
from plugins.portals.portal import Portal
from plugins.translations.choice import shown_version


class Edition(Struct, frozen=True, dict=True):
    """The shown versions, newest first; one not in `lang` stands in for a missing translation.

    `dated` are articles and news together, `by_id` are all versions by the ids of their articles.
    """

    lang: Lang
    articles: tuple[Version, ...]
    news: tuple[Version, ...]
    pages: Mapping[str, Version]
    comparisons: tuple[Comparison, ...]
    dated: tuple[Version, ...]
    by_id: Mapping[str, Version]

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


class Editions(Mapping[Lang, Edition]):
    """The editions of one portal, each made when it is asked for: a page seldom needs both."""

    def __init__(self, make: Callable[[Lang], Edition]) -> None:
        self._make = make
        self._made: dict[Lang, Edition] = {}

    def __getitem__(self, lang: Lang) -> Edition:
        if lang not in self._made:
            self._made[lang] = self._make(lang)
        return self._made[lang]

    def __iter__(self) -> Iterator[Lang]:
        return iter(LANGS)

    def __len__(self) -> int:
        return len(LANGS)


def edition(site: Site, portal: Portal, lang: Lang, clock: datetime) -> Edition:
    """What `portal` shows to readers of `lang` at `clock`."""
    shown = {
        article.id: version
        for article in portal_articles(site, portal)
        if (version := shown_version(article, lang, clock)) is not None
    }
    dated = newest_first(version for version in shown.values() if version.kind != "page")
    return Edition(
        lang,
        tuple(version for version in dated if version.kind == "article"),
        tuple(version for version in dated if version.kind == "news"),
        {version.key: version for version in shown.values() if version.kind == "page"},
        _comparisons(site, portal, lang, shown.values()),
        dated,
        shown,
    )


def _comparisons(
    site: Site, portal: Portal, lang: Lang, shown: Iterable[Version]
) -> tuple[Comparison, ...]:
    """All tables, or, for a portal that shares a part only, those its texts show."""
    chosen = list(site.comparisons.values())
    if not portal.identity.shares.everything:
        used = {name for version in shown for name in version.body.comparisons()}
        chosen = [comparison for comparison in chosen if comparison.id in used]
    return tuple(sorted(chosen, key=lambda one: (sort_key(one.title.text(lang)), one.id)))
