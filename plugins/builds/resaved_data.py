"""The content after some of its data were saved: tables, names, sources, portals."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from plugins.articles.check_links import check_links, link_targets
from plugins.articles.vocabulary import VOCABULARY_FILE, Vocabulary, load_vocabulary
from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.builds.checks import check_portal_names
from plugins.builds.content import Content, names_of, registry_of
from plugins.builds.suspects import check_suspects, data_findings
from plugins.comparisons.load import comparison_ids, load_comparisons
from plugins.comparisons.model import Comparison
from plugins.languages.language import LANGS
from plugins.markup.body import Outline
from plugins.markup.convert import Converter
from plugins.pages.site import Site
from plugins.portals.load import load_portals, portal_ids
from plugins.portals.portal import Portal
from plugins.sources.registry import Source, load_sources, source_ids
from plugins.spelling.report import check_spelling


class _Saved(Struct, frozen=True):
    """What the saved files say: only things that were there before."""

    comparisons: Mapping[str, Comparison]
    outlines: Mapping[str, Outline]
    sources: Mapping[str, Source]
    vocabulary: Vocabulary | None
    portals: tuple[Portal, ...]


def is_data(site: Site, path: str) -> bool:
    """Whether the file at `path` says something that can be exchanged by itself."""
    things: Iterable[Portal | Comparison | Source] = chain(
        site.portals, site.comparisons.values(), site.sources.values()
    )
    return path == VOCABULARY_FILE or any(path == one.path for one in things)


def with_data(content: Content, paths: Collection[str], clock: datetime) -> Content | None:
    """`content` after the files of data at `paths` were saved; None where one is at fault.

    None too where texts may mean something else by it: when an id is gone, or a portal has moved.
    """
    site, problems = content.site, Problems()
    saved = _read(content, paths, clock, problems)
    if problems.errors or not _has_all(saved, site, paths):
        return None
    if _says_the_same(saved, site):
        return content
    vocabulary = saved.vocabulary or site.vocabulary
    sources = {**site.sources, **saved.sources}
    changed = replace(
        site,
        portals=saved.portals or site.portals,
        vocabulary=vocabulary,
        sources=sources,
        comparisons={**site.comparisons, **saved.comparisons},
    )
    names = names_of(site.tree, vocabulary, sources)
    after = replace(content, site=changed, names=names)
    _check(after, saved, paths, clock, problems)
    return None if problems.errors else after


def _read(content: Content, paths: Collection[str], clock: datetime, problems: Problems) -> _Saved:
    tree = content.site.tree
    part: ContentTree = tree.part(paths)
    is_portal = bool(portal_ids(part))
    converters = {lang: Converter(lang) for lang in LANGS} if comparison_ids(part) else {}
    comparisons, outlines = load_comparisons(part, source_ids(tree), converters, problems)
    registry = registry_of(content.hosts, clock)
    return _Saved(
        comparisons,
        outlines,
        load_sources(part, problems),
        load_vocabulary(tree, problems) if VOCABULARY_FILE in paths else None,
        load_portals(tree, registry, problems) if is_portal else (),
    )


def _has_all(saved: _Saved, site: Site, paths: Collection[str]) -> bool:
    """Whether all that was there is there, and every portal at its address."""
    found = {one.path for one in saved.comparisons.values()}
    found |= {one.path for one in saved.sources.values()}
    portals = {one.path: one.identity.url for one in site.portals}
    if saved.portals and portals != {one.path: one.identity.url for one in saved.portals}:
        return False
    before, now = site.vocabulary, saved.vocabulary
    if now and not (
        before.categories.keys() <= now.categories.keys() and before.tags.keys() <= now.tags.keys()
    ):
        return False
    return all(path in found or path in portals or path == VOCABULARY_FILE for path in paths)


def _says_the_same(saved: _Saved, site: Site) -> bool:
    return (
        saved.comparisons.items() <= site.comparisons.items()
        and saved.sources.items() <= site.sources.items()
        and saved.vocabulary in (None, site.vocabulary)
        and saved.portals in ((), site.portals)
    )


def _check(
    content: Content,
    saved: _Saved,
    paths: Collection[str],
    clock: datetime,
    problems: Problems,
) -> None:
    """Record what is wrong with the files by themselves."""
    site = content.site
    check_spelling(site.tree, paths, problems)
    let_through = replace(content.let_through, met=dict(content.let_through.met))
    findings = data_findings(site.tree, paths, saved.comparisons.values())
    check_suspects(findings, let_through, problems)
    targets = link_targets(site.tree, site.articles, content.hosts, clock)
    for path, outline in saved.outlines.items():
        check_links(path, outline, frozenset(), targets, problems)
    check_portal_names(site, problems)
