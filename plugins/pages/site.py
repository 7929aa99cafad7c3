"""All content, read and checked, as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from msgspec import Struct

from plugins.articles.article import Article, Version
from plugins.articles.vocabulary import Vocabulary
from plugins.base.files import ContentTree
from plugins.comparisons.model import Comparison
from plugins.markup.body import Piece
from plugins.pages.assets import CleanPictures
from plugins.portals.portal import Portal
from plugins.sources.registry import Source


class Texts(Protocol):
    """The converted texts."""

    def pieces(self, version: Version) -> tuple[Piece, ...]:
        """The converted text of a version."""

    def key(self, path: str) -> bytes:
        """What stands for the file at `path` and all that it says."""


class Site(Struct, frozen=True, dict=True):
    """The content of one repository."""

    tree: ContentTree
    portals: tuple[Portal, ...]
    vocabulary: Vocabulary
    sources: Mapping[str, Source]
    comparisons: Mapping[str, Comparison]
    articles: tuple[Article, ...]
    texts: Texts

    @cached_property
    def by_path(self) -> Mapping[str, Article]:
        """Each article by the paths of its versions."""
        return {one.path: article for article in self.articles for one in article.versions.values()}

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """Each article by its id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def pictures(self) -> CleanPictures:
        """The pictures of the content."""
        return CleanPictures(self.tree)

    @cached_property
    def own_pages(self) -> Mapping[str, Collection[str]]:
        """The keys of the fixed pages that a portal has itself, by its id."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for article in self.articles:
            if article.kind == "page":
                found[article.owner].add(article.key)
        return found

    @cached_property
    def by_portal(self) -> dict[str, tuple[Article, ...]]:
        """What `portal_articles` has found, by the id of the portal."""
        return {}

    @cached_property
    def search_texts(self) -> dict[bytes, bytes]:
        """Files of texts that were made for one portal, for the others that search the same."""
        return {}

    @cached_property
    def shown_by(self) -> Mapping[str, Sequence[Portal]]:
        """The portals that show an article at any time, by its id."""
        found: defaultdict[str, list[Portal]] = defaultdict(list)
        for portal in self.portals:
            for article in portal_articles(self, portal):
                found[article.id].append(portal)
        return found


def portal_articles(site: Site, portal: Portal) -> tuple[Article, ...]:
    """The articles of a portal: its own, the shared ones it shows, a page of its own first."""
    known = site.by_portal
    if portal.id not in known:
        known[portal.id] = tuple(_articles(site, portal))
    return known[portal.id]


def _articles(site: Site, portal: Portal) -> Iterator[Article]:
    own, shares = site.own_pages[portal.id], portal.identity.shares
    for article in site.articles:
        if article.owner:
            is_shown = article.owner == portal.id
        elif article.kind == "page":
            is_shown = article.key not in own
        else:
            is_shown = shares.everything or any(
                shares.shows(version.category) for version in article.versions.values()
            )
        if is_shown:
            yield article
