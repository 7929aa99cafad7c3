"""Dates that today or the other version shows to be wrong."""

from __future__ import annotations

import pytest

from plugins.base.problems import Problems
from plugins.base.store import Store
from plugins.builds.content import load_content
from plugins.builds.texts import KeptTexts
from plugins.languages.clock import parse_clock
from tests.conftest import CLOCK, Site, article

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


def test_a_build_with_nothing_to_do_tells_it_until_the_day_comes(site: Site) -> None:
    """What is kept of the last build holds until then."""
    site.write({VI: article(modified="2026-11-24")})
    said = [site.build(clock=f"2026-11-{day}T08:00").stderr for day in (22, 23, 24)]

    assert ["ngay-chua-toi" in one for one in said] == [True, True, False]
