"""Where the shapes of an SVG picture lie."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from plugins.pictures.svg_lengths import NUMBER, length
from plugins.pictures.svg_places import Box, View

SHAPES: Final = frozenset("path rect circle ellipse line polyline polygon use".split())
SIDES: Final = frozenset("x y width height cx cy r rx ry d".split())
_NUMBERS = re.compile(NUMBER)


def shape_box(
    name: str, attributes: Mapping[str, str], declared: Mapping[str, str], view: View
) -> Box | None:
    """The box of a shape; None where it cannot be told."""
    match name:
        case "rect":
            return _rect(declared, view)
        case "circle" | "ellipse":
            return _ellipse(name, declared, view)
        case "line":
            ends = (attributes.get(one, "0") for one in ("x1", "y1", "x2", "y2"))
            return _around([length(one, None, None) for one in ends])
        case "polyline" | "polygon":
            return _around([float(one) for one in _NUMBERS.findall(attributes.get("points", ""))])
    return None


def _rect(declared: Mapping[str, str], view: View) -> Box | None:
    x, y = _point(declared, ("x", "y"), view)
    width, height = _point(declared, ("width", "height"), view)
    if x is None or y is None or width is None or height is None:
        return None
    return Box(x, y, x + width, y + height)


def _ellipse(name: str, declared: Mapping[str, str], view: View) -> Box | None:
    x, y = _point(declared, ("cx", "cy"), view)
    across, down = _point(declared, ("r", "r") if name == "circle" else ("rx", "ry"), view)
    if x is None or y is None or across is None or down is None:
        return None
    return Box(x - across, y - down, x + across, y + down)


def _point(
    declared: Mapping[str, str], names: tuple[str, str], view: View
) -> tuple[float | None, float | None]:
    across, down = (declared.get(one, "0") for one in names)
    return length(across, None, view.width), length(down, None, view.height)


def _around(numbers: list[float | None]) -> Box | None:
    known = [one for one in numbers if one is not None]
    if not known or len(known) != len(numbers) or len(known) % 2:
        return None
    return Box(min(known[::2]), min(known[1::2]), max(known[::2]), max(known[1::2]))
