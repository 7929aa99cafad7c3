"""The narrow list of HTML that a text may hold, and the slots that replace its addresses."""

from __future__ import annotations

import html
import re

import nh3

from plugins.markup.body import ComparisonSlot, LinkSlot, Piece
from plugins.markup.links import read_link

# Content files cannot hold these two characters; `_without_marks` removes their references.
MARK_START = "\ue000"
MARK_END = "\ue001"
COMPARISON_MARK = "c"
_LINK_MARK = "l"

_MARKED = re.compile(
    f"(?:<div>{MARK_START}{COMPARISON_MARK}([^{MARK_END}]*){MARK_END}</div>"
    f"|{MARK_START}{_LINK_MARK}([0-9]+){MARK_END})"
)
_MARK_REFERENCE = re.compile(r"&#(?:[xX]0*[eE]00[01]|0*5734[45])(?![0-9a-fA-F]);?")
_TAG = re.compile(r"<[^>]*>")
_ALIGNED = re.compile(r'<(t[hd]) align="(left|center|right)">')
_OWN_ID = re.compile(r"[a-z0-9][a-z0-9-]*(_[0-9]+)?\Z|fn(ref[0-9]*)?:[^\s\"'<>]+\Z")
_FOOTNOTE_CLASSES = {"footnote", "footnote-ref", "footnote-backref"}

_TAGS = set(
    "a abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure "
    "h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s small span strong sub sup "
    "table tbody td tfoot th thead tr u ul var".split()
)
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "id"},
    "a": {"href", "title", "class"},
    "abbr": {"title"},
    "div": {"class"},
    "img": {"src", "alt", "title"},
    "li": {"value"},
    "ol": {"start", "reversed"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}


def safe_pieces(markup: str, path: str) -> tuple[Piece, ...]:
    """`markup` sanitised, with slots where its links, pictures and comparisons stand."""
    slots: list[LinkSlot] = []

    def attribute(tag: str, name: str, value: str) -> str | None:
        if name in ("href", "src"):
            slots.append(read_link(value.strip(), path, picture=tag == "img"))
            return f"{MARK_START}{_LINK_MARK}{len(slots) - 1}{MARK_END}"
        if name == "class":
            return value if value in _FOOTNOTE_CLASSES else None
        if name == "id":
            return value if _OWN_ID.match(value) else None
        return value

    clean = nh3.clean(
        _MARK_REFERENCE.sub("\ufffd", markup),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    )
    return _split(_tables(clean), slots)


def plain_text(pieces: tuple[Piece, ...]) -> str:
    """The words of `pieces` without markup, spaces folded."""
    strings = "".join(piece for piece in pieces if isinstance(piece, str))
    return " ".join(html.unescape(_TAG.sub(" ", strings)).split())


def _tables(clean: str) -> str:
    """Tables that scroll by themselves when they are wider than the page."""
    if "<table>" not in clean:
        return clean
    clean = _ALIGNED.sub(r'<\1 class="\2">', clean)
    clean = clean.replace("<th>", '<th scope="col">').replace("<th class", '<th scope="col" class')
    return clean.replace("<table>", '<div class="scroll" tabindex="0"><table>').replace(
        "</table>", "</table></div>"
    )


def _split(clean: str, slots: list[LinkSlot]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    end = 0
    for match in _MARKED.finditer(clean):
        if match.start() > end:
            pieces.append(clean[end : match.start()])
        pieces.append(ComparisonSlot(match[1]) if match[1] is not None else slots[int(match[2])])
        end = match.end()
    if end < len(clean):
        pieces.append(clean[end:])
    return tuple(pieces)
