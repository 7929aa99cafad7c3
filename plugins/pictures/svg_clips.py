"""What the clipPaths of an SVG picture leave of the letters that they cut."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from msgspec import Struct, field

from plugins.pictures.svg_places import Box, Matrix

# The names of clipPaths in small letters, and the transformation where each of them cuts.
Cuts: TypeAlias = tuple[tuple[str, Matrix | None], ...]

# How often a shape is held against a text; what is asked later is left open.
_MOST_LOOKS: Final = 20_000


class Clips(Struct):
    """The shapes of each clipPath; where one is None, it may lie anywhere."""

    shapes: dict[str, list[Box | None]] = field(default_factory=dict)
    within: dict[str, Cuts] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    is_first: bool = True
    # Its sides are shares of what it cuts.
    is_relative: bool = False
    looks: int = 0

    def open(self, attributes: Mapping[str, str], cuts: Cuts) -> None:
        """A clipPath begins; of several that have one id only the first counts."""
        own_id = attributes.get("id", "")
        self.is_first = own_id not in self.ids
        self.is_relative = attributes.get("clipPathUnits") == "objectBoundingBox"
        self.ids.add(own_id)
        if self.is_first:
            self.shapes.setdefault(own_id.lower(), [])
            self.within[own_id.lower()] = cuts

    def add(self, name: str, box: Box | None, matrix: Matrix | None) -> None:
        """A shape with this `box` stands in the clipPath that was opened last."""
        if self.is_first and (box is None or box.is_wider_than(0)):
            is_known = box is not None and matrix is not None and not self.is_relative
            self.shapes[name].append(box.moved(matrix) if box and matrix and is_known else None)

    def hiding(self, cuts: Cuts, box: Box | None, least: float) -> str:
        """The name of a clipPath that leaves no more than `least` in `box`, or nothing."""
        waiting, reached = [*cuts], set[str]()
        while waiting and self.looks <= _MOST_LOOKS:
            name, matrix = waiting.pop()
            self.looks += 1
            if name in self.shapes and not self._leaves(name, matrix, box, least):
                return name
            if name not in reached:
                reached.add(name)
                waiting += ((one, None) for one, _ in self.within.get(name, ()))
        return ""

    def _leaves(self, name: str, matrix: Matrix | None, box: Box | None, least: float) -> bool:
        for shape in self.shapes[name]:
            self.looks += 1
            if box is None or shape is None or matrix is None or self.looks > _MOST_LOOKS:
                return True
            seen = shape.moved(matrix)
            if seen.meets(box) and seen.within(box).is_wider_than(least):
                return True
        return False
