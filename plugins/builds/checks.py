"""What can be checked only when all content is read: links, menus, addresses."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Final

from plugins.articles.article import Version
from plugins.articles.check_links import (
    LinkTargets,
    check_links,
    is_broken_elsewhere,
    line_of,
)
from plugins.articles.link_cures import lead_picture_case, path_suggestion, picture_case
from plugins.articles.meant import meant_id
from plugins.articles.outside import last_day, may_link
from plugins.articles.places import is_picture
from plugins.base.problems import Problems
from plugins.base.validation import suggestion
from plugins.base.web import web_host
from plugins.builds.date_checks import check_dates
from plugins.builds.pictures import Size
from plugins.markup.body import Outline
from plugins.pages import addresses
from plugins.pages.site import Site, portal_articles
from plugins.portals.load import portal_ids
from plugins.portals.portal import Portal

# The column of a text is wider; a narrower picture is stretched and blurred.
_LEAD_WIDTH: Final = 600


def check_site(
    site: Site,
    bodies: Mapping[str, Outline],
    pictures: Mapping[str, Size | None],
    targets: LinkTargets,
    problems: Problems,
) -> None:
    """Record what is wrong between the parts of a site.

    `bodies` holds what every file says by its path, those with other faults among them, and
    `pictures` the size of every picture, None where it has an error.
    """
    _check_texts(site, bodies, pictures, targets, problems)
    check_dates(site, targets.clock, problems)
    _check_owners(site, problems)
    _check_shown(site, problems)
    _check_sources(site, targets, problems)


def check_portal_names(site: Site, problems: Problems) -> None:
    """Record what menus and shares name that is not there."""
    for portal in site.portals:
        _check_nav(site, portal, problems)
        _check_shares(site, portal, problems)


def _versions(site: Site) -> Iterator[Version]:
    return (version for article in site.articles for version in article.versions.values())


def _check_texts(
    site: Site,
    bodies: Mapping[str, Outline],
    pictures: Mapping[str, Size | None],
    targets: LinkTargets,
    problems: Problems,
) -> None:
    broken = {path for path, size in pictures.items() if size is None}
    for path, body in bodies.items():
        check_links(path, body, broken, targets, problems)
    for version in _versions(site):
        if version.image:
            _check_lead_picture(site, version, pictures, broken, problems)


def _check_lead_picture(
    site: Site,
    version: Version,
    pictures: Mapping[str, Size | None],
    broken: Container[str],
    problems: Problems,
) -> None:
    picture = version.image
    line = line_of(site.tree, version.path, "image:")
    size = pictures.get(picture)
    if picture not in site.tree:
        case = lead_picture_case(picture)
        near = "" if case else path_suggestion(picture, site.tree.files)
        values = {"value": picture, "near": near, "special": case}
        problems.add(version.path, line, "lien-ket-hong", **values)
    elif not is_picture(picture):
        problems.add(version.path, line, "anh-sai", value=picture, special=picture_case(picture))
    elif is_broken_elsewhere(version.path, picture, broken):
        problems.add(version.path, line, "anh-bi-loi", value=picture)
    else:
        if size and size[0] < _LEAD_WIDTH:
            width = {"width": size[0], "limit": _LEAD_WIDTH}
            problems.add(version.path, line, "anh-dau-bai-nho", value=picture, **width)
        if version.image_alt is None:
            problems.add(version.path, line, "anh-dau-bai-khong-loi", value=picture)


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


def _check_shown(site: Site, problems: Problems) -> None:
    """Warn of what no portal shows; nobody can tell while a portal is at fault."""
    shared = {name for one in site.portals for name in one.identity.shares.categories or ()}
    is_sound = len(site.portals) == len(portal_ids(site.tree)) > 0
    if not is_sound or shared - site.vocabulary.categories.keys():
        return
    shown = [portal_articles(site, portal) for portal in site.portals]
    names = {one.id for articles in shown for one in articles}
    for article in site.articles:
        if not article.owner and article.id not in names:
            code = "trang-bi-thay" if article.kind == "page" else "khong-noi-hien"
            for version in article.versions.values():
                problems.add(version.path, 1, code)
    if not any(portal.identity.shares.everything for portal in site.portals):
        versions = (one for texts in shown for text in texts for one in text.versions.values())
        used = {name for version in versions for name in version.body.comparisons()}
        for name in site.comparisons.keys() - used:
            problems.add(site.comparisons[name].path, 1, "bang-khong-hien", name=name)


def _check_sources(site: Site, targets: LinkTargets, problems: Problems) -> None:
    """Record sources on hosts that texts may not link to."""
    for source in site.sources.values():
        host = web_host(source.file.url) if source.file.url else ""
        if not host or may_link(host, targets.hosts, targets.clock):
            continue
        line = line_of(site.tree, source.path, "url:")
        if host in targets.hosts:
            until = last_day(targets.hosts[host])
            problems.add(source.path, line, "lien-ket-het-han", value=host, until=until)
        else:
            problems.add(source.path, line, "nguon-chua-phep", value=host)


def _check_nav(site: Site, portal: Portal, problems: Problems) -> None:
    pages = {
        article.key
        for article in site.articles
        if article.kind == "page" and article.owner in ("", portal.id)
    }
    known = {*addresses.LISTS, *site.vocabulary.categories, *pages}
    line = line_of(site.tree, portal.path, "nav:")
    for name in portal.identity.nav:
        if name not in known:
            meant = meant_id(name, known, site.vocabulary.categories)
            problems.add(portal.path, line, "muc-dan-la", value=name, near=meant)


def _check_shares(site: Site, portal: Portal, problems: Problems) -> None:
    known = site.vocabulary.categories
    line = line_of(site.tree, portal.path, "shares:")
    for name in portal.identity.shares.categories or ():
        if name not in known:
            near = meant_id(name, known, known)
            problems.add(portal.path, line, "chuyen-muc-la", value=name, near=near)
