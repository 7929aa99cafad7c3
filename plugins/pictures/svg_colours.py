"""The plain colours of an SVG picture."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb
from functools import lru_cache
from typing import Final, TypeAlias

from plugins.pictures.svg_colour_names import NAMES
from plugins.pictures.svg_lengths import share

Colour: TypeAlias = tuple[int, ...]

WHITE: Final[Colour] = (255, 255, 255)
_HEX = re.compile(r"[0-9a-f]{3,8}\Z")
_CALL = re.compile(r"(rgb|hsl)a?\(([^()]{1,99})\)\Z")
# The last ones are what a marker stands at, and nothing elsewhere.
_CLEAR: Final = frozenset({"none", "transparent", "context-fill", "context-stroke"})
# As white as the page for most readers.
_PAPER: Final = frozenset({"canvas", "field"})
# Closer than this no eye tells two colours apart.
_NEAR: Final = 8
# What lets through more than this is seen by nobody.
_LEAST_SHARE: Final = 0.1
_REMEMBERED: Final = 256


def colour_of(value: str) -> Colour | None:
    """The colour that is written in small letters; None where it is no plain one."""
    colour, opacity = _read(value)
    return colour if opacity == 1 else None


def tint_of(value: str) -> Colour | None:
    """The same, of however much of it is painted."""
    return _read(value)[0]


def alpha_of(value: str) -> float:
    """How much of the ground is lost under a colour; nothing where it is no plain one."""
    colour, opacity = _read(value)
    return opacity if colour else 0


def is_clear(value: str) -> bool:
    """Whether nothing is painted with it."""
    return value in _CLEAR or is_faint(_read(value)[1])


def is_faint(opacity: float) -> bool:
    """Whether nobody sees what is painted with so much of its colour."""
    return opacity < _LEAST_SHARE


def are_alike(one: Colour | None, other: Colour | None) -> bool:
    """Whether both are known, and nobody would see one on the other."""
    if one is None or other is None:
        return False
    return all(abs(left - right) <= _NEAR for left, right in zip(one, other, strict=True))


@lru_cache(_REMEMBERED)
def _read(value: str) -> tuple[Colour | None, float]:
    """A colour, and how much of it is painted; all of one that is not known."""
    if value in _PAPER:
        return WHITE, 1
    if value in NAMES:
        return tuple(bytes.fromhex(NAMES[value])), 1
    if value[:1] == "#":
        return _hex(value[1:])
    call = _CALL.match(value)
    return _called(call[1], re.split(r"[\s,/]+", call[2].strip())) if call else (None, 1)


def _hex(digits: str) -> tuple[Colour | None, float]:
    if not _HEX.match(digits) or len(digits) in (5, 7):
        return None, 1
    if len(digits) <= 4:
        digits = "".join(2 * one for one in digits)
    red, green, blue, *alpha = bytes.fromhex(digits)
    return (red, green, blue), (*alpha, 255)[0] / 255


def _called(name: str, written: list[str]) -> tuple[Colour | None, float]:
    values = [share(one.removesuffix("deg")) for one in written]
    known = [value for value in values if value is not None]
    if len(known) != len(written) or len(known) not in (3, 4):
        return None, 1
    first, second, third, opacity = (*known, 1.0)[:4]
    if name == "hsl":
        parts = hls_to_rgb(first / 360, _within(third), _within(second))
    else:
        whole = 1 if written[0].endswith("%") else 255
        parts = first / whole, second / whole, third / whole
    return tuple(round(255 * _within(one)) for one in parts), _within(opacity)


def _within(value: float) -> float:
    return min(max(value, 0.0), 1.0)
