"""Functions in the form of tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from plugins.calls.tasks import TaskFunction


class Calls(list[tuple[str, tuple[Any, ...]]]):
    """Which function was called, and with what."""

    def build(
        self,
        *,
        portal: Sequence[str] = (),
        content: str = "content",
        clean: bool = False,
        jobs: int = 2,
    ) -> None:
        """Build all."""
        self.append(("build", (list(portal), content, clean, jobs)))

    def check(self, *path: str, format: str = "text") -> None:  # noqa: A002  as in `tasks.py`
        """Check all."""
        self.append(("check", (path, format)))

    def serve(self) -> None:
        """End as after Ctrl-C."""
        raise KeyboardInterrupt

    @property
    def functions(self) -> tuple[TaskFunction, ...]:
        """The functions that may be called."""
        return (self.build, self.check, self.serve)


@pytest.fixture
def calls() -> Calls:
    """Tasks that only note how they were called."""
    return Calls()
