"""Lengths and shares of an SVG picture, in its own units (CSS Values 4, W3C 2024)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

NUMBER: Final = r"[-+]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})(?:[eE][-+]?[0-9]{1,2})?"
_LENGTH = re.compile(rf"({NUMBER})([a-z]{{1,3}}|%)?\Z", re.IGNORECASE)
_INCH: Final = 96.0
_ABSOLUTE: Final[Mapping[str, float]] = {
    "": 1,
    "px": 1,
    "in": _INCH,
    "cm": _INCH / 2.54,
    "mm": _INCH / 25.4,
    "q": _INCH / 101.6,
    "pt": _INCH / 72,
    "pc": _INCH / 6,
}
# Of the size of a letter; that of the root is taken to be the one that browsers begin with.
_RELATIVE: Final[Mapping[str, float]] = {"em": 1, "ex": 0.5, "ch": 0.5}
USUAL_SIZE: Final = 16.0
NAMED_SIZES: Final[Mapping[str, float]] = {
    "xx-small": 9,
    "x-small": 10,
    "small": 13,
    "medium": USUAL_SIZE,
    "initial": USUAL_SIZE,
    "large": 18,
    "x-large": 24,
    "xx-large": 32,
    "xxx-large": 48,
}
_SMALLER: Final = 1.2
_REMEMBERED: Final = 1024


@lru_cache(_REMEMBERED)
def _parts(written: str) -> tuple[float, str] | None:
    match = _LENGTH.match(written.strip())
    return (float(match[1]), (match[2] or "").lower()) if match else None


def absolute(written: str) -> float | None:
    """A length in pixels; None where it is none, or depends on something else."""
    parts = _parts(written)
    if parts is None or parts[1] not in _ABSOLUTE:
        return None
    return parts[0] * _ABSOLUTE[parts[1]]


def length(written: str, size: float | None, whole: float | None) -> float | None:
    """A length beside letters of a `size`, a share of a `whole`; None where it cannot be told."""
    value, unit = _parts(written) or (0.0, "?")
    if unit in _RELATIVE:
        return None if size is None else value * _RELATIVE[unit] * size
    if unit == "%":
        return None if whole is None else value / 100 * whole
    if unit == "rem":
        return value * USUAL_SIZE
    return value * _ABSOLUTE[unit] if unit in _ABSOLUTE else None


def share(written: str) -> float | None:
    """A number or a percentage of one, such as how much of a ground something lets through."""
    value, unit = _parts(written) or (0.0, "?")
    if unit == "%":
        return value / 100
    return value if unit == "" else None


def letter_size(written: str, above: float) -> float | None:
    """How large letters are that stand in such of the size `above`."""
    if written in NAMED_SIZES:
        return NAMED_SIZES[written]
    if written in ("smaller", "larger"):
        return above / _SMALLER if written == "smaller" else above * _SMALLER
    return length(written, above, above)


def size_in_font(written: str) -> str:
    """The size that a `font` names among other things; empty where it names none."""
    for one in written.split():
        size, _, _ = one.partition("/")
        value, unit = _parts(size) or (1.0, "")
        # A bare number above zero is a weight.
        if unit or value == 0 or size in NAMED_SIZES or size in ("smaller", "larger"):
            return "" if size == "initial" else size
    return ""
