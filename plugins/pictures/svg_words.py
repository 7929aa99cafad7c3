"""What is written in an SVG picture."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Final
from xml.parsers import expat

from msgspec import Struct, field

# What these hold is for those who do not see the picture.
SILENT: Final = frozenset({"title", "desc"})
_SPOKEN: Final = frozenset({"text", "title", "desc"})
_SAID: Final = ("aria-label", "id", "class", "font-family", "role", "lang")
_TOLD: Final = frozenset((*_SAID, "style"))
# Nobody sees what other attributes and style sheets say, but programs that read the file do.
_WORDS: Final = re.compile(r"(?:[^\W\d_]{2,}[\s\"',;:.-]+){2}[^\W\d_]{2}")
_RULES: Final = re.compile("[{};]")
_FONT: Final = re.compile(r"\s*font(?:-family)?\s*:")


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
    unseen: set[str] = field(default_factory=set)
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
        if attributes:
            self._attributes(line, attributes)
        self.open.append((name.rpartition(":")[2], line, []))

    def _attributes(self, line: int, attributes: dict[str, str]) -> None:
        self._add(line, *(attributes[one].replace("-", " ") for one in _SAID if one in attributes))
        others = sorted(attributes.keys() - _TOLD)
        self._add_unseen(line, filter(_may_be_words, map(attributes.__getitem__, others)))
        if "style" in attributes:
            self._add_unseen(line, _words_of_styles(attributes["style"]))

    def _end(self, _: str) -> None:
        name, line, parts = self.open.pop()
        text = "".join(parts)
        if name == "text":
            self._set_in_row(line, text)
        if name in _SPOKEN:
            self._add(line, text)
        elif name == "style":
            self._add_unseen(line, _words_of_styles(text))
        elif self.open:
            # Letters of one word may each stand in an element of their own.
            self.open[-1][2].append(text)

    def _text(self, text: str) -> None:
        if self.open:
            self.open[-1][2].append(text)

    def _add_unseen(self, line: int, texts: Iterable[str]) -> None:
        """Add `texts`, which are often the same, once each."""
        for text in texts:
            if text not in self.unseen:
                self.unseen.add(text)
                self._add(line, text.replace("-", " "))

    def _add(self, line: int, *texts: str) -> None:
        self.found += [(line, words) for text in texts if (words := " ".join(text.split()))]


def _may_be_words(value: str) -> bool:
    """Whether an attribute, which is made of numbers and names, may say something instead."""
    return not value.isascii() or _WORDS.search(value) is not None


def _words_of_styles(styles: str) -> list[str]:
    """The names of fonts in `styles`, and whatever has letters that no style is made of."""
    parts = _RULES.split(styles)
    named = (_FONT.sub("", part, count=1) for part in parts if _FONT.match(part))
    return [*named, *(part for part in parts if not (part.isascii() or _FONT.match(part)))]
