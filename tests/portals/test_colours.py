"""The colours of a portal."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import asdict

from plugins.portals.colours import (
    ENOUGH_CONTRAST,
    contrast_with_white,
    is_colour,
    palette,
)

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [
        ("#000000", 21),
        ("#ffffff", 1),
        ("#767676", 4.54),
        ("#ff0000", 4.0),
        ("#0000ff", 8.59),
        ("#008000", 5.14),
        ("#595959", 7.0),
    ],
)
def test_contrast_is_that_of_wcag(colour: str, ratio: float) -> None:
    """The values of the standard's own calculators."""
    assert contrast_with_white(colour) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("text", ["#8f1d1f", "#8F1D1F", "#000000"])
def test_a_colour_has_six_digits(text: str) -> None:
    """In small or capital letters."""
    assert is_colour(text)


@pytest.mark.parametrize("text", ["", "#fff", "8f1d1f", "red", "#8f1d1g", "#8f1d1f;", "#8f1d1f\n"])
def test_anything_else_is_no_colour(text: str) -> None:
    """Nothing that could end a rule of a style sheet."""
    assert not is_colour(text)


@given(COLOURS)
def test_every_colour_of_a_palette_can_be_read(brand: str) -> None:
    """White on the brand's shades, and the accent on the paper, in both schemes."""
    assume(contrast_with_white(brand) >= ENOUGH_CONTRAST)
    colours = palette(brand)

    for shade in (colours.brand, colours.brand_deep, colours.dark_brand, colours.dark_brand_deep):
        assert contrast_with_white(shade) >= ENOUGH_CONTRAST
    assert contrast_with_white(colours.accent) >= ENOUGH_CONTRAST
    # Dark paper has a contrast of 18 with white.
    assert contrast_with_white("#15171a") / contrast_with_white(colours.dark_accent) >= 7
    assert all(is_colour(colour) for colour in asdict(colours).values())
