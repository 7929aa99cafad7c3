"""The content after files were saved: in the time of these, however many others there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from plugins.articles.article import Article, Version
from plugins.articles.check_links import check_links, link_targets
from plugins.articles.load import articles_of
from plugins.articles.places import text_place
from plugins.base.problems import Problems
from plugins.builds.content import Content
from plugins.builds.resaved_data import with_data
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
    """`content` after the texts and the data at `paths` were saved, some of the texts new.

    None where one of them is gone or at fault. What the change makes of other texts is not asked:
    that is for `load_content` to find out.
    """
    texts = {path for path in paths if text_place(path)}
    data = [path for path in paths if path not in texts]
    if data:
        after = with_data(content, data, clock)
        return resaved(after, texts, clock) if after else None
    return _with_texts(content, texts, clock)


def _with_texts(content: Content, paths: Collection[str], clock: datetime) -> Content | None:
    new = [path for path in paths if path not in content.site.tree]
    if new:
        tree = content.site.tree.with_files(new)
        content = replace(content, site=replace(content.site, tree=tree))
    saved: dict[str, SavedText] = {}
    for path in paths:
        found = saved_text(content.site.tree, path, content.names)
        if found is None or found.record.version is None:
            return None
        if path in new or found.key != content.site.texts.key(path):
            saved[path] = found
    if not saved:
        return content
    problems = Problems()
    site = _changed(content.site, saved, problems)
    changed = replace(content, site=site)
    _check(changed, saved, clock, problems)
    return None if problems.errors else changed


def _changed(site: Site, saved: Mapping[str, SavedText], problems: Problems) -> Site:
    versions = {path: version for path, one in saved.items() if (version := one.record.version)}
    # The line of a problem is told by those who find all of them.
    lines: Mapping[str, int] = defaultdict(lambda: 1)
    for article in articles_of(versions.values(), lines, Problems()):
        before = site.by_id.get(article.id)
        others = before.versions.values() if before else ()
        versions |= {one.path: one for one in others if one.path not in versions}
    changed = {one.id: one for one in articles_of(_in_order(versions), lines, problems)}
    articles = [changed.pop(one.id, one) for one in site.articles]
    if changed:
        articles = sorted((*articles, *changed.values()), key=_first_path)
    return replace(site, articles=tuple(articles), texts=_among(site.texts, saved))


def _in_order(versions: Mapping[str, Version]) -> Iterable[Version]:
    return (versions[path] for path in sorted(versions))


def _first_path(article: Article) -> str:
    return min(one.path for one in article.versions.values())


def _among(before: Texts, saved: Mapping[str, SavedText]) -> Texts:
    if isinstance(before, ResavedTexts):
        return ResavedTexts(before.before, {**before.saved, **saved})
    return ResavedTexts(before, saved)


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
