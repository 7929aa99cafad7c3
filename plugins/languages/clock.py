"""What 'now' is."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

TIME_ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
# No record of the state is older; a later year is a slip of the pen.
FIRST_YEAR: Final = 1945
LAST_YEAR: Final = 2100


def parse_clock(text: str) -> datetime:
    """The time in Việt Nam that an ISO date, or date and time with or without offset, names."""
    clock = datetime.fromisoformat(text)
    if not FIRST_YEAR <= clock.year <= LAST_YEAR:
        raise ValueError(f"the year of {text!r} is not between {FIRST_YEAR} and {LAST_YEAR}")
    return clock.replace(tzinfo=TIME_ZONE) if clock.tzinfo is None else clock.astimezone(TIME_ZONE)


def clock_of(option: str) -> datetime:
    """The time that an option names as `parse_clock` reads it; the present moment without one."""
    return parse_clock(option) if option else datetime.now(TIME_ZONE)
