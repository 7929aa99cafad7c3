"""Reads and checks a content folder: the steps stand here in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Final

from msgspec import Struct

from plugins.articles.article import Article
from plugins.articles.check_links import link_targets
from plugins.articles.front_matter import Known
from plugins.articles.load import articles_of, check_other_files
from plugins.articles.outside import AllowedHost, load_allowed_hosts, may_link
from plugins.articles.places import text_place
from plugins.articles.text_file import Names
from plugins.articles.vocabulary import Vocabulary, load_vocabulary
from plugins.base.files import content_tree
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
from plugins.languages.dates import end_of_day
from plugins.languages.language import LANGS
from plugins.markup.convert import Converter
from plugins.pages.site import Site
from plugins.portals.load import load_portals
from plugins.portals.places import Registry
from plugins.sources.registry import load_sources, source_ids
from plugins.spam.exceptions import LetThrough, load_exceptions
from plugins.spelling.report import check_spelling, known_encoding


class Content(Struct, frozen=True):
    """What was read, and how many texts are not shown, by the reason why.

    `names` are those that texts may use. Texts may link to `hosts`; `let_through` knows the sentences that may stand although they look
    like spam. At the `moments` texts come and go, what is allowed begins or ends, and days come of
    which a warning says that they are still to come.
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
    files = [path for path in tree.files if not scope.paths or is_below(path, scope.paths)]
    check_other_files(tree, problems)
    texts = [path for path in tree.files if text_place(path)]
    data = sorted(set(files).difference(texts))
    check_spelling(tree, data, problems)
    hosts = load_allowed_hosts(tree, problems)
    registry = registry_of(hosts, clock)
    portals = load_portals(tree, registry, problems)
    vocabulary = load_vocabulary(tree, problems)
    sources = load_sources(tree, problems)
    converters = {lang: Converter(lang) for lang in LANGS}
    comparisons, cells = load_comparisons(tree, source_ids(tree), converters, problems)
    titles = {key: source.file.title for key, source in sources.items()}
    names = Names(Known(vocabulary, source_ids(tree), titles), comparison_ids(tree))
    records = read_texts(tree, texts, names, problems)
    for record in records:
        problems.extend(record.problems)
    lines = {record.path: record.translation_line for record in records}
    versions = [record.version for record in records if record.version]
    articles = articles_of(versions, lines, problems)
    let_through = load_exceptions(tree, clock, problems)
    in_texts = ((record.path, group) for record in records for group in record.findings)
    in_data = data_findings(tree, data, comparisons.values(), scope.store)
    check_suspects(chain(in_texts, in_data), let_through, problems)
    read = ReadTexts(read_texts, tree, names)
    site = Site(tree, portals, vocabulary or Vocabulary(), sources, comparisons, articles, read)
    bodies = {**cells, **{record.path: record.outline for record in records}}
    sizes = scope.pictures(site, bodies, problems)
    targets = link_targets(tree, articles, hosts, clock)
    check_site(site, bodies, sizes, targets, problems)
    check_addresses(site, registry, clock, problems)
    if vocabulary is not None:
        check_portal_names(site, problems)
    if not scope.paths:
        # What is read for some files alone does not tell what others show.
        check_unshown(site, bodies, problems)
    reasons = (
        version.hidden_because(clock)
        for article in articles
        for version in article.versions.values()
    )
    counts = Counter(reason for reason in reasons if reason)
    days = [*(host.until for host in hosts.values()), *let_through.ends]
    moments = tuple(chain(_moments(articles), days_told(site), (end_of_day(day) for day in days)))
    return Content(site, counts, hosts, let_through, moments, names)


def registry_of(hosts: Mapping[str, AllowedHost], clock: datetime) -> Registry:
    """Where portals may stand at `clock`, by the hosts that may be linked."""
    given = {host: entry.portals for host, entry in hosts.items() if entry.portals}
    return Registry(lambda host: may_link(host, hosts, clock), given)


def _moments(articles: Iterable[Article]) -> Iterator[datetime]:
    """When texts come and go."""
    for article in articles:
        for version in article.versions.values():
            yield from (one.value for one in (version.date, version.expires) if one)
