"""What an SVG picture stores for later, and whether anything that is drawn refers to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct, field, structs

STORES: Final = frozenset({"defs", "symbol", "clipPath", "mask", "pattern", "marker"})
# What is painted where a property refers to it.
PAINTED: Final = STORES - {"defs", "symbol"}


class StoredText(Struct, frozen=True):
    """What is written at a `place` of the picture, in a store, under its ids there."""

    place: int
    line: int
    store: str
    ids: frozenset[str]
    # What hides it, wherever it is drawn.
    why: str


class Stores(Struct):
    """Stored texts, and what refers to what; `kinds` are the names of all elements with ids."""

    kinds: Mapping[str, str]
    has_markers: bool = False
    texts: list[StoredText] = field(default_factory=list)
    drawn: set[str] = field(default_factory=set)
    within: dict[str, set[str]] = field(default_factory=dict)

    def draw(self, links: Iterable[str]) -> None:
        """What is painted refers to `links`, by something else than a `use`."""
        self.drawn.update(self._painted(links))

    def refer(self, ids: Iterable[str], name: str, links: Sequence[str]) -> None:
        """An element that is stored under any of `ids` refers to `links`."""
        drawn = links if name == "use" else self._painted(links)
        for one in ids:
            self.within.setdefault(one, set()).update(drawn)

    def unseen(self, used: Collection[int]) -> StoredText | None:
        """The first text that nothing draws, or that is hidden where it is drawn.

        What stands at the places that are `used` is drawn by a `use`.
        """
        reached, waiting = set[str](), list(self.drawn)
        while waiting:
            one = waiting.pop()
            if one not in reached:
                reached.add(one)
                waiting += self.within.get(one, ())
        for text in self.texts:
            if text.place not in used:
                if text.ids.isdisjoint(reached):
                    return structs.replace(text, why="")
                if text.why:
                    return text
        return None

    def _painted(self, links: Iterable[str]) -> list[str]:
        return [one for one in links if self.kinds.get(one) in PAINTED]
