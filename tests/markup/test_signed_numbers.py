"""Numbers whose sign makes an item of a list of their line."""

from __future__ import annotations

import pytest

from plugins.markup.signed_numbers import signed_numbers


def told(text: str) -> list[tuple[int, str, str]]:
    """The lines that are told, and their signs."""
    return [(one.line, one.value, one.more) for one in signed_numbers(text.split("\n"))]


@pytest.mark.parametrize(
    ("text", "line", "value", "sign"),
    [
        ("- 5 độ C", 1, "- 5 độ C", "-"),
        ("Thấp nhất\n\n- 5 °C, có sương\n\nvà rét", 3, "- 5 °C, có sương", "-"),
        ("+ 3 điểm", 1, "+ 3 điểm", "+"),
        ("+ 84 912 345 678", 1, "+ 84 912 345 678", "+"),
        ("Liên hệ:\n\n+ 84 912 345 678", 3, "+ 84 912 345 678", "+"),
        ("- Một\n\n+ 84.24.3825.1234 (trực)", 3, "+ 84.24.3825.1234 (trực)", "+"),
    ],
)
def test_a_sign_of_a_number_is_told(text: str, line: int, value: str, sign: str) -> None:
    """Readers would see a list of one item."""
    assert told(text) == [(line, value, sign)]


def test_telephone_numbers_are_told_one_by_one() -> None:
    """Nobody writes a list of them with the sign that belongs to them."""
    assert told("Liên hệ:\n\n+ 84 912 345 678\n+ 84 24 38251234") == [
        (3, "+ 84 912 345 678", "+"),
        (4, "+ 84 24 38251234", "+"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- 5 độ C\n- 6 độ C",
        "- Một\n\n- 5 độ C",
        "Cần có:\n\n+ 3 lít",
        "- 3 bộ hồ sơ",
        "Gồm:\n\n+ 84 hộ nghèo\n+ 84 300 000 000 000 đồng",
        "- 5 điểm sáng của xã",
        "+ 3 người có uy tín của thôn",
        "+84 912 345 678\n-5 độ C",
    ],
)
def test_items_that_begin_with_a_number_are_not(text: str) -> None:
    """Lists of several, those below a colon, and what is more than an amount."""
    assert told(text) == []
