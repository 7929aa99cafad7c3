"""The sentences of a converted text that are spam, or may be."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Final

from plugins.markup.body import LinkSlot, Piece
from plugins.markup.words import plain_text, strings
from plugins.spam.inspect import Finding, inspect, inspect_names

_ANCHOR_END: Final = "</a>"
_HOST: Final = re.compile(r"\Ahttps?://[^/?#]*", re.IGNORECASE)
_NAMES: Final = re.compile(r' (?:id|lang)="([^"]+)"')


def suspects(
    pieces: tuple[Piece, ...], visible: str, headings: Collection[str]
) -> tuple[Finding, ...]:
    """The findings in the `visible` text of `pieces`, in the words of each link, and in names.

    The ids of `headings` are their words once more, and are not judged again.
    """
    found = inspect(visible)
    seen = " ".join(one.sentence for one in found)
    anchors = (anchor for words, anchor in _anchors(pieces) if not words or words not in seen)
    names = _names(pieces, headings)
    return (*found, *inspect("\n".join(anchors)), *inspect_names(names))


def _anchors(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    """The words of each link that leads outside, and these with its host."""
    for slot, after in pairwise(pieces):
        if isinstance(slot, LinkSlot) and slot.kind == "outside" and isinstance(after, str):
            words = plain_text((f"<a{after.partition(_ANCHOR_END)[0]}",))
            yield words, f"{words} {slot.target}"


def _names(pieces: tuple[Piece, ...], headings: Collection[str]) -> Iterator[str]:
    """What stands in addresses outside the portals and in attributes that no reader sees."""
    for piece in pieces:
        if isinstance(piece, LinkSlot) and piece.kind in ("outside", "contact"):
            # The host is read with the words of its link.
            yield _HOST.sub("", piece.raw)
    for name in _NAMES.findall(strings(pieces)):
        if name not in headings:
            yield html.unescape(name)
