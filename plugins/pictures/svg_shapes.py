"""The shapes of an SVG picture, each in the units in which it is drawn."""

from __future__ import annotations

from cmath import rect
from collections.abc import Mapping, Sequence
from math import pi
from typing import Final

from msgspec import Struct

from plugins.pictures.svg_lengths import length
from plugins.pictures.svg_paths import Line, box_of, path_lines
from plugins.pictures.svg_places import Box, View

SHAPES: Final = frozenset("path rect circle ellipse line polyline polygon use".split())
SIDES: Final = frozenset("x y width height cx cy r rx ry d".split())
_OF_POINTS: Final = frozenset({"path", "polyline", "polygon"})
_ROUND_PARTS: Final = 32


class Figure(Struct):
    """A shape as it is written."""

    name: str
    attributes: Mapping[str, str]
    declared: Mapping[str, str]
    view: View
    # Found when they are asked for: for most shapes they never are.
    known: Sequence[Line] | None = None

    def lines(self) -> Sequence[Line]:
        """The lines around the shape; none where they cannot be told, or nothing is drawn."""
        if self.known is None:
            self.known = self._drawn()
        return self.known

    def box(self) -> Box | None:
        """The box of the shape; None where it cannot be told."""
        match self.name:
            case "rect":
                return self._rect()
            case "circle" | "ellipse":
                return self._ellipse()
            case "line":
                ends = [self._end(one) for one in ("x1", "y1", "x2", "y2")]
                known = [one for one in ends if one is not None]
                return _around(known) if known == ends else None
        return box_of(self.lines()) if self.name in _OF_POINTS else None

    def _drawn(self) -> Sequence[Line]:
        name, attributes = self.name, self.attributes
        if name == "path":
            is_drawn = self.declared.get("d") != "none"
            return path_lines(attributes.get("d", "")) if is_drawn else []
        if name in _OF_POINTS:
            lines = path_lines("M" + attributes.get("points", ""))
            return [[*one, one[0]] for one in lines] if name == "polygon" else lines
        box = self.box()
        if box is None:
            return []
        if name == "line":
            x1, y1, x2, y2 = (self._end(one) or 0 for one in ("x1", "y1", "x2", "y2"))
            return [[complex(x1, y1), complex(x2, y2)]]
        if not box.is_wider_than(0):
            return []
        return [_rectangle(box) if name == "rect" else _round(box)]

    def _rect(self) -> Box | None:
        x, y = self._point("x", "y")
        width, height = self._point("width", "height")
        if x is None or y is None or width is None or height is None:
            return None
        return Box(x, y, x + width, y + height)

    def _ellipse(self) -> Box | None:
        x, y = self._point("cx", "cy")
        across, down = self._point("r", "r") if self.name == "circle" else self._point("rx", "ry")
        if x is None or y is None or across is None or down is None:
            return None
        return Box(x - across, y - down, x + across, y + down)

    def _point(self, *names: str) -> tuple[float | None, float | None]:
        across, down = (self.declared.get(one, "0") for one in names)
        return length(across, None, self.view.width), length(down, None, self.view.height)

    def _end(self, name: str) -> float | None:
        return length(self.attributes.get(name, "0"), None, None)


def _around(ends: Sequence[float]) -> Box:
    x1, y1, x2, y2 = ends
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _rectangle(box: Box) -> Line:
    one, other = complex(box.left, box.top), complex(box.right, box.bottom)
    return [one, complex(box.right, box.top), other, complex(box.left, box.bottom), one]


def _round(box: Box) -> Line:
    middle = complex(box.left + box.right, box.top + box.bottom) / 2
    across, down = (box.right - box.left) / 2, (box.bottom - box.top) / 2
    turns = (rect(1, 2 * pi * part / _ROUND_PARTS) for part in range(_ROUND_PARTS + 1))
    return [middle + complex(across * one.real, down * one.imag) for one in turns]
