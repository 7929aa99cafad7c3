"""The generator that Pelican runs once a portal."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.base.files import sync_folder
from plugins.base.listing import is_leftover
from plugins.base.problems import as_text
from plugins.builds.finished import finished_problems
from plugins.builds.messages import message_language, say, say_changes
from plugins.builds.plan import Plan, plan_from_settings
from plugins.pages.portal_pages import PageSettings, portal_pages
from plugins.portals.addresses import THEME


class ForeignFolderError(Exception):
    """A folder that is to hold a portal holds other things."""

    def __init__(self, folder: Path, names: str) -> None:
        super().__init__(str(folder), names)
        self.folder = folder
        self.names = names


def is_portal_folder(folder: Path) -> bool:
    """Whether a build has made `folder`: the theme's files are the first to be written."""
    return (folder / THEME).is_dir()


def refuse_foreign(folder: Path) -> None:
    """Refuse to clear a folder that no build has made."""
    found = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    names = [name for name in found if not is_leftover(name)]
    if names and not is_portal_folder(folder):
        raise ForeignFolderError(folder, ", ".join(names[:5]))


class PortalGenerator:
    """Makes the files of the portal that the setting PORTAL names."""

    def __init__(self, settings: Mapping[str, Any], output_path: str, **_: object) -> None:
        given: Plan | None = settings.get("PLAN")
        self._is_plain_run = given is None
        self._plan = given or plan_from_settings(settings)
        self._portal = self._plan.portal(settings["PORTAL"])
        self._output = Path(output_path)
        self._settings = PageSettings(
            self._plan.clock,
            self._plan.renderer,
            Path(settings["THEME"]),
            int(settings["LATEST_NEWS"]),
        )

    def generate_output(self, _writer: object) -> None:
        """Write the portal's folder so that it holds exactly its files."""
        plan = self._plan
        try:
            refuse_foreign(self._output)
        except ForeignFolderError as error:
            if not self._is_plain_run:
                raise
            language = message_language(os.environ)
            message = say(language, "foreign-output", folder=error.folder, names=error.names)
            sys.stderr.write(f"{message}\n")
            raise SystemExit(2) from error
        pages = portal_pages(plan.site, self._portal, self._settings)
        problems = finished_problems(self._portal, pages, plan.site.tree, plan.audit)
        language = message_language(os.environ)
        if problems.errors:
            plan.faults[self._portal.id] = problems
            if self._is_plain_run:
                sys.stderr.write(as_text(problems, language, str(plan.site.tree.root)))
                raise SystemExit(1)
            return
        changes = sync_folder(self._output, {name: page.content for name, page in pages.items()})
        plan.changes[self._portal.id] = changes
        if self._is_plain_run:
            # Pelican's own summary counts only what its own generators make.
            sys.stderr.write(say_changes(language, self._portal.id, changes) + "\n")


def portal_generator(_pelican: object) -> type[PortalGenerator]:
    """What Pelican asks for with its signal `get_generators`."""
    return PortalGenerator
