"""Places in a page for what many pages share, and for what is its portal's own.

A new headline costs no rendering then, and the same page of another portal neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Final

import msgspec
from markupsafe import Markup

# Content cannot hold these characters.
_OPEN: Final = "\ue002"
_CLOSE: Final = "\ue003"
ROOT: Final = "\ue004"
# Around what was judged when it was converted.
_JUDGED: Final = ("\ue00d", "\ue00e")
_JUDGED_PART: Final = re.compile(f"{_JUDGED[0]}[^{_JUDGED[1]}]*{_JUDGED[1]}")
# All of them begin with the same bytes, which tell them apart by the next one.
_LEAD: Final = _OPEN.encode()[:2]
_OPEN_END: Final = _OPEN.encode()[2:]
_CLOSE_END: Final = _CLOSE.encode()[2:]
_MARK_ENDS: Final = bytes(range("\ue005".encode()[2], _JUDGED[1].encode()[2] + 1))


class Own:
    """The marks for what a portal says of itself: its values differ, and the page does not.

    `AGENCY` stands in JSON, all others in HTML; `BASE` is the path of the portal's `URL`.
    """

    URL: Final = "\ue005"
    BASE: Final = "\ue006"
    NAME: Final = "\ue007"
    AGENCY: Final = "\ue008"
    COLOUR: Final = "\ue009"
    STYLESHEET: Final = "\ue00a"
    SCRIPT: Final = "\ue00b"
    ICON: Final = "\ue00c"


# Begins the mark of the code that leads to an address of the portal, which stands behind it.
CODE: Final = "code "
_OWN: Final = frozenset(sign for name, sign in vars(Own).items() if name.isupper())


class Hole(msgspec.Struct, frozen=True, array_like=True):
    """Where in the bytes of a page the shared part `part` stands."""

    part: str
    start: int
    length: int


def mark(part: str) -> Markup:
    """What stands in a template's text for a shared part."""
    return Markup(f"{_OPEN}{part}{_CLOSE}")  # noqa: S704  `part` is a name of our own


def judged(markup: str) -> Markup:
    """A text whose words were judged by themselves: no sentence goes on beyond it."""
    return Markup(f"{_JUDGED[0]}{markup}{_JUDGED[1]}")  # noqa: S704  a finished piece


def without_judged(text: str) -> str:
    """A page with nothing in the places of what was judged."""
    return _JUDGED_PART.sub("", text) if _JUDGED[0] in text else text


def at_depth(markup: str, root: str) -> bytes:
    """A shared part as it stands on pages from which `root` leads to the portal's root."""
    # As plain text: markup would escape what is put into it.
    whole = str(markup).replace(f'"{ROOT}"', f'"{root or "./"}"')
    return whole.replace(ROOT, root).encode()


def segments(text: bytes) -> list[bytes | str]:
    """The bytes of a page between its marks, and the marks: names of parts, and all others."""
    first, *rest = text.split(_LEAD)
    found: list[bytes | str] = []
    between = [first]
    for piece in rest:
        sign, after = piece[:1], piece[1:]
        if sign == _OPEN_END:
            found += (b"".join(between), after.decode())
            between = []
        elif sign in _MARK_ENDS:
            found += (b"".join(between), (_LEAD + sign).decode())
            between = [after]
        else:
            between.append(after if sign == _CLOSE_END else _LEAD + piece)
    return [*found, b"".join(between)]


def has_own(page: Iterable[bytes | str]) -> bool:
    """Whether a page, given in segments, shows what is its portal's own."""
    return not _OWN.isdisjoint(page)


def for_judging(page: Iterable[bytes | str], own: Mapping[str, bytes]) -> bytes:
    """The bytes of a page, given in segments, without its parts; what was judged stays marked."""
    marks = {one: one.encode() for one in _JUDGED}
    texts = {**own, **marks}
    return b"".join(one if isinstance(one, bytes) else texts.get(one, b"") for one in page)


class Layout(msgspec.Struct, frozen=True):
    """A page laid out once and put together often: its bytes, and what stands between them.

    `own` and `parts` are the places among `pieces` of what is the portal's own, and of parts.
    """

    pieces: list[bytes]
    own: list[tuple[int, str]]
    parts: list[tuple[int, str]]


def laid_out(page: Iterable[bytes | str]) -> Layout:
    """The layout of a page that is given in segments."""
    pieces = [b""]
    own: list[tuple[int, str]] = []
    parts: list[tuple[int, str]] = []
    for one in page:
        if isinstance(one, bytes):
            pieces[-1] += one
        elif one not in _JUDGED:
            is_own = one in _OWN or one.startswith(CODE)
            (own if is_own else parts).append((len(pieces), one))
            pieces += (b"", b"")
    return Layout(pieces, own, parts)


def filled(
    page: Layout, own: Mapping[str, bytes], parts: Mapping[str, bytes]
) -> tuple[bytes, tuple[Hole, ...]]:
    """The bytes of a page with everything in its place."""
    pieces = page.pieces.copy()
    for place, sign in page.own:
        pieces[place] = own[sign]
    for place, name in page.parts:
        pieces[place] = parts[name]
    ends = [*accumulate(map(len, pieces))]
    holes = tuple(Hole(name, ends[place - 1], len(pieces[place])) for place, name in page.parts)
    return b"".join(pieces), holes


def without(page: bytes, holes: Iterable[Hole], part: str) -> bytes:
    """A page with nothing in its holes for the shared part `part`."""
    pieces: list[bytes] = []
    end = 0
    for hole in holes:
        if hole.part == part:
            pieces.append(page[end : hole.start])
            end = hole.start + hole.length
    return b"".join((*pieces, page[end:]))


def refilled(
    page: bytes, holes: Sequence[Hole], parts: Mapping[str, bytes]
) -> tuple[bytes, tuple[Hole, ...]]:
    """A page with other parts in its holes."""
    pieces: list[bytes] = []
    moved: list[Hole] = []
    place = end = 0
    for hole in holes:
        before, inside = page[end : hole.start], parts[hole.part]
        moved.append(Hole(hole.part, place + len(before), len(inside)))
        pieces += (before, inside)
        place += len(before) + len(inside)
        end = hole.start + hole.length
    return b"".join((*pieces, page[end:])), tuple(moved)
