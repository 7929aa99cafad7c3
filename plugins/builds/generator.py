"""The generator that Pelican runs once a portal."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from msgspec.structs import replace

from plugins.base.locks import LockedError, exclusive, lock_of
from plugins.base.problems import as_text
from plugins.builds.calls import ENVIRONMENT_FAILED, WRONG_USE
from plugins.builds.folder import ForeignFolderError, refuse_foreign
from plugins.builds.ledger import load_ledger, met_by, save_ledger
from plugins.builds.messages import message_language, say, say_changes
from plugins.builds.plan import Plan, plan_from_settings
from plugins.builds.portal_build import PortalBuild
from plugins.offline.worker import worker_files
from plugins.pages.portal_pages import PageSettings, portal_pages


class PortalGenerator:
    """Makes the files of the portal that the setting PORTAL names."""

    def __init__(self, settings: Mapping[str, Any], output_path: str, **_: object) -> None:
        given: Plan | None = settings.get("PLAN")
        self._is_plain_run = given is None
        self._plan = given or plan_from_settings(settings)
        self._portal = self._plan.portal(settings["PORTAL"])
        self._output = Path(output_path)
        self._settings = settings

    def generate_output(self, _writer: object) -> None:
        """Write the portal's folder so that it holds exactly its files."""
        if not self._is_plain_run:
            self._write()
            return
        language = message_language(os.environ)
        try:
            with exclusive(lock_of(self._output.absolute().parent)):
                self._write()
        except LockedError as error:
            _leave(say(language, "locked", folder=self._output), ENVIRONMENT_FAILED, error)
        except ForeignFolderError as error:
            folder, names = error.folder, error.names
            _leave(say(language, "foreign-output", folder=folder, names=names), WRONG_USE, error)

    def _write(self) -> None:
        plan = self._plan
        refuse_foreign(self._output)
        build = plan.begun.pop(self._portal.id, None) or begun(plan, self._settings)
        written = build.write(plan.site.tree, plan.jobs, plan.watch)
        language = message_language(os.environ)
        if written.problems.errors:
            plan.faults[self._portal.id] = written.problems
            if self._is_plain_run:
                sys.stderr.write(as_text(written.problems, language, str(plan.site.tree.root)))
                raise SystemExit(1)
            return
        ledger = build.ledger
        ledger.inputs = plan.inputs.get(self._portal.id, b"")
        save_ledger(plan.store, self._output, ledger)
        plan.met.update(met_by(ledger))
        plan.changes[self._portal.id] = written.changes
        if self._is_plain_run:
            # Pelican's own summary counts only what its own generators make.
            sys.stderr.write(say_changes(language, self._portal.id, written.changes) + "\n")


def _leave(message: str, code: int, reason: Exception) -> NoReturn:
    """End a plain run of Pelican with a sentence and an exit code."""
    sys.stderr.write(f"{message}\n")
    raise SystemExit(code) from reason


def begun(plan: Plan, settings: Mapping[str, Any]) -> PortalBuild:
    """The build of the portal that the setting PORTAL names, with nothing made yet."""
    portal, output = plan.portal(settings["PORTAL"]), Path(settings["OUTPUT_PATH"])
    settings_of_pages = page_settings(plan, settings)
    pages = portal_pages(plan.site, portal, settings_of_pages)
    assets = next(iter(pages.composers.values())).assets
    worker = worker_files(portal, plan.site.portals, settings_of_pages.theme, assets)
    drafts = {**pages.drafts, **{draft.address: draft for draft in worker}}
    pages = replace(pages, drafts=drafts)
    ledger = load_ledger(plan.store, output, plan.allowed)
    return PortalBuild(portal, pages, output, ledger, plan.shared)


def page_settings(plan: Plan, settings: Mapping[str, Any]) -> PageSettings:
    """What the pages of all portals are made with."""
    theme, latest_news = Path(settings["THEME"]), int(settings["LATEST_NEWS"])
    shared = plan.shared
    return PageSettings(
        plan.clock, plan.renderer, theme, latest_news, shared.nearest, shared.indexes
    )


def portal_generator(_pelican: object) -> type[PortalGenerator]:
    """What Pelican asks for with its signal `get_generators`."""
    return PortalGenerator
