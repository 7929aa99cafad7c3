"""The pages of a portal, made by the workers of a cluster: one portal is one shard.

What all shards need is sent once, the converted texts once each; what a worker has made comes back
as bytes. A large portal goes in several parts, so that nobody holds all of its pages in memory.
"""

from __future__ import annotations

import pickle
from collections.abc import Generator, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from uuid import uuid4

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.articles.article import Version
from plugins.base.files import ContentTree
from plugins.base.paths import inside
from plugins.base.store import Store
from plugins.builds.content import Content
from plugins.builds.folder import Entries
from plugins.builds.making import Made, Maker
from plugins.builds.plan import Plan, Theme, plan_of
from plugins.builds.workers import Work, Workers
from plugins.languages.language import Lang
from plugins.markup.body import LinkSlot, Piece
from plugins.markup.stages import in_step
from plugins.pages.assets import ShownPicture
from plugins.pages.composer import Composer
from plugins.pages.portal_pages import PageSettings, PortalPages, portal_pages
from plugins.pages.render import Renderer
from plugins.pages.site import Site
from plugins.pages.values import Values
from plugins.portals.portal import Portal

# About ten megabytes of pages.
_PART: Final = 400
_NOWHERE: Final = Path("away")


class _Luggage(Struct, frozen=True):
    """What all shards need: the content but for its texts, 'now', and the files of the theme.

    It is `of_build` alone: another one has other texts and pictures, which it does not hold.
    """

    of_build: str
    content: Content
    clock: datetime
    theme: Mapping[str, bytes]


class _Part(Struct, frozen=True):
    """The files of a portal to make, with the addresses of the pictures they may show."""

    portal: str
    latest_news: int
    names: Sequence[str]
    pictures: Mapping[str, ShownPicture]


class SentTexts(Struct, frozen=True):
    """The converted texts that were sent along, and what stands for each."""

    texts: dict[str, tuple[bytes, tuple[Piece, ...]]] = field(default_factory=dict)

    def pieces(self, version: Version) -> tuple[Piece, ...]:
        """The converted text of a version."""
        return self.texts[version.path][1]

    def key(self, path: str) -> bytes:
        """What stands for the file at `path` and all that it says."""
        return self.texts[path][0]


class Shards:
    """Hands the pages of `content` to `workers`, portal by portal."""

    def __init__(self, workers: Workers, content: Content, clock: datetime, theme: Path) -> None:
        self._workers = workers
        self._content = content
        self._clock = clock
        self._theme = theme
        self._luggage: object = None
        # What lies with the workers, by the path of each text in it.
        self._bundles: dict[str, object] = {}

    @property
    def are_wanted(self) -> bool:
        """Whether workers would wait if no further portal was begun."""
        return self._workers.want_more

    def hand(
        self, portal: Portal, pages: PortalPages, names: Sequence[str]
    ) -> Generator[tuple[Made, bytes], None, None]:
        """Let workers begin with files of `portal`; gives each as it is made, in order."""
        if self._luggage is None:
            self._luggage = self._workers.share(_packed(self._packed_content()))
        composer = next(iter(pages.composers.values()))
        pictures = {path: composer.assets.picture(path) for path in self._pictures(pages)}
        versions = {
            version.path: version
            for one in pages.composers.values()
            for version in one.edition.texts()
        }
        parts = [names[start : start + _PART] for start in range(0, len(names), _PART)]

        def work(part: Sequence[str]) -> Work:
            origins = (pages.drafts[name].origin for name in part)
            bundles = self._shared([versions[path] for path in origins if path in versions])
            wanted = _Part(portal.id, composer.latest_news, part, pictures)
            return Work(_make, (wanted,), (self._luggage, *bundles))

        return _flat(self._workers.hand([partial(work, part) for part in parts]))

    def _packed_content(self) -> _Luggage:
        site = replace(self._content.site, tree=ContentTree(_NOWHERE, {}), texts=SentTexts())
        files = (path for path in sorted(self._theme.rglob("*")) if path.is_file())
        theme = {path.relative_to(self._theme).as_posix(): path.read_bytes() for path in files}
        return _Luggage(uuid4().hex, replace(self._content, site=site), self._clock, theme)

    def _pictures(self, pages: PortalPages) -> Iterable[str]:
        """The content paths of the pictures that the texts and tables of a portal show."""
        site = self._content.site
        texts = [one for each in pages.composers.values() for one in each.edition.texts()]
        links = chain(
            (link for one in texts for link in one.body.links()),
            (piece for piece in _cell_pieces(site) if isinstance(piece, LinkSlot)),
        )
        found = {link.target for link in links if link.kind == "static"}
        return sorted((found | {one.image for one in texts}) & set(site.tree.files))

    def _shared(self, versions: Sequence[Version]) -> list[object]:
        """Where the converted texts of `versions` lie with the workers; each is sent once."""
        texts = self._content.site.texts
        new = [one for one in versions if one.path not in self._bundles]
        if new:
            found = {one.path: (texts.key(one.path), texts.pieces(one)) for one in new}
            bundle = self._workers.share(_packed(found))
            self._bundles |= dict.fromkeys((one.path for one in new), bundle)
        bundles = [self._bundles[one.path] for one in versions]
        return list({id(one): one for one in bundles}.values())


def _flat(
    made: Generator[list[tuple[Made, bytes]], None, None],
) -> Generator[tuple[Made, bytes], None, None]:
    try:
        for part in made:
            yield from part
    finally:
        made.close()


def _cell_pieces(site: Site) -> Iterable[Piece]:
    return (
        piece
        for comparison in site.comparisons.values()
        for row in comparison.criteria
        for cell in row.cells
        for pieces in cell.texts.values()
        for piece in pieces
    )


def _packed(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


class _Workshop:
    """What a worker keeps from one part to the next."""

    def __init__(self, luggage: _Luggage) -> None:
        # Goes with the workshop.
        self._folder = TemporaryDirectory(prefix="portals-")
        self._theme = Path(self._folder.name)
        for name, data in luggage.theme.items():
            place = inside(self._theme, name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        self.texts = SentTexts()
        content = replace(luggage.content, site=replace(luggage.content.site, texts=self.texts))
        store = Store(None)
        theme = Theme(self._theme, Renderer(self._theme, store))
        self._plan = plan_of(content, luggage.clock, theme, store, 1)
        self._portal = ""
        self._ready: tuple[PortalPages, _AwayMaker]

    def maker(self, part: _Part) -> tuple[PortalPages, _AwayMaker]:
        """The pages of a portal, and who makes them; those of the last portal are kept."""
        if self._portal != part.portal:
            plan = self._plan
            settings = PageSettings(
                plan.clock,
                plan.renderer,
                self._theme,
                part.latest_news,
                plan.shared.nearest,
                # It is made where all texts are.
                find_index=None,
            )
            pages = portal_pages(plan.site, plan.portal(part.portal), settings)
            self._ready = pages, _AwayMaker(plan, pages.composers)
            self._portal = part.portal
        return self._ready


class _AwayMaker(Maker):
    """Makes files that wait nowhere but go back."""

    def __init__(self, plan: Plan, composers: Mapping[Lang, Composer]) -> None:
        super().__init__(_NOWHERE, Entries(), plan.shared, Values(composers, plan.shared.worth))
        self.contents: dict[str, bytes] = {}

    def put(self, made: Made, content: bytes) -> Made:
        self.contents[made.name] = content
        return made


@lru_cache(maxsize=1)
def _workshop(luggage: bytes) -> _Workshop:
    return _Workshop(pickle.loads(luggage))  # noqa: S301  the build has sent it


def _make(part: _Part, luggage: bytes, *bundles: bytes) -> list[tuple[Made, bytes]]:
    """What a worker does: the files of a part, and how each was made."""
    workshop = _workshop(luggage)
    workshop.texts.texts.clear()
    for bundle in bundles:
        workshop.texts.texts.update(pickle.loads(bundle))  # noqa: S301  the build has sent it
    pages, maker = workshop.maker(part)
    next(iter(pages.composers.values())).assets.know(part.pictures)
    works = (maker.make(name, pages.drafts[name], 0) for name in part.names)
    return [
        (replace(made, seconds=seconds), maker.contents.pop(made.name))
        for made, seconds in in_step(works)
    ]
