"""Where the letters of an SVG picture stand, as near as can be told without their font."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from plugins.pictures.svg_lengths import length
from plugins.pictures.svg_places import Box, View
from plugins.pictures.svg_states import State

WRITTEN: Final = frozenset({"text", "tspan", "textPath"})
# Of the size of a letter: more than any is wide, and than its marks are high.
_REACH: Final = 1.5


class Pen(Struct):
    """Where a line of letters begins; None where that cannot be told."""

    x: float | None = 0
    y: float | None = 0
    letters: int = 0
    # Those of them that are no blanks, which browsers may leave out.
    seen: int = 0

    def move(self, name: str, attributes: Mapping[str, str], state: State, view: View) -> None:
        """A text begins, or a part of one."""
        if name == "text":
            self.x, self.y, self.letters, self.seen = 0, 0, 0, 0
        if name == "textPath":
            self.x = self.y = None
        self.x = _moved(self.x, attributes, "x", state.size, view.width)
        self.y = _moved(self.y, attributes, "y", state.size, view.height)

    def box(self, state: State, usual: float) -> Box | None:
        """What the letters may cover that were written so far; None where nobody can tell.

        They are `usual` ones where nothing is said of their size.
        """
        if self.x is None or self.y is None or not state.is_placed or state.matrix is None:
            return None
        size = usual if state.size is None else state.size
        gaps = sum(_gap(state, one) for one in ("letter-spacing", "word-spacing"))
        width = self.letters * (size * _REACH + gaps)
        is_first = state.values["text-anchor"] == "start" and not gaps
        left = size if is_first else width
        box = Box(self.x - left, self.y - size * _REACH, self.x + width, self.y + size * _REACH)
        return box.moved(state.matrix)


def _gap(state: State, name: str) -> float:
    return abs(length(state.values[name], state.size, None) or 0)


def _moved(
    place: float | None, attributes: Mapping[str, str], name: str, size: float | None, whole: float
) -> float | None:
    """A coordinate after those of an element; several of them place each letter for itself."""
    if name in attributes:
        place = length(attributes[name], size, whole)
    step = length(attributes.get(f"d{name}", "0"), size, whole)
    return None if place is None or step is None else place + step
