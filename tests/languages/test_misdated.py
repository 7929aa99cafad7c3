"""What editors mean by a date in another form."""

from __future__ import annotations

import pytest

from plugins.languages.misdated import misdated


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("25/11/2026", "2026-11-25"),
        ("5-1-2026", "2026-01-05"),
        ("25.11.2026 8:05", "2026-11-25 08:05"),
        ("ngày 2 tháng 9 năm 2026", "2026-09-02"),
        ("25/11/2026 7h30", "2026-11-25 07:30"),
        ("2026/1/5", "2026-01-05"),
        ("2026-11-22T10:55", "2026-11-22 10:55"),
        ("2026-11-22 10:55:30", "2026-11-22 10:55"),
        ("25/11/2026, buổi sáng", "2026-11-25"),
        ("25/11/2026 5:53 CH", "2026-11-25 17:53"),
        ("25/11/2026 10:55 SA", "2026-11-25 10:55"),
        ("25/11/2026 12:05 SA", "2026-11-25 00:05"),
        ("25/11/2026 12:05 CH", "2026-11-25 12:05"),
        ("25/11/2026 1 giờ trưa", "2026-11-25 13:00"),
        ("25/11/2026 11 giờ 30 trưa", "2026-11-25 11:30"),
        ("2026-11-25 5pm", "2026-11-25 17:00"),
        ("2026-11-25 8:5", "2026-11-25 08:05"),
        ("2026-11-25T08:00+07:00", "2026-11-25 08:00"),
        ("2026-11-25T20:30Z", "2026-11-26 03:30"),
        ("2026-11-25T08:00-0500", "2026-11-25 20:00"),
        ("25/11/2026 17 giờ", "2026-11-25 17:00"),
        ("31/12/2026 17h", "2026-12-31 17:00"),
        ("17:30 25/11/2026", "2026-11-25 17:30"),
        ("8 giờ 30 phút, ngày 25 tháng 11 năm 2026", "2026-11-25 08:30"),
    ],
)
def test_a_day_in_another_form_is_known(text: str, meant: str) -> None:
    """The day comes before the month, as it does in Việt Nam."""
    assert misdated(text) == ("form", meant)


@pytest.mark.parametrize("text", ["31/02/2026", "11/25/2026", "2026-02-30"])
def test_a_day_that_is_not_there_is_none(text: str) -> None:
    """Nobody can say which one was meant."""
    assert misdated(text) == ("calendar", "")


@pytest.mark.parametrize(
    "text", ["2026-11-22 25:00", "25/11/2026 24:00", "2026-11-22 8:60", "2026-11-22 25 SA"]
)
def test_a_time_that_no_day_has_is_none(text: str) -> None:
    """The hours are 00 to 23."""
    assert misdated(text) == ("hours", "")


@pytest.mark.parametrize("text", ["mai", "2026", "10:55", "1/1/0001", "1/2", "25/11/2026 17"])
def test_what_names_no_day_is_left(text: str) -> None:
    """Its cure is the general one."""
    assert misdated(text) == ("", "")
