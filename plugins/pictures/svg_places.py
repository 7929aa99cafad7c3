"""Where the parts of an SVG picture stand, and what of it is seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import cos, radians, sin, sqrt
from typing import Final, TypeAlias

from msgspec import Struct

from plugins.pictures.svg_lengths import NUMBER

# a b c d e f of SVG: x' = a x + c y + e, y' = b x + d y + f.
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

SAME: Final[Matrix] = (1, 0, 0, 1, 0, 0)
_LEAST_AREA: Final = 1e-12
_LENGTH = re.compile(rf"({NUMBER})(?:px)?\Z")
_NUMBERS = re.compile(NUMBER)
_UNITS = re.compile(r"[^-+\s,.0-9eE]")
_PLAIN_UNITS = re.compile(r"(?<=[0-9.])(?:px|deg)\b", re.IGNORECASE)


class Box(Struct, frozen=True):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def moved(self, matrix: Matrix) -> Box:
        """The smallest upright rectangle around it after a transformation."""
        a, b, c, d, e, f = matrix
        corners = [(x, y) for x in (self.left, self.right) for y in (self.top, self.bottom)]
        across = [a * x + c * y + e for x, y in corners]
        down = [b * x + d * y + f for x, y in corners]
        return Box(min(across), min(down), max(across), max(down))

    def meets(self, other: Box) -> bool:
        """Whether both have a point in common."""
        is_beside = self.right < other.left or self.left > other.right
        return not (is_beside or self.bottom < other.top or self.top > other.bottom)

    def within(self, other: Box) -> Box:
        """What of it lies within `other`, which it meets."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def is_wider_than(self, least: float) -> bool:
        """Whether it has more than so much across and down."""
        return min(self.right - self.left, self.bottom - self.top) > least

    def wider(self, by: float) -> Box:
        """The same, with so much more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def covers(self, other: Box) -> bool:
        """Whether all of `other` lies within it."""
        is_wide = self.left <= other.left and self.right >= other.right
        return is_wide and self.top <= other.top and self.bottom >= other.bottom


class View(Struct, frozen=True):
    """What is seen of a picture, in its own units, and how many pixels one of them is."""

    box: Box
    scale: float
    # Of the view box itself: what shares are of.
    width: float
    height: float


def number(value: str) -> float | None:
    """A length in units of the picture; None where it is none."""
    match = _LENGTH.match(value.strip())
    return float(match[1]) if match else None


def view_of(attributes: Mapping[str, str], width: int, height: int) -> View | None:
    """The view of a root that is shown so large; None where its view box says none."""
    written = attributes.get("viewBox")
    if written is None:
        return View(Box(0, 0, width, height), 1, width, height)
    sides = [number(one) for one in written.replace(",", " ").split()]
    known = [side for side in sides if side is not None]
    if len(sides) != 4 or len(known) != 4 or min(known[2:]) <= 0:
        return None
    left, top, across, down = known
    scale = min(width / across, height / down)
    # Where the shapes of view box and picture differ, more is seen at the sides of the box.
    more_x, more_y = width / scale - across, height / scale - down
    box = Box(left - more_x, top - more_y, left + across + more_x, top + down + more_y)
    return View(box, scale, across, down)


def transformed(matrix: Matrix, written: str) -> Matrix | None:
    """`matrix` after the transformations of an attribute; None where they cannot be told."""
    for one in filter(str.strip, written.split(")")):
        name, _, written_values = one.strip(" ,\t\n\r").partition("(")
        inner = _PLAIN_UNITS.sub("", written_values)
        if _UNITS.search(inner):
            return None
        step = _step(name.strip(), [float(found) for found in _NUMBERS.findall(inner)])
        if step is None:
            return None
        matrix = product(matrix, step)
    return matrix


def inverted(matrix: Matrix) -> Matrix | None:
    """The transformation that takes another back; None where it leaves no area."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if not _LEAST_AREA < abs(area) < 1 / _LEAST_AREA:
        return None
    a, b, c, d = d / area, -b / area, -c / area, a / area
    return (a, b, c, d, -a * e - c * f, -b * e - d * f)


def enlarged(matrix: Matrix) -> float:
    """How many times as large a transformation makes things where it does least."""
    a, b, c, d, _, _ = matrix
    area, squares = abs(a * d - b * c), a * a + b * b + c * c + d * d
    most = sqrt((squares + sqrt(max(0, squares * squares - 4 * area * area))) / 2)
    return round(area / most, 9) if most else 0


def product(one: Matrix, other: Matrix) -> Matrix:
    """The transformation `other` within `one`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        *(a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j),
        *(a * k + c * m + e, b * k + d * m + f),
    )


def moved_point(matrix: Matrix, point: complex) -> complex:
    """A point, across and down, after a transformation."""
    a, b, c, d, e, f = matrix
    x, y = point.real, point.imag
    return complex(a * x + c * y + e, b * x + d * y + f)


def _step(name: str, values: list[float]) -> Matrix | None:
    match name, values:
        case "translate", [x, *rest]:
            return (1, 0, 0, 1, x, (*rest, 0)[0])
        case "scale", [x, *rest]:
            return (x, 0, 0, (*rest, x)[0], 0, 0)
        case "rotate", [angle, *rest]:
            x, y, *_ = (*rest, 0, 0)
            turned = product((1, 0, 0, 1, x, y), _turn(angle))
            return product(turned, (1, 0, 0, 1, -x, -y))
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
    return None


def _turn(angle: float) -> Matrix:
    across, up = cos(radians(angle)), sin(radians(angle))
    return (across, up, -up, across, 0, 0)
