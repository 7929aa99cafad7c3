"""The narrow list of HTML that a text may hold, and the slots that replace its addresses."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import nh3
from msgspec import Struct

from plugins.base.characters import forbidden
from plugins.markup.body import ComparisonSlot, LinkSlot, Piece
from plugins.markup.links import read_link
from plugins.markup.nesting import is_read_as_written
from plugins.markup.words import strings

# Content cannot hold these three characters, nor references of them once it is sanitised.
MARK_START: Final = "\ue000"
MARK_END: Final = "\ue001"
_ADDRESS_MARK: Final = "\ue002"
COMPARISON_MARK: Final = "c"
_LINK_MARK: Final = "l"
_UNKNOWN: Final = "\ufffd"

# Both begin with the same sign, so that they are found without a try at each place.
_MARKED = re.compile(
    f"{MARK_START}(?:{_LINK_MARK}([0-9]+)|{COMPARISON_MARK}([^{MARK_END}]*)){MARK_END}"
)
# The element that a comparison takes the place of; the mark of a link stands in an attribute.
_AROUND: Final = (f"<div>{MARK_START}{COMPARISON_MARK}", f"{MARK_END}</div>")
# Where an address may begin, in whatever the parser takes for a tag; the first finds it where no
# space stands before the sign, and in a fifth of the time.
_SPACE: Final = r"[\t\n\f\r ]"
_ADDRESS = re.compile(
    r"=(?:(?<=[hHsSpP][rR][eE][fF]=)|(?<=[hHsSpP][rR][cC]=)|(?<=[hHsSpP][iI][nN][gG]=))"
    rf"""{_SPACE}*["']?"""
)
_SPACED_ADDRESS = re.compile(
    rf"""[hHsSpP](?:[rR][eE][fF]|[rR][cC]|[iI][nN][gG]){_SPACE}*={_SPACE}*["']?"""
)
_SPACED = re.compile(f"=(?<={_SPACE}=)")
# As Markdown writes them.
_WRITTEN_ADDRESSES: Final = ('href="', 'src="')
_REFERENCE = re.compile(r"&#(?:[xX][0-9a-fA-F]+|[0-9]+);?")
_LONGEST_REFERENCE: Final = len("&#x0010ffff;")
_ID = re.compile(r'<[a-z][^>]* id="([^"]+)"')
# With other attributes than those that Markdown writes.
_TABLE_PART = re.compile(r'<(table|t[hd])( (?!align="(?:left|center|right)">)[^>]*)>')
_TABLE: Final = "<table"
_TABLE_END: Final = "</table>"
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
# What Markdown writes into fenced code; it says nothing to readers.
_MADE_CLASS = re.compile(r"code class language-")
_ALIGN = re.compile(r' align="([^"]*)"')
_SCROLL: Final = '<div class="scroll" tabindex="0">'
_COLUMN: Final = ' scope="col"'
_SIDES: Final = ("left", "center", "right")
# Tables as Markdown writes them, and as they are shown: its heads are heads of columns.
_TABLE_PARTS: Final = (
    ("<table>", f"{_SCROLL}<table>"),
    ("</table>", "</table></div>"),
    ("<th>", f"<th{_COLUMN}>"),
    *((f'<th align="{side}">', f'<th{_COLUMN} class="{side}">') for side in _SIDES),
    *((f'<td align="{side}">', f'<td class="{side}">') for side in _SIDES),
)

_MOST_READINGS: Final = 10
# How the address of a footnote begins; its label may hold spaces, an id may not.
_NOTE: Final = "#fn"
TAGS: Final = frozenset(
    "a abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure "
    "h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s small span strong sub sup "
    "table tbody td tfoot th thead tr u ul var".split()
)
_ATTRIBUTES: Final[Mapping[str, set[str]]] = MappingProxyType(
    {
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
)
# What the value of an attribute must look like to be kept; others may say anything.
_VALUES: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "align": re.compile(r"(left|center|right)\Z"),
        "class": re.compile(r"footnote(-ref|-backref)?\Z"),
        "id": re.compile(r"[a-z0-9][a-z0-9-]*(_[0-9]+)?\Z|fn(ref[0-9]*)?:[^\s\"'<>]+\Z"),
        "lang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*\Z"),
        "scope": re.compile(r"(col|row)(group)?\Z"),
        **dict.fromkeys(("colspan", "rowspan", "start", "value"), re.compile(r"-?[0-9]{1,4}\Z")),
    }
)


class _Sanitiser(threading.local):
    """The library's sanitiser, made once a thread, and the links and ids of the text it reads."""

    def __init__(self) -> None:
        self._path = ""
        self._slots: list[LinkSlot] = []
        self._ids: set[str] = set()
        self._cleaner = nh3.Cleaner(
            tags=set(TAGS),
            attributes=dict(_ATTRIBUTES),
            attribute_filter=self._attribute,
            url_schemes=set(),
            link_rel=None,
            strip_comments=True,
        )
        self._reader = nh3.Cleaner(tags=set(TAGS), attributes=dict(_ATTRIBUTES), link_rel=None)

    def clean(self, markup: str, path: str) -> tuple[str, list[LinkSlot]]:
        """`markup` of the file `path` with marks for its links, and these."""
        self._path, self._slots, self._ids = path, [], set()
        return self._cleaner.clean(markup), self._slots

    def read_again(self, clean: str) -> str:
        """`clean` as a browser would write what it reads."""
        return self._reader.clean(clean)

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        if name in ("href", "src"):
            written = value.replace(_ADDRESS_MARK, "").strip()
            address = _joined(written) if written.startswith(_NOTE) else written
            self._slots.append(read_link(address, self._path, picture=tag == "img"))
            return f"{MARK_START}{_LINK_MARK}{len(self._slots) - 1}{MARK_END}"
        return _kept(name, value, self._ids)


_sanitiser: Final = _Sanitiser()


def safe_pieces(markup: str, path: str, *, has_html: bool = True) -> tuple[Piece, ...]:
    """`markup` sanitised, with slots where its links, pictures and comparisons stand.

    Without HTML of an editor's own in it (`has_html`) no elements cross: Markdown writes trees.
    """
    if "&#" in markup:
        markup = _REFERENCE.sub(_without_hidden, markup)
    clean, slots = _sanitiser.clean(_with_marked_addresses(markup, has_html=has_html), path)
    settled = _settled(clean) if has_html else clean
    return _split(_with_table_parts(settled), slots)


def _with_first_ids(clean: str) -> str:
    """`clean` read again; where an element comes to stand twice, its id does not."""
    ids: set[str] = set()
    return nh3.clean(
        clean,
        tags=set(TAGS),
        attributes=dict(_ATTRIBUTES),
        attribute_filter=lambda _, name, value: _kept(name, value, ids) if name == "id" else value,
        link_rel=None,
    )


def _settled(clean: str) -> str:
    """`clean` read again until it stays as it is.

    Elements that cross come out otherwise when they are parsed once more, as browsers do.
    """
    if is_read_as_written(clean):
        return clean
    for _ in range(_MOST_READINGS):
        again = _sanitiser.read_again(clean)
        if again == clean:
            return clean
        clean = _with_first_ids(again)
    return html.escape(clean)


def _with_marked_addresses(markup: str, *, has_html: bool = True) -> str:
    """`markup` with a mark before every address, so that none looks like one to the sanitiser.

    It would drop those with a strange scheme, or that it cannot read: they are judged where the
    links are read, and told. Marks that come to stand in words are taken out with all others.
    """
    if not has_html:
        for written in _WRITTEN_ADDRESSES:
            markup = markup.replace(written, f"{written}{_ADDRESS_MARK}")
        return markup
    address = _SPACED_ADDRESS if _SPACED.search(markup) else _ADDRESS
    return address.sub(rf"\g<0>{_ADDRESS_MARK}", markup)


def without_long_references(text: str) -> str:
    """`text` without numbers of characters so long that Markdown fails on them."""
    if "&#" not in text:
        return text
    return _REFERENCE.sub(
        lambda found: _UNKNOWN if len(found[0]) > _LONGEST_REFERENCE else found[0], text
    )


def anchors(pieces: tuple[Piece, ...]) -> frozenset[str]:
    """The ids in `pieces`."""
    return frozenset(_ID.findall(strings(pieces)))


class LostAttribute(Struct, frozen=True):
    """An attribute of an element `tag` that is not kept, with the first such value."""

    tag: str
    name: str
    value: str
    # An element of the same name has the same id before it.
    is_second: bool


class _Losses:
    """Notes the attributes that are not kept, as the sanitiser hands them over."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], LostAttribute] = {}
        self._ids: set[str] = set()
        self._written: set[tuple[str, str]] = set()

    def note(self, tag: str, name: str, value: str) -> None:
        """One attribute; the first of each kind that is lost counts."""
        allowed = name in _ATTRIBUTES["*"] or name in _ATTRIBUTES.get(tag, ())
        kept = allowed and _kept(name, value, self._ids) is not None
        if tag in TAGS and not kept and not _MADE_CLASS.match(f"{tag} {name} {value}"):
            is_second = name == "id" and (tag, value) in self._written
            self.found.setdefault((tag, name), LostAttribute(tag, name, value, is_second))
        if name == "id":
            self._written.add((tag, value))


def lost_parts(markup: str) -> tuple[tuple[LostAttribute, ...], tuple[str, ...]]:
    """The attributes and the comments of `markup` that are not kept.

    They are found by the parser that sanitises, which takes CDATA and the like for comments.
    """
    losses = _Losses()
    clean = nh3.clean(
        _with_marked_addresses(markup),
        tags=set(TAGS),
        attributes=dict(_ATTRIBUTES),
        generic_attribute_prefixes={""},
        attribute_filter=losses.note,
        url_schemes=set(),
        link_rel=None,
        strip_comments=False,
    )
    return tuple(losses.found.values()), tuple(_COMMENT.findall(_without_marks(clean)))


def _kept(name: str, value: str, ids: set[str]) -> str | None:
    """The value of an attribute that is no address as it is kept; `ids` are those before it."""
    if name == "id":
        value = _joined(value)
    pattern = _VALUES.get(name)
    if (pattern and not pattern.match(value)) or (name == "id" and value in ids):
        return None
    if name == "id":
        ids.add(value)
    return value


def _joined(value: str) -> str:
    return "-".join(value.split())


def _without_hidden(found: re.Match[str]) -> str:
    """A reference to a character, unless content may not hold that character."""
    if len(found[0]) > _LONGEST_REFERENCE:
        return _UNKNOWN
    char = html.unescape(found[0])
    return _UNKNOWN if not char or forbidden(char) else found[0]


def _with_table_parts(clean: str) -> str:
    """Tables that scroll by themselves when they are wider than the page."""
    before, *tables = clean.split(_TABLE)
    pieces = [before]
    for table in tables:
        inside, end, after = table.partition(_TABLE_END)
        if not end or _TABLE_END in after:
            # One stands in another.
            return before + _table_parts(clean[len(before) :])
        pieces += [_table_parts(_TABLE + inside + end), after]
    return "".join(pieces)


def _table_parts(table: str) -> str:
    # Within attributes the sanitiser has escaped < and >.
    parts = _TABLE_PART.sub(_table_part, table)
    for written, shown in _TABLE_PARTS:
        parts = parts.replace(written, shown)
    return parts


def _table_part(found: re.Match[str]) -> str:
    name, attributes = found[1], found[2]
    if name == "table":
        return f"{_SCROLL}<table{attributes}>"
    aligned = _ALIGN.sub(r' class="\1"', attributes)
    # Heads of an editor's own say what they are heads of.
    scope = _COLUMN if name == "th" and not _ALIGN.sub("", attributes) else ""
    return f"<{name}{scope}{aligned}>"


def _split(clean: str, slots: list[LinkSlot]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    end = 0
    for around in _AROUND:
        clean = clean.replace(around, around.removeprefix("<div>").removesuffix("</div>"))
    for match in _MARKED.finditer(clean):
        if match.start() > end:
            pieces.append(_without_marks(clean[end : match.start()]))
        pieces.append(slots[int(match[1])] if match[1] else ComparisonSlot(match[2]))
        end = match.end()
    if end < len(clean):
        pieces.append(_without_marks(clean[end:]))
    return tuple(pieces)


def _without_marks(text: str) -> str:
    for mark in (MARK_START, MARK_END, _ADDRESS_MARK):
        # Replacing what is not there takes ten times as long as finding that it is not.
        if mark in text:
            text = text.replace(mark, "")
    return text
