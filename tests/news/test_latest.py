"""The order of news."""

from __future__ import annotations

import random

import pytest

from plugins.articles.article import Version
from plugins.languages.dates import parse_moment
from plugins.markup.body import Outline
from plugins.news.latest import latest, newest_first


def news(path: str, date: str, *, pinned: bool = False) -> Version:
    """A news item of which only what decides the order is given."""
    return Version(
        path=path,
        kind="news",
        key=path,
        lang="vi",
        owner="",
        title=path,
        summary="",
        slug=path,
        body=Outline(),
        date=parse_moment(date),
        pinned=pinned,
    )


NEWS = (
    news("a", "2022-05-31 10:55"),
    news("b", "2022-05-30 17:53"),
    news("c", "2022-05-31 10:55"),
    news("d", "2022-05-31"),
    news("e", "2020-01-01", pinned=True),
    news("f", "2021-01-01", pinned=True),
    news("g", "2022-05-31 10:56"),
)


def paths(versions: tuple[Version, ...]) -> str:
    """The paths in order."""
    return "".join(version.path for version in versions)


def test_the_newest_comes_first() -> None:
    """By day and hour; a day alone counts from its first hour; ties go by path."""
    assert paths(newest_first(NEWS)) == "gacdbfe"


@pytest.mark.parametrize(("count", "expected"), [(0, ""), (1, "f"), (4, "fega"), (99, "fegacdb")])
def test_pinned_news_comes_before_all_other(count: int, expected: str) -> None:
    """The pinned ones, newest first, then the rest; no more than asked for."""
    assert paths(latest(NEWS, count)) == expected


def test_the_order_of_reading_decides_nothing() -> None:
    """The same items in any order give the same list."""
    for seed in range(20):
        shuffled = random.Random(seed).sample(NEWS, len(NEWS))

        assert paths(latest(shuffled, 99)) == "fegacdb"


def test_no_news_is_no_fault() -> None:
    """A portal may have none."""
    assert latest((), 8) == ()
