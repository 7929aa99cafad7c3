"""What is known of the builds at this moment, which all open pages follow."""

from __future__ import annotations

import threading
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from plugins.serve.report import Report

_NOTHING: Final = Report()


class State(Struct, frozen=True):
    """One moment: `version` stands for the pages, `portals` are all there are.

    `number` counts the moments. While `is_building`, the report is that of the build before.
    """

    version: str
    portals: tuple[str, ...] = ()
    report: Report = _NOTHING
    is_building: bool = True
    number: int = 0


class Board:
    """The present state; whoever waits is told when there is another."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._changed = threading.Condition()

    @property
    def state(self) -> State:
        """The state at this moment."""
        return self._state

    def change(self, **values: Any) -> None:
        """Go on to another state."""
        with self._changed:
            self._state = replace(self._state, number=self._state.number + 1, **values)
            self._changed.notify_all()

    def after(self, number: int, patience: float) -> State | None:
        """A state later than `number`; None when there is none for so many seconds."""
        with self._changed:
            is_there = self._changed.wait_for(lambda: self._state.number > number, patience)
            return self._state if is_there else None
