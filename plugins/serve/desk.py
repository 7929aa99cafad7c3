"""What is shown of the content at this moment: what was written, or what will be."""

from __future__ import annotations

import os
import threading
import unicodedata
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from plugins.articles.places import text_place
from plugins.base.store import Store
from plugins.builds.resaved import resaved
from plugins.builds.resaved_data import is_data
from plugins.languages.clock import clock_of
from plugins.news.related import NearestOfLast
from plugins.pages.site import Site
from plugins.serve.kept import KeptTemplates
from plugins.serve.preview import NotComposedError, Preview
from plugins.serve.rebuild import Read


class Desk:
    """Holds the preview of what was saved until a build has written it.

    One thread tells of saves, another one of builds.
    """

    def __init__(self, content: Path, theme: Path, clock: str) -> None:
        self.preview: Preview | None = None
        # The page that was asked for last.
        self._open: tuple[str, str] | None = None
        self._content = content.absolute()
        self._theme = theme.absolute()
        self._clock = clock
        # Not those of the builds: no two threads shall wait for one another over a template.
        self._templates = KeptTemplates()
        self._nearest = NearestOfLast()
        self._lock = threading.Lock()
        self._known: Read | None = None
        self._saves = 0
        self._began = 0
        self._was_read = False
        # Whether whatever was saved is shown, or known to be at fault.
        self._is_up_to_date = False

    @property
    def has_read(self) -> bool:
        """Whether a build has read the content yet."""
        return self._known is not None

    def asked(self, portal: str, name: str) -> Preview | None:
        """What gives a file of a portal, where it may be another than was written."""
        if name.endswith(".html"):
            self._open = portal, name
        preview = self.preview
        return preview if preview and portal in preview.shown else None

    def saved(self, paths: Collection[Path]) -> bool:
        """Show what was saved at `paths`, if that can be done at once; whether it is another.

        Without paths anything may have been saved.
        """
        with self._lock:
            self._saves += 1
            before = self._known if paths and self._is_up_to_date else None
            known = self._after(before, paths) if before else None
            self._is_up_to_date = known is not None
            if before is None or known is None or known is before:
                return False
            is_another_look = known.settings.renderer is not before.settings.renderer
            portals = known.free if is_another_look else known.sound
            self._is_up_to_date = self._show(known, portals, tried=is_another_look)
            return self._is_up_to_date

    def begin(self) -> None:
        """A build begins, and reads all that was saved until now."""
        with self._lock:
            self._began, self._was_read = self._saves, False

    def read(self, known: Read) -> bool:
        """A build has read the content; whether what it is to write is shown from now on.

        The first one is waited for: there is nothing in its place that is older.
        """
        with self._lock:
            if self._saves != self._began:
                return False
            is_first, self._was_read = self._known is None, True
            renderer = self._templates.renderer(self._theme, Store(None))
            settings = replace(known.settings, renderer=renderer, nearest=self._nearest)
            self._known = replace(known, settings=settings)
            if is_first:
                # So that the first save does not wait for the templates.
                _preview(self._known, known.free).is_sound()
            if is_first or self._is_up_to_date:
                return False
            self._is_up_to_date = self._show(self._known, known.free, tried=True)
            return self._is_up_to_date

    def end(self, output: Path, *, changed: bool) -> bool:
        """A build has ended and `changed` files in `output`, or not; whether a page is another now."""
        with self._lock:
            preview = self.preview
            if self._saves != self._began:
                return changed and preview is None
            self.preview = None
            self._is_up_to_date = self._was_read
            if not self._was_read:
                self._known = None
            if preview is None:
                return changed
            free = self._known.free if self._known else frozenset()
            return (changed and not free <= preview.shown) or preview.differs(output)

    def _show(self, known: Read, portals: Collection[str], *, tried: bool) -> bool:
        """Show `portals` as they will be, if their pages can be composed; whether they are shown.

        The open page is composed before anybody is told.
        """
        preview = _preview(known, portals)
        if not preview.shown or (tried and not preview.is_sound()):
            return False
        self._known, self.preview = known, preview
        if self._open and self._open[0] in preview.shown:
            with suppress(NotComposedError):
                preview.file(*self._open)
        return True

    def _after(self, before: Read, paths: Collection[Path]) -> Read | None:
        """What is known after files were saved; None where it has to be read anew."""
        found = self._saved_files(before.content.site, paths)
        if found is None:
            return None
        saved, is_theme = found
        try:
            clock = clock_of(self._clock)
            content = resaved(before.content, saved, clock)
            if content is None:
                return None
            if content is before.content and not is_theme:
                return before
            renderer = before.settings.renderer
            if is_theme:
                renderer = self._templates.renderer(self._theme, Store(None))
        except Exception:  # noqa: BLE001  a build tells what is wrong
            return None
        settings = replace(before.settings, clock=clock, renderer=renderer)
        return replace(before, content=content, settings=settings)

    def _saved_files(self, site: Site, paths: Iterable[Path]) -> tuple[set[str], bool] | None:
        """The files of the content among `paths`, and whether one is the theme's.

        None where something else was saved by which all has to be read anew.
        """
        saved, is_theme = set[str](), False
        for path in paths:
            name = self._name(path)
            if name in site.by_path or is_data(site, name):
                saved.add(name)
            elif path.is_relative_to(self._theme):
                is_theme = True
            elif text_place(name) and os.path.lexists(path) and name not in site.tree:
                saved.add(name)
            elif name in site.tree or os.path.lexists(path):
                return None
        return saved, is_theme

    def _name(self, path: Path) -> str:
        """The name of a file of the content; empty for any other."""
        if not path.is_relative_to(self._content):
            return ""
        return unicodedata.normalize("NFC", path.relative_to(self._content).as_posix())


def _preview(known: Read, portals: Collection[str]) -> Preview:
    return Preview(known.content.site, known.plan, known.settings, portals)
