"""The HTML pages of two outputs, counted by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from plugins.portals.addresses import WORDS


@dataclass(frozen=True, slots=True)
class PageCounts:
    """How many pages of each kind two outputs have, and the addresses that only one has."""

    ours: Counter[str]
    hugos: Counter[str]
    only_ours: tuple[str, ...]
    only_hugos: tuple[str, ...]


def compare_pages(ours: Path, hugos: Path) -> PageCounts:
    """Count the pages of a portal as the program and as Hugo made it."""
    mine, theirs = html_files(ours), html_files(hugos)
    return PageCounts(
        Counter(map(kind_of, mine)),
        Counter(map(kind_of, theirs)),
        tuple(sorted(mine - theirs)),
        tuple(sorted(theirs - mine)),
    )


def html_files(folder: Path) -> frozenset[str]:
    """The HTML files below `folder`, as POSIX paths."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


def kind_of(path: str) -> str:
    """The kind of the page in the file `path` of a portal."""
    lang = WORDS["en"] if path.startswith(WORDS["en"].root) else WORDS["vi"]
    parts = path.removeprefix(lang.root).split("/")
    first, rest = parts[0], parts[1:-1]
    if len(parts) == 1:
        return "not found" if first == "404.html" else "home"
    if first == lang.news:
        is_list = not rest or rest[0].isdigit() or rest[0] == lang.page
        return "list of news" if is_list else "news item"
    named = {
        lang.category: "category",
        lang.tag: "tag",
        lang.comparisons: "comparison",
        lang.archive: "archive",
        lang.site_map: "site map",
        lang.search: "search",
        lang.offline: "offline",
    }
    return named.get(first, "article or fixed page")
