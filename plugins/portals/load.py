"""Reads the portals of a content folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import check_unique, is_id, read_located, validated
from plugins.base.web import web_host
from plugins.portals.addresses import is_reserved
from plugins.portals.portal import Identity, Portal

# For examples only: nobody can have a name that ends so (RFC 2606).
_EXAMPLE = ".example"
_PORTAL_FILE = re.compile(r"portals/([^/]+)/portal\.yaml\Z")


def portal_ids(tree: ContentTree) -> tuple[str, ...]:
    """The ids of all portals, those with faults too."""
    matches = (_PORTAL_FILE.match(path) for path in tree.below("portals"))
    return tuple(match[1] for match in matches if match)


def load_portals(
    tree: ContentTree, is_listed: Callable[[str], bool], problems: Problems
) -> tuple[Portal, ...]:
    """The portals whose identity is without fault, sorted by id.

    `is_listed` tells whether those in charge of all portals have listed a host.
    """
    matches = [match for path in tree.below("portals") if (match := _PORTAL_FILE.match(path))]
    if not matches:
        problems.add("portals", 1, "khong-co-cong")
    found: list[Portal] = []
    for match in matches:
        portal = _load(tree, match[0], match[1], problems)
        if portal and _may_have_its_address(tree, portal, found, is_listed, problems):
            found.append(portal)
    for inner, outer in _nested(found):
        line = _url_line(tree, inner)
        values = {"value": inner.identity.url, "inside": outer.identity.url, "other": outer.id}
        problems.add(inner.path, line, "url-long-nhau", **values)
    return tuple(found)


def _load(
    tree: ContentTree,
    path: str,
    portal_id: str,
    problems: Problems,
) -> Portal | None:
    """The portal at `path`."""
    if not is_id(portal_id):
        problems.add(path, 1, "ten-sai", name=portal_id)
        return None
    text = tree.read_text(path, problems)
    located = read_located(text, path, problems) if text is not None else None
    identity = validated(Identity, located, path, problems) if located else None
    if located is None or identity is None:
        return None
    check_unique(located, "nav", path, problems)
    return Portal(portal_id, identity)


def _may_have_its_address(
    tree: ContentTree,
    portal: Portal,
    before: Sequence[Portal],
    is_listed: Callable[[str], bool],
    problems: Problems,
) -> bool:
    """Whether a portal's host is listed, and its address that of no portal `before` it."""
    url, host = portal.identity.url, web_host(portal.identity.url)
    if not host.endswith(_EXAMPLE) and not is_listed(host):
        problems.add(portal.path, _url_line(tree, portal), "url-chua-phep", value=host)
        return False
    other = next((one for one in before if _place(one) == _place(portal)), None)
    if other is not None:
        problems.add(portal.path, _url_line(tree, portal), "url-trung", value=url, other=other.id)
    return other is None


def _nested(portals: Sequence[Portal]) -> Iterator[tuple[Portal, Portal]]:
    """The portals that lie in the addresses that another keeps for its own pages."""
    for inner, outer in permutations(portals, 2):
        if _place(inner).startswith(_place(outer)):
            name = _place(inner).removeprefix(_place(outer)).partition("/")[0]
            if is_reserved(name, news=False):
                yield inner, outer


def _place(portal: Portal) -> str:
    """An address as far as it tells two portals apart."""
    return portal.identity.url.partition("://")[2].lower()


def _url_line(tree: ContentTree, portal: Portal) -> int:
    located = read_located(tree.read_text(portal.path, Problems()) or "", portal.path, Problems())
    return located.line(("url",)) if located else 1
