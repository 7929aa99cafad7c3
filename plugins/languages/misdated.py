"""What editors mean by a date that is not written as 2026-11-22."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from plugins.languages.dates import Moment, MomentError, parse_moment

_DATE: Final = (
    r"(?:ngày )?(?P<day>[0-9]{1,2})(?:[/.-]| tháng )(?P<month>[0-9]{1,2})"
    r"(?:[/.-]| năm )(?P<year>[0-9]{4})"
)
_DAY_FIRST: Final = re.compile(rf"{_DATE}(?:,? (?P<rest>.+))?", re.IGNORECASE)
_YEAR_FIRST: Final = re.compile(
    r"(?P<year>[0-9]{4})[/.-](?P<month>[0-9]{1,2})[/.-](?P<day>[0-9]{1,2})(?:[ T](?P<rest>.+))?"
)
_TIME_FIRST: Final = re.compile(rf"(?P<rest>[0-9].*?),? {_DATE}", re.IGNORECASE)
_HOUR: Final = re.compile(
    r"(?P<hour>[0-9]{1,2})"
    r"(?:(?:[:.]| ?giờ |[hg] ?)(?P<minute>[0-9]{1,2})(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?phút)?"
    r"|(?P<whole> ?(?:giờ|[hg])))?"
    r"(?: ?(?P<half>sa|am|a\.m\.|sáng|trưa|ch|pm|p\.m\.|chiều|tối))?"
    r"(?: ?(?P<zone>z|[+-][0-9]{2}:?[0-9]{2}))?",
    re.IGNORECASE,
)
_BEFORE_NOON: Final = ("sa", "am", "a.m.", "sáng")
_MIDDAY: Final = "trưa"
_LATE_MORNING: Final = 10
_NOON: Final = 12
_HOURS: Final = 24
_OWN_OFFSET: Final = 7 * 60


def misdated(text: str) -> tuple[str, str]:
    """The case of a text that is no moment, and how the moment in it is written here.

    'form' is a day of the calendar in another form, 'calendar' one that no calendar has, 'hours' a
    time that no day has; any other text is none of them.
    """
    forms = (_DAY_FIRST, _YEAR_FIRST, _TIME_FIRST)
    found = next((match for form in forms if (match := form.fullmatch(text))), None)
    if found is None:
        return "", ""
    day = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
    try:
        moment = parse_moment(day)
    except MomentError as error:
        return ("calendar" if error.reason == "calendar" and not found["rest"] else ""), ""
    rest = found["rest"] or ""
    if not any(map(str.isdigit, rest)):
        return "form", day
    minutes = _minutes(rest)
    if minutes is None or minutes >= _HOURS * 60:
        return ("" if minutes is None else "hours"), ""
    return "form", _written(moment, minutes - _beyond(rest))


def _minutes(text: str) -> int | None:
    """The minutes of a day that have passed at a time of it."""
    time = _HOUR.fullmatch(text)
    if time is None or not (time["minute"] or time["whole"] or time["half"]):
        return None
    hour, minute, half = int(time["hour"]), int(time["minute"] or 0), (time["half"] or "").lower()
    if half in _BEFORE_NOON:
        hour = 0 if hour == _NOON else hour
    elif half and hour < (_LATE_MORNING if half == _MIDDAY else _NOON):
        hour += _NOON
    return hour * 60 + minute if minute < 60 else _HOURS * 60


def _beyond(text: str) -> int:
    """By how many minutes the time zone that `text` names is before that of Việt Nam."""
    time = _HOUR.fullmatch(text)
    zone = (time["zone"] or "").upper() if time else ""
    if not zone:
        return 0
    offset = 0 if zone == "Z" else int(zone[1:3]) * 60 + int(zone[-2:])
    return (-offset if zone[0] == "-" else offset) - _OWN_OFFSET


def _written(day: Moment, minutes: int) -> str:
    moment = day.value + timedelta(minutes=minutes)
    return f"{moment:%Y-%m-%d %H:%M}"
