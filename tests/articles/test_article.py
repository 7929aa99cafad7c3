"""When an article is shown."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from plugins.articles.article import Article, Version
from plugins.languages.clock import TIME_ZONE
from plugins.languages.dates import parse_moment
from plugins.markup.body import Outline

VERSION = Version(
    path="articles/a/index.vi.md",
    kind="article",
    key="a",
    lang="vi",
    owner="",
    title="Một",
    summary="Tóm tắt.",
    slug="mot",
    body=Outline(),
    date=parse_moment("2026-11-01 10:00"),
    expires=parse_moment("2026-12-01 10:00"),
)


@pytest.mark.parametrize(
    ("clock", "reason"),
    [
        ("2026-11-01 09:59", "scheduled"),
        ("2026-11-01 10:00", ""),
        ("2026-12-01 09:59", ""),
        ("2026-12-01 10:00", "expired"),
    ],
)
def test_an_article_is_shown_from_its_date_to_its_end(clock: str, reason: str) -> None:
    """To the minute."""
    now = datetime.fromisoformat(clock).replace(tzinfo=TIME_ZONE)

    assert VERSION.hidden_because(now) == reason


def test_a_draft_is_never_shown() -> None:
    """Whatever its dates are."""
    now = datetime(2026, 11, 15, tzinfo=TIME_ZONE)

    assert replace(VERSION, draft=True).hidden_because(now) == "draft"


def test_a_page_is_always_shown() -> None:
    """It has no dates."""
    page = replace(VERSION, kind="page", date=None, expires=None)

    assert page.hidden_because(datetime(1945, 1, 1, tzinfo=TIME_ZONE)) == ""


def test_a_text_changed_when_it_says_so() -> None:
    """Otherwise when it was published."""
    later = parse_moment("2026-11-05")

    assert VERSION.changed == VERSION.date
    assert replace(VERSION, modified=later).changed == later


def test_equal_keys_of_different_owners_are_different_articles() -> None:
    """So are an article and a page."""
    ids = {Article(kind, "a", owner, {}).id for kind in ("article", "page") for owner in ("", "xa")}

    assert len(ids) == 4
