"""What can be checked only when all content is read: links, menus, addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from plugins.articles.article import Version
from plugins.articles.check_links import (
    LinkTargets,
    check_article_links,
    check_links,
    line_of,
    picture_fault,
)
from plugins.articles.outside import may_link
from plugins.base.problems import Problems
from plugins.base.validation import suggestion
from plugins.base.web import web_host
from plugins.languages.dates import LAST_YEAR, TIME_ZONE
from plugins.languages.language import LANGS
from plugins.markup.body import LinkSlot
from plugins.pages import addresses
from plugins.pages.edition import Edition, edition
from plugins.pages.site import Site
from plugins.portals.load import portal_ids
from plugins.portals.portal import Portal

_END_OF_TIME: Final = datetime(LAST_YEAR, 12, 31, tzinfo=TIME_ZONE)


def check_site(site: Site, targets: LinkTargets, clock: datetime, problems: Problems) -> None:
    """Record what is wrong between the parts of a site."""
    _check_texts(site, targets, problems)
    _check_cells(site, targets, problems)
    _check_owners(site, problems)
    _check_sources(site, targets, problems)
    for portal in site.portals:
        # What is scheduled must not meet another address only when its hour comes.
        for moment in (clock, _END_OF_TIME):
            editions = [edition(site, portal, lang, moment) for lang in LANGS]
            _check_addresses(site, portal, editions, problems)


def check_portal_names(site: Site, problems: Problems) -> None:
    """Record what menus and shares name that is not there."""
    for portal in site.portals:
        _check_nav(site, portal, problems)
        _check_shares(site, portal, problems)


def _versions(site: Site) -> Iterator[Version]:
    return (version for article in site.articles for version in article.versions.values())


def _check_texts(site: Site, targets: LinkTargets, problems: Problems) -> None:
    faults = _picture_faults(site, problems)
    for version in _versions(site):
        check_article_links(version, faults, targets, problems)
        if version.image:
            _check_lead_picture(site, version, faults, problems)


def _picture_faults(site: Site, problems: Problems) -> Mapping[str, str]:
    """The fault of every bad picture that a text shows or links to, by its path."""
    slots = (slot for version in _versions(site) for slot in version.body.links())
    used = {slot.target for slot in slots if slot.kind == "static"}
    used |= {version.image for version in _versions(site) if version.image}
    existing = sorted(path for path in used if path in site.tree)
    found = ((path, picture_fault(site.tree, path, problems)) for path in existing)
    return {path: fault for path, fault in found if fault}


def _check_lead_picture(
    site: Site, version: Version, faults: Mapping[str, str], problems: Problems
) -> None:
    code = "" if version.image in site.tree else "lien-ket-hong"
    code = code or faults.get(version.image, "")
    if code:
        near = suggestion(version.image, site.tree.files)
        line = line_of(site.tree, version.path, "image:")
        problems.add(version.path, line, code, value=version.image, near=near)


def _check_cells(site: Site, targets: LinkTargets, problems: Problems) -> None:
    for comparison in site.comparisons.values():
        links = [
            piece
            for row in comparison.criteria
            for cell in row.cells
            for pieces in cell.texts.values()
            for piece in pieces
            if isinstance(piece, LinkSlot)
        ]
        check_links(comparison.path, links, frozenset(), targets, problems)


def _check_owners(site: Site, problems: Problems) -> None:
    """Record the texts of portals that have no identity, not even a faulty one."""
    known = portal_ids(site.tree)
    for version in _versions(site):
        if version.owner and version.owner not in known:
            near = suggestion(version.owner, known)
            choices = ", ".join(known)
            problems.add(
                version.path, 1, "cong-la", value=version.owner, near=near, choices=choices
            )


def _check_sources(site: Site, targets: LinkTargets, problems: Problems) -> None:
    """Warn of sources on hosts that texts may not link to."""
    for source in site.sources.values():
        host = web_host(source.file.url) if source.file.url else ""
        if host and not may_link(host, targets.hosts, targets.clock):
            line = line_of(site.tree, source.path, "url:")
            problems.add(source.path, line, "nguon-chua-phep", value=host)


def _check_nav(site: Site, portal: Portal, problems: Problems) -> None:
    pages = {
        article.key
        for article in site.articles
        if article.kind == "page" and article.owner in ("", portal.id)
    }
    known = {*addresses.LISTS, *site.vocabulary.categories, *pages}
    for name in portal.identity.nav:
        if name not in known:
            line = line_of(site.tree, portal.path, "nav:")
            problems.add(portal.path, line, "muc-dan-la", value=name, near=suggestion(name, known))


def _check_shares(site: Site, portal: Portal, problems: Problems) -> None:
    known = site.vocabulary.categories
    for name in portal.identity.shares.categories or ():
        if name not in known:
            line = line_of(site.tree, portal.path, "shares:")
            near = suggestion(name, known)
            problems.add(portal.path, line, "chuyen-muc-la", value=name, near=near)


def _check_addresses(
    site: Site, portal: Portal, editions: Sequence[Edition], problems: Problems
) -> None:
    """Record every address that two texts of a portal have, and old ones that are not free."""
    taken: dict[str, str] = {}
    for path, address, name in sorted(_addresses(editions)):
        other = taken.setdefault(addresses.output_file(address), path)
        if other != path:
            for one, another in ((path, other), (other, path)):
                line = line_of(site.tree, one, "slug:", "title:")
                problems.add_in(portal.id, one, line, "dia-chi-trung", value=name, other=another)
    for path, _, old_path in _old_addresses(editions):
        if not addresses.is_free(old_path):
            line = line_of(site.tree, path, old_path)
            problems.add(path, line, "dia-chi-danh-rieng", value=old_path)


def _addresses(editions: Sequence[Edition]) -> Iterator[tuple[str, str, str]]:
    """The path, the address and the name of every text."""
    for shown in editions:
        for version in shown.texts():
            yield version.path, addresses.text(version, shown.lang), version.slug
    yield from _old_addresses(editions)


def _old_addresses(editions: Sequence[Edition]) -> Iterator[tuple[str, str, str]]:
    for shown in editions:
        for version in shown.texts():
            if version.lang == shown.lang:
                for old_path in version.aliases:
                    yield version.path, addresses.alias(old_path), old_path
