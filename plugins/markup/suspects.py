"""The sentences of a converted text that are spam, or may be."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from msgspec.structs import replace

from plugins.markup.body import LinkSlot, Piece
from plugins.markup.words import plain_text, strings, visible_text
from plugins.spam.addresses import address_lines
from plugins.spam.inspect import Finding, Loud, fingerprint, inspect, inspect_names

_AWAY: Final = frozenset(("outside", "contact"))
_ANCHOR_END: Final = "</a>"
# Around the words of a link, or its number; no content may hold such characters.
_START: Final = "\ue000"
_END: Final = "\ue001"
_MARK: Final = re.compile(f"[{_START}{_END}]")
_ANCHOR: Final = re.compile(rf"<a (?:[^>]*?{_START}(\d+){_END})?[^>]*>(.*?)</a>", re.DOTALL)
_SET_OFF: Final = re.compile(
    r"<(strong|b|em|i|mark|u|code|cite|q|span)(?: [^>]*)?>(.*?)</\1>", re.DOTALL
)
_HOST: Final = re.compile(r"\Ahttps?://[^/?#]*", re.IGNORECASE)
_NAMES: Final = re.compile(r' (?:id|lang)="([^"]+)"')


def heard(pieces: tuple[Piece, ...], visible: str, headings: Collection[str]) -> str:
    """All that `suspects` inspects, in lines: where these are quiet it finds nothing."""
    links = (plain_text((words,)) for words, _ in _link_words(pieces))
    set_off = (plain_text((words,)) for _, words in _SET_OFF.findall(strings(pieces)))
    hosts = (words for _, words in _anchors(pieces))
    names = chain.from_iterable(map(address_lines, _names(pieces, headings)))
    return "\n".join((visible, *links, *set_off, *hosts, *names))


def suspects(
    pieces: tuple[Piece, ...], visible: str, headings: Collection[str], loud: Loud = None
) -> tuple[Finding, ...]:
    """The findings in the `visible` text of `pieces`, in words that stand out of it, and in names.

    The words of a link lead readers and search engines by themselves, whatever stands around them.
    The ids of `headings` are their words once more, and are not judged again. `loud` are the lines
    of what is `heard` that have to be looked at, where these are known.
    """
    first = visible.count("\n") + 1
    in_view = None if loud is None else [line for line in loud if line < first]
    found = [*_with_addresses(inspect(visible, in_view), pieces, visible)]
    if in_view is not None and loud is not None and len(in_view) == len(loud):
        # Nothing else stands out.
        return tuple(found)
    found += _new(_refused(_link_words(pieces)), found)
    set_off = _refused((words, "") for _, words in _SET_OFF.findall(strings(pieces)))
    # Honest reports set words bold that they speak about.
    found += _new((replace(one, verdict="warn") for one in set_off), found)
    found += inspect("\n".join(_new_anchors(pieces, found)))
    return (*found, *inspect_names(_names(pieces, headings)))


def _link_words(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    """The markup in each link, and its address where it leads outside."""
    numbered = (
        piece if isinstance(piece, str) else f"{_START}{number}{_END}"
        for number, piece in enumerate(pieces)
    )
    for number, words in _ANCHOR.findall("".join(numbered)):
        slot = pieces[int(number)] if number else None
        is_away = isinstance(slot, LinkSlot) and slot.kind in _AWAY
        yield words, slot.raw if is_away and isinstance(slot, LinkSlot) else ""


def _refused(parts: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """What is refused among parts of the markup when each stands by itself.

    With the address that a part leads to, an exception for the words alone does not let it through.
    """
    lines = list(dict.fromkeys((plain_text((part,)), address) for part, address in parts))
    text = "\n".join(words for words, _ in lines)
    for one in inspect(text) if text else ():
        address = lines[text.count("\n", 0, one.offset)][1]
        if one.verdict == "refuse":
            marked = fingerprint(f"{one.sentence}\n{address}")
            yield replace(one, fingerprint=marked) if address else one


def _new(found: Iterable[Finding], known: Collection[Finding]) -> list[Finding]:
    """Those of the findings `found` that are no part of one of as little doubt."""
    told = {
        verdict: "\n".join(one.sentence for one in known if one.verdict in (verdict, "refuse"))
        for verdict in ("refuse", "warn")
    }
    return [one for one in found if one.sentence not in told[one.verdict]]


def _with_addresses(
    found: Sequence[Finding], pieces: tuple[Piece, ...], visible: str
) -> Iterator[Finding]:
    """The findings; a sentence with a link that leads outside has a fingerprint of both.

    So an exception for the plain sentence does not let a link through, nor one with another address.
    """
    links = _linked(pieces, visible) if found else []
    for one in found:
        end = one.offset + len(one.sentence)
        inside = [address for start, stop, address in links if start < end and stop > one.offset]
        marked = "\n".join([one.sentence, *inside])
        yield replace(one, fingerprint=fingerprint(marked)) if inside else one


def _linked(pieces: tuple[Piece, ...], visible: str) -> list[tuple[int, int, str]]:
    """Where in `visible` the words of each link stand that leads outside, and its address."""
    addresses: list[str] = []
    marked: list[str] = []
    is_new = is_open = False
    for piece in pieces:
        if isinstance(piece, LinkSlot) and piece.kind in _AWAY and not piece.picture:
            addresses.append(piece.raw)
            is_new = True
        if not isinstance(piece, str):
            continue
        before, end, after = piece.partition(">") if is_new else ("", "", piece)
        if is_new or is_open:
            start = _START if is_new else ""
            is_open = _ANCHOR_END not in after
            after = start + after.replace(_ANCHOR_END, _END + _ANCHOR_END, 1)
        marked += [before, end, after]
        is_new = False
    parts = _MARK.split(visible_text("".join(marked))) if addresses else []
    return _places(parts, addresses, visible)


def _places(parts: list[str], addresses: list[str], visible: str) -> list[tuple[int, int, str]]:
    """The places in `visible` of every second of the `parts` that it is parted into."""
    places: list[tuple[int, int]] = []
    done = 0
    for number, part in enumerate(parts):
        words = part.strip()
        start = visible.find(words, done) if words else done
        if start < 0:
            # Words that cannot be followed may be those of any link.
            return [(0, len(visible), address) for address in addresses]
        done = start + len(words)
        if number % 2:
            places.append((start, done))
    return [(*place, address) for place, address in zip(places, addresses, strict=False)]


def _anchors(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    """The words of each link that leads outside, and these with its host."""
    for slot, after in pairwise(pieces):
        if isinstance(slot, LinkSlot) and slot.kind == "outside" and isinstance(after, str):
            words = plain_text((f"<a{after.partition(_ANCHOR_END)[0]}",))
            yield words, f"{words} {slot.target}"


def _new_anchors(pieces: tuple[Piece, ...], known: Collection[Finding]) -> Iterator[str]:
    """The words of each link with its host, but for those of which the `known` findings tell."""
    seen = " ".join(one.sentence for one in known)
    for words, anchor in _anchors(pieces):
        if not words or not (words in seen or any(one.sentence in words for one in known)):
            yield anchor


def _names(pieces: tuple[Piece, ...], headings: Collection[str]) -> Iterator[str]:
    """What stands in addresses outside the portals and in attributes that no reader sees."""
    for piece in pieces:
        if isinstance(piece, LinkSlot) and piece.kind in _AWAY:
            # The host is read with the words of its link.
            yield _HOST.sub("", piece.raw)
    for name in _NAMES.findall(strings(pieces)):
        if name not in headings:
            yield html.unescape(name)
