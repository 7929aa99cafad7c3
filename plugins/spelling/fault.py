"""A fault in the letters of a text."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

# A text of an article in one of the languages, or data that holds both.
TextKind: TypeAlias = Literal["vi", "en", "data"]


class Fault(Struct, frozen=True):
    """What is wrong with `text[start:end]` of a text in NFC.

    `found` is the word around it and `repaired` that word as it should be; `repair` takes the place
    of the span itself. `safe` says that nobody can have meant what stands there. `about` is what
    the code needs beyond that: a code point, an encoding, or another spelling.
    """

    start: int
    end: int
    code: str
    found: str
    repaired: str
    repair: str
    safe: bool
    about: str = ""
