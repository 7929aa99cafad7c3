"""An SVG picture as it was read: its elements and texts in their order, and its style sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct, field


class Element(Struct, frozen=True, gc=False):
    """An element that begins on a `line`, and the ids that it refers to."""

    name: str
    attributes: Mapping[str, str]
    line: int
    links: Sequence[str]


class Words(Struct, frozen=True, gc=False):
    """What is written on a `line`, with so many letters, in the innermost open element."""

    text: str
    letters: int
    line: int


# None where the last element that began ends.
Event: TypeAlias = Element | Words | None


class Scene(Struct):
    """All of a picture, of that size in pixels."""

    size: tuple[int, int] = (0, 0)
    events: list[Event] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    # Each with the line on which it ends.
    sheets: list[tuple[str, int]] = field(default_factory=list)
    sheet_links: list[str] = field(default_factory=list)

    def spans(self) -> dict[str, tuple[int, int]]:
        """Where the events of each element with an id stand; of equal ids the first counts."""
        starts: dict[str, int] = {}
        found: dict[str, tuple[int, int]] = {}
        names: list[str] = []
        for place, event in enumerate(self.events):
            if isinstance(event, Element):
                own = event.attributes.get("id", "")
                is_first = own != "" and starts.setdefault(own, place) == place
                names.append(own if is_first else "")
            elif event is None and (own := names.pop()):
                found[own] = (starts[own], place + 1)
        return found

    def within(self, own_id: str, spans: Mapping[str, tuple[int, int]]) -> list[Element]:
        """The element with an id, and those in it."""
        start, end = spans[own_id]
        return [one for one in self.events[start:end] if isinstance(one, Element)]
