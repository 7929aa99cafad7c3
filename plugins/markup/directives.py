"""The directives of a text, found line by line before Markdown reads it.

The blocks extension prints what it does not know as text and keeps no line number, so every line
that begins with `///` is read here first: outside code between fences it is a directive, in a
list or a quote too, or a fault.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import partial
from typing import Final

from msgspec import Struct, field

from plugins.base.problems import Problems
from plugins.base.validation import Suggestions, suggestion
from plugins.markup.body import Fault
from plugins.markup.fences import without_fenced
from plugins.markup.limits import MOST_DIRECTIVE_SIGNS

COMPARISON: Final = "comparison"

SIGN: Final = "///"
_CONTAINER = r"[\s>]*(?:(?:[-*+:]|[0-9]+\.)[ \t]+[\s>]*)*"
_DIRECTIVE = re.compile(
    rf"{_CONTAINER}(?P<fence>/{{3,}})[ \t]*(?P<name>[^\s|]*)[ \t]*(?:\|(?P<argument>.*))?"
)
# An indent stands for the sign of the item that it belongs to.
_CONTAINER_SIGN = re.compile(r">|[-*+:]|[0-9]+\.|^(?:[ ]{4}|\t)")


class Comparisons(Struct, frozen=True):
    """The ids of the comparisons that there are, and how many may still be suggested."""

    ids: Collection[str]
    suggestions: Suggestions = field(default_factory=Suggestions)


class _Line(Struct, frozen=True):
    """A line that begins with `///`; without a name it closes a directive."""

    number: int
    fence: str
    name: str
    argument: str

    @property
    def closes(self) -> bool:
        return not self.name and not self.argument


def check_directives(
    text: str, path: str, first_line: int, comparisons: Comparisons, problems: Problems
) -> None:
    """Record every directive in `text` that is unknown, unclosed or has too much in it."""
    opened: _Line | None = None
    inside: tuple[int, str] | None = None
    for number, line, found in _lines(text, first_line):
        if opened is None:
            if found and found.closes:
                problems.add(path, number, "chi-thi-le")
            elif found:
                _check_opening(found, path, comparisons, problems)
                opened, inside = found, None
        elif found and not found.closes:
            problems.add(path, opened.number, "chi-thi-khong-dong")
            _check_opening(found, path, comparisons, problems)
            opened, inside = found, None
        elif found and found.fence == opened.fence:
            if inside and opened.name == COMPARISON:
                problems.add(path, inside[0], "chi-thi-thua", value=inside[1])
            opened = None
        elif line.strip(" \t>"):
            inside = inside or (number, line.strip())
    if opened:
        problems.add(path, opened.number, "chi-thi-khong-dong")


def check_shown(
    text: str, path: str, first_line: int, shown: Collection[str], problems: Problems
) -> None:
    """Record every comparison of a text that is not among those `shown`, and the reverse.

    Nothing is recorded where the directives have faults of their own.
    """
    if SIGN not in text and not shown:
        return
    opened = [line for _, _, line in _lines(text, first_line) if line and not line.closes]
    faults = Problems()
    asked = Comparisons({line.argument for line in opened}, Suggestions(0))
    check_directives(text, path, first_line, asked, faults)
    if len(faults):
        return
    left = Counter(shown)
    for line in opened:
        if not left[line.argument]:
            problems.add(path, line.number, "chi-thi-khong-chay", value=line.argument)
        left[line.argument] -= 1
    for name in +left:
        problems.add(path, first_line, "chi-thi-khong-chay", value=name)


def glued_directive(text: str) -> Fault | None:
    """The first directive that no empty line parts from one in a quote or an item above it.

    The library of blocks comes to no end with it.
    """
    deepest = least = 0
    for number, line, found in _lines(text, 1):
        if not line.strip():
            deepest = 0
        elif not line.strip(" \t>"):
            # Empty in as many quotes as it has signs, and in those within them.
            least = min(least, line.count(">"))
        elif found and found.name.lower() == COMPARISON:
            depth = len(_CONTAINER_SIGN.findall(line.partition(SIGN)[0]))
            if depth < min(deepest, least):
                return Fault("chi-thi-dinh", number, found.argument)
            if depth >= deepest:
                deepest, least = depth, len(line)
    return None


def crossed_directive(text: str) -> Fault | None:
    """The first directive of a text in which the library of blocks loses its way."""
    opened = (found for _, _, found in _lines(text, 1) if found and not found.closes)
    first = next(opened, None)
    return Fault("chi-thi-khong-chay", first.number, first.argument) if first else None


def _check_opening(found: _Line, path: str, comparisons: Comparisons, problems: Problems) -> None:
    if found.name != COMPARISON:
        near = suggestion(found.name, [COMPARISON])
        problems.add(path, found.number, "chi-thi-la", value=found.name, near=near)
    elif not found.argument:
        problems.add(path, found.number, "chi-thi-thieu-ma")
    elif found.argument not in comparisons.ids:
        name = found.argument.rpartition("/")[2].removesuffix(".yaml")
        near = comparisons.suggestions.near(partial(suggestion, name, comparisons.ids))
        special = "" if name == found.argument else "path"
        values = {"value": found.argument, "near": near, "special": special}
        problems.add(path, found.number, "bang-la", **values)


def _lines(text: str, first_line: int) -> Iterator[tuple[int, str, _Line | None]]:
    """The lines of `text` outside fences, each with what it is if it begins with `///`."""
    if not 0 < text.count(SIGN) <= MOST_DIRECTIVE_SIGNS:
        return
    for number, line in enumerate(without_fenced(text).split("\n"), first_line):
        match = _DIRECTIVE.match(line) if SIGN in line else None
        argument = ((match["argument"] or "") if match else "").strip()
        yield (
            number,
            line,
            _Line(number, match["fence"], match["name"], argument) if match else None,
        )
