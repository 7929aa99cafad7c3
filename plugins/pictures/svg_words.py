"""What is written in an SVG picture."""

from __future__ import annotations

from contextlib import suppress
from typing import Final
from xml.parsers import expat

from msgspec import Struct, field

# What these hold is for those who do not see the picture.
SILENT: Final = frozenset({"title", "desc"})
_SPOKEN: Final = frozenset({"text", "title", "desc"})
_ATTRIBUTES: Final = ("aria-label", "id", "class")


def svg_texts(data: bytes) -> tuple[tuple[int, str], ...]:
    """All that an SVG picture says, each text with its line; what follows a fault is left out."""
    reading = _Reading()
    with suppress(expat.ExpatError, ValueError):
        reading.parser.Parse(data, True)  # noqa: FBT003  it takes no name
    reading.end_row()
    return tuple(reading.found)


class _Reading(Struct):
    found: list[tuple[int, str]] = field(default_factory=list)
    open: list[tuple[str, int, list[str]]] = field(default_factory=list)
    # Texts of a letter each that follow one another: they may make up words.
    row: list[str] = field(default_factory=list)
    row_line: int = 0
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate("utf-8"))

    def __post_init__(self) -> None:
        # Otherwise every line, and every reference to a letter, is a call of its own.
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def end_row(self) -> None:
        """What a row of single letters says ends here."""
        text = "".join(self.row)
        # The numbers at an axis are none of a telephone.
        if len(self.row) > 1 and any(map(str.isalpha, text)):
            self._add(self.row_line, text)
        self.row.clear()

    def _set_in_row(self, line: int, text: str) -> None:
        if sum(map(str.isalnum, text)) > 1:
            self.end_row()
            return
        self.row_line = self.row_line if self.row else line
        self.row.append(text)

    def _doctype(self, *given: object) -> None:
        # A few lines of declarations can stand for more words than any memory holds.
        has_declarations = given[-1]
        if has_declarations:
            raise ValueError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        self._add(line, *(attributes.get(one, "").replace("-", " ") for one in _ATTRIBUTES))
        self.open.append((name.rpartition(":")[2], line, []))

    def _end(self, _: str) -> None:
        name, line, parts = self.open.pop()
        text = "".join(parts)
        if name == "text":
            self._set_in_row(line, text)
        if name in _SPOKEN:
            self._add(line, text)
        elif self.open:
            # Letters of one word may each stand in an element of their own.
            self.open[-1][2].append(text)

    def _text(self, text: str) -> None:
        if self.open:
            self.open[-1][2].append(text)

    def _add(self, line: int, *texts: str) -> None:
        self.found += [(line, words) for text in texts if (words := " ".join(text.split()))]
