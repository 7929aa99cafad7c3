"""Where the letters of an SVG picture stand, as near as can be told without their font."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from plugins.pictures.svg_lengths import USUAL_SIZE, length
from plugins.pictures.svg_paths import box_of
from plugins.pictures.svg_places import Box, View, moved_point
from plugins.pictures.svg_states import State
from plugins.pictures.svg_tracks import Track

WRITTEN: Final = frozenset({"text", "tspan", "textPath"})
# Of the size of a letter: more than any is wide, and than its marks are high.
_REACH: Final = 1.5
# As wide as most are, less than nearly any word has for each of its letters, and how high above
# their line all have something.
_USUAL_WIDTH: Final = 0.5
_LEAST_WIDTH: Final = 0.3
_HEIGHTS: Final = (0.1, 0.45)
# How far below its place a line stands that does not stand upon it.
_BELOW: Final[Mapping[str, float]] = {
    "hanging": 0.75,
    "text-before-edge": 0.8,
    "text-top": 0.8,
    "before-edge": 0.8,
    "middle": 0.25,
    "central": 0.3,
    "mathematical": 0.4,
    "text-after-edge": -0.2,
    "text-bottom": -0.2,
    "after-edge": -0.2,
    "ideographic": -0.1,
}
_MOST_SPOTS: Final = 6
_GAPS = re.compile(r"[\s,]+")


class Pen(Struct):
    """Where a line of letters begins; None where that cannot be told."""

    x: float | None = 0
    y: float | None = 0
    letters: int = 0
    # Those of them that are no blanks, which browsers may leave out, and how many of these stood
    # before the present line.
    seen: int = 0
    begun: int = 0
    # Where single letters stand that are placed each for itself.
    spots: Sequence[complex] = ()
    # The path along which they stand.
    track: Track | None = None
    # How long an element makes them, or nothing.
    room: float = 0

    def move(self, name: str, attributes: Mapping[str, str], state: State, view: View) -> None:
        """A text begins, or a part of one."""
        if name == "text":
            self.x, self.y, self.letters, self.seen, self.begun = 0, 0, 0, 0, 0
            self.track = None
        if name == "text" or "x" in attributes or "y" in attributes:
            self.begun, self.spots = self.seen, self._spots(attributes, state, view)
        if name == "textPath":
            self.x = self.y = None
        size = USUAL_SIZE if state.size is None and not state.is_sized else state.size
        self.x = _moved(self.x, attributes, "x", size, view.width)
        self.y = _moved(self.y, attributes, "y", size, view.height)

    def write(self, letters: int, seen: int) -> None:
        """So many letters follow, and so many of them that are no blanks."""
        self.letters += letters
        self.seen += seen

    def box(self, state: State, usual: float) -> Box | None:
        """What the letters may cover that were written so far; None where nobody can tell.

        They are `usual` ones where nothing is said of their size.
        """
        around = self.around()
        if around is None or not state.is_placed or state.matrix is None:
            return None
        size = usual if state.size is None else state.size
        gaps = sum(_gap(state, one) for one in ("letter-spacing", "word-spacing"))
        width = max(self.room, self.letters * (size * _REACH + gaps))
        is_first = state.values["text-anchor"] == "start" and not gaps
        up = size * _REACH
        left = around.left - (up if is_first else width)
        box = Box(left, around.top - up, around.right + width, around.bottom + up)
        return box.moved(state.matrix)

    def points(self, state: State, letters: int) -> list[complex]:
        """Points of the picture that lie upon the last `letters`; none where nobody can tell."""
        if not state.is_placed or state.matrix is None:
            return []
        size = USUAL_SIZE if state.size is None else state.size
        below = _BELOW.get(state.values["dominant-baseline"], 0)
        spots = self._spread(state, letters, size)
        lifted = (one + 1j * size * (below - height) for one in spots for height in _HEIGHTS)
        return [moved_point(state.matrix, one) for one in lifted]

    def is_off_track(self, state: State, letters: int) -> bool:
        """Whether most of the last `letters` stand beyond the path along which they are set."""
        if self.track is None:
            return False
        size = USUAL_SIZE if state.size is None else state.size
        width = letters * _LEAST_WIDTH * size
        before = max(0, self.seen - self.begun - letters) * _LEAST_WIDTH * size
        return not self.track.shows(_begin(state, width, before), width)

    def _spots(self, attributes: Mapping[str, str], state: State, view: View) -> list[complex]:
        """Where single letters stand, if an element tells more than one place."""
        across = _places(self.x, attributes.get("x", ""), state.size, view.width)
        down = _places(self.y, attributes.get("y", ""), state.size, view.height)
        count = max(len(across), len(down))
        pairs = [
            ((across[at:] or across[-1:])[0], (down[at:] or down[-1:])[0]) for at in range(count)
        ]
        known = [complex(x, y) for x, y in pairs if x is not None and y is not None]
        return known if len(known) > 1 else []

    def _spread(self, state: State, letters: int, size: float) -> list[complex]:
        """Where some of the last `letters` stand."""
        if self.spots:
            step = max(1, len(self.spots) // _MOST_SPOTS)
            return [one + size * _LEAST_WIDTH / 2 for one in self.spots[::step]]
        width = letters * _LEAST_WIDTH * size
        width = min(width, self.room or width)
        before = max(0, self.seen - self.begun - letters) * _USUAL_WIDTH * size
        begin, count = _begin(state, width, before), min(_MOST_SPOTS, letters)
        steps = [begin + width * (at + 0.5) / count for at in range(count)]
        if self.track:
            return [self.track.place(one) for one in steps]
        if self.x is None or self.y is None:
            return []
        return [complex(self.x + one, self.y) for one in steps]

    def around(self) -> Box | None:
        """The box of where the letters stand, or their line begins."""
        if self.track:
            return self.track.box
        if self.spots:
            return box_of([self.spots])
        if self.x is None or self.y is None:
            return None
        return Box(self.x, self.y, self.x, self.y)


def _begin(state: State, width: float, before: float) -> float:
    """How far from their place letters begin that are so wide, behind others on their line."""
    shares = {"middle": -0.5, "end": -1.0}
    anchor = state.values["text-anchor"]
    return shares[anchor] * width if anchor in shares else before


def _places(
    place: float | None, written: str, size: float | None, whole: float
) -> list[float | None]:
    """The coordinates of single letters; that of the line where an element tells none."""
    if not written:
        return [place]
    return [length(one, size, whole) for one in _GAPS.split(written.strip())]


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
