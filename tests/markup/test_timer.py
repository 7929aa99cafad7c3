"""Work that takes too long is ended."""

from __future__ import annotations

import contextlib
import re
import threading
import time

import nh3
import pytest

from plugins.markup import convert
from plugins.markup.convert import Converter
from plugins.markup.timer import TimeUpError, time_limit


def use_time(seconds: float) -> None:
    """Keep the processor busy, and swallow what goes wrong meanwhile."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        with contextlib.suppress(Exception):
            sum(range(1000))


def test_work_is_ended_when_its_time_is_up() -> None:
    """An `except Exception` in the work does not keep it going."""
    started = time.process_time()

    with pytest.raises(TimeUpError), time_limit(0.1):
        use_time(5)

    assert time.process_time() - started < 2


def test_a_search_is_ended_too() -> None:
    """The time may be lost within one regular expression."""
    with pytest.raises(TimeUpError), time_limit(0.1):
        re.match(r"(a*)*b", "a" * 40)


def test_an_end_that_a_library_swallows_is_told_after_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What it made then is not whole; and nobody reads of it on the terminal."""

    def late(_tag: str, _name: str, value: str) -> str:
        use_time(0.12)
        return value

    with pytest.raises(TimeUpError), time_limit(0.1):
        nh3.clean('<a href="x">x</a>', attribute_filter=late)

    assert capsys.readouterr().err == ""


def test_work_in_time_goes_on_undisturbed() -> None:
    """Nothing is raised after the block."""
    with time_limit(0.1):
        use_time(0.01)
    use_time(0.3)


def test_other_threads_have_a_limit_of_their_own() -> None:
    """Where no signal comes, the clock ends the work."""
    raised = []

    def work() -> None:
        try:
            with time_limit(0.1):
                use_time(5)
        except TimeUpError:
            raised.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)

    assert raised == [True]


def test_a_text_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next text is converted as if nothing had been."""
    converter = Converter("vi")
    converter.convert("Chữ **đậm**.", "a.md")
    monkeypatch.setattr(convert, "_MOST_SECONDS", 0.05)

    body = converter.convert("<a\n" * 900 + "\n\n" + "[a](x " * 900, "a.md")

    assert [one.code for one in body.faults] == ["chuyen-qua-lau"]
    assert body.timed_out
    assert converter.convert("Chữ.", "a.md").pieces == ("<p>Chữ.</p>",)
