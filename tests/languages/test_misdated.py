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
    ],
)
def test_a_day_in_another_form_is_known(text: str, meant: str) -> None:
    """The day comes before the month, as it does in Việt Nam."""
    assert misdated(text) == ("form", meant)


@pytest.mark.parametrize("text", ["31/02/2026", "11/25/2026", "2026-02-30"])
def test_a_day_that_is_not_there_is_none(text: str) -> None:
    """Nobody can say which one was meant."""
    assert misdated(text) == ("calendar", "")


@pytest.mark.parametrize("text", ["mai", "2026", "10:55", "1/1/0001", "2026-11-22 25:00", "1/2"])
def test_what_names_no_day_is_left(text: str) -> None:
    """Its cure is the general one."""
    assert misdated(text) == ("", "")
