"""Names in the shape that betting sites give themselves."""

from __future__ import annotations

import pytest

from plugins.spam.brands import KNOWN_POINTS, SPAM_ENDING, brand_points


@pytest.mark.parametrize(
    "word", ["w88", "kubet77", "sin88", "abc88bet", "zowin79", "quốcgiakubet77"]
)
def test_names_of_betting_sites_are_known(word: str) -> None:
    """Known names, their shapes, and known names glued to a word have points."""
    assert brand_points(word) > 2


@pytest.mark.parametrize(
    "word",
    [
        "windows",
        "alphabet",
        "diabetes",
        "win",
        "ql68",
        "covid19",
        "2088",
        "darwin",
        "88",
        "club",
        "88a",
        "88kg",
    ],
)
def test_honest_words_are_no_names(word: str) -> None:
    """Words that end alike, roads and plain numbers have none."""
    assert brand_points(word) == 0


def test_a_known_name_is_known_with_any_number_behind_it() -> None:
    """Sites number themselves anew."""
    assert brand_points("iwin68") == brand_points("sunwin2027") == KNOWN_POINTS


def test_only_whole_endings_count() -> None:
    """An address below .bet is one of spam; one that only begins alike is not."""
    assert SPAM_ENDING.search("xem tại abc.bet nhé")
    assert not SPAM_ENDING.search("xem abc.better.vn và top.gov.vn")
