"""What is seen of the work: a bar at a terminal while it is done, and what took longest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from heapq import heappush, heappushpop
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeAlias

from plugins.base.problems import MessageLanguage
from plugins.builds.messages import say

if TYPE_CHECKING:
    from rich.progress import Progress

_SHOWN: Final = 5
# A bar for fewer things is gone before it is read.
_WORTH_A_BAR: Final = 20
_BETWEEN: Final = 0.1

# Told of each thing that is done: its name, and how many seconds it took.
Done: TypeAlias = Callable[[str, float], None]


class Watch:
    """Watches the work of one build; a bar is shown only where somebody has a `language`."""

    def __init__(self, language: MessageLanguage | None = None) -> None:
        self._language = language
        self._slowest: list[tuple[float, str]] = []

    @property
    def slowest(self) -> list[tuple[float, str]]:
        """The things that took longest, with their seconds, the slowest first."""
        return sorted(self._slowest, reverse=True)

    @contextmanager
    def over(self, what: str, count: int, **values: object) -> Iterator[Done]:
        """Watches `count` things being done; the message `what` names them."""
        if self._language is None or count < _WORTH_A_BAR or not sys.stderr.isatty():
            yield self.note
            return
        with _bar(say(self._language, what, **values), count) as step:

            def done(name: str, seconds: float) -> None:
                self.note(name, seconds)
                step()

            yield done

    def note(self, name: str, seconds: float) -> None:
        """Hear of one thing that is done."""
        put = heappush if len(self._slowest) < _SHOWN else heappushpop
        put(self._slowest, (seconds, name))


@contextmanager
def _bar(label: str, count: int) -> Iterator[Callable[[], None]]:
    """A bar that goes when all is done; gives what moves it by one."""
    with _empty_bar() as bar:
        task = bar.add_task(label, total=count)
        last = 0.0

        def step() -> None:
            nonlocal last
            bar.advance(task)
            if monotonic() - last > _BETWEEN:
                last = monotonic()
                bar.refresh()

        yield step


def _empty_bar() -> Progress:
    # Imported here, so that nobody waits for it who sees no bar.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    # Without a thread of its own: processes are forked while it is shown.
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
