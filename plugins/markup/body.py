"""A converted text: pieces of safe HTML with slots for what depends on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from typing import Any, Literal, TypeAlias

from plugins.spam.inspect import Finding

LinkKind: TypeAlias = Literal["file", "static", "fragment", "outside", "contact", "wrong"]


@dataclass(frozen=True, slots=True)
class LinkSlot:
    """The value of an `href` or `src`: what it leads to is known only on a page.

    `raw` is what the editor wrote; `target` is a content path, a host, or the whole address.
    """

    kind: LinkKind
    raw: str
    target: str = ""
    fragment: str = ""
    picture: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonSlot:
    """The place of a comparison table."""

    id: str


Piece: TypeAlias = str | LinkSlot | ComparisonSlot


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in a text: its level (2 to 6), its id, and its words."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text: a problem code, the line in the text from 1, and what it names.

    `more` is what the code needs besides: the element of an attribute, or a limit.
    """

    code: str
    line: int
    value: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Body:
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

    def links(self) -> Iterator[LinkSlot]:
        """Every link and picture, in order."""
        return (piece for piece in self.pieces if isinstance(piece, LinkSlot))

    def comparisons(self) -> Iterator[str]:
        """The ids of the comparisons shown, in order."""
        return (piece.id for piece in self.pieces if isinstance(piece, ComparisonSlot))


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


def body_to_plain(body: Body) -> list[Any]:
    """`body` as lists and texts, for keeping; one that timed out is not kept."""
    pieces = [
        piece
        if isinstance(piece, str)
        else ["link", *astuple(piece)]
        if isinstance(piece, LinkSlot)
        else ["comparison", piece.id]
        for piece in body.pieces
    ]
    headings = [astuple(heading) for heading in body.headings]
    faults = [astuple(fault) for fault in body.faults]
    suspects = [astuple(finding) for finding in body.suspects]
    return [pieces, headings, sorted(body.ids), body.text, faults, suspects]


def body_from_plain(plain: list[Any]) -> Body:
    """The body that `body_to_plain` was given."""
    pieces, headings, ids, text, faults, suspects = plain
    return Body(
        tuple(_piece(piece) for piece in pieces),
        tuple(Heading(*heading) for heading in headings),
        frozenset(ids),
        text,
        tuple(Fault(*fault) for fault in faults),
        tuple(_suspect(finding) for finding in suspects),
    )


def _suspect(plain: list[Any]) -> Finding:
    sentence, offset, points, reasons, *rest = plain
    return Finding(sentence, offset, points, tuple(reasons), *rest)


def _piece(plain: Any) -> Piece:
    if isinstance(plain, str):
        return plain
    kind, *values = plain
    return LinkSlot(*values) if kind == "link" else ComparisonSlot(*values)
