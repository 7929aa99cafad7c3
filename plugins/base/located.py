"""YAML in which every scalar is text and every value knows its line.

YAML's own types turn `no` into False, `012` into 10 and `12:30` into 750; anchors make bombs and
duplicate keys vanish. So scalars stay text for a model to convert, and the rest is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import yaml
from msgspec import Struct

from plugins.base.characters import forbidden, forbidden_values

Location: TypeAlias = tuple[str | int, ...]

MAX_DEPTH: Final = 12
MAX_CHARACTERS: Final = 500_000
# Of keys, values, lists and mappings.
MAX_NODES: Final = 50_000

# What the parser says, as the name of a term; whatever else it says is a broken structure.
_REASONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "mapping values are not allowed in this context": "colon",
        "could not find expected ':'": "no-colon",
        "found character that cannot start any token": "sign",
        "found a tab character where an indentation space is expected": "tab",
        "found a tab character that violates indentation": "tab",
        "found unexpected end of stream": "open",
        "found unexpected document indicator": "open",
        "did not find expected ',' or ']'": "open",
        "did not find expected ',' or '}'": "open",
        "did not find expected key": "indent",
        "did not find expected '-' indicator": "indent",
        "block sequence entries are not allowed in this context": "indent",
        "found unknown escape character": "escape",
        "did not find expected hexdecimal number": "escape",
        "found invalid Unicode character escape code": "escape",
        "did not find expected <document start>": "document",
    }
)

# What whoever knows YAML writes for no value; in quotes they are words like any other.
_NOTHING: Final = frozenset({"null", "Null", "NULL", "~"})

# What YAML leaves out behind a value.
_COMMENT = re.compile(r"[ \t]+(#[^\n]*)")


class LocatedYamlError(Exception):
    """YAML that is refused: a problem code, the line, and the values of its message."""

    def __init__(self, code: str, line: int, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.values = values


class Located(Struct, frozen=True):
    """Plain data (dict, list, str) and the line of every key and item."""

    data: Any
    lines: Mapping[Location, int]

    def line(self, location: Location) -> int:
        """The line of `location`, or of the nearest thing around it."""
        while location not in self.lines and location:
            location = location[:-1]
        return self.lines.get(location, 1)

    def at(self, location: Location) -> Any:
        """The data at `location`."""
        data = self.data
        for part in location:
            data = data[part]
        return data


def load_located(text: str, first_line: int = 1, *, notes: bool = True) -> Located:
    """Read `text`, which begins at line `first_line` of its file.

    With `notes` a comment may stand behind a value, set off by spaces; a line may always be one.
    """
    if len(text) > MAX_CHARACTERS:
        raise LocatedYamlError("yaml-qua-lon", first_line)
    # Event by event: composing whole trees overflows the stack on ten thousand brackets.
    try:
        reader = _Reader(text, first_line, notes=notes)
        data = reader.document()
    except yaml.MarkedYAMLError as error:
        raise _broken(error, text, first_line) from error
    except yaml.YAMLError as error:
        raise LocatedYamlError("yaml-hong", first_line, reason="structure", special="") from error
    return Located(data, reader.lines)


def _broken(error: yaml.MarkedYAMLError, text: str, first_line: int) -> LocatedYamlError:
    """Where a text is broken, and why."""
    reason = _REASONS.get(error.problem or "", "structure")
    # What is not closed, or has no colon, is noticed below the place where it begins.
    begins_above = reason in ("open", "no-colon")
    mark = (error.context_mark if begins_above else None) or error.problem_mark
    # What is missing at the end is missing on the last line that says something.
    line = min(mark.line if mark else 0, text.rstrip().count("\n"))
    lines = text.split("\n")
    if reason == "open" and (lost := _lost_in_bracket(lines[line])):
        return LocatedYamlError("dau-thang", first_line + line, value=lost)
    # Loaded only for what is broken.
    from plugins.base.yaml_causes import nearer  # noqa: PLC0415

    cause = nearer(lines, line, reason)
    values = {"reason": cause.reason, "special": cause.special}
    return LocatedYamlError("yaml-hong", first_line + cause.line, **values)


def _lost_in_bracket(line: str) -> str:
    """What YAML leaves out of a line with the end of the brackets that are open on it."""
    before, sign, after = line.partition(" #")
    is_lost = sign and not after.startswith(" ") and not {'"', "'"} & set(before)
    return f"#{after}" if is_lost and {"[", "{"} & set(before) else ""


class _Reader:
    """Makes plain data of the events of one document."""

    def __init__(self, text: str, first_line: int, *, notes: bool) -> None:
        self._next: Callable[[], Any] = yaml.CBaseLoader(text).get_event
        self._written = text
        self._first_line = first_line
        self._notes = notes
        self._has_escapes = "\\" in text
        self._has_comments = "#" in text
        self._nodes = 0
        self.lines: dict[Location, int] = {}

    def document(self) -> Any:
        """The data of the only document; an empty text is a mapping without keys."""
        self._next()
        if type(self._next()) is yaml.StreamEndEvent:
            self.lines[()] = self._first_line
            return {}
        data = self._node(self._next(), ())
        self._next()
        after = self._next()
        if type(after) is not yaml.StreamEndEvent:
            raise LocatedYamlError("yaml-hong", self._line(after), reason="document")
        return data

    def _node(self, event: Any, at: Location) -> Any:
        line = self._line(event)
        kind = type(event)
        if kind is yaml.AliasEvent:
            raise LocatedYamlError("yaml-neo", line)
        self._check(event, line, len(at))
        self.lines.setdefault(at, line)
        if kind is yaml.ScalarEvent:
            text = self._text(event, line)
            return "" if text in _NOTHING and event.implicit[0] else text
        return self._list(at) if kind is yaml.SequenceStartEvent else self._mapping(at)

    def _list(self, at: Location) -> list[Any]:
        items: list[Any] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            items.append(self._node(event, (*at, len(items))))
        return items

    def _mapping(self, at: Location) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while (kind := type(event := self._next())) is not yaml.MappingEndEvent:
            line = self._line(event)
            if kind is not yaml.ScalarEvent:
                raise LocatedYamlError("yaml-hong", line, reason="key")
            self._check(event, line, len(at) + 1)
            key = self._text(event, line)
            if key in result:
                raise LocatedYamlError("khoa-trung", line, key=key)
            here = (*at, key)
            self.lines[here] = line
            result[key] = self._node(self._next(), here)
        return result

    def _check(self, event: Any, line: int, depth: int) -> None:
        if event.anchor is not None:
            raise LocatedYamlError("yaml-neo", line)
        if event.tag is not None:
            raise LocatedYamlError("yaml-nhan", line)
        if depth > MAX_DEPTH:
            raise LocatedYamlError("yaml-qua-sau", line)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise LocatedYamlError("yaml-qua-lon", line)

    def _text(self, event: Any, line: int) -> str:
        value: str = event.value
        if self._has_comments:
            self._check_comment(event)
        if not self._has_escapes:
            return value
        # "\u0007" in double quotes: what the file itself may not hold.
        found = forbidden(value)
        if found:
            raise LocatedYamlError("ky-tu-dieu-khien", line, **forbidden_values(found))
        return unicodedata.normalize("NFC", value)

    def _check_comment(self, event: Any) -> None:
        """Refuse a comment behind a value where it may be a part of the value."""
        comment = _COMMENT.match(self._written, event.end_mark.index)
        if comment is None or event.style in ("|", ">"):
            return
        is_note = comment[1][1:2] in ("", " ")
        if not is_note or not (self._notes or event.style in ('"', "'")):
            line = self._first_line + int(event.end_mark.line)
            raise LocatedYamlError("dau-thang", line, value=comment[1].rstrip())

    def _line(self, event: Any) -> int:
        return self._first_line + int(event.start_mark.line)
