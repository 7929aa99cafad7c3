"""The stylesheet: readable colours, no letters changed, nothing loaded from elsewhere."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from plugins.portals.colours import palette

THEME = Path(__file__).resolve().parents[2] / "theme"
CSS = re.sub(
    r"/\*.*?\*/", "", (THEME / "static/portal.css").read_text(encoding="utf-8"), flags=re.DOTALL
)
# What Markdown writes into a text: alignment in tables.
MARKUP_CLASSES = {"center", "right"}
TEXT = ("ink", "ink-2", "link", "seen")
GROUNDS = ("paper", "wash", "info", "warn")
PAIRS = [
    *product(TEXT, GROUNDS),
    ("accent", "paper"),
    ("on-brand", "brand"),
    ("on-brand", "brand-deep"),
    ("on-focus", "focus"),
]
# The two portals' colours, and a grey on which white is only just readable.
BRANDS = ("#8f1d1f", "#14532d", "#595959")


def tokens(scheme: str) -> dict[str, str]:
    """The custom properties of a colour scheme, as they are written."""
    light, dark = re.findall(r":root \{(.*?)\}", CSS, flags=re.DOTALL)[:2]
    written = light if scheme == "light" else light + dark
    return dict(re.findall(r"--([\w-]+): ([^;]+);", written))


def branded(scheme: str, brand: str) -> dict[str, str]:
    """The tokens as the build changes them for a portal of the colour `brand`."""
    made = palette(brand)
    own = (
        {"brand": made.brand, "brand-deep": made.brand_deep, "accent": made.accent}
        if scheme == "light"
        else {
            "brand": made.dark_brand,
            "brand-deep": made.dark_brand_deep,
            "accent": made.dark_accent,
        }
    )
    return {**tokens(scheme), **own}


def contrast(one: str, two: str) -> float:
    """The contrast ratio of two CSS colours, as WCAG 2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of `#rgb` or `#rrggbb`."""
    return sum(
        share * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
        for share, part in zip((0.2126, 0.7152, 0.0722), channels(colour), strict=True)
    )


def channels(colour: str) -> list[float]:
    """Red, green, blue (and alpha, if written) of a CSS colour, from 0 to 1."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return [int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_is_readable_on_its_ground(scheme: str, text: str, ground: str) -> None:
    """Every text colour has a contrast of 7:1 or more with each ground it stands on."""
    found = tokens(scheme)

    assert contrast(found[text], found[ground]) >= 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_is_given_to_who_asks_for_it(scheme: str) -> None:
    """Lines are then as clear as letters, and no letters are paler than others."""
    (more,) = re.findall(r"prefers-contrast: more\) \{\s*:root \{(.*?)\}", CSS)
    found = tokens(scheme)

    for name, value in re.findall(r"--([\w-]+): var\(--([\w-]+)\)", more):
        assert contrast(found[value], found["paper"]) > contrast(found[name], found["paper"])
        assert contrast(found[value], found["wash"]) >= 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("brand", BRANDS)
def test_a_portal_s_own_colours_are_readable(scheme: str, brand: str) -> None:
    """The colours that a portal brings keep 7:1 in the masthead, in table heads and labels."""
    found = branded(scheme, brand)

    for text, ground in (("on-brand", "brand"), ("on-brand", "brand-deep"), ("accent", "paper")):
        assert contrast(found[text], found[ground]) >= 7, (text, ground)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("brand", BRANDS)
def test_the_rings_of_the_masthead_leave_its_text_readable(scheme: str, brand: str) -> None:
    """White text that crosses a ring still has a contrast of 7:1."""
    found = branded(scheme, brand)
    (ring,) = re.findall(r"(#[0-9a-f]{8}) 0 1\.18rem", CSS)
    *over, alpha = channels(ring)
    mixed = [
        round((one * alpha + two * (1 - alpha)) * 255)
        for one, two in zip(over, channels(found["brand-deep"]), strict=True)
    ]

    assert contrast(found["on-brand"], "#{:02x}{:02x}{:02x}".format(*mixed)) >= 7


def test_letters_stay_as_they_are_written() -> None:
    """Nothing is set in capitals, which stacked Vietnamese marks make hard to read."""
    assert not re.search(
        r"text-transform|font-variant(-caps)?: [\w-]*caps|text-align: justify", CSS
    )


def test_nothing_is_loaded_from_elsewhere() -> None:
    """There is no font, picture or stylesheet to load."""
    assert not re.search(r"url\(|@import|@font-face", CSS)


def test_every_token_is_defined() -> None:
    """Every custom property that a rule uses stands among the tokens."""
    assert set(re.findall(r"var\(--([\w-]+)", CSS)) <= set(tokens("light"))


def test_every_token_is_used() -> None:
    """No custom property is left over."""
    assert set(tokens("light")) <= set(re.findall(r"var\(--([\w-]+)", CSS))


def test_every_styled_class_stands_in_a_template() -> None:
    """No rule is left over for a class that no page has."""
    templates = "".join(
        path.read_text(encoding="utf-8") for path in THEME.glob("templates/**/*.html")
    )
    written = set(re.findall(r"[\w-]+", templates)) | MARKUP_CLASSES
    selectors = re.sub(r"\{[^{}]*\}", " ", CSS)

    assert set(re.findall(r"\.([a-z][\w-]*)", selectors)) <= written


def test_the_layers_are_in_their_order() -> None:
    """The layer of a portal comes after all of the theme's but the printer's."""
    assert CSS.lstrip().startswith("@layer reset, tokens, base, layout, parts, portal, print;")
