"""Links whose words are an address, and lead to another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Final

from plugins.markup.body import Fault, LinkSlot, Piece
from plugins.markup.faults import MOST_TOLD, Converted
from plugins.markup.words import plain_text

_HOST: Final = re.compile(
    r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,5}(?:vn|com|net|org|info|edu|gov))"
    r"(?:[/?#:]\S*)?\Z",
    re.IGNORECASE,
)


def links_of_other_hosts(converted: Converted) -> Iterator[Fault]:
    """Readers trust the address that they see."""
    return islice(_found(converted), MOST_TOLD)


def _found(converted: Converted) -> Iterator[Fault]:
    for slot, words in _outside(converted.pieces):
        shown = _HOST.match(words)
        if shown and shown[1].lower() != slot.target.removeprefix("www."):
            yield Fault(
                "lien-ket-ten-khac", converted.line(re.escape(slot.raw)), words, slot.target
            )


def _outside(pieces: tuple[Piece, ...]) -> Iterator[tuple[LinkSlot, str]]:
    """Each link that leads outside, and its words."""
    for slot, after in pairwise(pieces):
        if isinstance(slot, LinkSlot) and slot.kind == "outside" and isinstance(after, str):
            yield slot, plain_text((f"<a{after.partition('</a>')[0]}",)).strip()
