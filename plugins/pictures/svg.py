"""Reads SVG strictly: shapes and text only, nothing active, nothing from outside.

What is not on the lists of `svg_lists` is refused with its line. Comments are left out.
"""

from __future__ import annotations

import re
from typing import Final
from xml.parsers import expat

from msgspec import Struct, field

from plugins.pictures.picture import MAX_SIDE, Picture, PictureError
from plugins.pictures.svg_css import has_lookalike, unread_in_sheet, unread_in_style
from plugins.pictures.svg_lengths import absolute
from plugins.pictures.svg_lists import (
    ATTRIBUTES,
    ELEMENTS,
    FUNCTIONS,
    HOLDING,
    NAMESPACE,
    XLINK_HREF,
)
from plugins.pictures.svg_scene import Element, Scene, Words
from plugins.pictures.svg_sight import check_seen
from plugins.pictures.svg_weight import Weights
from plugins.pictures.svg_words import SILENT

_DEEPEST: Final = 60
_MOST_TEXTS: Final = 4_000
_BUFFER: Final = 1 << 16
_PARTS: Final = frozenset({"tspan", "textPath"})
# Of others one browser follows what another leaves out.
_SHEET_KINDS: Final = frozenset({"", "text/css"})
_CALL = re.compile(r"(?<![A-Za-z-])([A-Za-z-]*)\(")
_OWN_REFERENCE = re.compile(r"url\(\s*(['\"]?)#([\w.-]+)\1\s*\)")
_OWN_LINK = re.compile(r"#([\w.-]+)\Z")
# An escape, an at-rule or a comment could hide a call from the eye.
_DISGUISE = re.compile(r"[\\@]|/\*")

# What depends on the window, or is known to newer browsers alone: it may hide something, and nobody
# can tell. Lengths, colours made of others, turns out of the plane, boxes that are not
# looked into, and other names and ways for what is followed here.
_UNTOLD = re.compile(
    r"(?<![\w.-])[-+]?(?:[0-9]*\.)?[0-9]+(?:e[-+]?[0-9]+)?"
    r"(?:[sld]?v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max)|r?lh|r?cap|r?ic|rex|rch)(?![\w-])"
    r"|(?:rgb|hsl)a?\([^()]*(?:from|none|turn|rad)"
    r"|(?<![\w-])(?:(?:content-visibility|zoom|all|offset(?:-[a-z]+)?|-webkit-text-[a-z-]+"
    r"|-moz-transform|-webkit-(?:transform|opacity|filter))\s*:|text-indent\s*:\s*[-+.]*0*[1-9]|rotate\s*:\s*(?:[xyz]\b|[^\s;}]+\s+[^\s;}]))",
    re.IGNORECASE,
)
# What people read, or what names a font.
_NAMES: Final = frozenset({"aria-label", "font-family", "id"})
# Letters that are made small or pressed together.
_ODD_LETTERS = re.compile(
    r"(?<![\w-])(?:font-size-adjust\s*:\s*(?!none\b|inherit\b)|textlength\s*:\s*[-+]?0*(?![0-9]*[1-9]))[^;}]*",
    re.IGNORECASE,
)
_LETTERED: Final = frozenset({"font-size-adjust", "textLength"})
_STYLED: Final = frozenset({"style", "font-size", "fill", "stroke", "color"})


def read_svg(data: bytes) -> Picture:
    """The clean SVG picture in `data`; raises PictureError."""
    reading = _Reading(data)
    width, height = reading.run()
    return Picture("SVG", width, height, reading.without_comments())


class _Reading(Struct):
    data: bytes
    open: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)
    weights: Weights = field(default_factory=Weights)
    style: list[str] = field(default_factory=list)
    texts: int = 0
    scene: Scene = field(default_factory=Scene)
    # Names of other encodings in the file are overruled: what is read is what is served.
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate("utf-8", " "))

    def __post_init__(self) -> None:
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartCdataSectionHandler = self._cdata
        self.parser.CommentHandler = self._comment
        # Otherwise every line, and every reference to a letter, is a call of its own.
        self.parser.buffer_text = True
        self.parser.buffer_size = _BUFFER
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def run(self) -> tuple[int, int]:
        """Read all of the file; the size of the picture in pixels."""
        try:
            # A mark of another encoding at the beginning would win over the parser's own.
            if "\0" in self.data.decode("utf-8"):
                raise PictureError("svg-hong")
            self.parser.Parse(self.data, True)  # noqa: FBT003  it takes no name
        except expat.ExpatError as error:
            raise PictureError("svg-hong", error.lineno) from error
        except UnicodeDecodeError as error:
            line = self.data.count(b"\n", 0, error.start) + 1
            raise PictureError("svg-hong", line) from error
        self.weights.check()
        check_seen(self.scene)
        return self.scene.size

    def without_comments(self) -> bytes:
        """The file without its comments."""
        kept, place = [], 0
        for start in self.comments:
            kept.append(self.data[place:start])
            # A comment may begin with a sign that looks like its end.
            place = self.data.index(b"-->", start + len(b"<!--")) + len(b"-->")
        # What stood on both sides of one may not stand in a text of XML without it.
        return b"".join((*kept, self.data[place:])).replace(b"]]>", b"]]&gt;")

    def _line(self) -> int:
        return self.parser.CurrentLineNumber

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() != "utf-8":
            raise PictureError("svg-khai-bao", self._line(), value=f"encoding={encoding}")

    def _doctype(self, *_: object) -> None:
        raise PictureError("svg-khai-bao", self._line(), value="<!DOCTYPE")

    def _instruction(self, target: str, _: str) -> None:
        raise PictureError("svg-khai-bao", self._line(), value=f"<?{target}")

    def _cdata(self) -> None:
        raise PictureError("svg-khai-bao", self._line(), value="<![CDATA[")

    def _comment(self, _: str) -> None:
        self.comments.append(self.parser.CurrentByteIndex)

    def _start(self, full_name: str, attributes: dict[str, str]) -> None:
        namespace, _, name = full_name.rpartition(" ")
        if not self.open and name != "svg":
            raise PictureError("svg-hong", self._line())
        if namespace != NAMESPACE or name not in ELEMENTS or (self.open and name == "svg"):
            raise PictureError("svg-the-cam", self._line(), value=name)
        self._check_sheet(name, attributes)
        if len(self.open) >= _DEEPEST:
            raise PictureError("svg-qua-nang", self._line())
        if not self.open:
            self.scene.size = _size(attributes, self._line())
        self.open.append(name)
        self.lines.append(self._line())
        if "style" in attributes:
            self._check_css(unread_in_style(attributes["style"]))
        links = [link for pair in attributes.items() for link in self._links(*pair)]
        own_id = attributes.get("id", "")
        self.weights.start(own_id, links)
        self.scene.ids.add(own_id)
        self.scene.events.append(Element(name, attributes, self._line(), links))

    def _check_sheet(self, name: str, attributes: dict[str, str]) -> None:
        """Refuse a style sheet of which nobody can tell whether browsers follow it."""
        if self.open[-1:] == ["style"]:
            raise PictureError("svg-the-cam", self._line(), value=name, special="in-sheet")
        kind = attributes.get("type", "")
        if name == "style" and kind not in _SHEET_KINDS:
            raise PictureError("svg-gia-tri-cam", self._line(), value=kind, special="sheet-kind")

    def _end(self, _: str) -> None:
        self.lines.pop()
        if self.open.pop() == "style":
            self._sheet("".join(self.style))
            self.style.clear()
        self.weights.end()
        self.scene.events.append(None)

    def _sheet(self, sheet: str) -> None:
        self._check_css(unread_in_sheet(sheet))
        links = self._links("style", sheet)
        self.scene.sheet_links += links
        self.scene.sheets.append((sheet, self._line()))

    def _text(self, text: str) -> None:
        if self.open[-1:] == ["style"]:
            self.style.append(text)
        elif self.open and self.open[-1] not in SILENT and not text.isspace():
            # The parser stands behind the text; lines that are written as references are none.
            blank = len(text) - len(text.lstrip())
            line = max(self._line() - text.count("\n", blank), self.lines[-1])
            self._check_holders(line)
            self.texts += 1
            if self.texts > _MOST_TEXTS:
                raise PictureError("svg-qua-nang", line)
            self.scene.events.append(Words(" ".join(text.split()), len(text), line))

    def _check_holders(self, line: int) -> None:
        """Refuse words that stand in no text, and a text within what browsers look no further into."""
        depth = len(self.open)
        while self.open[depth - 1] in _PARTS:
            depth -= 1
        if self.open[depth - 1] != "text":
            raise PictureError("svg-chu-an", line, value=self.open[depth - 1], special="bare")
        for name in self.open[: depth - 1]:
            if name not in HOLDING:
                raise PictureError("svg-chu-an", line, value=name, special="inside")

    def _check_css(self, unread: str) -> None:
        if unread:
            raise PictureError(
                "svg-gia-tri-cam", self._line(), name="style", value=unread, special="css"
            )

    def _links(self, full_name: str, value: str) -> list[str]:
        """The ids that an attribute refers to, after a look whether it may stand here."""
        name = full_name.rpartition(" ")[2]
        if full_name not in ATTRIBUTES:
            raise PictureError("svg-thuoc-tinh-cam", self._line(), value=name)
        if full_name in ("href", XLINK_HREF):
            own = _OWN_LINK.match(value)
            if own is None:
                raise PictureError("svg-gia-tri-cam", self._line(), name=name, value=value)
            return [own[1]]
        rest = _OWN_REFERENCE.sub("", value)
        calls = {call.lower() for call in _CALL.findall(rest)}
        if _DISGUISE.search(rest) or not calls <= FUNCTIONS:
            raise PictureError("svg-gia-tri-cam", self._line(), name=name, value=value)
        untold = _untold(name, rest)
        if untold:
            raise PictureError(
                "svg-gia-tri-cam", self._line(), name=name, value=untold, special="untold"
            )
        return [found[2] for found in _OWN_REFERENCE.finditer(value)]


def _untold(name: str, value: str) -> str:
    """What in the value of an attribute, or in a sheet, may hide words while nobody can tell."""
    if name not in _NAMES and has_lookalike(value):
        return value
    found = _UNTOLD.search(value) if name in _STYLED else None
    if name in _LETTERED or name == "style":
        found = found or _ODD_LETTERS.search(value if name == "style" else f"{name}:{value}")
    return found[0] if found else ""


def _size(attributes: dict[str, str], line: int) -> tuple[int, int]:
    """Width and height of the root in pixels, from its attributes or its view box."""
    sides = [absolute(attributes.get(name, "")) or 0 for name in ("width", "height")]
    if min(sides) <= 0:
        box = attributes.get("viewBox", "").replace(",", " ").split()
        sides = [absolute(side) or 0 for side in box[2:]]
    if len(sides) != 2 or min(sides) <= 0:
        raise PictureError("svg-khong-kich-thuoc", line)
    width, height = (max(1, round(side)) for side in sides)
    if max(width, height) > MAX_SIDE:
        raise PictureError(
            "anh-qua-dai", line, width=str(width), height=str(height), limit=str(MAX_SIDE)
        )
    return width, height
