"""Which shapes of an SVG picture may have something in common with a box of it.

A picture holds thousands of shapes and of texts, and most are far from one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from msgspec import Struct, field

from plugins.pictures.svg_places import Box

# So many cells across, and as many down.
_CELLS: Final = 32
# What lies in more cells than these is asked of always.
_MOST_CELLS: Final = 64


class Grid(Struct):
    """Numbers of boxes by the cells of a `frame` in which they lie."""

    frame: Box
    cells: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    wide: list[int] = field(default_factory=list)

    def fill(self, boxes: Iterable[Box | None]) -> None:
        """Number `boxes` as they come; where one is None, it may lie anywhere."""
        for number, box in enumerate(boxes):
            cells = list(self._cells(box)) if box else []
            if 0 < len(cells) <= _MOST_CELLS:
                for cell in cells:
                    self.cells.setdefault(cell, []).append(number)
            else:
                self.wide.append(number)

    def near(self, box: Box) -> list[int]:
        """The numbers of those that may meet `box`, in their order."""
        found = set(self.wide)
        for cell in self._cells(box):
            found.update(self.cells.get(cell, ()))
        return sorted(found)

    def _cells(self, box: Box) -> Iterator[tuple[int, int]]:
        frame = self.frame
        across = _span(box.left - frame.left, box.right - frame.left, frame.right - frame.left)
        down = _span(box.top - frame.top, box.bottom - frame.top, frame.bottom - frame.top)
        return product(across, down)


def _span(first: float, last: float, whole: float) -> range:
    """The cells between two places; what lies outside is in the cells at the edge.

    None are told where a place is no number.
    """
    if not first <= last:
        return range(0)
    return range(_cell(first / whole), _cell(last / whole) + 1)


def _cell(share: float) -> int:
    return int(min(max(share, 0), 1 - 1 / _CELLS / 2) * _CELLS)
