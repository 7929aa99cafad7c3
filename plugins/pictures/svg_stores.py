"""What an SVG picture stores for later, and whether anything that is drawn refers to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct, field

STORES: Final = frozenset({"defs", "symbol", "clipPath", "mask", "pattern", "marker"})


class Stores(Struct):
    """Stored texts, each with its line, its store and its ids, and what refers to what."""

    texts: list[tuple[int, str, frozenset[str]]] = field(default_factory=list)
    drawn: set[str] = field(default_factory=set)
    within: dict[str, set[str]] = field(default_factory=dict)

    def refer(self, ids: Iterable[str], links: Sequence[str]) -> None:
        """What is stored under any of `ids` refers to `links`."""
        for one in ids:
            self.within.setdefault(one, set()).update(links)

    def unused(self) -> tuple[int, str]:
        """The line of the first text that nothing draws, and where it is stored."""
        reached, waiting = set[str](), list(self.drawn)
        while waiting:
            one = waiting.pop()
            if one not in reached:
                reached.add(one)
                waiting += self.within.get(one, ())
        found = ((line, store) for line, store, ids in self.texts if ids.isdisjoint(reached))
        return next(found, (0, ""))
