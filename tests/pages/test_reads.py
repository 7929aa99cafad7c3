"""What is read while a page is made is noted, and nothing is noted for another."""

from __future__ import annotations

from typing import get_args

from plugins.pages.reads import Kind, Reads
from plugins.pages.values import KINDS


def test_things_are_noted_once_in_order() -> None:
    """A page that shows a tag twice reads it once."""
    reads = Reads()
    with reads.noted() as found:
        reads.add("tag", "thue")
        reads.add("source", "bao")
        reads.add("tag", "thue")

    assert list(found) == [("tag", "thue"), ("source", "bao")]


def test_a_piece_has_its_own_notes() -> None:
    """They are handed on to the page around it by what has made the piece."""
    reads = Reads()
    with reads.noted() as page:
        reads.add("frame")
        with reads.noted() as piece:
            reads.add("table", "bang")
        assert list(page) == [("frame", "")]
        reads.again(piece)

    assert list(page) == [("frame", ""), ("table", "bang")]


def test_nothing_is_noted_where_nobody_listens() -> None:
    """What a list of pages needs is compared in another way."""
    reads = Reads()
    reads.add("tag", "thue")
    with reads.noted() as found:
        pass

    assert not found


def test_every_kind_of_thing_has_a_value() -> None:
    """A kind without one would never make a page new."""
    assert set(get_args(Kind)) == KINDS
