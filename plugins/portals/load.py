"""Reads the portals of a content folder."""

from __future__ import annotations

import re

from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import is_id, read_located, validated
from plugins.portals.portal import Identity, Portal

_PORTAL_FILE = re.compile(r"portals/([^/]+)/portal\.yaml\Z")


def load_portals(tree: ContentTree, problems: Problems) -> tuple[Portal, ...]:
    """The portals whose identity is without fault, sorted by id."""
    portals = []
    for path in tree.below("portals"):
        match = _PORTAL_FILE.match(path)
        if match:
            portal = _load(tree, path, match[1], problems)
            portals += [portal] if portal else []
    if not any(_PORTAL_FILE.match(path) for path in tree.files):
        problems.add("portals", 1, "khong-co-cong")
    return tuple(portals)


def _load(tree: ContentTree, path: str, portal_id: str, problems: Problems) -> Portal | None:
    if not is_id(portal_id):
        problems.add(path, 1, "ten-sai", name=portal_id)
        return None
    text = tree.read_text(path, problems)
    located = read_located(text, path, problems) if text is not None else None
    identity = validated(Identity, located, path, problems) if located else None
    return Portal(portal_id, identity) if identity else None
