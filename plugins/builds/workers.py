"""Hands work to the workers of a cluster: in order, and not more at a time than they want.

Each piece of work is bytes on its way, so that nobody needs the disk of the other.
"""

from __future__ import annotations

import pickle
import platform
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, wait
from contextlib import AbstractContextManager, ExitStack
from threading import Lock
from types import TracebackType
from typing import Any, Final, Self, TypeAlias

from msgspec import Struct

from plugins.base.problems import MessageLanguage
from plugins.base.program import program
from plugins.builds.calls import EnvironmentFailedError
from plugins.builds.executors import PATIENCE, Cluster
from plugins.builds.messages import say

# Converters and templates are made for one thread; a worker may have several.
_ALONE: Final = Lock()


class OtherProgramError(Exception):
    """A worker is not the program that the build is."""


class Work(Struct, frozen=True):
    """A call of a function of this program; the bytes that are `shared` follow its `arguments`."""

    function: Callable[..., Any]
    arguments: Sequence[object]
    shared: Sequence[object] = ()


# Made when its turn comes, so that what it takes along is not in memory before.
Waiting: TypeAlias = Callable[[], Work]


class _Job(Struct, eq=False):
    waiting: Waiting
    future: Future[bytes] | None = None


class Workers:
    """Those whom `meet` connects, as soon as there is something for them to do; None: nobody."""

    def __init__(
        self,
        meet: Callable[[], AbstractContextManager[Cluster]] | None = None,
        language: MessageLanguage = "vi",
    ) -> None:
        self._meet = meet
        self._language: MessageLanguage = language
        self._stack = ExitStack()
        self._met: Cluster | None = None
        self._jobs: list[_Job] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    @property
    def are_there(self) -> bool:
        """Whether there is anybody besides this process."""
        return self._meet is not None

    @property
    def want_more(self) -> bool:
        """Whether less is handed to them than they want to have."""
        return len(self._jobs) < self._cluster.width

    def share(self, data: bytes) -> object:
        """Let `data` lie with them, to be named in `Work.shared`."""
        return self._cluster.share(data)

    def hand(self, works: Iterable[Waiting]) -> Generator[Any, None, None]:
        """Let them begin; gives what each of `works` makes, in their order."""
        jobs = [_Job(waiting) for waiting in works]
        self._jobs += jobs
        self._begin()
        return self._made(jobs)

    def _made(self, jobs: Sequence[_Job]) -> Generator[Any, None, None]:
        left = deque(jobs)
        try:
            while left:
                made = self._result(left[0])
                # With it goes what it has made.
                self._jobs.remove(left.popleft())
                self._begin()
                yield made
        finally:
            for job in left:
                self._jobs.remove(job)
                if job.future is not None:
                    job.future.cancel()

    def _begin(self) -> None:
        for job in self._jobs[: self._cluster.width]:
            if job.future is None:
                job.future = self._begun(job.waiting())

    def _begun(self, work: Work) -> Future[bytes]:
        call = pickle.dumps((work.function, tuple(work.arguments)), pickle.HIGHEST_PROTOCOL)
        return self._cluster.executor.submit(_worked, program(), call, *work.shared)

    def _result(self, job: _Job) -> Any:
        future = job.future or self._begun(job.waiting())
        while not wait([future], PATIENCE).done:
            if not self._cluster.is_there():
                raise EnvironmentFailedError(say(self._language, "workers-gone"))
        try:
            return pickle.loads(future.result())  # noqa: S301  of the same program
        except OtherProgramError as error:
            message = say(self._language, "other-program", workers=str(error))
            raise EnvironmentFailedError(message) from error
        except self._cluster.lost as error:
            raise EnvironmentFailedError(say(self._language, "workers-gone")) from error

    @property
    def _cluster(self) -> Cluster:
        if self._met is None:
            if self._meet is None:
                raise ValueError("there is nobody to hand work to")
            self._met = self._stack.enter_context(self._meet())
        return self._met


def _worked(expected: str, call: bytes, *shared: Any) -> bytes:
    """What a worker does: it may have come after the others were compared with the build."""
    if program() != expected:
        raise OtherProgramError(platform.node())
    with _ALONE:
        function, arguments = pickle.loads(call)  # noqa: S301  the build has sent it
        return pickle.dumps(function(*arguments, *shared), pickle.HIGHEST_PROTOCOL)
