"""The workers of a Dask cluster, as an executor of the standard library.

A worker must be the same program with the same packages as the build, or it might make other bytes.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from typing import Any, Final

from msgspec import Struct

from plugins.base.problems import MessageLanguage
from plugins.base.program import program
from plugins.builds.calls import EnvironmentFailedError
from plugins.builds.messages import say

# Seconds until a scheduler that does not answer, or has nobody who works, counts as absent.
PATIENCE: Final = 10
# So many tasks for each worker wait or run at a time.
_AT_ONCE: Final = 2


class Cluster(Struct, frozen=True):
    """Workers that are no processes of this build.

    `executor` takes their work, and `width` is how much of it they want to have at a time. `share`
    lets bytes lie with them: what it gives may be an argument of work, and arrives as the bytes.
    `is_there` tells whether anybody works, `lost` are the errors of work whose worker died.
    """

    executor: Executor
    width: int
    share: Callable[[bytes], object]
    is_there: Callable[[], bool]
    lost: tuple[type[BaseException], ...] = (CancelledError,)


@contextmanager
def connected(address: str, language: MessageLanguage) -> Iterator[Cluster]:
    """The cluster whose scheduler listens at `address`."""
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415  an extra: it may be absent
    except ImportError as error:
        raise EnvironmentFailedError(say(language, "no-dask", address=address)) from error
    client = _client(Client, address, language)
    try:
        _check_workers(client, address, language)
        yield Cluster(
            client.get_executor(pure=False),
            _AT_ONCE * sum(client.nthreads().values()),
            lambda data: client.scatter(data, hash=False),
            lambda: bool(client.nthreads()),
            (CancelledError, KilledWorker),
        )
    finally:
        client.close()


def _client(client_of: Any, address: str, language: MessageLanguage) -> Any:
    # What this program has to say it says itself.
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            where = address.replace("dask://", "tcp://")
            return client_of(where, timeout=PATIENCE, set_as_default=False)
    except (OSError, RuntimeError, ValueError) as error:
        message = say(language, "no-scheduler", address=address)
        raise EnvironmentFailedError(message) from error


def _check_workers(client: Any, address: str, language: MessageLanguage) -> None:
    """Refuse a cluster in which nobody works, or somebody with another program."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise EnvironmentFailedError(say(language, "no-workers", address=address)) from error
    sums = client.run(program, on_error="return")
    others = sorted(worker for worker, found in sums.items() if found != program())
    if others:
        listed = ", ".join(others[:5])
        raise EnvironmentFailedError(say(language, "other-program", workers=listed))
