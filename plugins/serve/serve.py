"""The command `serve`: builds, serves, and builds again whenever something is saved."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from msgspec import Struct

from plugins.base.files import content_tree
from plugins.base.problems import MessageLanguage, Problems
from plugins.base.validation import is_id
from plugins.builds.build import BuildOptions, checked
from plugins.builds.calls import (
    DONE,
    ENVIRONMENT_FAILED,
    WRONG_USE,
    WrongUseError,
    content_folder,
    end,
    tell,
)
from plugins.builds.messages import message_language, say
from plugins.languages.clock import TIME_ZONE
from plugins.portals.load import load_portals
from plugins.portals.places import Registry
from plugins.serve.answers import Served
from plugins.serve.board import Board, State
from plugins.serve.kept import KeptTemplates
from plugins.serve.rebuild import Outcome, rebuild
from plugins.serve.report import Report, Shown
from plugins.serve.server import ADDRESS, Server
from plugins.serve.watch import changes

_ROOT: Final = Path(__file__).resolve().parents[2]
_LAST_PORT: Final = 65535


class ServeOptions(Struct, frozen=True):
    """The options of `serve` as they were written."""

    portal: str
    port: int
    content: str
    cache: str
    clock: str
    jobs: int


def serve(options: ServeOptions, home: Path = _ROOT) -> int:
    """Serve the portals until the person stops it; the exit code says how it ended."""
    language = message_language(os.environ)
    build_options = _build_options(options)
    try:
        _check(options, build_options, language)
    except WrongUseError as error:
        return end(str(error), WRONG_USE)
    try:
        with _interruptible():
            _Serving(build_options, home, language).run(options)
    except KeyboardInterrupt:
        return end(say(language, "serve-stopped"), DONE)
    except OSError as error:
        return end(_why_not(error, options.port, language), ENVIRONMENT_FAILED)
    return DONE


def _build_options(options: ServeOptions) -> BuildOptions:
    """The build's own options: each content and clock has an output folder of its own."""
    wanted = f"{Path(options.content).absolute()}\n{options.clock}"
    name = hashlib.sha256(wanted.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    output = f"{options.cache}/serve/{name}"
    portals = (options.portal,) if options.portal else ()
    return BuildOptions(
        portals, options.content, output, options.cache, options.clock, clean=False, jobs=options.jobs
    )  # fmt: skip


def _check(options: ServeOptions, build: BuildOptions, language: MessageLanguage) -> None:
    """Refuse a call that is wrong from the beginning."""
    if not 0 <= options.port <= _LAST_PORT:
        raise WrongUseError(say(language, "bad-port"))
    checked(build, language)
    known = _portals(content_folder(options.content, language))
    if options.portal and options.portal not in known:
        choices = ", ".join(known)
        message = say(language, "unknown-portal", portal=options.portal, choices=choices)
        raise WrongUseError(message)


def _why_not(error: OSError, port: int, language: MessageLanguage) -> str:
    if error.errno == errno.EADDRINUSE:
        return say(language, "port-taken", port=port, other=port % _LAST_PORT + 1)
    return say(language, "port-failed", port=port, reason=error.strerror or error)


def _portals(content: Path) -> tuple[str, ...]:
    """The ids of all portals, found without a look at the texts."""
    found = (path.parent.name for path in content.glob("portals/*/portal.yaml"))
    return tuple(sorted(name for name in found if is_id(name)))


class _Serving:
    """The server and the builds, from the first to the last."""

    def __init__(self, build: BuildOptions, home: Path, language: MessageLanguage) -> None:
        self._build = build
        self._home = home
        self._language = language
        self._content = Path(build.content)
        self._board = Board(State(_version(), _portals(self._content)))
        self._kept = KeptTemplates()
        self._told: tuple[Shown, ...] = ()
        self._until: datetime | None = None

    def run(self, options: ServeOptions) -> None:
        """Serve and build until an interruption."""
        served = Served(Path(self._build.output), options.portal, self._names, self._language)
        with Server(options.port, served, self._board) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://{ADDRESS}:{server.server_port}/"
            tell(say(self._language, "serving", address=address))
            again = False
            watched = (self._content, self._home / "theme")
            for is_changed in changes(watched, self._home / "pelicanconf.py"):
                if is_changed or again or self._is_due():
                    again = self._rebuild()

    def _is_due(self) -> bool:
        """Whether the hour of a text has come; it never does where the clock stands still."""
        is_over = self._until is not None and self._until <= datetime.now(TIME_ZONE)
        return is_over and not self._build.clock

    def _rebuild(self) -> bool:
        """Build once; whether it has to be tried again."""
        self._board.change(is_building=True)
        outcome = rebuild(self._build, self._home, self._language, self._kept)
        self._until = outcome.until
        # A content folder that is gone had these portals, and they are still shown.
        portals = _portals(self._content) or self._board.state.portals
        version = _version() if outcome.changed else self._board.state.version
        report = outcome.report
        self._board.change(is_building=False, portals=portals, version=version, report=report)
        self._tell(outcome, report)
        return outcome.again

    def _tell(self, outcome: Outcome, report: Report) -> None:
        """Tell the problems when they are others than before, and what was done."""
        if report.problems != self._told:
            for one in report.problems:
                tell(one.text(self._language))
            if not report.problems:
                tell(say(self._language, "checked"))
        self._told = report.problems
        if report.held:
            tell(report.held)
        if report.problems:
            tell(report.heading(self._language))
        if outcome.is_done:
            seconds, changed = outcome.seconds, outcome.changed
            tell(say(self._language, "rebuilt", seconds=seconds, changed=changed))

    def _names(self, portals: Sequence[str]) -> Mapping[str, str]:
        """The names of the portals; the id where it cannot be read."""
        found = load_portals(
            content_tree(self._content, Problems()), Registry(bool, {}), Problems()
        )
        names = {one.id: one.identity.name.text(self._language) for one in found}
        return {portal: names.get(portal, portal) for portal in portals}


def _version() -> str:
    """A name for the pages as they are from now on; no other run of the program gives it."""
    return str(time.time_ns())


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let a signal interrupt this process once, and none of its children."""
    here = os.getpid()

    def interrupt(*_: object) -> None:
        if os.getpid() == here:
            for one in signals:
                signal.signal(one, signal.SIG_IGN)
            raise KeyboardInterrupt

    signals = (signal.SIGINT, signal.SIGTERM)
    before = {one: signal.signal(one, interrupt) for one in signals}
    try:
        yield
    except OSError:
        # After an interruption the program ends, and no second one may disturb it.
        for one, handler in before.items():
            signal.signal(one, handler)
        raise
