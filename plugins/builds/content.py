"""Reads and checks a content folder: the steps stand here in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Final

from msgspec import Struct

from plugins.articles.check_links import link_targets
from plugins.articles.front_matter import Known
from plugins.articles.load import articles_of, check_other_files
from plugins.articles.outside import AllowedHost, load_allowed_hosts, may_link
from plugins.articles.places import text_place
from plugins.articles.text_file import Names, TextRecord
from plugins.articles.vocabulary import Vocabulary, load_vocabulary
from plugins.base.files import ContentTree, content_tree
from plugins.base.problems import Problems
from plugins.base.store import NO_STORE, Store
from plugins.builds.addresses import check_addresses
from plugins.builds.checks import check_portal_names, check_site
from plugins.builds.date_checks import days_told
from plugins.builds.pictures import ALL_PICTURES, PictureChecks
from plugins.builds.suspects import check_suspects, data_findings
from plugins.builds.texts import ReadTexts, TextReader, is_below
from plugins.builds.unshown import check_unshown
from plugins.comparisons.load import comparison_ids, load_comparisons
from plugins.comparisons.model import Comparison
from plugins.languages.dates import end_of_day
from plugins.languages.language import LANGS
from plugins.markup.body import Outline
from plugins.markup.convert import Converter
from plugins.pages.site import Site
from plugins.portals.load import load_portals
from plugins.portals.places import Registry
from plugins.portals.portal import Portal
from plugins.sources.registry import Source, load_sources, source_ids
from plugins.spam.exceptions import LetThrough, load_exceptions
from plugins.spelling.report import check_spelling, known_encoding


class Content(Struct, frozen=True):
    """What was read, and how many texts are not shown, by the reason why.

    `names` are those that texts may use. Texts may link to `hosts`; `let_through` knows the
    sentences that may stand although they look like spam. At the `moments` texts come and go, what
    is allowed begins or ends, and days come of which a warning says that they are still to come.
    """

    site: Site
    hidden: Mapping[str, int]
    hosts: Mapping[str, AllowedHost]
    let_through: LetThrough
    moments: tuple[datetime, ...]
    names: Names


class Scope(Struct, frozen=True):
    """Which pictures are read, and below which paths words are looked at; none means all.

    What was found out about files is kept in `store`. `places` are the files of the content, where
    these are listed already.
    """

    pictures: PictureChecks = ALL_PICTURES
    paths: Sequence[str] = ()
    store: Store = NO_STORE
    places: Mapping[str, Path] = {}


EVERYTHING: Final = Scope()


def load_content(
    root: Path,
    clock: datetime,
    read_texts: TextReader,
    problems: Problems,
    scope: Scope = EVERYTHING,
) -> Content:
    """Read everything below `root` and record all that is wrong with it."""
    tree = content_tree(root, problems, known_encoding, scope.places)
    texts = [path for path in tree.files if text_place(path)]
    others = _others(tree, texts, scope)
    check_other_files(tree, problems)
    check_spelling(tree, others, problems)
    data = _load_data(tree, clock, problems)
    names = names_of(tree, data.vocabulary, data.sources)
    records = read_texts(tree, texts, names, problems)
    site = _site(tree, data, records, ReadTexts(read_texts, tree, names), problems)
    let_through = load_exceptions(tree, clock, problems)
    in_texts = ((record.path, group) for record in records for group in record.findings)
    in_others = data_findings(tree, others, data.comparisons.values(), scope.store)
    check_suspects(chain(in_texts, in_others), let_through, problems)
    content = _content(site, data.hosts, let_through, names, clock)
    bodies = {**data.cells, **{record.path: record.outline for record in records}}
    _check(content, bodies, scope, clock, problems)
    return content


def _others(tree: ContentTree, texts: Collection[str], scope: Scope) -> list[str]:
    """The files that are no texts, of those whose words are looked at."""
    files = [path for path in tree.files if not scope.paths or is_below(path, scope.paths)]
    return sorted(set(files).difference(texts))


class _Data(Struct, frozen=True):
    """What the files of data say; there is no vocabulary when that has a fault of its own.

    `cells` are the texts in the tables of every file by its path.
    """

    hosts: Mapping[str, AllowedHost]
    portals: tuple[Portal, ...]
    vocabulary: Vocabulary | None
    sources: Mapping[str, Source]
    comparisons: Mapping[str, Comparison]
    cells: Mapping[str, Outline]


def _load_data(tree: ContentTree, clock: datetime, problems: Problems) -> _Data:
    hosts = load_allowed_hosts(tree, problems)
    portals = load_portals(tree, registry_of(hosts, clock), problems)
    vocabulary = load_vocabulary(tree, problems)
    sources = load_sources(tree, problems)
    converters = {lang: Converter(lang) for lang in LANGS}
    comparisons, cells = load_comparisons(tree, source_ids(tree), converters, problems)
    return _Data(hosts, portals, vocabulary, sources, comparisons, cells)


def names_of(
    tree: ContentTree, vocabulary: Vocabulary | None, sources: Mapping[str, Source]
) -> Names:
    """The names that the texts of `tree` may use."""
    titles = {key: source.file.title for key, source in sources.items()}
    return Names(Known(vocabulary, source_ids(tree), titles), comparison_ids(tree))


def _site(
    tree: ContentTree,
    data: _Data,
    records: Sequence[TextRecord],
    texts: ReadTexts,
    problems: Problems,
) -> Site:
    """What can be shown; what is wrong with each text is recorded."""
    for record in records:
        problems.extend(record.problems)
    lines = {record.path: record.translation_line for record in records}
    versions = [record.version for record in records if record.version]
    articles = articles_of(versions, lines, problems)
    vocabulary = data.vocabulary or Vocabulary()
    return Site(tree, data.portals, vocabulary, data.sources, data.comparisons, articles, texts)


def _content(
    site: Site,
    hosts: Mapping[str, AllowedHost],
    let_through: LetThrough,
    names: Names,
    clock: datetime,
) -> Content:
    reasons = (
        version.hidden_because(clock)
        for article in site.articles
        for version in article.versions.values()
    )
    hidden = Counter(reason for reason in reasons if reason)
    moments = tuple(_moments(site, hosts, let_through))
    return Content(site, hidden, hosts, let_through, moments, names)


def _moments(
    site: Site, hosts: Mapping[str, AllowedHost], let_through: LetThrough
) -> Iterator[datetime]:
    """The `moments` of a content."""
    for article in site.articles:
        for version in article.versions.values():
            yield from (one.value for one in (version.date, version.expires) if one)
    yield from days_told(site)
    for day in chain((host.until for host in hosts.values()), let_through.ends):
        yield end_of_day(day)


def _check(
    content: Content,
    bodies: Mapping[str, Outline],
    scope: Scope,
    clock: datetime,
    problems: Problems,
) -> None:
    """Record what is wrong between the parts of the content, `bodies` by the paths of files."""
    site = content.site
    sizes = scope.pictures(site, bodies, problems)
    targets = link_targets(site.tree, site.articles, content.hosts, clock)
    check_site(site, bodies, sizes, targets, problems)
    check_addresses(site, registry_of(content.hosts, clock), clock, problems)
    if content.names.known.vocabulary is not None:
        check_portal_names(site, problems)
    if not scope.paths:
        # What is read for some files alone does not tell what others show.
        check_unshown(site, bodies, problems)


def registry_of(hosts: Mapping[str, AllowedHost], clock: datetime) -> Registry:
    """Where portals may stand at `clock`, by the hosts that may be linked."""
    given = {host: entry.portals for host, entry in hosts.items() if entry.portals}
    return Registry(lambda host: may_link(host, hosts, clock), given)
