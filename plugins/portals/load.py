"""Reads the portals of a content folder."""

from __future__ import annotations

import re

from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import check_unique, is_id, read_located, validated
from plugins.portals.portal import Identity, Portal

_PORTAL_FILE = re.compile(r"portals/([^/]+)/portal\.yaml\Z")


def portal_ids(tree: ContentTree) -> tuple[str, ...]:
    """The ids of all portals, those with faults too."""
    matches = (_PORTAL_FILE.match(path) for path in tree.below("portals"))
    return tuple(match[1] for match in matches if match)


def load_portals(tree: ContentTree, problems: Problems) -> tuple[Portal, ...]:
    """The portals whose identity is without fault, sorted by id."""
    matches = [match for path in tree.below("portals") if (match := _PORTAL_FILE.match(path))]
    if not matches:
        problems.add("portals", 1, "khong-co-cong")
    urls: dict[str, tuple[str, str, int]] = {}
    portals = (_load(tree, match[0], match[1], urls, problems) for match in matches)
    return tuple(portal for portal in portals if portal)


def _load(
    tree: ContentTree,
    path: str,
    portal_id: str,
    urls: dict[str, tuple[str, str, int]],
    problems: Problems,
) -> Portal | None:
    """The portal at `path`; `urls` holds id, path and line of those already read by address."""
    if not is_id(portal_id):
        problems.add(path, 1, "ten-sai", name=portal_id)
        return None
    text = tree.read_text(path, problems)
    located = read_located(text, path, problems) if text is not None else None
    identity = validated(Identity, located, path, problems) if located else None
    if located is None or identity is None:
        return None
    check_unique(located, "nav", path, problems)
    line = located.line(("url",))
    other, other_path, other_line = urls.setdefault(identity.url, (portal_id, path, line))
    if other != portal_id:
        # In both: nobody can tell here whose address it is.
        problems.add(path, line, "url-trung", value=identity.url, other=other)
        problems.add(other_path, other_line, "url-trung", value=identity.url, other=portal_id)
    return Portal(portal_id, identity)
