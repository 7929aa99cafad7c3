"""Dates that today or the other version shows to be wrong."""

from __future__ import annotations

import pytest

from plugins.base.problems import Problems
from plugins.base.store import Store
from plugins.builds.content import load_content
from plugins.builds.texts import KeptTexts
from plugins.languages.clock import parse_clock
from tests.conftest import CLOCK, CONTENT, Site, article

VI = "articles/x/index.vi.md"
EN = "articles/x/index.en.md"


def told(site: Site) -> list[tuple[str, int, str]]:
    """What is wrong with a site on 22 November 2026."""
    problems = Problems()
    load_content(site.content, parse_clock(CLOCK), KeptTexts(Store(None), 1), problems)
    return [(one.path, one.line, one.code) for one in problems]


@pytest.mark.parametrize(
    ("original", "translation", "faults"),
    [
        ({"modified": "2026-11-23"}, {}, [(VI, 7, "ngay-chua-toi")]),
        ({"modified": "2026-11-22 23:00"}, {}, []),
        ({"date": "2026-12-01", "modified": "2026-12-01"}, {}, []),
        ({"date": "2026-12-01", "modified": "2026-12-02"}, {}, [(VI, 7, "ngay-chua-toi")]),
        ({"modified": "2027-11-01", "status": "draft"}, {}, []),
        ({}, {"translation_of": "2026-11-22"}, []),
        ({}, {"translation_of": "2027-11-01"}, [(EN, 7, "ngay-chua-toi")]),
        ({"date": "2026-12-01"}, {"date": "2026-12-01", "translation_of": "2026-12-01"}, []),
    ],
)
def test_a_day_to_come_is_told(
    site: Site,
    original: dict[str, str],
    translation: dict[str, str],
    faults: list[tuple[str, int, str]],
) -> None:
    """But for what is scheduled, and for drafts."""
    site.write({VI: article(**original), EN: article("A test", "Text.", **translation)})

    assert told(site) == faults


def test_a_translation_of_nothing_is_told(site: Site) -> None:
    """Where the original is there and has a fault, that alone is told."""
    site.write({VI: article(translation_of="2026-11-01")})
    assert told(site) == [(VI, 7, "ban-dich-le")]

    site.write({EN: article("A test", "Text.", date="mai")})
    assert told(site) == [(EN, 3, "ngay-sai")]


@pytest.mark.parametrize(
    ("published", "day", "is_told"),
    [
        ("2026-11-22 23:00", "2026-11-01", False),
        ("2026-11-23", "2026-11-01", True),
        ("2026-12-01", "2026-12-01", False),
        ("2026-12-02", "2026-12-01", True),
        ("unknown", "2026-11-01", False),
    ],
)
def test_a_source_of_a_day_to_come_is_told(
    site: Site, published: str, day: str, *, is_told: bool
) -> None:
    """But for one that only a text of that day or later cites."""
    source = CONTENT["sources/bao.yaml"].replace("2026-01-15", published)
    site.write({"sources/moi.yaml": source, VI: article(date=day, sources="[moi]")})

    assert told(site) == ([("sources/moi.yaml", 3, "ngay-chua-toi")] if is_told else [])


def test_a_source_of_a_day_to_come_is_told_where_a_table_cites_it(site: Site) -> None:
    """Whatever waits for its day: the table is shown today."""
    source = CONTENT["sources/bao.yaml"].replace("2026-01-15", "2026-12-01")
    table = CONTENT["comparisons/bang.yaml"].replace("source: bao", "source: moi")
    site.write({"sources/moi.yaml": source, "comparisons/bang.yaml": table})
    site.write({VI: article(date="2026-12-01", sources="[moi]")})

    assert told(site) == [("sources/moi.yaml", 3, "ngay-chua-toi")]


def test_a_build_with_nothing_to_do_tells_it_until_the_day_comes(site: Site) -> None:
    """What is kept of the last build holds until then."""
    site.write({VI: article(modified="2026-11-24")})
    check_told_until_then(site)


def test_so_it_does_of_a_source(site: Site) -> None:
    """Whose day comes likewise."""
    site.write({"sources/bao.yaml": CONTENT["sources/bao.yaml"].replace("01-15", "11-24")})
    check_told_until_then(site)


def check_told_until_then(site: Site) -> None:
    """A warning until the 24th, and none from then on."""
    said = [site.build(clock=f"2026-11-{day}T08:00").stderr for day in (22, 23, 24)]

    assert ["ngay-chua-toi" in one for one in said] == [True, True, False]
