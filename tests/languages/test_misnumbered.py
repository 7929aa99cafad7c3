"""What editors mean by a number in another form."""

from __future__ import annotations

import pytest

from plugins.languages.misnumbered import misnumbered


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("15.000", "15000"),
        ("1.350.000", "1350000"),
        ("1.350.000,5", "1350000.5"),
        ("1,350,000", "1350000"),
        ("1,350.5", "1350.5"),
        ("98,5", "98.5"),
        ("98,5%", "98.5"),
        ("80 %", "80"),
        ("15 000", "15000"),
        ("-3,25", "-3.25"),
        ("012", "12"),
        ("0,125", "0.125"),
    ],
)
def test_a_number_in_another_form_is_known(text: str, meant: str) -> None:
    """As Vietnamese write it, and as English do."""
    assert misnumbered(text) == meant


@pytest.mark.parametrize("text", ["15,000", "nhiều", "1e9", "12 34", "1.2.3", "", "９"])
def test_what_may_mean_anything_is_left(text: str) -> None:
    """Its cure is the rule."""
    assert misnumbered(text) == ""
