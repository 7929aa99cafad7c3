"""The plain colours of an SVG picture."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, TypeAlias

Colour: TypeAlias = tuple[int, ...]

WHITE: Final[Colour] = (255, 255, 255)
_NAMES: Final = {"white": WHITE, "black": (0, 0, 0)}
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})\Z")
_RGB = re.compile(r"rgb\(\s*([0-9]{1,3})[\s,]+([0-9]{1,3})[\s,]+([0-9]{1,3})\s*\)\Z")
# Closer than this no eye tells two colours apart.
_NEAR: Final = 8
_REMEMBERED: Final = 256


@lru_cache(_REMEMBERED)
def colour_of(value: str) -> Colour | None:
    """The colour that is written in small letters; None where it is no plain one."""
    if value in _NAMES:
        return _NAMES[value]
    if match := _RGB.match(value):
        return tuple(map(int, match.groups()))
    if not _HEX.match(value):
        return None
    digits = value[1:] if len(value) > 4 else "".join(2 * one for one in value[1:])
    return tuple(bytes.fromhex(digits))


def are_alike(one: Colour | None, other: Colour | None) -> bool:
    """Whether both are known, and nobody would see one on the other."""
    if one is None or other is None:
        return False
    return all(abs(left - right) <= _NEAR for left, right in zip(one, other, strict=True))
