"""Checks that no two texts, old paths or portals have one address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct

from plugins.articles.check_links import line_of
from plugins.base.problems import Problems
from plugins.languages.clock import LAST_YEAR, TIME_ZONE
from plugins.languages.language import LANGS
from plugins.pages import addresses
from plugins.pages.edition import Edition, edition
from plugins.pages.site import Site
from plugins.portals.load import url_line
from plugins.portals.places import Registry, path_below
from plugins.portals.portal import Portal

_END_OF_TIME: Final = datetime(LAST_YEAR, 12, 31, tzinfo=TIME_ZONE)


def check_addresses(site: Site, registry: Registry, clock: datetime, problems: Problems) -> None:
    """Record every address that has more than one owner."""
    for portal in site.portals:
        # What is scheduled must not meet another address only when its hour comes.
        for moment in (clock, _END_OF_TIME):
            editions = [edition(site, portal, lang, moment) for lang in LANGS]
            taken = _check_addresses(site, portal, editions, problems)
            _check_portals_below(site, portal, taken, registry, problems)


def _check_addresses(
    site: Site, portal: Portal, editions: Sequence[Edition], problems: Problems
) -> Mapping[str, _Address]:
    """Record every address that two texts of a portal have, and old ones that are not free.

    What is left has an owner each, by the file of its page.
    """
    taken: dict[str, _Address] = {}
    told: set[_Address] = set()
    for one in sorted(_addresses(editions)):
        other = taken.setdefault(addresses.output_file(one.address), one)
        if other is not one:
            clash = ((one, other), (other, one))
            is_new = one.path != other.path and other not in told
            told.add(other)
            for here, there in clash if is_new else clash[:1]:
                line = _address_line(site, here)
                values = {"value": here.name, "other": there.path}
                problems.add_in(portal.id, here.path, line, "dia-chi-trung", **values)
    for one in _old_addresses(editions):
        if not addresses.is_free(one.name):
            line = _address_line(site, one)
            problems.add(one.path, line, "dia-chi-danh-rieng", value=one.name)
    return taken


def _check_portals_below(
    site: Site,
    outer: Portal,
    taken: Mapping[str, _Address],
    registry: Registry,
    problems: Problems,
) -> None:
    """Record each portal that lies where a text of `outer` has its page.

    Where the address is given to that portal by name, it is the text that has to go.
    """
    for inner in site.portals:
        if not (path := path_below(inner, outer)):
            continue
        text = next((one for file, one in taken.items() if file.lower().startswith(path)), None)
        if text is None:
            continue
        if registry.is_given(inner):
            line = _address_line(site, text)
            values = {"value": text.name, "url": inner.identity.url, "other": inner.id}
            problems.add_in(outer.id, text.path, line, "dia-chi-cua-cong", **values)
        else:
            values = {"value": inner.identity.url, "inside": outer.identity.url, "other": text.path}
            problems.add(inner.path, url_line(site.tree, inner), "url-cua-bai", **values)


class _Address(Struct, frozen=True, order=True):
    """An address that a text has, or had before; `name` is what its file says of it."""

    path: str
    address: str
    name: str
    is_old: bool = False


def _addresses(editions: Sequence[Edition]) -> Iterator[_Address]:
    for shown in editions:
        for version in shown.texts():
            address = addresses.text(version, shown.lang)
            yield _Address(version.path, address, version.slug)
    yield from _old_addresses(editions)


def _old_addresses(editions: Sequence[Edition]) -> Iterator[_Address]:
    for shown in editions:
        for version in shown.texts():
            if version.lang == shown.lang:
                for old_path in dict.fromkeys(version.aliases):
                    yield _Address(version.path, addresses.alias(old_path), old_path, is_old=True)


def _address_line(site: Site, address: _Address) -> int:
    """The line on which the file of a text says this address."""
    if not address.is_old:
        return line_of(site.tree, address.path, "slug:", "title:")
    return line_of(site.tree, address.path, address.name, below="aliases:")
