"""Whether the letters of an SVG picture stand beside one another, as they do where they are read."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from plugins.pictures.svg_lengths import USUAL_SIZE, length
from plugins.pictures.svg_places import View
from plugins.pictures.svg_states import State

# Of the size of letters. Closer than this they lie upon one another; no title is set so far apart.
_LEAST_GAPS: Final = {"letter-spacing": -0.3, "word-spacing": -0.6}
_MOST_GAP: Final = 5
_MOST_SHIFT: Final = 1
_LEAST_WIDTH: Final = 0.15
_MOST_WIDTH: Final = 10


class Fitted(Struct, frozen=True):
    """How long a text is made by its `textLength`, behind so many letters before it."""

    written: str
    before: int

    def room(self, state: State, view: View) -> float:
        """The length that is left; nothing where it cannot be told."""
        return length(self.written, _size(state), view.width) or 0


def pressed(state: State, fitted: Fitted | None, letters: int, view: View) -> str:
    """What sets so many letters upon one another, or out of sight, or nothing."""
    size = _size(state)
    if abs(state.shift) > _MOST_SHIFT * size:
        return f"baseline-shift:{state.shift:g}"
    for name, least in _LEAST_GAPS.items():
        gap = length(state.values[name], size, size)
        if gap is not None and letters > 1 and not least * size <= gap <= _MOST_GAP * size:
            return f"{name}:{state.values[name]}"
    if fitted is None:
        return ""
    usual = size * (letters - fitted.before)
    is_usual = _LEAST_WIDTH * usual <= fitted.room(state, view) <= _MOST_WIDTH * usual
    return "" if is_usual else f"textLength:{fitted.written}"


def _size(state: State) -> float:
    return USUAL_SIZE if state.size is None else state.size
