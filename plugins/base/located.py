"""YAML in which every scalar is text and every value knows its line.

YAML's own types turn `no` into False, `012` into 10 and `12:30` into 750; anchors make bombs and
duplicate keys vanish. So scalars stay text for a model to convert, and the rest is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

Location: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 12
MAX_CHARACTERS = 4_000_000


class LocatedYamlError(Exception):
    """YAML that is refused: a problem code, the line, and the values of its message."""

    def __init__(self, code: str, line: int, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.values = values


@dataclass(frozen=True, slots=True)
class Located:
    """Plain data (dict, list, str) and the line of every key and item."""

    data: Any
    lines: Mapping[Location, int]

    def line(self, location: Location) -> int:
        """The line of `location`, or of the nearest thing around it."""
        while location not in self.lines and location:
            location = location[:-1]
        return self.lines.get(location, 1)


def load_located(text: str, first_line: int = 1) -> Located:
    """Read `text`, which begins at line `first_line` of its file."""
    if len(text) > MAX_CHARACTERS:
        raise LocatedYamlError("yaml-qua-lon", first_line)
    try:
        if any(sign in text for sign in "&*!"):
            _refuse_anchors_and_tags(text, first_line)
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise LocatedYamlError("yaml-hong", line, reason=error.problem or "") from error
    except yaml.YAMLError as error:
        raise LocatedYamlError("yaml-hong", first_line, reason=str(error)) from error
    lines: dict[Location, int] = {}
    data = {} if node is None else _plain(node, (), lines, first_line)
    return Located(data, lines)


def _refuse_anchors_and_tags(text: str, first_line: int) -> None:
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise LocatedYamlError("yaml-neo", line)
        if getattr(event, "tag", None):
            raise LocatedYamlError("yaml-nhan", line)


def _plain(node: yaml.Node, at: Location, lines: dict[Location, int], first_line: int) -> Any:
    line = first_line + node.start_mark.line
    lines.setdefault(at, line)
    if len(at) > MAX_DEPTH:
        raise LocatedYamlError("yaml-qua-sau", line)
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [
            _plain(item, (*at, index), lines, first_line) for index, item in enumerate(node.value)
        ]
    return _mapping(node, at, lines, first_line)


def _mapping(
    node: yaml.Node, at: Location, lines: dict[Location, int], first_line: int
) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = first_line + key_node.start_mark.line
        if not isinstance(key_node, yaml.ScalarNode):
            raise LocatedYamlError("yaml-hong", line, reason="a key that is not a word")
        key = key_node.value
        if key in result:
            raise LocatedYamlError("khoa-trung", line, key=key)
        lines[(*at, key)] = line
        result[key] = _plain(value_node, (*at, key), lines, first_line)
    return result
