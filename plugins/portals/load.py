"""Reads the portals of a content folder."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations

from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import check_markup, check_unique, is_id, read_located, validated
from plugins.base.web import web_host
from plugins.portals.addresses import is_reserved
from plugins.portals.places import Registry, path_below, place
from plugins.portals.portal import Identity, Portal

# For examples only: nobody can have a name that ends so (RFC 2606).
_EXAMPLE = ".example"
_PORTAL_FILE = re.compile(r"portals/([^/]+)/portal\.yaml\Z")


def portal_ids(tree: ContentTree) -> tuple[str, ...]:
    """The ids of all portals, those with faults too."""
    matches = (_PORTAL_FILE.match(path) for path in tree.below("portals"))
    return tuple(match[1] for match in matches if match)


def load_portals(tree: ContentTree, registry: Registry, problems: Problems) -> tuple[Portal, ...]:
    """The portals whose identity is without fault, sorted by id."""
    matches = [match for path in tree.below("portals") if (match := _PORTAL_FILE.match(path))]
    if not matches:
        problems.add("portals", 1, "khong-co-cong")
    read = (_load(tree, match[0], match[1], problems) for match in matches)
    allowed = [one for one in read if one and _may_have_its_host(tree, one, registry, problems)]
    found = tuple(_without_twins(tree, allowed, problems))
    for inner, outer in permutations(found, 2):
        name = path_below(inner, outer).partition("/")[0]
        if name and is_reserved(name, news=False):
            values = {"value": inner.identity.url, "inside": outer.identity.url, "other": outer.id}
            problems.add(inner.path, url_line(tree, inner), "url-long-nhau", **values)
    return found


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
    check_markup(located, path, ("name", "agency", "responsible", "address"), problems)
    check_unique(located, "nav", path, problems)
    return Portal(portal_id, identity)


def _may_have_its_host(
    tree: ContentTree, portal: Portal, registry: Registry, problems: Problems
) -> bool:
    """Whether a portal's host is listed, and its address no other portal's by the registry."""
    host = web_host(portal.identity.url)
    code = ""
    if not host.endswith(_EXAMPLE) and not registry.is_listed(host):
        code = "url-chua-phep"
    elif not registry.may_stand(portal):
        code = "url-cua-cong-khac"
    if code:
        values = {"value": host, "id": portal.id}
        problems.add(portal.path, url_line(tree, portal), code, **values)
    return not code


def _without_twins(
    tree: ContentTree, portals: Sequence[Portal], problems: Problems
) -> Iterator[Portal]:
    """The portals whose address is that of no other; whose it is otherwise, nobody can tell."""
    at: defaultdict[str, list[Portal]] = defaultdict(list)
    for portal in portals:
        at[place(portal)].append(portal)
    for portal in portals:
        others = [one.path for one in at[place(portal)] if one is not portal]
        if not others:
            yield portal
            continue
        values = {"value": portal.identity.url, "other": others[0]}
        problems.add(portal.path, url_line(tree, portal), "url-trung", **values)


def url_line(tree: ContentTree, portal: Portal) -> int:
    """The line on which a portal's file says its address."""
    located = read_located(tree.read_text(portal.path, Problems()) or "", portal.path, Problems())
    return located.line(("url",)) if located else 1
