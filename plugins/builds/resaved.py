"""The content after texts were saved: in the time of these texts, however many others there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from plugins.articles.article import Article, Version
from plugins.articles.check_links import check_links, link_targets
from plugins.articles.load import articles_of
from plugins.base.problems import Problems
from plugins.builds.content import Content
from plugins.builds.suspects import check_suspects
from plugins.builds.texts import SavedText, saved_text
from plugins.markup.body import Piece
from plugins.pages.site import Site, Texts


class ResavedTexts(Struct, frozen=True):
    """The texts as they were `before`, but for those that were `saved` since, by their paths."""

    before: Texts
    saved: Mapping[str, SavedText]

    def pieces(self, version: Version) -> tuple[Piece, ...]:
        """The converted text of a version."""
        saved = self.saved.get(version.path)
        return saved.pieces if saved else self.before.pieces(version)

    def key(self, path: str) -> bytes:
        """What stands for the file at `path` and all that it says."""
        saved = self.saved.get(path)
        return saved.key if saved else self.before.key(path)


def resaved(content: Content, paths: Collection[str], clock: datetime) -> Content | None:
    """`content` after the texts at `paths`, which it holds, were saved.

    None where one of them is gone or at fault. What the change makes of other texts is not asked:
    that is for `load_content` to find out.
    """
    saved: dict[str, SavedText] = {}
    for path in paths:
        found = saved_text(content.site.tree, path, content.names)
        if found is None or found.record.version is None:
            return None
        if found.key != content.site.texts.key(path):
            saved[path] = found
    if not saved:
        return content
    problems = Problems()
    site = _with_texts(content.site, saved, problems)
    changed = replace(content, site=site)
    _check(changed, saved, clock, problems)
    return None if problems.errors else changed


def _with_texts(site: Site, saved: Mapping[str, SavedText], problems: Problems) -> Site:
    articles = {article.id: article for path in saved if (article := site.by_path[path])}
    changed = {one.id: one for one in _articles(articles.values(), saved, problems)}
    texts = tuple(changed.get(one.id, one) for one in site.articles)
    return replace(site, articles=texts, texts=_among(site.texts, saved))


def _among(before: Texts, saved: Mapping[str, SavedText]) -> Texts:
    if isinstance(before, ResavedTexts):
        return ResavedTexts(before.before, {**before.saved, **saved})
    return ResavedTexts(before, saved)


def _articles(
    articles: Iterable[Article], saved: Mapping[str, SavedText], problems: Problems
) -> tuple[Article, ...]:
    before = (version for article in articles for version in article.versions.values())
    now = ((version, saved.get(version.path)) for version in before)
    versions = [one.record.version if one else version for version, one in now]
    # The line of a problem is told by those who find all of them.
    lines: Mapping[str, int] = defaultdict(lambda: 1)
    return articles_of((one for one in versions if one), lines, problems)


def _check(
    content: Content, saved: Mapping[str, SavedText], clock: datetime, problems: Problems
) -> None:
    """Record what is wrong with the texts by themselves."""
    site = content.site
    targets = link_targets(site.tree, site.articles, content.hosts, clock)
    let_through = replace(content.let_through, met=dict(content.let_through.met))
    for path, text in saved.items():
        record = text.record
        problems.extend(record.problems)
        check_suspects(((path, group) for group in record.findings), let_through, problems)
        check_links(path, record.outline, frozenset(), targets, problems)
