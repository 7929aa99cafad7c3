"""The colours that a portal's brand colour stands for, each readable at 7:1."""

from __future__ import annotations

import re

from msgspec import Struct

_HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")
ENOUGH_CONTRAST = 7.0
_WHITE = (255, 255, 255)
_DARK_PAPER = (0x15, 0x17, 0x1A)

Rgb = tuple[int, int, int]


class Palette(Struct, frozen=True):
    """CSS colours, named by what they are for; `dark_…` under a dark colour scheme."""

    brand: str
    brand_deep: str
    accent: str
    dark_brand: str
    dark_brand_deep: str
    dark_accent: str


def is_colour(text: str) -> bool:
    """Whether `text` is written as `#rrggbb`."""
    return bool(_HEX.match(text))


def palette(brand: str) -> Palette:
    """The palette of a brand colour on which white text is readable."""
    rgb = _parse(brand)
    return Palette(
        brand=_css(rgb),
        brand_deep=_css(_mix(rgb, (0, 0, 0), 0.22)),
        accent=_css(rgb),
        dark_brand=_css(_mix(rgb, (0, 0, 0), 0.25)),
        dark_brand_deep=_css(_mix(rgb, (0, 0, 0), 0.46)),
        dark_accent=_css(_lightened(rgb)),
    )


def contrast_with_white(brand: str) -> float:
    """The contrast ratio (1 to 21) of white text on `brand`, as WCAG 2 defines it."""
    return _contrast(_WHITE, _parse(brand))


def _lightened(rgb: Rgb) -> Rgb:
    """The colour mixed with as little white as makes it readable on dark paper."""
    steps = (_mix(rgb, _WHITE, share / 20) for share in range(21))
    return next(one for one in steps if _contrast(one, _DARK_PAPER) >= ENOUGH_CONTRAST + 0.5)


def _parse(text: str) -> Rgb:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def _css(rgb: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def _mix(rgb: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (
        round(one * (1 - share) + two * share) for one, two in zip(rgb, other, strict=True)
    )
    return red, green, blue


def _contrast(one: Rgb, two: Rgb) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(rgb: Rgb) -> float:
    red, green, blue = (_linear(channel / 255) for channel in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
