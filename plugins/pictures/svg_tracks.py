"""The paths along which the letters of an SVG picture are set."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from msgspec import Struct, structs

from plugins.pictures.svg_lengths import length
from plugins.pictures.svg_paths import box_of
from plugins.pictures.svg_places import SAME, Box, moved_point, transformed
from plugins.pictures.svg_shapes import Figure

# Of letters that begin or end beyond a path browsers draw none.
_LEAST_SHOWN: Final = 0.5


class Track(Struct, frozen=True):
    """The steps of a path, where each ends, and how far from the beginning a text is set.

    `told` is the length that the path says of itself, by which browsers count.
    """

    steps: Sequence[tuple[complex, complex]]
    ends: Sequence[float]
    box: Box
    told: float | None = None
    offset: float = 0

    @property
    def length(self) -> float:
        """How long the path is."""
        return self.ends[-1] if self.ends else 0

    def begun(self, written: str) -> Track | None:
        """The track of a text that begins at such an offset; None where nobody can tell."""
        offset = length(written, None, self.length)
        if offset is None:
            return None
        is_share = written.strip().endswith("%")
        times = self.length / self.told if self.told and not is_share else 1
        return structs.replace(self, offset=offset * times)

    def shows(self, begin: float, width: float) -> bool:
        """Whether most of what is `width` long and begins so far behind the offset is drawn."""
        at = self.offset + begin
        return min(at + width, self.length) - max(at, 0) >= _LEAST_SHOWN * width > 0

    def place(self, begin: float) -> complex:
        """The point of the path so far behind the offset."""
        at = min(max(self.offset + begin, 0), self.length)
        found = min(bisect_left(self.ends, at), len(self.ends) - 1)
        one, other = self.steps[found]
        size = abs(other - one)
        return other - (other - one) * (self.ends[found] - at) / size if size else other


def track_of(path: Figure) -> Track | None:
    """The track of a path; None where nobody can tell where it lies."""
    matrix = transformed(SAME, path.attributes.get("transform", ""))
    if matrix is None:
        return None
    lines = [[moved_point(matrix, point) for point in line] for line in path.lines()]
    steps = [step for line in lines for step in pairwise(line)]
    ends = [*accumulate(abs(other - one) for one, other in steps)]
    return Track(
        steps, ends, box_of(lines), length(path.attributes.get("pathLength", ""), None, None)
    )
