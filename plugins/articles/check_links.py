"""Checks every link and picture of the texts against what there is to link to."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from plugins.articles.article import Article, Version
from plugins.articles.front_matter import markdown_below
from plugins.articles.outside import AllowedHost, may_link
from plugins.articles.places import is_picture, is_picture_of, text_place
from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import suggestion
from plugins.markup.body import LinkSlot

MAX_PICTURE_BYTES: Final = 5_000_000
# An address as it stands in Markdown or HTML, not as a part of a longer one.
_LINK: Final = r"(?:(?<=[\s(<\"'=])|^)(?:{})(?=[\s)>\"']|$)"


@dataclass(frozen=True, slots=True)
class LinkTargets:
    """What may be linked to."""

    tree: ContentTree
    versions: Mapping[str, Version]
    hosts: Mapping[str, AllowedHost]
    clock: datetime


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


def check_article_links(
    version: Version, pictures: Mapping[str, str], targets: LinkTargets, problems: Problems
) -> None:
    """Record the faulty links of one text; `pictures` holds the fault of each bad picture."""
    check_links(version.path, version.body.links(), version.body.ids, targets, problems)
    for slot in version.body.links():
        if slot.kind == "static" and slot.target in pictures:
            line = _link_line(targets.tree, version.path, slot.raw, 0)
            problems.add(version.path, line, pictures[slot.target], value=slot.target)


def check_links(
    path: str,
    links: Iterable[LinkSlot],
    ids: frozenset[str],
    targets: LinkTargets,
    problems: Problems,
) -> None:
    """Record the faulty ones of the links in the file `path`, which has the anchors `ids`."""
    earlier: Counter[str] = Counter()
    for slot in links:
        fault = _fault(slot, ids, targets)
        if fault:
            code, values = fault
            line = _link_line(targets.tree, path, slot.raw, earlier[slot.raw])
            problems.add(path, line, code, **values)
        earlier[slot.raw] += 1


def line_of(tree: ContentTree, path: str, *needles: str) -> int:
    """The line of `path` on which the first of `needles` that it holds first stands, else 1."""
    text = tree.read_text(path, Problems()) or ""
    place = next((place for one in needles if (place := text.find(one)) >= 0), 0)
    return text.count("\n", 0, place) + 1


def picture_fault(tree: ContentTree, path: str, problems: Problems) -> str:
    """The code of what is wrong with the picture at `path`, or an empty text."""
    data = tree.read_bytes(path, problems, MAX_PICTURE_BYTES)
    return "" if data is None or is_picture_of(path, data) else "anh-sai"


def _link_line(tree: ContentTree, path: str, raw: str, earlier: int) -> int:
    """The line of the link `raw` that stands in `path` after `earlier` others of the same."""
    text = tree.read_text(path, Problems()) or ""
    written = f"{re.escape(raw)}|{re.escape(html.escape(raw))}"
    below = len(text) - len(markdown_below(text)[0])
    found = re.compile(_LINK.format(written)).finditer(text, below)
    places = [one.start() for one in found]
    place = places[min(earlier, len(places) - 1)] if places else 0
    return text.count("\n", 0, place) + 1


def _fault(
    slot: LinkSlot, ids: frozenset[str], targets: LinkTargets
) -> tuple[str, dict[str, str]] | None:
    if slot.kind == "wrong":
        return "lien-ket-sai", {"value": slot.raw}
    if slot.kind == "fragment" and slot.fragment not in ids:
        return "muc-khong-co", _with_near(slot.fragment, ids)
    if slot.kind == "file":
        return _file_fault(slot, targets)
    if slot.kind == "static":
        return _static_fault(slot, targets)
    if slot.kind == "outside" and not may_link(slot.target, targets.hosts, targets.clock):
        return "lien-ket-ngoai", {"value": slot.target}
    return None


def _static_fault(slot: LinkSlot, targets: LinkTargets) -> tuple[str, dict[str, str]] | None:
    if slot.target not in targets.tree:
        return "lien-ket-hong", _with_near(slot.target, targets.tree.files)
    # Texts and data are published as pages or not at all, never as they are written.
    return None if is_picture(slot.target) else ("anh-sai", {"value": slot.target})


def _file_fault(slot: LinkSlot, targets: LinkTargets) -> tuple[str, dict[str, str]] | None:
    version = targets.versions.get(slot.target)
    if version is None and slot.target in targets.tree and text_place(slot.target):
        # A text with a fault of its own, which is reported where it stands.
        return None
    if version is None:
        return "lien-ket-hong", _with_near(slot.target, targets.versions)
    if version.hidden_because(targets.clock):
        return "lien-ket-an", {"value": slot.target}
    if slot.fragment and slot.fragment not in version.body.ids:
        return "muc-khong-co", _with_near(slot.fragment, version.body.ids)
    return None


def _with_near(value: str, known: Iterable[str]) -> dict[str, str]:
    return {"value": value, "near": suggestion(value, known)}
