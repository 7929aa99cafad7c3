"""What editors mean by a date that is not written as 2026-11-22."""

from __future__ import annotations

import re
from typing import Final

from plugins.languages.dates import MomentError, parse_moment

_DAY_FIRST: Final = re.compile(
    r"(?:ngày )?([0-9]{1,2})(?:[/.-]| tháng )([0-9]{1,2})(?:[/.-]| năm )([0-9]{4})(?:,? (.+))?",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})(?:[ T](.+))?")
_HOUR: Final = re.compile(r"([0-9]{1,2})(?::| giờ |[hg])([0-9]{2})(?::[0-9]{2})?(?: phút)?")


def misdated(text: str) -> tuple[str, str]:
    """The case of a text that is no moment, and how the day in it is written here.

    'form' is a day of the calendar in another form, 'calendar' one that no calendar has; any
    other text is neither.
    """
    found = _DAY_FIRST.fullmatch(text)
    day, month, year, rest = found.groups() if found else ("", "", "", "")
    if found is None and (found := _YEAR_FIRST.fullmatch(text)):
        year, month, day, rest = found.groups()
    if found is None:
        return "", ""
    hour = _HOUR.fullmatch(rest or "")
    time = f" {int(hour[1]):02}:{hour[2]}" if hour else ""
    meant = f"{year}-{int(month):02}-{int(day):02}{time}"
    try:
        parse_moment(meant)
    except MomentError as error:
        return ("calendar" if error.reason == "calendar" and not time else ""), ""
    return "form", meant
