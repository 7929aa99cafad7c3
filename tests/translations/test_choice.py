"""Which version readers of a language see, and when a translation is outdated."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from plugins.articles.article import Article, Version
from plugins.languages.clock import TIME_ZONE
from plugins.languages.dates import parse_moment
from plugins.languages.language import Lang
from plugins.markup.body import Outline
from plugins.translations.choice import is_outdated, shown_version, translation

CLOCK = datetime(2026, 11, 22, 12, 0, tzinfo=TIME_ZONE)
DRAFT: dict[str, Any] = {"draft": True}
SCHEDULED: dict[str, Any] = {"date": parse_moment("2026-11-22 12:01")}
EXPIRED: dict[str, Any] = {"expires": parse_moment("2026-11-22 12:00")}
SHOWN: dict[str, Any] = {
    "date": parse_moment("2026-11-22 12:00"),
    "expires": parse_moment("2026-11-22 12:01"),
}


def version(lang: Lang, **fields: Any) -> Version:
    """A version that is shown unless a field says otherwise."""
    base = Version(
        path=f"articles/a/index.{lang}.md",
        kind="article",
        key="a",
        lang=lang,
        owner="",
        title=lang,
        summary="",
        slug="a",
        body=Outline(),
        date=parse_moment("2026-11-01"),
    )
    return replace(base, **fields)


def article(**versions: Version) -> Article:
    """An article with the versions given by language."""
    by_lang: dict[Lang, Version] = {found.lang: found for found in versions.values()}
    return Article("article", "a", "", by_lang)


@pytest.mark.parametrize(
    ("vi", "en", "for_vi", "for_en"),
    [
        (SHOWN, SHOWN, "vi", "en"),
        (SHOWN, None, "vi", "vi"),
        (None, SHOWN, "en", "en"),
        (SHOWN, DRAFT, "vi", "vi"),
        (SHOWN, SCHEDULED, "vi", "vi"),
        (SHOWN, EXPIRED, "vi", "vi"),
        (DRAFT, SHOWN, "en", "en"),
        (DRAFT, None, None, None),
        (DRAFT, SCHEDULED, None, None),
        (EXPIRED, DRAFT, None, None),
        (None, None, None, None),
    ],
)
def test_readers_see_their_language_or_else_the_other(
    vi: dict[str, Any] | None,
    en: dict[str, Any] | None,
    for_vi: str | None,
    for_en: str | None,
) -> None:
    """Drafts, future and expired versions are seen by nobody, and stand in for nothing."""
    versions = {}
    if vi is not None:
        versions["vi"] = version("vi", **vi)
    if en is not None:
        versions["en"] = version("en", **en)
    seen = [shown_version(article(**versions), lang, CLOCK) for lang in ("vi", "en")]

    assert [found.lang if found else None for found in seen] == [for_vi, for_en]


@pytest.mark.parametrize(
    ("en", "expected"), [(SHOWN, "en"), (DRAFT, None), (SCHEDULED, None), (EXPIRED, None)]
)
def test_only_a_shown_version_is_a_translation(en: dict[str, Any], expected: str | None) -> None:
    """A translation that nobody may see yet does not count as one."""
    vietnamese = version("vi")
    found = translation(article(vi=vietnamese, en=version("en", **en)), vietnamese, CLOCK)

    assert (found.lang if found else None) == expected


def test_the_only_version_has_no_translation() -> None:
    """A version is never its own translation."""
    english = version("en")

    assert translation(article(en=english), english, CLOCK) is None


@pytest.mark.parametrize(
    ("translated", "published", "modified", "expected"),
    [
        ("2026-11-10", "2026-11-10", None, False),
        ("2026-11-10", "2026-11-01", "2026-11-10", False),
        ("2026-11-10", "2026-11-01", "2026-11-11", True),
        ("2026-11-10", "2026-11-01", "2026-11-09", False),
        ("2026-11-10", "2026-11-12", None, True),
        ("2026-11-10 09:00", "2026-11-01", "2026-11-10 09:00", False),
        ("2026-11-10 09:00", "2026-11-01", "2026-11-10 09:01", True),
        ("2026-11-10 09:00", "2026-11-01", "2026-11-10", False),
        ("2026-11-10", "2026-11-01", "2026-11-10 23:59", False),
        ("2026-11-10", "2026-11-01", "2026-11-11 00:00", True),
        (None, "2026-11-01", "2026-11-11", False),
    ],
)
def test_a_translation_is_outdated_when_its_original_was_changed_since(
    translated: str | None,
    published: str,
    modified: str | None,
    expected: bool,  # noqa: FBT001
) -> None:
    """By the hour where both have one, otherwise by the day; without a date nothing is said."""
    original = version(
        "vi",
        date=parse_moment(published),
        modified=parse_moment(modified) if modified else None,
    )
    made_from = parse_moment(translated) if translated else None

    assert is_outdated(version("en", translation_of=made_from), original) is expected


def test_nothing_is_outdated_without_an_original() -> None:
    """The original may be hidden, or a page without any date."""
    translated = version("en", translation_of=parse_moment("2026-11-10"))

    assert not is_outdated(translated, None)
    assert not is_outdated(translated, version("vi", date=None))
