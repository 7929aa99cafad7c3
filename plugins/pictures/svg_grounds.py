"""What lies under the letters of an SVG picture, and what upon them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul
from typing import Final

from msgspec import Struct, field

from plugins.pictures.svg_clips import Clips, Cuts
from plugins.pictures.svg_colours import WHITE, are_alike, is_faint
from plugins.pictures.svg_grid import Grid
from plugins.pictures.svg_outlines import Outline
from plugins.pictures.svg_paints import ANY, Tint
from plugins.pictures.svg_places import Box

# How often a shape is held against a text; what is asked later is left open.
_MOST_LOOKS: Final = 100_000
# The same for the corners of shapes that points lie in.
_MOST_CORNERS: Final = 400_000
# Of the points upon a text: where so many are hidden, it is.
_MOST_HIDDEN: Final = 0.5
# So many different colours are not looked through for each text.
_MANY: Final = 64
# Half as far as a point reaches, for clipPaths, which leave areas.
_POINT: Final = 0.001


class Shape(Struct, frozen=True):
    """What is painted, and of what share of it nothing is seen below.

    An outline that is None may be any.
    """

    outline: Outline | None
    tint: Tint = ANY
    fill: float = 0
    stroke: float = 0
    cuts: Cuts = ()
    # Something else is painted wherever it ends or turns.
    is_marked: bool = False

    def name(self) -> str:
        """What the shape is."""
        return self.outline.figure.name if self.outline else ""

    def around(self) -> Box | None:
        """The box in which all of it lies; None where it cannot be told."""
        return None if self.outline is None or self.is_marked else self.outline.around()

    def may_meet(self, box: Box | None) -> bool:
        """Whether something of it may lie in `box`."""
        if box is None or self.outline is None or self.is_marked:
            return True
        return self.outline.meets(box)


class Grounds(Struct):
    """The shapes in the order in which they are painted, upon a page."""

    clips: Clips
    page: Tint = (WHITE,)
    # What is seen of the picture; None where that cannot be told.
    frame: Box | None = None
    grid: Grid | None = None
    shapes: list[Shape] = field(default_factory=list)
    tints: set[Tint] = field(default_factory=set)
    looks: int = 0
    corners: int = 0

    def add(self, shape: Shape) -> None:
        """Another shape is painted upon all that was."""
        self.shapes.append(shape)
        self.tints.add(shape.tint)

    def shows(
        self,
        letters: tuple[Tint, ...],
        box: Box | None,
        points: Sequence[complex],
        below: int,
    ) -> bool:
        """Whether any paint of `letters` may be seen in `box` and at `points`, upon the first shapes."""
        if len(self.tints) < _MANY and all(
            _stands_out(letters, one) for one in (self.page, *self.tints)
        ):
            return True
        for place in reversed(self._near(box)):
            if place >= below:
                continue
            shape = self.shapes[place]
            self.looks += 1
            if self.looks > _MOST_LOOKS or self.corners > _MOST_CORNERS:
                return True
            if shape.may_meet(box):
                if _stands_out(letters, shape.tint):
                    return True
                if points and all(is_faint(one) for one in self._left(shape, points)):
                    return False
        return _stands_out(letters, self.page)

    def hiding(self, points: Sequence[complex], below: int) -> str:
        """The name of a shape that hides most of `points` with others behind the first ones, or nothing."""
        if not points or below == len(self.shapes):
            return ""
        left, around = [1.0] * len(points), box_around(points)
        for place in self._near(around):
            if place < below:
                continue
            self.looks += 1
            if self.looks > _MOST_LOOKS or self.corners > _MOST_CORNERS:
                return ""
            shape = self.shapes[place]
            if shape.outline and shape.outline.meets(around):
                left = [*map(mul, left, self._left(shape, points))]
                if sum(map(is_faint, left)) >= _MOST_HIDDEN * len(left):
                    return shape.name()
        return ""

    def _near(self, box: Box | None) -> Sequence[int]:
        """The places of the shapes that may have something in `box`."""
        if box is None or self.frame is None:
            return range(len(self.shapes))
        if self.grid is None:
            self.grid = Grid(self.frame)
            self.grid.fill(one.around() for one in self.shapes)
        return self.grid.near(box)

    def _left(self, shape: Shape, points: Sequence[complex]) -> list[float]:
        """How much of what lies under a shape is seen at each of `points`, which come in pairs."""
        if shape.outline is None:
            return [1.0] * len(points)
        self.corners += shape.outline.corners() * len(points)
        thin = abs(points[1] - points[0]) / 2
        return [self._left_at(shape, shape.outline, point, thin) for point in points]

    def _left_at(self, shape: Shape, outline: Outline, point: complex, thin: float) -> float:
        around = box_around([point])
        if not outline.meets(around):
            return 1
        is_within, is_beside = outline.holds(point, thin)
        left = (1 - shape.fill * is_within) * (1 - shape.stroke * is_beside)
        is_cut = left < 1 and self.clips.hiding(shape.cuts, around.wider(_POINT), 0)
        return 1 if is_cut else left


def box_around(points: Sequence[complex]) -> Box:
    """The smallest upright rectangle around `points`."""
    across, down = [one.real for one in points], [one.imag for one in points]
    return Box(min(across), min(down), max(across), max(down))


def _stands_out(letters: tuple[Tint, ...], ground: Tint) -> bool:
    return any(
        all(not are_alike(one, other) for one in tint for other in ground) for tint in letters
    )
