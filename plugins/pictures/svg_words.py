"""What is written in an SVG picture, and whether it is hidden from those who look at it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Final
from xml.parsers import expat

from msgspec import Struct, field

WRITTEN: Final = frozenset({"text", "tspan", "textPath"})
# What these hold is for those who do not see the picture.
SILENT: Final = frozenset({"title", "desc"})
_SPOKEN: Final = frozenset({"text", "title", "desc"})
_ATTRIBUTES: Final = ("aria-label", "id", "class")
_HIDING: Final = re.compile(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|(?:fill-)?opacity\s*:\s*0*(?:\.0\d*)?%?\s*(?=[;!}]|\Z)"
    r"|font-size\s*:\s*0*(?:\.\d+)?(?:[a-z]+|%)?\s*(?=[;!}]|\Z)|fill\s*:\s*transparent)",
    re.IGNORECASE,
)
_NO_FILL: Final = re.compile(r"\s*fill\s*:\s*none", re.IGNORECASE)
_STROKE: Final = re.compile(r"\s*stroke\s*:", re.IGNORECASE)
_PROPERTIES: Final = ("display", "visibility", "opacity", "fill-opacity", "font-size", "fill")


def hiding(name: str, attributes: Mapping[str, str]) -> str:
    """The declaration by which the element `name` hides what is written in it, or nothing."""
    declared = [f"{one}:{attributes[one].strip()}" for one in _PROPERTIES if one in attributes]
    declared += attributes.get("style", "").split(";")
    is_outlined = "stroke" in attributes or any(map(_STROKE.match, declared))
    for one in declared:
        if hiding_in_style(one) or (name in WRITTEN and not is_outlined and _NO_FILL.match(one)):
            return one.strip()
    return ""


def hiding_in_style(style: str) -> str:
    """The first declaration of a style sheet that hides something, or nothing."""
    found = _HIDING.search(style)
    return found[0].strip() if found else ""


def svg_texts(data: bytes) -> tuple[tuple[int, str], ...]:
    """All that an SVG picture says, each text with its line; what follows a fault is left out."""
    reading = _Reading()
    with suppress(expat.ExpatError, ValueError):
        reading.parser.Parse(data, True)  # noqa: FBT003  it takes no name
    return tuple(reading.found)


class _Reading(Struct):
    found: list[tuple[int, str]] = field(default_factory=list)
    open: list[tuple[str, int, list[str]]] = field(default_factory=list)
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate("utf-8"))

    def __post_init__(self) -> None:
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        self._add(line, *(attributes.get(one, "").replace("-", " ") for one in _ATTRIBUTES))
        self.open.append((name.rpartition(":")[2], line, []))

    def _end(self, _: str) -> None:
        name, line, parts = self.open.pop()
        text = "".join(parts)
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
