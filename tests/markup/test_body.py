"""Bodies: filled with what depends on the page, kept and read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.markup.body import (
    Body,
    ComparisonSlot,
    LinkSlot,
    Piece,
    fill,
    pieces_from_bytes,
    pieces_to_bytes,
)

KINDS = st.sampled_from(["file", "static", "fragment", "outside", "contact", "wrong"])
LINKS = st.builds(LinkSlot, KINDS, st.text(), st.text(), st.text(), st.booleans())
PIECES = st.one_of(st.text(), LINKS, st.builds(ComparisonSlot, st.text()))
BODY = Body(
    ('<a href="', LinkSlot("fragment", "#a", fragment="a"), '">a</a>', ComparisonSlot("bang"))
)


@given(st.lists(PIECES))
def test_pieces_that_were_kept_are_the_same(pieces: list[Piece]) -> None:
    """Nothing is lost on the way to a store and back."""
    slots = [piece for piece in pieces if not isinstance(piece, str)]

    assert pieces_from_bytes(pieces_to_bytes(pieces), slots) == tuple(pieces)


def test_pieces_of_another_text_are_refused() -> None:
    """Slots that do not fit are never filled."""
    with pytest.raises(ValueError, match="different texts"):
        pieces_from_bytes(pieces_to_bytes(BODY.pieces), [])


def test_slots_are_filled_in_their_places() -> None:
    """A page gives each address and each table."""
    html = fill(BODY.pieces, lambda slot: f"?{slot.fragment}", lambda slot: f"[{slot.id}]")

    assert html == '<a href="?a">a</a>[bang]'


def test_links_and_comparisons_are_found() -> None:
    """Checks need not read the HTML."""
    assert [slot.raw for slot in BODY.outline.links()] == ["#a"]
    assert list(BODY.outline.comparisons()) == ["bang"]
