"""What one build leaves to the next in the same process."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plugins.base.store import Store
from plugins.pages.render import Renderer


class KeptTemplates:
    """The compiled templates and catalogs of a theme, for as long as none of its files is saved."""

    def __init__(self) -> None:
        self._renderer: Renderer | None = None
        self._files: Mapping[Path, tuple[int, ...]] = {}

    def renderer(self, theme: Path, store: Store) -> Renderer:
        """The templates of `theme` as they are now."""
        # Not what the files hold: templates are read when they are first used, and one that was
        # changed and changed back meanwhile would not be noticed.
        files = {**_files(theme / "templates"), **_files(theme / "translations")}
        if self._renderer is None or files != self._files:
            self._renderer, self._files = Renderer(theme, store), files
        return self._renderer


def _files(folder: Path) -> Mapping[Path, tuple[int, ...]]:
    found = {path: path.lstat() for path in folder.rglob("*")}
    return {path: (one.st_ino, one.st_mtime_ns, one.st_size) for path, one in found.items()}
