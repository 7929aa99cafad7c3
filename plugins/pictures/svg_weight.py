"""How much an SVG picture makes a browser draw, when all references are followed.

A few lines that refer to each other can stand for billions of shapes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct, field

from plugins.pictures.picture import PictureError

_HEAVIEST: Final = 100_000


class _Group(Struct):
    """What stands in an element that has an id: how many elements, and what they refer to."""

    elements: int = 0
    links: list[str] = field(default_factory=list)

    def add(self, other: _Group) -> None:
        """Count what stands in `other` too."""
        self.elements += other.elements
        self.links += other.links


class Weights(Struct):
    """Counts elements and references while a file is read; the empty id stands for all of it."""

    groups: dict[str, _Group] = field(default_factory=lambda: {"": _Group()})
    open: list[tuple[str, _Group]] = field(default_factory=list)
    elements: int = 0

    def start(self, name: str, links: Sequence[str]) -> None:
        """An element begins that has the id `name`, or none, and these references."""
        self.open.append((name, _Group(1, [*links])))
        self.elements += 1
        if self.elements > _HEAVIEST:
            raise PictureError("svg-qua-nang")

    def end(self) -> None:
        """The last element that began ends: all that stands in it does in what it stands in."""
        name, group = self.open.pop()
        if name:
            self.groups.setdefault(name, _Group()).add(group)
        above = self.open[-1][1] if self.open else self.groups[""]
        above.add(group)

    def check(self) -> None:
        """Refuse a file that refers to itself in a circle, or is too heavy."""
        known: dict[str, int] = {}
        for name in self._inner_first():
            group = self.groups.get(name, _Group())
            known[name] = group.elements + sum(known[link] for link in group.links)
            if known[name] > _HEAVIEST:
                raise PictureError("svg-qua-nang")

    def _inner_first(self) -> list[str]:
        """All ids that are reached, each after those that it refers to."""
        done: dict[str, None] = {}
        waiting: list[tuple[str, bool]] = [("", False)]
        under_way: set[str] = set()
        while waiting:
            name, is_left = waiting.pop()
            if is_left:
                under_way.discard(name)
                done[name] = None
            elif name in under_way:
                raise PictureError("svg-qua-nang")
            elif name not in done:
                under_way.add(name)
                waiting.append((name, True))
                links = self.groups[name].links if name in self.groups else ()
                waiting += [(link, False) for link in set(links)]
        return list(done)
