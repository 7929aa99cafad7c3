"""One build for the eyes of whoever writes: nothing that goes wrong in it ends the server."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field

from plugins.base.files import Changes
from plugins.base.locks import LockedError, exclusive, lock_of
from plugins.base.problems import MessageLanguage, Problem
from plugins.base.store import Store
from plugins.builds.build import BuildOptions, Call, explained
from plugins.builds.calls import WrongUseError, content_folder
from plugins.builds.content import Content
from plugins.builds.folder import ForeignFolderError
from plugins.builds.generator import page_settings
from plugins.builds.messages import say
from plugins.builds.plan import Plan
from plugins.builds.portals import build_portals
from plugins.builds.run import settings_of
from plugins.builds.snapshot import Snapshot
from plugins.builds.texts import ContentChangedError
from plugins.builds.watch import Watch
from plugins.languages.clock import clock_of
from plugins.pages.portal_pages import PageSettings
from plugins.pages.render import Renderer
from plugins.serve.faults import fault_of
from plugins.serve.kept import KeptTemplates
from plugins.serve.report import Report, Shown, report_of, shown


class Read(Struct, frozen=True):
    """The content as a build has read it, and what its pages are made with.

    `free` are the portals that no error of the content holds back.
    """

    content: Content
    plan: Plan
    settings: PageSettings
    free: frozenset[str]

    @property
    def sound(self) -> frozenset[str]:
        """The portals that nothing on their pages holds back either, as far as it is known."""
        return self.free - self.plan.faults.keys() - self.plan.crashes.keys()


# Hears of it before anything is written.
Ready: TypeAlias = Callable[[Read], None]


class Outcome(Struct):
    """What a build did and found.

    It `is_done` unless something kept it from its work; `again` where that will pass by itself.
    At `until` a text comes or goes, None if none does.
    """

    language: MessageLanguage
    problems: list[Shown] = field(default_factory=list)
    held: str = ""
    changed: int = 0
    seconds: float = 0.0
    is_done: bool = False
    again: bool = False
    until: datetime | None = None

    @property
    def report(self) -> Report:
        """What is wrong."""
        return report_of(self.problems, self.held)


class _Listening(Call, frozen=True):
    """A call whose words are not told at once but kept for the browser."""

    outcome: Outcome
    kept: KeptTemplates
    ready: Ready

    def watch(self) -> Watch:
        return Watch()

    def renderer(self) -> Renderer:
        return self.kept.renderer(self.home / "theme", self.store)

    def show(self, content: Content, plan: Plan, free: Sequence[str]) -> None:
        output = self.output / free[0]
        settings = page_settings(plan, settings_of(plan, free[0], output, self.home))
        self.ready(Read(content, plan, settings, frozenset(free)))

    def wait_for(self, moments: Iterable[datetime]) -> None:
        self.outcome.until = min((one for one in moments if one > self.clock), default=None)

    def say(self, name: str, **values: object) -> None:
        if name == "held":
            self.outcome.held = say(self.language, name, **values)

    def report(self, problems: Sequence[Problem]) -> None:
        self.outcome.problems += shown(problems, self.language, self.options.content)

    def report_changes(self, portal: str, changes: Changes) -> None:
        _ = portal
        self.outcome.changed += changes.made + changes.spliced + changes.removed


def rebuild(
    options: BuildOptions, home: Path, language: MessageLanguage, kept: KeptTemplates, ready: Ready
) -> Outcome:
    """Build the portals with the theme and settings in `home`; `ready` hears what is read."""
    outcome, started, path = Outcome(language), time.monotonic(), list(sys.path)
    try:
        _build(options, home, outcome, kept, ready)
    except (LockedError, ContentChangedError) as error:
        outcome.again = True
        if isinstance(error, LockedError):
            outcome.problems.append(_said(explained(error, options, language)[0]))
    except (WrongUseError, ForeignFolderError) as error:
        outcome.problems.append(_said(explained(error, options, language)[0]))
    except (Exception, SystemExit) as error:  # noqa: BLE001  a template and the settings may do anything
        outcome.problems.append(fault_of(error, home, language))
    finally:
        # The settings add to it each time that they are read.
        sys.path[:] = path
    outcome.seconds = time.monotonic() - started
    return outcome


def _build(
    options: BuildOptions, home: Path, outcome: Outcome, kept: KeptTemplates, ready: Ready
) -> None:
    content = content_folder(options.content, outcome.language)
    output, store = Path(options.output), Store(Path(options.cache))
    call = _Listening(
        options,
        home,
        content,
        output,
        clock_of(options.clock),
        store,
        outcome.language,
        time.monotonic(),
        outcome,
        kept,
        ready,
    )
    with exclusive(lock_of(output)):
        build_portals(call, Snapshot())
    outcome.is_done = True


def _said(message: str) -> Shown:
    """What is wrong with the machine or the call, and stands in no file."""
    return Shown("", 0, "error", "", message, "")
