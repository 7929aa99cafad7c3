"""Which portals an error holds back: those that show the file it stands in, and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from plugins.articles.front_matter import head_of
from plugins.articles.places import is_picture
from plugins.base.located import LocatedYamlError, load_located
from plugins.base.problems import Problem, Problems
from plugins.comparisons.model import Comparison
from plugins.pages.site import Site, portal_articles
from plugins.portals.load import portal_ids
from plugins.portals.portal import Portal

# What all portals are made of; a file of no known use stops nobody.
_COMMON: Final = frozenset({"vocabulary.yaml", "links.yaml", "exceptions.yaml", "portals", "."})


def held_back(site: Site, problems: Problems) -> Mapping[str, int]:
    """The portals that may not be built, and how many errors hold each of them back."""
    everyone = portal_ids(site.tree)
    audience = _Audience(site)
    counts: Counter[str] = Counter()
    for found in problems:
        if found.severity == "error":
            counts.update(_touched(found, problems, audience, everyone))
    return {name: counts[name] for name in everyone if counts[name]}


def _touched(
    found: Problem, problems: Problems, audience: _Audience, everyone: Collection[str]
) -> Iterable[str]:
    """The ids of the portals that an error touches; a faulty portal is touched by its own only."""
    scoped = problems.portals_of(found)
    if scoped:
        return scoped
    shown_by = audience.of(found.path)
    return everyone if shown_by is None else shown_by


class _Audience:
    """Which portals show what the content file at a path says."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._texts = {portal.id: portal_articles(site, portal) for portal in site.portals}
        self._known: dict[str, frozenset[str] | None] = {}

    def of(self, path: str) -> frozenset[str] | None:
        """The ids of the portals that show `path`; None where those are all."""
        folder, _, rest = path.partition("/")
        name = rest.split("/")[0] if rest else ""
        if folder == "news":
            name = "/".join(rest.split("/")[:2])
        key = f"{folder}/{name}"
        if key not in self._known:
            self._known[key] = self._find(folder, name)
        shown_by = self._known[key]
        if shown_by is None or not is_picture(path):
            return shown_by
        return shown_by | self._where(lambda portal: self._shows_picture(portal, path))

    def _find(self, folder: str, name: str) -> frozenset[str] | None:
        stem = name.rpartition(".")[0] or name
        if folder == "portals":
            return frozenset({name})
        if folder == "pages":
            return self._where(lambda portal: not self._has_page(portal, name))
        if folder in ("articles", "news"):
            return self._where_shared(folder, name)
        if folder == "comparisons":
            return self._where(lambda portal: self._shows_comparison(portal, stem))
        if folder == "sources":
            return self._where(lambda portal: self._cites(portal, stem))
        return None if folder.casefold() in _COMMON else frozenset()

    def _where(self, shows: Callable[[Portal], bool]) -> frozenset[str]:
        return frozenset(portal.id for portal in self._site.portals if shows(portal))

    def _where_shared(self, folder: str, key: str) -> frozenset[str]:
        """The portals that show a shared text, whatever of it can be read."""
        categories = self._categories(folder, key)
        kind = "article" if folder == "articles" else "news"

        def shows(portal: Portal) -> bool:
            # What is on its pages decides, whatever the file seems to say.
            if any(one.id == f"/{kind}/{key}" for one in self._texts[portal.id]):
                return True
            shares = portal.identity.shares
            if categories:
                return any(shares.shows(category) for category in categories)
            return shares.everything or bool(shares.categories)

        return self._where(shows)

    def _categories(self, folder: str, key: str) -> frozenset[str]:
        """The categories of a shared text; none when that of a version is not to be told."""
        tree = self._site.tree
        written = set()
        for path in tree.below(folder, *key.split("/")):
            if path.endswith(".md"):
                written.add(_category(tree.read_text(path, Problems()) or ""))
        known = written & self._site.vocabulary.categories.keys()
        return frozenset(written) if known == written else frozenset()

    def _has_page(self, portal: Portal, key: str) -> bool:
        return any(
            article.kind == "page" and article.owner and article.key == key
            for article in self._texts[portal.id]
        )

    def _shows_comparison(self, portal: Portal, name: str) -> bool:
        return portal.identity.shares.everything or any(
            name in version.body.comparisons()
            for article in self._texts[portal.id]
            for version in article.versions.values()
        )

    def _shows_picture(self, portal: Portal, path: str) -> bool:
        return any(
            path == version.image or any(slot.target == path for slot in version.body.links())
            for article in self._texts[portal.id]
            for version in article.versions.values()
        )

    def _cites(self, portal: Portal, name: str) -> bool:
        citing = {
            comparison.id
            for comparison in self._site.comparisons.values()
            if name in _sources_of(comparison)
        }
        if any(self._shows_comparison(portal, comparison) for comparison in citing):
            return True
        return any(
            name in version.sources
            for article in self._texts[portal.id]
            for version in article.versions.values()
        )


def _category(text: str) -> str:
    """The category of a text whose other fields may be beyond reading; empty if it is too."""
    try:
        data = load_located(head_of(text)[0]).data
    except LocatedYamlError:
        return ""
    category = data.get("category") if isinstance(data, dict) else None
    return category if isinstance(category, str) else ""


def _sources_of(comparison: Comparison) -> Iterable[str]:
    return (cell.file.source or "" for row in comparison.criteria for cell in row.cells)
