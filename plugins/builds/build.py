"""The command `build`: what it does, says, and ends with."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from plugins.base.files import Changes
from plugins.base.locks import LockedError, exclusive, lock_of
from plugins.base.problems import MessageLanguage, Problem, as_text
from plugins.base.store import Store
from plugins.builds.calls import (
    DONE,
    ENVIRONMENT_FAILED,
    WRONG_USE,
    EnvironmentFailedError,
    WrongUseError,
    content_folder,
    count,
    end,
    tell,
)
from plugins.builds.folder import ForeignFolderError
from plugins.builds.messages import message_language, say, say_changes
from plugins.builds.snapshot import snapshot
from plugins.builds.unchanged import Result, unchanged
from plugins.builds.watch import Watch
from plugins.languages.clock import clock_of

if TYPE_CHECKING:
    from plugins.builds.content import Content
    from plugins.builds.plan import Plan
    from plugins.pages.render import Renderer

_ROOT: Final = Path(__file__).resolve().parents[2]
# The host and the port of a scheduler.
_ADDRESS: Final = re.compile(r"dask://(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):([1-9][0-9]{0,4})", re.ASCII)
_LAST_PORT: Final = 65_535
FAILURES: Final = (WrongUseError, ForeignFolderError, LockedError, OSError)


class BuildOptions(Struct, frozen=True):
    """The options of `build` as they were written."""

    portals: Sequence[str]
    content: str
    output: str
    cache: str
    clock: str
    clean: bool
    jobs: int
    executor: str = ""


class Call(Struct, frozen=True):
    """One call of `build`: its folders, its time, and the theme and settings in `home`."""

    options: BuildOptions
    home: Path
    content: Path
    output: Path
    clock: datetime
    store: Store
    language: MessageLanguage
    started: float

    def say(self, name: str, **values: object) -> None:
        """Tell one thing to whoever called."""
        tell(say(self.language, name, **values))

    def report(self, problems: Sequence[Problem]) -> None:
        """Tell problems and how many there are."""
        sys.stderr.write(as_text(problems, self.language, self.options.content))
        if problems:
            tell(count(problems, self.language))

    def report_changes(self, portal: str, changes: Changes) -> None:
        """Tell what was done with the files of a portal."""
        tell(say_changes(self.language, portal, changes))

    def wait_for(self, moments: Iterable[datetime]) -> None:
        """Hear when texts come and go; only what goes on running has a use for it."""

    def show(self, content: Content, plan: Plan, free: Sequence[str]) -> None:
        """Hear of the portals that nothing holds back; who shows them sooner has a use for it."""

    def end(self, portals: Sequence[str], code: int) -> int:
        """Hear which portals stand in the output as they should; what the command ends with.

        Nobody else may write there yet.
        """
        _ = portals
        return code

    def watch(self) -> Watch:
        """Who watches the work."""
        return Watch(self.language)

    def renderer(self) -> Renderer:
        """The templates of the theme."""
        # Imported here, so that a build with nothing to do does not wait for it.
        from plugins.pages.render import Renderer  # noqa: PLC0415

        return Renderer(self.home / "theme", self.store)

    def summarise(self, hidden: Mapping[str, int]) -> None:
        """Tell which texts are not shown, and how long it took."""
        counts = {reason: hidden.get(reason, 0) for reason in ("draft", "scheduled", "expired")}
        if any(counts.values()):
            self.say("hidden", **counts)
        seconds = time.monotonic() - self.started
        self.say("done", seconds=seconds, folder=self.options.output)


# Makes a call of its options, folders, time, store, language and beginning.
MakeCall: TypeAlias = Callable[
    [BuildOptions, Path, Path, Path, datetime, Store, MessageLanguage, float], Call
]


def build(options: BuildOptions, home: Path = _ROOT, make: MakeCall = Call) -> int:
    """Build the portals with the theme and settings in `home`; the exit code says how it ended."""
    language = message_language(os.environ)
    try:
        return _build(options, home, language, make)
    except FAILURES as error:
        return end(*explained(error, options, language))


def explained(
    error: Exception, options: BuildOptions, language: MessageLanguage
) -> tuple[str, int]:
    """Why a build could not do its work, as a sentence and as an exit code."""
    if isinstance(error, WrongUseError):
        return str(error), WRONG_USE
    if isinstance(error, ForeignFolderError):
        folder, names = error.folder, error.names
        return say(language, "foreign-output", folder=folder, names=names), WRONG_USE
    if isinstance(error, LockedError):
        return say(language, "locked", folder=options.output), ENVIRONMENT_FAILED
    if isinstance(error, EnvironmentFailedError):
        return str(error), ENVIRONMENT_FAILED
    reason: object = error
    if isinstance(error, OSError):
        reason = error.strerror or error
        reason = f"{reason} ({error.filename})" if error.filename else reason
    return say(language, "environment", reason=reason), ENVIRONMENT_FAILED


def _build(options: BuildOptions, home: Path, language: MessageLanguage, make: MakeCall) -> int:
    started = time.monotonic()
    clock, root = checked(options, language)
    output, cache = _folders(options)
    call = make(options, home, root, output, clock, Store(cache), language, started)
    with exclusive(lock_of(output)):
        if options.clean:
            call.store.forget()
        call.say("reading")
        seen = snapshot(root, home)
        inputs = "" if options.portals else seen.inputs
        before = unchanged(call.store, root, output, inputs, clock)
        if before is not None:
            return _end_unchanged(call, before)
        # Imported here, so that a build with nothing to do does not wait for it.
        from plugins.builds.portals import build_portals  # noqa: PLC0415

        return build_portals(call, seen)


def checked(options: BuildOptions, language: MessageLanguage) -> tuple[datetime, Path]:
    """The time and the content folder of a call that is right; WrongUseError for another."""
    clock = _clock(options.clock, language)
    if options.jobs < 1:
        raise WrongUseError(say(language, "bad-jobs"))
    _check_address(options.executor, language)
    root = content_folder(options.content, language)
    for folder in (options.output, options.cache):
        _refuse_inside(folder, root, language)
    return clock, root


def _folders(options: BuildOptions) -> tuple[Path, Path]:
    return Path(options.output), Path(options.cache)


def _end_unchanged(call: Call, before: Result) -> int:
    """Tell again what the last build told, which is all as it was."""
    call.report(before.problems)
    for portal, files in before.portals.items():
        call.report_changes(portal, Changes(kept=files))
    call.summarise(before.hidden)
    return call.end(list(before.portals), DONE)


def _check_address(address: str, language: MessageLanguage) -> None:
    found = _ADDRESS.fullmatch(address)
    if address and not (found and int(found[1]) <= _LAST_PORT):
        raise WrongUseError(say(language, "bad-executor", value=address))


def _refuse_inside(folder: str, content: Path, language: MessageLanguage) -> None:
    """Refuse a folder to write in that lies in the content, or the other way round."""
    here, there = Path(folder).resolve(), content.resolve()
    if here.is_relative_to(there) or there.is_relative_to(here):
        raise WrongUseError(say(language, "in-content", folder=folder))


def _clock(value: str, language: MessageLanguage) -> datetime:
    try:
        return clock_of(value)
    except ValueError as error:
        raise WrongUseError(say(language, "bad-clock", value=value)) from error
