"""Reads SVG strictly: shapes and text only, nothing active, nothing from outside.

What is not on the lists of `svg_lists` is refused with its line. Comments are left out.
"""

from __future__ import annotations

import re
from typing import Final
from xml.parsers import expat

from msgspec import Struct, field

from plugins.pictures.picture import MAX_SIDE, Picture, PictureError
from plugins.pictures.svg_lengths import absolute
from plugins.pictures.svg_lists import ATTRIBUTES, ELEMENTS, FUNCTIONS, NAMESPACE, XLINK_HREF
from plugins.pictures.svg_sight import Sight
from plugins.pictures.svg_weight import Weights
from plugins.pictures.svg_words import SILENT, WRITTEN, hiding, hiding_in_style

_DEEPEST: Final = 60
_CALL = re.compile(r"(?<![A-Za-z-])([A-Za-z-]*)\(")
_OWN_REFERENCE = re.compile(r"url\(\s*(['\"]?)#([\w.-]+)\1\s*\)")
_OWN_LINK = re.compile(r"#([\w.-]+)\Z")
# An escape, an at-rule or a comment could hide a call from the eye.
_DISGUISE = re.compile(r"[\\@]|/\*")


def read_svg(data: bytes) -> Picture:
    """The clean SVG picture in `data`; raises PictureError."""
    reading = _Reading(data)
    width, height = reading.run()
    return Picture("SVG", width, height, reading.without_comments())


class _Reading(Struct):
    data: bytes
    open: list[str] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)
    size: tuple[int, int] = (0, 0)
    weights: Weights = field(default_factory=Weights)
    style: list[str] = field(default_factory=list)
    # For each open element what it hides its text by; the same of style sheets, with the line.
    hides: list[str] = field(default_factory=list)
    sheet_hides: tuple[int, str] = (0, "")
    is_written: bool = False
    sight: Sight = field(default_factory=Sight)
    sheet_links: list[str] = field(default_factory=list)
    # Names of other encodings in the file are overruled: what is read is what is served.
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate("utf-8", " "))

    def __post_init__(self) -> None:
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartCdataSectionHandler = self._cdata
        self.parser.CommentHandler = self._comment
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
        self._check_all_seen()
        return self.size

    def _check_all_seen(self) -> None:
        """Refuse text that a style sheet hides, or its colour, its size or its place."""
        for line, value in (self.sheet_hides if self.is_written else (0, ""), self.sight.unseen):
            if value:
                raise PictureError("svg-chu-an", line, value=value)
        line, value = self.sight.unused({*self.weights.groups[""].links, *self.sheet_links})
        if value:
            raise PictureError("svg-chu-an", line, value=value, special="stored")

    def without_comments(self) -> bytes:
        """The file without its comments."""
        kept, place = [], 0
        for start in self.comments:
            kept.append(self.data[place:start])
            place = self.data.index(b"-->", start) + 3
        return b"".join((*kept, self.data[place:]))

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
        if len(self.open) >= _DEEPEST:
            raise PictureError("svg-qua-nang", self._line())
        if not self.open:
            self.size = _size(attributes, self._line())
            self.sight.begin(attributes, self.size)
        self.open.append(name)
        self.hides.append(hiding(name, attributes))
        links = [link for pair in attributes.items() for link in self._links(*pair)]
        self.weights.start(attributes.get("id", ""), links)
        self.sight.start(name, attributes)

    def _end(self, _: str) -> None:
        self.hides.pop()
        if self.open.pop() == "style":
            sheet = "".join(self.style)
            self.sheet_links += self._links("style", sheet)
            self.sight.read_sheet(sheet)
            if value := hiding_in_style(sheet):
                self.sheet_hides = self._line(), value
            self.style.clear()
        self.weights.end()
        self.sight.end()

    def _text(self, text: str) -> None:
        if self.open[-1:] == ["style"]:
            self.style.append(text)
        elif self.open and self.open[-1] not in SILENT and not text.isspace():
            self.is_written = True
            self._check_seen(text)

    def _check_seen(self, text: str) -> None:
        """Refuse `text`, which stands in the innermost open element, where nobody sees it."""
        line = self._line()
        if self.open[-1] not in WRITTEN:
            raise PictureError("svg-chu-an", line, value=self.open[-1], special="bare")
        if value := next(filter(None, self.hides), ""):
            raise PictureError("svg-chu-an", line, value=value)
        self.sight.read(text, line)

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
        return [found[2] for found in _OWN_REFERENCE.finditer(value)]


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
