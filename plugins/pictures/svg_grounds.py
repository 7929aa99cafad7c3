"""What lies under the letters of an SVG picture, and what upon them."""

from __future__ import annotations

from typing import Final

from msgspec import Struct, field

from plugins.pictures.svg_colours import WHITE, Colour, are_alike
from plugins.pictures.svg_places import Box

# How often a shape is held against a text; what is asked later is left open.
_MOST_LOOKS: Final = 100_000


class Shape(Struct, frozen=True):
    """What is painted; a box that is None may lie anywhere, and a colour may be any."""

    box: Box | None
    colour: Colour | None
    is_cover: bool

    def covers(self, box: Box) -> bool:
        """Whether nothing in `box` is seen through it."""
        return self.is_cover and self.box is not None and self.box.covers(box)


class Grounds(Struct):
    """The shapes in the order in which they are painted, upon a page."""

    page: Colour | None = WHITE
    shapes: list[Shape] = field(default_factory=list)
    looks: int = 0

    def shows(self, colours: tuple[Colour | None, ...], box: Box | None, below: int) -> bool:
        """Whether any of `colours` may be seen in `box`, upon the first shapes."""
        for place in range(below - 1, -1, -1):
            shape = self.shapes[place]
            self.looks += 1
            if self.looks > _MOST_LOOKS:
                return True
            if box is None or shape.box is None or shape.box.meets(box):
                if _stands_out(colours, shape.colour):
                    return True
                if box is not None and shape.covers(box):
                    return False
        return _stands_out(colours, self.page)

    def hides(self, box: Box | None, below: int) -> bool:
        """Whether one of the shapes behind the first ones covers all of `box`."""
        for place in range(below, len(self.shapes) if box else 0):
            self.looks += 1
            if self.looks > _MOST_LOOKS:
                return False
            if box and self.shapes[place].covers(box):
                return True
        return False


def _stands_out(colours: tuple[Colour | None, ...], ground: Colour | None) -> bool:
    return not all(are_alike(one, ground) for one in colours)
