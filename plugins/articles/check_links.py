"""Checks every link and picture of the texts against what there is to link to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from plugins.articles.article import Article, Version
from plugins.articles.outside import AllowedHost, may_link
from plugins.articles.places import PICTURE_SIGNATURES
from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import suggestion
from plugins.markup.body import LinkSlot

MAX_PICTURE_BYTES = 5_000_000


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
            line = line_of(targets.tree, version.path, slot.raw)
            problems.add(version.path, line, pictures[slot.target], value=slot.target)


def check_links(
    path: str,
    links: Iterable[LinkSlot],
    ids: frozenset[str],
    targets: LinkTargets,
    problems: Problems,
) -> None:
    """Record the faulty ones of the links in the file `path`, which has the anchors `ids`."""
    for slot in links:
        fault = _fault(slot, ids, targets)
        if fault:
            code, values = fault
            problems.add(path, line_of(targets.tree, path, slot.raw), code, **values)


def line_of(tree: ContentTree, path: str, needle: str) -> int:
    """The line of `path` on which `needle` first stands, else 1."""
    text = tree.read_text(path, Problems()) or ""
    place = text.find(needle)
    return text.count("\n", 0, place) + 1 if place >= 0 else 1


def picture_fault(tree: ContentTree, path: str, problems: Problems) -> str:
    """The code of what is wrong with the picture at `path`, or an empty text."""
    signatures = PICTURE_SIGNATURES.get(path.rpartition(".")[2].lower(), ())
    data = tree.read_bytes(path, problems, MAX_PICTURE_BYTES)
    if data is None:
        return ""
    return "" if data.startswith(signatures) and signatures else "anh-sai"


def _fault(
    slot: LinkSlot, ids: frozenset[str], targets: LinkTargets
) -> tuple[str, dict[str, str]] | None:
    if slot.kind == "wrong":
        return "lien-ket-sai", {"value": slot.raw}
    if slot.kind == "fragment" and slot.fragment not in ids:
        return "muc-khong-co", _with_near(slot.fragment, ids)
    if slot.kind == "file":
        return _file_fault(slot, targets)
    if slot.kind == "static" and slot.target not in targets.tree.files:
        return "lien-ket-hong", _with_near(slot.target, targets.tree.files)
    if slot.kind == "outside" and not may_link(slot.target, targets.hosts, targets.clock):
        return "lien-ket-ngoai", {"value": slot.target}
    return None


def _file_fault(slot: LinkSlot, targets: LinkTargets) -> tuple[str, dict[str, str]] | None:
    version = targets.versions.get(slot.target)
    if version is None:
        return "lien-ket-hong", _with_near(slot.target, targets.versions)
    if version.hidden_because(targets.clock):
        return "lien-ket-an", {"value": slot.target}
    if slot.fragment and slot.fragment not in version.body.ids:
        return "muc-khong-co", _with_near(slot.fragment, version.body.ids)
    return None


def _with_near(value: str, known: Iterable[str]) -> dict[str, str]:
    return {"value": value, "near": suggestion(value, known)}
