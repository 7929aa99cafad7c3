"""Checks every link and picture of the texts against what there is to link to."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from datetime import datetime
from functools import partial
from typing import Final

from msgspec import Struct, field

from plugins.articles.article import Article, Version
from plugins.articles.front_matter import markdown_below
from plugins.articles.link_cures import (
    address_case,
    path_suggestion,
    picture_case,
    place_case,
    text_in_folder,
)
from plugins.articles.link_lines import LinkLines
from plugins.articles.outside import AllowedHost, last_day, may_link
from plugins.articles.places import is_picture, text_place
from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import Suggestions, suggestion
from plugins.markup.body import LinkSlot, Outline

_MOST_SUGGESTIONS: Final = 20
_OWNED: Final = re.compile(r"portals/([^/]+)/")


class LinkTargets(Struct, frozen=True):
    """What may be linked to."""

    tree: ContentTree
    versions: Mapping[str, Version]
    hosts: Mapping[str, AllowedHost]
    clock: datetime
    suggestions: Suggestions = field(default_factory=Suggestions)


class _Fault(Struct, frozen=True):
    """A code, what it names, the names among which the intended one may be, a case, and more.

    `near` is the intended one where it is known.
    """

    code: str
    value: str
    known: Iterable[str] = ()
    special: str = ""
    more: tuple[tuple[str, str], ...] = ()
    near: str = ""


def link_targets(
    tree: ContentTree,
    articles: Iterable[Article],
    hosts: Mapping[str, AllowedHost],
    clock: datetime,
) -> LinkTargets:
    """The targets that `articles` and their pictures make."""
    versions = {
        version.path: version for article in articles for version in article.versions.values()
    }
    return LinkTargets(tree, versions, hosts, clock)


def check_links(
    path: str,
    body: Outline,
    broken: Container[str],
    targets: LinkTargets,
    problems: Problems,
) -> None:
    """Record the faulty links of the file `path`; `broken` holds the pictures with errors."""
    lines: LinkLines | None = None
    faults = 0
    for slot in body.links():
        fault = _fault(path, slot, body, targets)
        if not fault and slot.kind == "static" and is_broken_elsewhere(path, slot.target, broken):
            fault = _Fault("anh-bi-loi", slot.target)
        if fault:
            lines = lines or _link_lines(targets.tree, path)
            # One text may hold thousands of such links, and take them all from the others.
            near = fault.near
            if not near and fault.known and faults < _MOST_SUGGESTIONS:
                near = targets.suggestions.near(partial(_nearest, fault))
            line = lines.line(slot.raw)
            problems.add(path, line, fault.code, near=near, **_values(fault, lines, line))
            faults += 1


def _values(fault: _Fault, lines: LinkLines, line: int) -> dict[str, str]:
    """What the message of a fault on `line` says, but for what is `near`."""
    is_note = fault.code == "lien-ket-sai" and lines.is_definition(line)
    special = fault.special or ("note" if is_note else "")
    value = lines.written(fault.value) if fault.special == "quotes" else fault.value
    return {"value": value, "special": special, **dict(fault.more)}


def _nearest(fault: _Fault) -> str:
    if fault.special:
        return ""
    nearest = path_suggestion if fault.code == "lien-ket-hong" else suggestion
    return nearest(fault.value, fault.known)


def line_of(tree: ContentTree, path: str, *needles: str, below: str = "") -> int:
    """The line of `path` on which the first of `needles` that it holds first stands, else 1.

    What stands above the words `below` is passed over.
    """
    text = tree.read_text(path, Problems()) or ""
    start = max(0, text.find(below))
    place = next((place for one in needles if (place := text.find(one, start)) >= 0), 0)
    return text.count("\n", 0, place) + 1


def is_broken_elsewhere(path: str, picture: str, broken: Container[str]) -> bool:
    """Whether the text at `path` shows one of the `broken` pictures of another folder.

    The error of a picture beside it stops the same portals as one of the text itself.
    """
    return picture in broken and path.rpartition("/")[0] != picture.rpartition("/")[0]


def _link_lines(tree: ContentTree, path: str) -> LinkLines:
    text = tree.read_text(path, Problems()) or ""
    return LinkLines(text, len(text) - len(markdown_below(text)[0]))


def _fault(path: str, slot: LinkSlot, body: Outline, targets: LinkTargets) -> _Fault | None:
    if slot.kind == "wrong":
        return _Fault(
            "lien-ket-sai", slot.raw, special=address_case(slot.raw, picture=slot.picture)
        )
    if slot.kind == "fragment" and slot.fragment not in body.ids:
        # The way back from a note to which nothing leads: that is told already.
        lost = slot.fragment in {f"fnref:{one.value[2:-1]}" for one in body.faults}
        return None if lost else _Fault("muc-khong-co", slot.fragment, body.ids)
    if slot.kind in ("file", "static"):
        return _content_fault(path, slot, targets)
    if slot.kind == "outside":
        return _outside_fault(slot.target, targets)
    return None


def _content_fault(path: str, slot: LinkSlot, targets: LinkTargets) -> _Fault | None:
    other = _other_portal(path, slot.target, targets)
    if slot.kind == "static":
        fault = _static_fault(slot, targets)
        return _Fault("anh-cong-khac", slot.target) if other and not fault else fault
    fault = _file_fault(path, slot, targets)
    # What a portal does with its own text is no error of those that link to it.
    if fault and other:
        version = targets.versions.get(slot.target)
        is_early = version is not None and version.hidden_because(targets.clock) == "scheduled"
        special = "scheduled" if is_early else ""
        return _Fault("lien-ket-cong-khac", slot.target, (), special, (("other", other),))
    return fault


def _other_portal(path: str, target: str, targets: LinkTargets) -> str:
    """The portal whose own file `target` is, where `path` is none of that portal's."""
    owner = _OWNED.match(target)
    if owner is None or path.startswith(owner[0]) or f"{owner[0]}portal.yaml" not in targets.tree:
        return ""
    return owner[1]


def _outside_fault(host: str, targets: LinkTargets) -> _Fault | None:
    if may_link(host, targets.hosts, targets.clock):
        return None
    if host in targets.hosts:
        return _Fault("lien-ket-het-han", host, more=(("until", last_day(targets.hosts[host])),))
    return _Fault("lien-ket-ngoai", host)


def _static_fault(slot: LinkSlot, targets: LinkTargets) -> _Fault | None:
    if slot.target not in targets.tree:
        special = place_case(slot.raw, slot.target, targets.tree)
        return _Fault("lien-ket-hong", slot.target, targets.tree.files, special=special)
    if is_picture(slot.target):
        return None
    # Texts and data are published as pages or not at all, never as they are written.
    return _Fault("anh-sai", slot.target, special=picture_case(slot.target))


def _file_fault(path: str, slot: LinkSlot, targets: LinkTargets) -> _Fault | None:
    version = targets.versions.get(slot.target)
    if version is None and slot.target in targets.tree and text_place(slot.target):
        # A text with a fault of its own, which is reported where it stands.
        return None
    if version is None:
        special = place_case(slot.raw, slot.target, targets.tree)
        place = text_place(path)
        near = text_in_folder(slot.target, place.lang if place else "vi", targets.versions)
        return _Fault("lien-ket-hong", slot.target, targets.versions, special=special, near=near)
    if version.hidden_because(targets.clock):
        return _Fault("lien-ket-an", slot.target)
    if slot.fragment and slot.fragment not in version.body.ids:
        return _Fault("muc-khong-co", slot.fragment, version.body.ids)
    return None
