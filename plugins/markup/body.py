"""A converted text: pieces of safe HTML with slots for what depends on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from plugins.spam.inspect import Finding

LinkKind: TypeAlias = Literal["file", "static", "fragment", "outside", "contact", "wrong"]


class LinkSlot(msgspec.Struct, frozen=True, array_like=True, tag="link"):
    """The value of an `href` or `src`: what it leads to is known only on a page.

    `raw` is what the editor wrote; `target` is a content path, a host, or the whole address.
    """

    kind: LinkKind
    raw: str
    target: str = ""
    fragment: str = ""
    picture: bool = False


class ComparisonSlot(msgspec.Struct, frozen=True, array_like=True, tag="comparison"):
    """The place of a comparison table."""

    id: str


Slot: TypeAlias = LinkSlot | ComparisonSlot
Piece: TypeAlias = str | Slot


class Heading(Struct, frozen=True):
    """A heading in a text: its level (2 to 6), its id, and its words."""

    level: int
    id: str
    text: str


class Fault(Struct, frozen=True):
    """What is wrong with a text: a problem code, the line in the text from 1, and what it names.

    `more` is what the code needs besides: the element of an attribute, or a limit.
    """

    code: str
    line: int
    value: str = ""
    more: str = ""


class Body(Struct, frozen=True):
    """A converted text; `text` is its words without any markup, `suspects` may be spam.

    `timed_out` says that it is empty because its time was up, which another machine may not say.
    """

    pieces: tuple[Piece, ...] = ()
    headings: tuple[Heading, ...] = ()
    ids: frozenset[str] = frozenset()
    text: str = ""
    faults: tuple[Fault, ...] = ()
    suspects: tuple[Finding, ...] = ()
    timed_out: bool = False

    @property
    def outline(self) -> Outline:
        """What is known of it without its words."""
        slots = tuple(piece for piece in self.pieces if not isinstance(piece, str))
        words = self.text.count(" ") + 1 if self.text.strip() else 0
        return Outline(slots, self.headings, self.ids, words, not self.pieces, self.faults)


class Outline(Struct, frozen=True):
    """What is known of a converted text without its words, of which there are `words`."""

    slots: tuple[Slot, ...] = ()
    headings: tuple[Heading, ...] = ()
    ids: frozenset[str] = frozenset()
    words: int = 0
    is_empty: bool = True
    faults: tuple[Fault, ...] = ()

    def links(self) -> Iterator[LinkSlot]:
        """Every link and picture, in order."""
        return (slot for slot in self.slots if isinstance(slot, LinkSlot))

    def comparisons(self) -> Iterator[str]:
        """The ids of the comparisons shown, in order."""
        return (slot.id for slot in self.slots if isinstance(slot, ComparisonSlot))


def fill(
    pieces: tuple[Piece, ...],
    link: Callable[[LinkSlot], str],
    comparison: Callable[[ComparisonSlot], str],
) -> str:
    """The HTML of `pieces`; `link` gives an escaped attribute value, `comparison` a table."""
    return "".join(
        piece
        if isinstance(piece, str)
        else link(piece)
        if isinstance(piece, LinkSlot)
        else comparison(piece)
        for piece in pieces
    )


def pieces_to_bytes(pieces: Sequence[Piece]) -> bytes:
    """`pieces` without what their slots say: that is kept in the outline, in the same order."""
    return msgspec.msgpack.encode([piece if isinstance(piece, str) else None for piece in pieces])


def pieces_from_bytes(data: bytes, slots: Sequence[Slot]) -> tuple[Piece, ...]:
    """The pieces that `pieces_to_bytes` was given; ValueError when these are none of `slots`."""
    pieces = _DECODER.decode(data)
    if pieces.count(None) != len(slots):
        raise ValueError("pieces and slots of different texts")
    rest = iter(slots)
    return tuple(next(rest) if piece is None else piece for piece in pieces)


_DECODER = msgspec.msgpack.Decoder(list[str | None])
