"""The order of news: pinned first, then the newest, ties by path."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from operator import attrgetter
from typing import Final

from plugins.articles.article import Version

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


def newest_first(versions: Iterable[Version]) -> tuple[Version, ...]:
    """All `versions`, newest first; the same time twice is ordered by path."""
    by_path = sorted(versions, key=attrgetter("path"))
    return tuple(sorted(by_path, key=_time, reverse=True))


def latest(versions: Iterable[Version], count: int) -> tuple[Version, ...]:
    """The first `count` of `versions`: pinned ones first, then the newest."""
    ordered = newest_first(versions)
    return tuple(sorted(ordered, key=lambda version: not version.pinned))[:count]


def _time(version: Version) -> datetime:
    return version.date.value if version.date else _NEVER
