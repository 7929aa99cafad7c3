"""The terms of a text."""

from __future__ import annotations

import unicodedata

import pytest

from plugins.search.terms import Words, same_term, terms_of


def levels(
    title: str = "", summary: str = "", text: str = "", category: str = ""
) -> dict[str, str]:
    """The level of each term of a text."""
    return terms_of(Words(title, summary, text, category)).pairs()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("hoà", "hòa"),
        ("hòa", "hòa"),
        ("thuỷ", "thủy"),
        ("khoẻ", "khỏe"),
        ("hoàn", "hoàn"),
        ("quý", "quý"),
        ("của", "của"),
    ],
)
def test_both_places_of_a_tone_are_one_term(written: str, expected: str) -> None:
    """Only where both spellings are of the same syllable."""
    assert same_term(written) == expected


def test_a_term_is_a_syllable_in_lower_case_with_its_marks() -> None:
    """However the marks are written; the number of a document has three."""
    text = unicodedata.normalize("NFD", "Số 942/QĐ-TTg của Thủ tướng")

    assert set(levels(text=text)) == {"số", "942", "qđ", "ttg", "của", "thủ", "tướng"}


def test_a_level_grows_with_how_often_a_term_stands() -> None:
    """A word of the summary counts twice; beyond some times nothing grows."""
    found = levels(summary="một", text="ba ba ba ba hai hai năm " + "bốn " * 99)

    assert found == {"một": "2", "ba": "3", "hai": "2", "năm": "1", "bốn": "3"}


def test_in_a_long_text_a_term_has_to_stand_more_often() -> None:
    """It says less about the text there."""
    filling = " ".join(f"w{number}" for number in range(3000))

    assert levels(text=f"thuế thuế {filling}")["thuế"] == "1"
    assert levels(text=f"{'thuế ' * 8}{filling}")["thuế"] == "2"


def test_a_term_of_the_title_has_a_level_above_all_others() -> None:
    """Whether it stands in the text or not."""
    assert levels("Thuế đất", text="thuế thuế") == {"thuế": "6", "đất": "4"}


def test_a_category_is_a_term_that_nobody_writes() -> None:
    """By it a search is narrowed."""
    assert levels(text="dat", category="dat-dai") == {"dat": "1", "#dat-dai": "1"}
