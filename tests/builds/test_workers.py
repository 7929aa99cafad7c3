"""Work is handed out in order, so much at a time, and only to the same program."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest

from plugins.builds import workers as module
from plugins.builds.calls import EnvironmentFailedError
from plugins.builds.executors import Cluster
from plugins.builds.workers import Work, Workers


class Idle(Executor):
    """Takes all work and does none."""

    def __init__(self) -> None:
        self.taken: list[Future[Any]] = []

    def submit(self, _function: Any, /, *_: Any, **__: Any) -> Future[Any]:
        self.taken.append(Future())
        return self.taken[-1]


def workers(executor: Executor, *, width: int = 2, there: bool = True) -> Workers:
    """Those behind an executor of the standard library."""

    @contextmanager
    def meet() -> Iterator[Cluster]:
        yield Cluster(executor, width, lambda data: data, lambda: there)

    return Workers(meet, "en")


def works(*numbers: int) -> list[Any]:
    """So many calls, each of which gives its number back."""
    return [partial(Work, divmod, (number, 1)) for number in numbers]


def test_results_come_in_order() -> None:
    """Whoever is ready first, the build gets what it asked for first."""
    with ThreadPoolExecutor(2) as pool, workers(pool) as found:
        assert [one for one, _ in found.hand(works(3, 1, 2))] == [3, 1, 2]


def test_what_is_shared_follows_the_arguments() -> None:
    """Bytes that lie with the workers are arguments like others."""
    with ThreadPoolExecutor(1) as pool, workers(pool) as found:
        shared = found.share(b"ab")
        (made,) = found.hand([partial(Work, pow_of, (2,), (shared,))])

        assert made == b"abab"


def pow_of(number: int, data: bytes) -> bytes:
    """So many times the data."""
    return data * number


def test_no_more_is_begun_than_workers_want() -> None:
    """What a result needs is not in memory before somebody can work at it."""
    idle = Idle()
    with workers(idle, width=2) as found:
        found.hand(works(1, 2, 3, 4))

        assert len(idle.taken) == 2
        assert not found.want_more


def test_work_that_is_not_fetched_makes_room_for_other() -> None:
    """A portal that is given up does not keep the workers from the next."""
    idle = Idle()
    with workers(idle, width=1) as found:
        given_up = found.hand(works(1, 2))
        idle.taken[0].set_exception(ValueError("broken"))
        with pytest.raises(ValueError, match="broken"):
            next(given_up)
        found.hand(works(3))

        assert len(idle.taken) == 2


def test_nobody_is_met_before_there_is_work() -> None:
    """A build with little to do does not wait for a cluster."""

    def meet() -> Any:
        raise AssertionError("nobody was to be met")

    with Workers(meet) as found:
        assert found.are_there


def test_workers_that_are_gone_end_the_build() -> None:
    """It does not wait for ever, and says what to do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PATIENCE", 0.01)
        with (
            workers(Idle(), there=False) as found,
            pytest.raises(EnvironmentFailedError, match="do not answer"),
        ):
            next(found.hand(works(1)))


def test_a_worker_that_came_later_with_another_program_is_refused() -> None:
    """It says so before it reads what was sent."""
    with pytest.raises(module.OtherProgramError):
        module._worked("another", b"no pickle")

    idle = Idle()
    with workers(idle) as found:
        made = found.hand(works(1))
        idle.taken[0].set_exception(module.OtherProgramError("machine-7"))
        with pytest.raises(EnvironmentFailedError, match="machine-7"):
            next(made)
