"""Why YAML is broken, where the lines tell it better than the parser does.

The parser notices a slip where it can read no further, and that may be a line below, or look like
another one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

# A field and its value without the space between them; the colon of an address is none.
_GLUED: Final = re.compile(r"[ -]*[A-Za-z_]+:[^\s:/]")
_FIELD: Final = re.compile(r"( *(?:- +)*)[A-Za-z_][A-Za-z0-9_-]*:(?:\s|\Z)")
# Words behind a value in quotes.
_AFTER_QUOTE: Final = re.compile(
    r"""[ -]*[A-Za-z_]+:[ \t]+(?:"(?:[^"\\]|\\.)*"|(?P<single>'(?:[^']|'')*'))[ \t]*[^\s#]"""
)
# Words that begin with what begins a list or a mapping in YAML.
_BEGINS_WITH_SIGN: Final = re.compile(
    r"[ -]*[A-Za-z_]+:[ \t]+(?:-[ \t]|(?:\[[^\[\]]*\]|(?P<braces>\{[^{}]*\}))[ \t]*[^\s#,\]}])"
)
_PICTURE: Final = re.compile(r"[ -]*image:[ \t]+\{")
# The cases whose cure is a pair of double quotes, which the value itself must not hold.
_NEED_QUOTES: Final = frozenset(("colon", "sign"))
_INDENT_WITH_TAB: Final = re.compile(r" *\t")


class Cause(NamedTuple):
    """The place of the line at fault, the term for why, and the case whose cure helps."""

    line: int
    reason: str
    special: str


def nearer(lines: Sequence[str], line: int, reason: str) -> Cause:
    """What is at fault, where the parser gives `reason` for the line at the place `line`."""
    cause = _nearer(lines, line, reason)
    if cause.special in _NEED_QUOTES and '"' in _line_at(lines, cause.line):
        return cause._replace(special="after-quote")
    return cause


def _nearer(lines: Sequence[str], line: int, reason: str) -> Cause:
    if reason in ("colon", "no-colon"):
        return _around_a_colon(lines, line, reason)
    if reason == "indent":
        return _behind_a_value(lines, line) or Cause(line, reason, reason)
    if reason == "document" and _FIELD.match(first := _line_at(lines, 0)) and first[0] == " ":
        return Cause(0, "too-far", "too-far")
    if reason == "sign" and _INDENT_WITH_TAB.match(lines[line]):
        return Cause(line, "tab", "tab")
    return Cause(line, reason, reason)


def _line_at(lines: Sequence[str], line: int) -> str:
    return lines[line] if 0 <= line < len(lines) else ""


def _around_a_colon(lines: Sequence[str], line: int, reason: str) -> Cause:
    for near in (line, line - 1):
        if _GLUED.match(_line_at(lines, near)):
            return Cause(near, "glued", "glued")
    if reason == "colon" and (field := _FIELD.match(lines[line])):
        above = _above(lines, line)
        before = _FIELD.match(_line_at(lines, above))
        if before and len(field[1]) > len(before[1]):
            return Cause(line, "too-far", "too-far")
        if above >= 0 and not before and not _continues(lines, above):
            return Cause(above, "no-colon", "no-colon")
    return Cause(line, reason, reason)


def _above(lines: Sequence[str], line: int) -> int:
    """The place of the next line above that says something, else -1."""
    line -= 1
    while line >= 0 and lines[line].lstrip()[:1] in ("", "#"):
        line -= 1
    return line


def _continues(lines: Sequence[str], line: int) -> bool:
    """Whether a line can be a further one of the value above it."""
    indent = len(lines[line]) - len(lines[line].lstrip(" "))
    above = _line_at(lines, _above(lines, line))
    field = _FIELD.match(above)
    return field is not None and len(field[1]) < indent


def _behind_a_value(lines: Sequence[str], line: int) -> Cause | None:
    for near in (line, line - 1):
        text = _line_at(lines, near)
        if quoted := _AFTER_QUOTE.match(text):
            special = "after-single-quote" if quoted["single"] else "after-quote"
            return Cause(near, "after-quote", special)
        if sign := _BEGINS_WITH_SIGN.match(text):
            is_picture = sign["braces"] and _PICTURE.match(text)
            return Cause(near, "sign", "picture-name" if is_picture else "sign")
    return None
