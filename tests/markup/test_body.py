"""Bodies: filled with what depends on the page, kept and read again."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from plugins.markup.body import (
    Body,
    ComparisonSlot,
    Heading,
    LinkSlot,
    body_from_plain,
    body_to_plain,
    fill,
)

KINDS = st.sampled_from(["file", "static", "fragment", "outside", "contact", "wrong"])
LINKS = st.builds(LinkSlot, KINDS, st.text(), st.text(), st.text(), st.booleans())
PIECES = st.one_of(st.text(), LINKS, st.builds(ComparisonSlot, st.text()))
BODIES = st.builds(
    Body,
    st.lists(PIECES).map(tuple),
    st.lists(st.builds(Heading, st.integers(2, 6), st.text(), st.text())).map(tuple),
    st.frozensets(st.text()),
    st.text(),
)
BODY = Body(
    ('<a href="', LinkSlot("fragment", "#a", fragment="a"), '">a</a>', ComparisonSlot("bang"))
)


@given(BODIES)
def test_a_body_that_was_kept_is_the_same(body: Body) -> None:
    """Nothing is lost on the way to a store of JSON and back."""
    assert body_from_plain(json.loads(json.dumps(body_to_plain(body)))) == body


@given(BODIES)
def test_equal_bodies_are_kept_as_equal_bytes(body: Body) -> None:
    """The order in which a set gives its ids does not show."""
    other = replace(body, ids=frozenset(sorted(body.ids, reverse=True)))

    assert json.dumps(body_to_plain(other)) == json.dumps(body_to_plain(body))


def test_slots_are_filled_in_their_places() -> None:
    """A page gives each address and each table."""
    html = fill(BODY.pieces, lambda slot: f"?{slot.fragment}", lambda slot: f"[{slot.id}]")

    assert html == '<a href="?a">a</a>[bang]'


def test_links_and_comparisons_are_found() -> None:
    """Checks need not read the HTML."""
    assert [slot.raw for slot in BODY.links()] == ["#a"]
    assert list(BODY.comparisons()) == ["bang"]
