"""Pages of content that is not written yet: each is composed when somebody asks for it."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from plugins.builds.plan import Plan
from plugins.builds.press import Press
from plugins.languages.language import Lang
from plugins.offline.worker import worker_files
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft
from plugins.pages.portal_pages import PageSettings, composers_of, page_at
from plugins.pages.site import Site

_INDEX: Final = "index.html"


class NotComposedError(Exception):
    """A page cannot be shown: the program failed, or something on the page may not stand there."""


class _Portal(Struct, frozen=True):
    """The means with which the pages of one portal are composed and finished."""

    composers: Mapping[Lang, Composer]
    press: Press


class Preview:
    """The pages of the portals `shown`, as the next build will write them.

    What a clean build holds back is for the build to find; but a page with something that none
    may hold is not given.
    """

    def __init__(
        self, site: Site, plan: Plan, settings: PageSettings, shown: Collection[str]
    ) -> None:
        self.shown = frozenset(shown)
        self._site = site
        self._plan = plan
        self._settings = settings
        self._portals: dict[str, _Portal] = {}
        self._given: dict[tuple[str, str], bytes | None] = {}
        self._has_failed = False
        # What a page reads is noted for one page at a time.
        self._lock = threading.Lock()

    def file(self, portal: str, name: str) -> bytes | None:
        """The file `name` of a portal; None where there is none, NotComposedError where it fails."""
        with self._lock:
            if (portal, name) not in self._given:
                try:
                    self._given[portal, name] = self._composed(portal, name)
                except NotComposedError:
                    self._has_failed = True
                    raise
            return self._given[portal, name]

    def is_sound(self) -> bool:
        """Whether pages can be composed: some that show nearly all that pages do are tried."""
        try:
            for portal in sorted(self.shown)[:1]:
                for name in self._tried(portal):
                    self.file(portal, name)
        except NotComposedError:
            return False
        return bool(self.shown)

    def _tried(self, portal: str) -> Iterator[str]:
        yield from (addresses.not_found("vi"), _INDEX)
        with self._lock:
            newest = self._portal(portal).composers["vi"].edition.dated[:1]
        for version in newest:
            yield addresses.output_file(addresses.text(version, "vi"))

    def differs(self, output: Path) -> bool:
        """Whether a page may be another in `output`, where all are written, than was given here."""
        with self._lock:
            return self._has_failed or any(
                _read(output / portal / name) != given
                for (portal, name), given in self._given.items()
            )

    def _composed(self, portal: str, name: str) -> bytes | None:
        try:
            made = self._portal(portal)
            draft = page_at(made.composers, _address(name)) or self._for_browsers(portal, name)
            content, faults = made.press.finished(name, draft) if draft else (None, ())
        except Exception as error:
            raise NotComposedError(name) from error
        if faults:
            raise NotComposedError(name)
        return content

    def _for_browsers(self, name: str, file: str) -> Draft | None:
        """The worker or a manifest of a portal."""
        composer = self._portal(name).composers["vi"]
        made = worker_files(
            composer.portal, self._site.portals, self._settings.theme, composer.assets
        )
        return next((draft for draft in made if draft.address == file), None)

    def _portal(self, name: str) -> _Portal:
        if name not in self._portals:
            portal = next(one for one in self._site.portals if one.id == name)
            composers = composers_of(self._site, portal, self._settings)
            self._portals[name] = _Portal(composers, Press(self._plan.shared.judge))
        return self._portals[name]


def _address(name: str) -> str:
    """The address of the page that is written in the file `name`."""
    is_page = name == _INDEX or name.endswith(f"/{_INDEX}")
    return name.removesuffix(_INDEX) if is_page else name


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
