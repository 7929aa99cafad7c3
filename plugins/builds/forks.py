"""Processes that know all that this one knows: only what they are to do is sent, and its result."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import Any, Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

CAN_FORK: Final = "fork" in multiprocessing.get_all_start_methods() and os.name == "posix"


def forked(work: Callable[[T], R], things: Iterable[T], jobs: int) -> Generator[R, None, None]:
    """What `work` makes of each of `things`, in their order, by so many processes."""
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, context, _Process.start, (work,)) as pool:
        yield from pool.map(_Process.run, things)


class _Process:
    """What a forked process was made for."""

    work: Callable[[Any], Any]

    @classmethod
    def start(cls, work: Callable[[Any], Any]) -> None:
        cls.work = work

    @classmethod
    def run(cls, thing: Any) -> Any:
        return cls.work(thing)
