"""Everything that portals are made from, as fingerprints."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from plugins.articles.article import Article
from plugins.articles.places import text_place
from plugins.base.files import ContentTree
from plugins.markup.body import LinkSlot
from plugins.offline.worker import portals_below
from plugins.pages.portal_pages import elsewhere
from plugins.pages.site import Site, portal_articles
from plugins.portals.portal import Portal


def data_digests(tree: ContentTree) -> Mapping[str, bytes]:
    """Stands for all files that are no texts, by the portal whose own they are, '' for shared."""
    made: defaultdict[str, hashlib._Hash] = defaultdict(hashlib.sha256)
    for path in tree.files:
        if text_place(path) is None:
            folder, _, rest = path.partition("/")
            data = tree.place(path).read_bytes()
            owner = rest.partition("/")[0] if folder == "portals" else ""
            named = f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape")
            made[owner].update(named + data)
    return {owner: digest.digest() for owner, digest in made.items()}


def portal_inputs(site: Site, portal: Portal, clock: datetime, shared: Iterable[bytes]) -> bytes:
    """Stands for all that decides the files of `portal`, with what is `shared` by all."""
    made = hashlib.sha256()
    for part in shared:
        made.update(part + b"\0")
    for place in portals_below(portal, site.portals):
        made.update(f"{place}\n".encode())
    articles = portal_articles(site, portal)
    for line in (*_states(site, articles, clock), *_ways_out(site, portal, clock, articles)):
        made.update(line)
    return made.digest()


def _states(site: Site, articles: Iterable[Article], clock: datetime) -> Iterator[bytes]:
    """What each text says, and whether it is shown."""
    for article in articles:
        for version in article.versions.values():
            yield site.texts.key(version.path) + version.hidden_because(clock).encode() + b"\n"


def _ways_out(
    site: Site, portal: Portal, clock: datetime, articles: Iterable[Article]
) -> Iterator[bytes]:
    """Where links to texts of other portals lead."""
    own = {article.id for article in articles}
    bodies = [version.body for article in articles for version in article.versions.values()]
    targets = {link.target for body in bodies for link in body.links() if link.kind == "file"}
    for comparison in site.comparisons.values():
        targets |= {
            piece.target
            for row in comparison.criteria
            for cell in row.cells
            for pieces in cell.texts.values()
            for piece in pieces
            if isinstance(piece, LinkSlot)
        }
    for target in sorted(targets):
        article = site.by_path.get(target)
        if article is None or article.id not in own:
            yield f"{target} {elsewhere(site, portal, clock, target)}\n".encode()
