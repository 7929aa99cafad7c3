"""Lists with numbers, which Markdown counts on from the first whatever the others are."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from markdown.blockparser import BlockParser
from markdown.extensions.sane_lists import SaneOListProcessor
from msgspec import Struct

# A list does not begin with a longer number: the sanitiser takes that for none.
_MOST_DIGITS: Final = 4
_FIRST: Final = 1


class NumberedItem(Struct, frozen=True):
    """An item as it is written, its number there, and the list with its place in that."""

    written: str
    number: int
    parent: ET.Element
    place: int

    @property
    def shown(self) -> int:
        """The number that readers see."""
        first = self.parent.get("start", "")
        return self.place + (int(first) if 0 < len(first) <= _MOST_DIGITS else _FIRST)


class Renumbered(NamedTuple):
    """An item that readers see with another number than is written."""

    written: str
    shown: int


class OrderedLists(SaneOListProcessor):
    """Lists as Markdown reads them; they put their items into `items`."""

    def __init__(self, parser: BlockParser, items: list[NumberedItem]) -> None:
        super().__init__(parser)
        self._items = items

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Write the items of the first block."""
        found = [match for line in blocks[0].split("\n") if (match := self.CHILD_RE.match(line))]
        before = self.lastChild(parent)
        place = len(before) if before is not None and before.tag == self.TAG else 0
        super().run(parent, blocks)
        made = self.lastChild(parent)
        if made is None or made.tag != self.TAG or len(made) - place != len(found):
            return
        for index, match in enumerate(found, place):
            number = int(match[1][:_MOST_DIGITS].rstrip("."))
            self._items.append(NumberedItem(match[0], number, made, index))


def renumbered(items: Iterable[NumberedItem]) -> Iterator[Renumbered]:
    """The first item of each list that has another number than is written.

    Whoever writes the same 1 before all of them leaves the numbers to Markdown.
    """
    lists: dict[int, list[NumberedItem]] = {}
    for item in items:
        lists.setdefault(id(item.parent), []).append(item)
    for members in lists.values():
        wrong = next((item for item in members if item.number != item.shown), None)
        if wrong and any(item.number != _FIRST for item in members):
            yield Renumbered(wrong.written, wrong.shown)
