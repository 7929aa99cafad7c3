"""Notes what is read while a page is made: the page stays right as long as all that is the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Literal, TypeAlias

# What a page may show: each kind has a function in `plugins.pages.values` that tells its value.
Kind: TypeAlias = Literal[
    "article",
    "category",
    "contact",
    "frame",
    "item",
    "near",
    "picture",
    "place",
    "source",
    "table",
    "tag",
    "template",
    "text",
    "word",
]
# The kind and the name of a thing.
Read: TypeAlias = tuple[Kind, str]


class Reads:
    """What was read since the innermost `noted` began, each thing once, in order."""

    def __init__(self) -> None:
        self._open: list[dict[Read, None]] = []

    def add(self, kind: Kind, name: str = "") -> None:
        """Note one thing."""
        if self._open:
            self._open[-1][kind, name] = None

    def again(self, reads: Iterable[Read]) -> None:
        """Note what a finished piece was made from."""
        if self._open:
            self._open[-1].update(dict.fromkeys(reads))

    @contextmanager
    def noted(self) -> Iterator[dict[Read, None]]:
        """Gives the things that are read in the block."""
        found: dict[Read, None] = {}
        self._open.append(found)
        try:
            yield found
        finally:
            self._open.pop()
