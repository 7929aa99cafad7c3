"""Dates as editors write them, as machines read them and as readers of each language see them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import force_setattr

from plugins.languages.clock import FIRST_YEAR, LAST_YEAR, TIME_ZONE
from plugins.languages.language import Lang, locale_of

MomentReason: TypeAlias = Literal["form", "calendar", "range"]
_Patterns: TypeAlias = Mapping[Lang, str]

_FORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: ([0-9]{2}):([0-9]{2}))?")
_REMEMBERED = 16_384

# Own patterns: the short forms of CLDR have years of two digits, and spaces that do not break.
_DAY: Final[_Patterns] = MappingProxyType({"vi": "dd/MM/y", "en": "d MMMM y"})
_MOMENT: Final[_Patterns] = MappingProxyType(
    {"vi": "dd/MM/y h:mm a", "en": "d MMMM y, h:mm a"},
)
_MONTH: Final[_Patterns] = MappingProxyType({"vi": "LLLL 'năm' y", "en": "LLLL y"})


class MomentError(ValueError):
    """A text that is no moment; `reason` is the first rule that it breaks.

    'form': not written as 2026-11-22 or 2026-11-22 10:55; 'range': a year before 1945 or after
    2100; 'calendar': a day or a time of day that does not exist.
    """

    def __init__(self, text: str, reason: MomentReason) -> None:
        super().__init__(text, reason)
        self.text = text
        self.reason: MomentReason = reason

    def __str__(self) -> str:
        return f"{self.text!r} is not a moment ({self.reason})"


class Moment(Struct, frozen=True, order=True):
    """A day in Việt Nam, with the time of day where it is known."""

    value: datetime
    has_time: bool

    def __post_init__(self) -> None:
        # Babel would take a naive datetime for UTC and show another hour, or another day.
        if self.value.tzinfo is None:
            raise ValueError(f"{self.value!r} is in no time zone")
        if self.value.tzinfo is not TIME_ZONE:
            force_setattr(self, "value", self.value.astimezone(TIME_ZONE))

    def iso(self) -> str:
        """The moment as machines read it: '2026-11-22' or '2026-11-22T10:55+07:00'."""
        if not self.has_time:
            return self.value.date().isoformat()
        return self.value.isoformat(timespec="minutes")


def end_of_day(moment: Moment) -> datetime:
    """The first moment after the day of `moment` in Việt Nam."""
    return datetime.combine(moment.value.date() + timedelta(days=1), time(), TIME_ZONE)


def parse_moment(text: str) -> Moment:
    """The moment that an editor wrote as `2026-11-22` or `2026-11-22 10:55`."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise MomentError(text, "form")
    year, month, day, hour, minute = (int(part or 0) for part in match.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise MomentError(text, "range")
    try:
        value = datetime(year, month, day, hour, minute, tzinfo=TIME_ZONE)
    except ValueError as error:
        raise MomentError(text, "calendar") from error
    return Moment(value, has_time=match[4] is not None)


def format_day(day: date, lang: Lang) -> str:
    """'22/11/2026' or '22 November 2026'; a datetime counts as its day in Việt Nam."""
    return _format_date(_local_day(day), _DAY[lang], lang)


@lru_cache(_REMEMBERED)
def format_moment(moment: Moment, lang: Lang) -> str:
    """'31/05/2022 10:55 SA' or '31 May 2022, 10:55 am', or the day where no time is known."""
    if not moment.has_time:
        return format_day(moment.value, lang)
    from babel.dates import format_datetime  # noqa: PLC0415

    return format_datetime(moment.value, _MOMENT[lang], locale=locale_of(lang))


def format_month(year: int, month: int, lang: Lang) -> str:
    """'Tháng 5 năm 2022' or 'May 2022'."""
    return _format_date(date(year, month, 1), _MONTH[lang], lang)


@lru_cache(_REMEMBERED)
def _format_date(day: date, pattern: str, lang: Lang) -> str:
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(day, pattern, locale=locale_of(lang))


def _local_day(day: date) -> date:
    if not isinstance(day, datetime):
        return day
    return day.date() if day.tzinfo is None else day.astimezone(TIME_ZONE).date()
