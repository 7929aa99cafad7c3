"""Ends work that takes too long, wherever in it the time is lost."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

# A handler that was called where Python swallows errors is called again after this time.
_AGAIN: Final = 0.1


class TimeUpError(BaseException):
    """The time is up; no `except Exception` on the way may take it for a fault of its own."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TimeUpError` in the block when it has used `seconds`.

    On POSIX systems, in the main thread, these are seconds of the processor, so that a busy
    machine refuses nothing. Elsewhere they pass on the clock, and the error comes between two
    steps of Python.
    """
    by_signal = hasattr(signal, "setitimer") and (
        threading.current_thread() is threading.main_thread()
    )
    start = _signal_timer if by_signal else _thread_timer
    stop = start(seconds)
    is_over = False
    try:
        yield
    finally:
        is_over = stop()
    # It was raised where libraries swallow errors, and what they made then is not whole.
    if is_over:
        raise TimeUpError


class _Signal:
    """Whether the signal has come since the timer was set."""

    has_come = False


def _signal_timer(seconds: float) -> Callable[[], bool]:
    # Set once a process and left: to set and restore it takes longer than a short text.
    if signal.getsignal(signal.SIGPROF) is not _end:
        signal.signal(signal.SIGPROF, _end)
        sys.unraisablehook = _without_own(sys.unraisablehook)
    _Signal.has_come = False
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    return _stop_signal


def _end(_: int, __: object) -> None:
    _Signal.has_come = True
    raise TimeUpError


def _stop_signal() -> bool:
    signal.setitimer(signal.ITIMER_PROF, 0)
    return _Signal.has_come


def _without_own(hook: Callable[[Any], object]) -> Callable[[Any], None]:
    """`hook` for what is raised where nobody can catch it, but for the end of the time."""

    def told(error: Any) -> None:
        if error.exc_type is not TimeUpError:
            hook(error)

    return told


def _thread_timer(seconds: float) -> Callable[[], bool]:
    # Imported here, since systems with signals need none of it.
    import ctypes  # noqa: PLC0415

    thread = ctypes.c_ulong(threading.get_ident())
    lock = threading.Lock()
    running = [True]
    is_over = threading.Event()

    def end() -> None:
        with lock:
            if running[0]:
                is_over.set()
                raised = ctypes.py_object(TimeUpError)
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, raised)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()

    def stop() -> bool:
        timer.cancel()
        with lock:
            running[0] = False
        return is_over.is_set()

    return stop
