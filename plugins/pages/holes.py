"""Places in a page for what many pages share, so that a new headline costs no rendering."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

import msgspec
from markupsafe import Markup

# Content cannot hold these characters.
_OPEN: Final = "\ue002"
_CLOSE: Final = "\ue003"
ROOT: Final = "\ue004"
_MARK: Final = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


class Hole(msgspec.Struct, frozen=True, array_like=True):
    """Where in the bytes of a page the shared part `part` stands."""

    part: str
    start: int
    length: int


def mark(part: str) -> Markup:
    """What stands in a template's text for a shared part."""
    return Markup(f"{_OPEN}{part}{_CLOSE}")  # noqa: S704  `part` is a name of our own


def without_parts(text: str) -> str:
    """The text of a page with nothing in its holes."""
    return _MARK.sub("", text)


def at_depth(markup: str, root: str) -> bytes:
    """A shared part as it stands on pages from which `root` leads to the portal's root."""
    # As plain text: markup would escape what is put into it.
    whole = str(markup).replace(f'"{ROOT}"', f'"{root or "./"}"')
    return whole.replace(ROOT, root).encode()


def filled(text: str, part: Callable[[str], bytes]) -> tuple[bytes, tuple[Hole, ...]]:
    """The bytes of a page with its parts in their places."""
    pieces: list[bytes] = []
    holes: list[Hole] = []
    place = end = 0
    for found in _MARK.finditer(text):
        before, inside = text[end : found.start()].encode(), part(found[1])
        holes.append(Hole(found[1], place + len(before), len(inside)))
        pieces += (before, inside)
        place += len(before) + len(inside)
        end = found.end()
    return b"".join((*pieces, text[end:].encode())), tuple(holes)


def refilled(
    page: bytes, holes: Sequence[Hole], part: Callable[[str], bytes]
) -> tuple[bytes, tuple[Hole, ...]]:
    """A page with other parts in its holes."""
    pieces: list[bytes] = []
    moved: list[Hole] = []
    place = end = 0
    for hole in holes:
        before, inside = page[end : hole.start], part(hole.part)
        moved.append(Hole(hole.part, place + len(before), len(inside)))
        pieces += (before, inside)
        place += len(before) + len(inside)
        end = hole.start + hole.length
    return b"".join((*pieces, page[end:])), tuple(moved)
