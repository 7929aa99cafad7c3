"""Numbers as data holds them and as readers of each language see them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.languages.numbers import format_number, format_percent, parse_number

_NUMBERS = st.from_regex(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,12})?", fullmatch=True).filter(
    lambda text: Decimal(text) != 0
)


@pytest.mark.parametrize("text", ["0", "1350000000", "1.35", "-3", "0.50", "9" * 30, "-0.25"])
def test_canonical_numbers_are_read_as_written(text: str) -> None:
    """The decimals given are kept, as they tell how precise a number is."""
    assert str(parse_number(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        ".5",
        "5.",
        "+3",
        " 3",
        "3\n",
        "012",
        "--3",
        "1.350.000",
        "1,35",
        "1_000",
        "1 000",
        "1e9",
        "inf",
        "-Infinity",
        "nan",
        "0x10",
        "86/193",
        "80%",
        "３",
        "٣",
        "²",
        "−3",
        "9" * 31,
        "0." + "1" * 30,
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    """Nothing is guessed: a point is never taken for a mark of thousands."""
    with pytest.raises(ValueError, match="is not a number"):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("1350000000", "1.350.000.000", "1,350,000,000"),
        ("1228", "1.228", "1,228"),
        ("999", "999", "999"),
        ("-1234.5", "-1.234,5", "-1,234.5"),
        ("1.50", "1,50", "1.50"),
        ("2.0", "2,0", "2.0"),
        ("0", "0", "0"),
        ("0.0000001", "0,0000001", "0.0000001"),
        (
            "12345678901234567890.1234567890",
            "12.345.678.901.234.567.890,1234567890",
            "12,345,678,901,234,567,890.1234567890",
        ),
    ],
)
def test_numbers_are_grouped_as_readers_are_used_to(text: str, vi: str, en: str) -> None:
    """No digit is lost or added."""
    assert format_number(parse_number(text), "vi") == vi
    assert format_number(parse_number(text), "en") == en


@given(_NUMBERS)
def test_a_shown_number_has_the_digits_of_the_data(text: str) -> None:
    """Without its groups, a number shown is the number given."""
    value = parse_number(text)

    assert format_number(value, "en").replace(",", "") == text
    assert format_number(value, "vi").replace(".", "").replace(",", ".") == text


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("80", "80%", "80%"),
        ("62.5", "62,5%", "62.5%"),
        ("0.10", "0,10%", "0.10%"),
        ("-3", "-3%", "-3%"),
        ("1250", "1.250%", "1,250%"),
    ],
)
def test_percentages_are_counted_from_a_hundred(text: str, vi: str, en: str) -> None:
    """The data says 80 for 80%."""
    assert format_percent(parse_number(text), "vi") == vi
    assert format_percent(parse_number(text), "en") == en
