"""What a shape of an SVG picture paints: its area, and the outline around it."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from msgspec import Struct

from plugins.pictures.svg_places import Box, Matrix, inverted, moved_point
from plugins.pictures.svg_shapes import Figure


class Outline(Struct):
    """A figure where it is drawn, with an outline that reaches so far on both sides of its lines."""

    figure: Figure
    matrix: Matrix
    reach: float = 0
    is_even: bool = False
    # Found when it is asked for: for most shapes it never is.
    box: Box | None = None

    def meets(self, other: Box) -> bool:
        """Whether what is painted may have a point in common with a box of the picture."""
        box = self.around()
        if box is None:
            return True
        return box.meets(other) and box.is_wider_than(0) and bool(self.figure.lines())

    def around(self) -> Box | None:
        """The box in which all of it lies; None where it cannot be told."""
        if self.box is None and (own := self.figure.box()):
            # Where two lines meet the outline may reach further.
            wider = self.reach if self.figure.name == "rect" else 4 * self.reach
            self.box = own.wider(wider).moved(self.matrix)
        return self.box

    def holds(self, point: complex, least: float) -> tuple[bool, bool]:
        """Whether a point of the picture lies in the area, and whether in the outline.

        One that is not so wide as `least` is a mere line.
        """
        inverse = inverted(self.matrix)
        if inverse is None:
            return False, False
        own = moved_point(inverse, point)
        width = 2 * self.reach * max(hypot(*self.matrix[:2]), hypot(*self.matrix[2:4]))
        return self._is_within(own), width > least and self._is_beside(own)

    def corners(self) -> int:
        """How many there are, by which the time grows that `holds` takes."""
        return sum(map(len, self.figure.lines()))

    def _is_within(self, point: complex) -> bool:
        turns = crossings = 0
        for line in self.figure.lines():
            for one, other in pairwise((*line, line[0])):
                if (one.imag <= point.imag) == (other.imag <= point.imag):
                    continue
                share = (point.imag - one.imag) / (other.imag - one.imag)
                if one.real + share * (other.real - one.real) > point.real:
                    turns += 1 if other.imag > one.imag else -1
                    crossings += 1
        return crossings % 2 == 1 if self.is_even else turns != 0

    def _is_beside(self, point: complex) -> bool:
        pairs = (pair for line in self.figure.lines() for pair in pairwise(line))
        return any(_distance(point, *pair) <= self.reach for pair in pairs)


def _distance(point: complex, one: complex, other: complex) -> float:
    along = other - one
    if along == 0:
        return abs(point - one)
    share = ((point - one) * along.conjugate()).real / abs(along) ** 2
    return abs(point - one - along * min(max(share, 0), 1))
