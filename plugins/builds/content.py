"""Reads and checks a content folder: the steps stand here in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from plugins.articles.check_links import link_targets
from plugins.articles.front_matter import Known
from plugins.articles.load import ConvertAll, articles_of, load_manuscripts
from plugins.articles.outside import AllowedHost, load_allowed_hosts, may_link
from plugins.articles.vocabulary import Vocabulary, load_vocabulary
from plugins.base.files import content_tree
from plugins.base.problems import Problems
from plugins.builds.checks import check_portal_names, check_site
from plugins.builds.conversions import is_below
from plugins.builds.pictures import ALL_PICTURES, PictureChecks
from plugins.builds.suspects import check_suspects, findings
from plugins.comparisons.load import comparison_ids, load_comparisons
from plugins.languages.language import LANGS
from plugins.markup.convert import Converter
from plugins.pages.site import Site
from plugins.portals.load import load_portals
from plugins.sources.registry import load_sources, source_ids
from plugins.spam.exceptions import LetThrough, load_exceptions
from plugins.spelling.report import check_spelling, known_encoding


@dataclass(frozen=True, slots=True)
class Content:
    """What was read, and how many texts are not shown, by the reason why.

    Texts may link to `hosts`; `let_through` knows the sentences that may stand although they look
    like spam.
    """

    site: Site
    hidden: Mapping[str, int]
    hosts: Mapping[str, AllowedHost]
    let_through: LetThrough


@dataclass(frozen=True, slots=True)
class Scope:
    """Which pictures are read, and below which paths words are looked at; none means all."""

    pictures: PictureChecks = ALL_PICTURES
    paths: Sequence[str] = ()


EVERYTHING: Final = Scope()


def load_content(
    root: Path,
    clock: datetime,
    convert_all: ConvertAll,
    problems: Problems,
    scope: Scope = EVERYTHING,
) -> Content:
    """Read everything below `root` and record all that is wrong with it."""
    tree = content_tree(root, problems, known_encoding)
    files = [path for path in tree.files if not scope.paths or is_below(path, scope.paths)]
    check_spelling(tree, files, problems)
    hosts = load_allowed_hosts(tree, problems)
    portals = load_portals(tree, lambda host: may_link(host, hosts, clock), problems)
    vocabulary = load_vocabulary(tree, problems)
    sources = load_sources(tree, problems)
    converters = {lang: Converter(lang) for lang in LANGS}
    comparisons, cells = load_comparisons(tree, source_ids(tree), converters, problems)
    titles = {key: source.file.title for key, source in sources.items()}
    known = Known(vocabulary, source_ids(tree), titles)
    manuscripts = load_manuscripts(tree, known, comparison_ids(tree), problems)
    texts = list(convert_all(manuscripts))
    articles = articles_of(manuscripts, texts, problems)
    let_through = load_exceptions(tree, clock, problems)
    bodies_of_texts = zip(manuscripts, texts, strict=True)
    found = findings(tree, files, bodies_of_texts, comparisons.values())
    check_suspects(found, let_through, problems)
    site = Site(tree, portals, vocabulary or Vocabulary(), sources, comparisons, articles)
    names = (manuscript.place.path for manuscript in manuscripts)
    bodies = {**cells, **dict(zip(names, texts, strict=True))}
    sizes = scope.pictures(site, bodies, problems)
    check_site(site, bodies, sizes, link_targets(tree, articles, hosts, clock), problems)
    if vocabulary is not None:
        check_portal_names(site, problems)
    reasons = (
        version.hidden_because(clock)
        for article in articles
        for version in article.versions.values()
    )
    counts = Counter(reason for reason in reasons if reason)
    return Content(site, counts, hosts, let_through)
