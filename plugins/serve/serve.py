"""The command `serve`: builds, serves, and builds again whenever something is saved."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from msgspec import Struct
from msgspec.structs import replace

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
from plugins.serve.desk import Desk
from plugins.serve.kept import KeptTemplates
from plugins.serve.rebuild import Outcome, Read, rebuild
from plugins.serve.report import Report, Shown
from plugins.serve.server import ADDRESS, Server
from plugins.serve.watch import changes

_ROOT: Final = Path(__file__).resolve().parents[2]
_LAST_PORT: Final = 65535
# Now and then it is looked for texts whose hour has come.
_TICK: Final = 0.15


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
        self._desk = Desk(self._content, home / "theme", build.clock)
        self._told: tuple[Shown, ...] = ()
        self._until: datetime | None = None
        self._is_wanted = threading.Event()

    def run(self, options: ServeOptions) -> None:
        """Serve and build until an interruption."""
        output, asked = Path(self._build.output), self._desk.asked
        served = Served(output, options.portal, self._names, self._language, asked)
        with Server(options.port, served, self._board) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://{ADDRESS}:{server.server_port}/"
            tell(say(self._language, "serving", address=address))
            with _Watching(self._home, self._content, self._saved) as watching:
                again = False
                while watching.goes_on or self._is_wanted.is_set():
                    if self._is_wanted.wait(_TICK) or again or self._is_due():
                        again = self._rebuild()

    def _saved(self, paths: Collection[Path]) -> None:
        """Show what was saved if that can be done at once, and have all of it built."""
        if self._desk.saved(paths):
            self._board.change(version=_version(), is_building=True)
        self._is_wanted.set()

    def _is_due(self) -> bool:
        """Whether the hour of a text has come; it never does where the clock stands still."""
        is_over = self._until is not None and self._until <= datetime.now(TIME_ZONE)
        return is_over and not self._build.clock

    def _rebuild(self) -> bool:
        """Build once; whether it has to be tried again."""
        self._is_wanted.clear()
        # While pages are composed in threads no process can be forked.
        options = replace(self._build, jobs=1) if self._desk.has_read else self._build
        self._desk.begin()
        self._board.change(is_building=True)
        outcome = rebuild(options, self._home, self._language, self._kept, self._ready)
        self._until = outcome.until
        report = outcome.report
        is_new = not outcome.again and self._desk.end(
            Path(self._build.output), changed=bool(outcome.changed)
        )
        version = {"version": _version()} if is_new else {}
        # A content folder that is gone had these portals, and they are still shown.
        portals = _portals(self._content) or self._board.state.portals
        self._board.change(is_building=False, portals=portals, report=report, **version)
        self._tell(outcome, report)
        return outcome.again

    def _ready(self, known: Read) -> None:
        """Show what was read, and will be written, unless it is shown already."""
        if self._desk.read(known):
            self._board.change(version=_version(), portals=_portals(self._content))

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


class _Watching:
    """A thread that tells what is saved, until the end of the block."""

    def __init__(
        self, home: Path, content: Path, saved: Callable[[Collection[Path]], None]
    ) -> None:
        self._folders = (content, home / "theme")
        self._file = home / "pelicanconf.py"
        self._saved = saved
        self._stop = threading.Event()
        # An interruption may come before anybody can wait for its end.
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._failure: BaseException | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    @property
    def goes_on(self) -> bool:
        """Whether it still watches; what has ended it is raised."""
        if self._failure is not None:
            raise self._failure
        return self._thread.is_alive()

    def _watch(self) -> None:
        try:
            for paths in changes(self._folders, self._file, self._stop):
                self._saved(paths)
        except BaseException as error:  # noqa: BLE001  raised where somebody waits for it
            self._failure = error


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
