"""All content, read and checked, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.articles.article import Article
from plugins.articles.vocabulary import Vocabulary
from plugins.base.files import ContentTree
from plugins.comparisons.model import Comparison
from plugins.portals.portal import Portal
from plugins.sources.registry import Source


@dataclass(frozen=True, slots=True)
class Site:
    """The content of one repository."""

    tree: ContentTree
    portals: tuple[Portal, ...]
    vocabulary: Vocabulary
    sources: Mapping[str, Source]
    comparisons: Mapping[str, Comparison]
    articles: tuple[Article, ...]
