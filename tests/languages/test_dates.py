"""Dates as editors write them, as machines read them and as readers see them."""

from __future__ import annotations

import pickle
import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.languages.clock import TIME_ZONE, parse_clock
from plugins.languages.dates import (
    Moment,
    MomentError,
    format_day,
    format_moment,
    format_month,
    parse_moment,
)
from plugins.languages.language import LANGS, Lang

_DAYS = st.dates(date(1945, 1, 1), date(2100, 12, 31))


def test_a_day_is_read_without_a_time() -> None:
    """A date alone stands at midnight in Việt Nam and says that no time is known."""
    moment = parse_moment("2026-11-22")

    assert moment == Moment(datetime(2026, 11, 22, tzinfo=TIME_ZONE), has_time=False)
    assert moment.iso() == "2026-11-22"


def test_a_time_is_read_in_the_time_of_viet_nam() -> None:
    """The offset is that of the clocks, not the one of the years before 1911."""
    moment = parse_moment("2026-11-22 10:55")

    assert moment == Moment(datetime(2026, 11, 22, 10, 55, tzinfo=TIME_ZONE), has_time=True)
    assert moment.iso() == "2026-11-22T10:55+07:00"
    assert moment.value.utcoffset() == timedelta(hours=7)


@given(_DAYS)
def test_every_day_of_the_records_is_read(day: date) -> None:
    """Whatever the machine writes for a day, it reads back as the same day."""
    moment = parse_moment(day.isoformat())

    assert moment.value.date() == day
    assert moment.iso() == day.isoformat()


@given(_DAYS, st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_records_is_read(day: date, hour: int, minute: int) -> None:
    """The clock shown is the clock written."""
    moment = parse_moment(f"{day} {hour:02}:{minute:02}")

    assert moment.has_time
    assert moment.iso().startswith(f"{day}T{hour:02}:{minute:02}+0")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "form"),
        ("2026", "form"),
        ("10:00", "form"),
        ("03/04/2026", "form"),
        ("22-11-2026", "form"),
        ("2026-1-2", "form"),
        ("20261122", "form"),
        ("2026-W47-7", "form"),
        ("2026-11-22T10:55", "form"),
        ("2026-11-22 10:55:00", "form"),
        ("2026-11-22 10:55Z", "form"),
        ("2026-11-22  10:55", "form"),
        ("2026-11-22 9:05", "form"),
        (" 2026-11-22", "form"),
        ("2026-11-22\n", "form"),
        ("２０２６-11-22", "form"),
        ("٢٠٢٦-11-22", "form"),
        ("today", "form"),
        ("2026-02-31", "calendar"),
        ("2025-02-29", "calendar"),
        ("2026-13-01", "calendar"),
        ("2026-00-10", "calendar"),
        ("2026-11-22 24:00", "calendar"),
        ("2026-11-22 10:60", "calendar"),
        ("1944-12-31", "range"),
        ("2101-01-01", "range"),
        ("0000-00-00", "range"),
        ("0226-11-22", "range"),
    ],
)
def test_nothing_else_is_a_moment(text: str, reason: str) -> None:
    """No date is guessed, and the error says which rule the text breaks."""
    with pytest.raises(MomentError) as caught:
        parse_moment(text)

    assert caught.value.reason == reason
    assert repr(text) in str(caught.value)


def test_the_error_of_a_moment_crosses_processes() -> None:
    """A worker's error arrives with its reason."""
    error = pickle.loads(pickle.dumps(MomentError("x", "form")))

    assert (error.text, error.reason) == ("x", "form")


def test_a_moment_is_always_in_the_time_of_viet_nam() -> None:
    """A naive datetime, which would be shown as if it were UTC, is refused; others are moved."""
    with pytest.raises(ValueError, match="no time zone"):
        Moment(datetime(2026, 11, 22), has_time=True)  # noqa: DTZ001
    moved = Moment(datetime(2026, 11, 21, 20, tzinfo=UTC), has_time=True)

    assert moved.iso() == "2026-11-22T03:00+07:00"
    assert moved.value.tzinfo is TIME_ZONE


def test_moments_are_ordered_by_time() -> None:
    """A day without a time stands before the times of that day."""
    texts = ["2026-11-21 23:59", "2026-11-22", "2026-11-22 00:00", "2026-11-22 00:01"]

    assert sorted(map(parse_moment, reversed(texts))) == list(map(parse_moment, texts))


def test_a_moment_crosses_processes() -> None:
    """A moment that a worker sends back is the same, and still a moment."""
    moment = parse_moment("2026-11-22 10:55")

    assert pickle.loads(pickle.dumps(moment)) == moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-22", "2026-11-22T00:00:00+07:00"),
        ("2026-11-22T10:55", "2026-11-22T10:55:00+07:00"),
        ("2026-11-22 10:55:30", "2026-11-22T10:55:30+07:00"),
        ("2026-11-22T20:00:00Z", "2026-11-23T03:00:00+07:00"),
        ("2026-11-22T20:00-05:00", "2026-11-23T08:00:00+07:00"),
    ],
)
def test_a_clock_is_the_time_in_viet_nam(text: str, expected: str) -> None:
    """A clock without an offset is that of Việt Nam; any other is converted."""
    clock = parse_clock(text)

    assert clock.isoformat() == expected
    assert clock.tzinfo is TIME_ZONE


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system has no tzset")
def test_a_clock_does_not_depend_on_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same option means the same time on a machine elsewhere."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        clock = parse_clock("2026-11-22T10:55")
    time.tzset()

    assert clock.isoformat() == "2026-11-22T10:55:00+07:00"


@pytest.mark.parametrize(
    "text", ["", "now", "22/11/2026", "2026-02-31", "0001-01-01T00:00+14:00", "9999-12-31"]
)
def test_another_text_is_no_clock(text: str) -> None:
    """A wrong option is refused with a ValueError, never with another error."""
    with pytest.raises(ValueError, match=r".+"):
        parse_clock(text)


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("2022-05-31 10:55", "31/05/2022 10:55 SA", "31 May 2022, 10:55 am"),
        ("2022-05-30 17:53", "30/05/2022 5:53 CH", "30 May 2022, 5:53 pm"),
        ("2022-01-31 12:19", "31/01/2022 12:19 CH", "31 January 2022, 12:19 pm"),
        ("2022-01-31 00:05", "31/01/2022 12:05 SA", "31 January 2022, 12:05 am"),
        ("2026-11-22", "22/11/2026", "22 November 2026"),
    ],
)
def test_moments_are_shown_in_the_language_of_the_page(text: str, vi: str, en: str) -> None:
    """Years have four digits, the day stands before the month, the spaces are plain ones."""
    moment = parse_moment(text)

    assert format_moment(moment, "vi") == vi
    assert format_moment(moment, "en") == en


def test_a_day_is_shown_in_the_language_of_the_page() -> None:
    """A day of one digit has two places in Vietnamese and one in English."""
    day = date(2026, 9, 2)

    assert format_day(day, "vi") == "02/09/2026"
    assert format_day(day, "en") == "2 September 2026"


@pytest.mark.parametrize(
    "value",
    [
        datetime(2026, 11, 21, 20, 0, tzinfo=UTC),
        datetime(2026, 11, 21, 23, 0, tzinfo=timezone(timedelta(hours=-8))),
        datetime(2026, 11, 22, 23, 59, tzinfo=TIME_ZONE),
        datetime(2026, 11, 22, 23, 59),  # noqa: DTZ001
    ],
)
def test_a_datetime_counts_as_its_day_in_viet_nam(value: datetime) -> None:
    """An evening in another zone does not show the day before."""
    assert format_day(value, "vi") == "22/11/2026"
    assert format_day(value, "en") == "22 November 2026"


def test_months_are_headings() -> None:
    """The month of an archive stands with its year."""
    assert format_month(2022, 5, "vi") == "Tháng 5 năm 2022"
    assert format_month(2022, 5, "en") == "May 2022"


@given(_DAYS, st.sampled_from(LANGS))
def test_no_form_has_other_spaces_than_plain_ones(day: date, lang: Lang) -> None:
    """What is shown can be searched for as it is typed."""
    moment = Moment(datetime(day.year, day.month, day.day, 17, 53, tzinfo=TIME_ZONE), has_time=True)
    shown = format_moment(moment, lang) + format_day(day, lang)

    assert {char for char in shown if char.isspace()} == {" "}
    assert str(day.year) in shown
