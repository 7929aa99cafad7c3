"""The sentences of a converted text that are spam, or may be."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from plugins.markup.body import LinkSlot, Piece
from plugins.markup.words import plain_text, strings
from plugins.spam.inspect import Finding, inspect, inspect_names

_ANCHOR_END: Final = "</a>"
_ANCHOR: Final = re.compile(r"<a [^>]*>(.*?)</a>", re.DOTALL)
_SET_OFF: Final = re.compile(
    r"<(strong|b|em|i|mark|u|code|cite|q|span)(?: [^>]*)?>(.*?)</\1>", re.DOTALL
)
_HOST: Final = re.compile(r"\Ahttps?://[^/?#]*", re.IGNORECASE)
_NAMES: Final = re.compile(r' (?:id|lang)="([^"]+)"')


def suspects(
    pieces: tuple[Piece, ...], visible: str, headings: Collection[str]
) -> tuple[Finding, ...]:
    """The findings in the `visible` text of `pieces`, in words that stand out of it, and in names.

    The words of a link lead readers and search engines by themselves, whatever stands around them.
    The ids of `headings` are their words once more, and are not judged again.
    """
    found = [*inspect(visible)]
    markup = strings(pieces)
    found += _new(_refused(_ANCHOR.findall(markup)), found)
    set_off = _refused(words for _, words in _SET_OFF.findall(markup))
    # Honest reports set words bold that they speak about.
    found += _new((replace(one, verdict="warn") for one in set_off), found)
    seen = " ".join(one.sentence for one in found)
    anchors = (anchor for words, anchor in _anchors(pieces) if not words or words not in seen)
    found += inspect("\n".join(anchors))
    return (*found, *inspect_names(_names(pieces, headings)))


def _refused(parts: Iterable[str]) -> Iterator[Finding]:
    """What is refused among parts of the markup when each stands by itself."""
    lines = dict.fromkeys(plain_text((part,)) for part in parts)
    return (one for one in inspect("\n".join(lines)) if one.verdict == "refuse")


def _new(found: Iterable[Finding], known: Collection[Finding]) -> list[Finding]:
    """Those of the findings `found` that are no part of one of as little doubt."""
    told = {
        verdict: "\n".join(one.sentence for one in known if one.verdict in (verdict, "refuse"))
        for verdict in ("refuse", "warn")
    }
    return [one for one in found if one.sentence not in told[one.verdict]]


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
