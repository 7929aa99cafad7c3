"""What can be checked only when all content is read: links, menus, addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from plugins.articles.article import Version
from plugins.articles.check_links import (
    LinkTargets,
    check_article_links,
    check_links,
    line_of,
    picture_fault,
)
from plugins.base.problems import Problems
from plugins.base.validation import suggestion
from plugins.languages.language import LANGS, Lang
from plugins.markup.body import LinkSlot
from plugins.pages import addresses
from plugins.pages.edition import Edition, edition
from plugins.pages.site import Site
from plugins.portals.portal import Portal


def check_site(site: Site, targets: LinkTargets, clock: datetime, problems: Problems) -> None:
    """Record what is wrong between the parts of a site."""
    _check_texts(site, targets, problems)
    _check_cells(site, targets, problems)
    _check_owners(site, problems)
    for portal in site.portals:
        _check_nav(site, portal, problems)
        for lang in LANGS:
            _check_addresses(edition(site, portal, lang, clock), lang, problems)


def _versions(site: Site) -> Iterator[Version]:
    return (version for article in site.articles for version in article.versions.values())


def _check_texts(site: Site, targets: LinkTargets, problems: Problems) -> None:
    faults = _picture_faults(site, problems)
    for version in _versions(site):
        check_article_links(version, faults, targets, problems)
        if version.image:
            _check_lead_picture(site, version, faults, problems)


def _picture_faults(site: Site, problems: Problems) -> Mapping[str, str]:
    """The fault of every bad picture that a text shows, by its path."""
    existing = frozenset(site.tree.files)
    used = {slot.target for one in _versions(site) for slot in one.body.links() if slot.picture}
    used |= {version.image for version in _versions(site) if version.image}
    found = ((path, picture_fault(site.tree, path, problems)) for path in used & existing)
    return {path: fault for path, fault in found if fault}


def _check_lead_picture(
    site: Site, version: Version, faults: Mapping[str, str], problems: Problems
) -> None:
    code = "" if version.image in site.tree.files else "lien-ket-hong"
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
    known = [portal.id for portal in site.portals]
    for version in _versions(site):
        if version.owner and version.owner not in known:
            near = suggestion(version.owner, known)
            choices = ", ".join(known)
            problems.add(
                version.path, 1, "cong-la", value=version.owner, near=near, choices=choices
            )


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


def _check_addresses(shown: Edition, lang: Lang, problems: Problems) -> None:
    """Record every text whose address another text of the same edition has."""
    taken: dict[str, str] = {}
    wanted = [
        (version.path, addresses.text(version, lang), version.slug) for version in shown.texts()
    ]
    wanted += [
        (version.path, addresses.alias(alias), alias)
        for version in shown.texts()
        if version.lang == lang
        for alias in version.aliases
    ]
    for path, address, name in sorted(wanted):
        other = taken.setdefault(addresses.output_file(address), path)
        if other != path:
            problems.add(path, 1, "dia-chi-trung", value=name, other=other)
