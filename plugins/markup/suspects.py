"""The sentences of a converted text that are spam, or may be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from plugins.markup.body import LinkSlot, Piece
from plugins.markup.words import plain_text, visible_text
from plugins.spam.inspect import Finding, inspect

_ANCHOR_END: Final = "</a>"


def suspects(pieces: tuple[Piece, ...]) -> tuple[Finding, ...]:
    """The findings in what readers see of `pieces`, and in each link's words with its host."""
    found = inspect(visible_text(pieces))
    seen = " ".join(one.sentence for one in found)
    anchors = (anchor for words, anchor in _anchors(pieces) if not words or words not in seen)
    return (*found, *inspect("\n".join(anchors)))


def _anchors(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    """The words of each link that leads outside, and these with its host."""
    for slot, after in pairwise(pieces):
        if isinstance(slot, LinkSlot) and slot.kind == "outside" and isinstance(after, str):
            words = plain_text((f"<a{after.partition(_ANCHOR_END)[0]}",))
            yield words, f"{words} {slot.target}"
