"""The directives of a text, found line by line before Markdown reads it.

The blocks extension prints what it does not know as text and keeps no line number, so every line
that begins with `///` is read here first.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from plugins.base.problems import Problems
from plugins.base.validation import suggestion

COMPARISON = "comparison"

_DIRECTIVE = re.compile(r" {0,3}/{3,}[ \t]*(?P<name>[^\s|]*)[ \t]*(?:\|(?P<argument>.*))?")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def check_directives(
    text: str, path: str, first_line: int, comparisons: Container[str], problems: Problems
) -> None:
    """Record every directive in `text` that is unknown, unclosed or has too much in it."""
    opened = 0
    for number, line in _lines_outside_code(text, first_line):
        match = _DIRECTIVE.match(line)
        if match is None:
            if opened and line.strip():
                problems.add(path, number, "chi-thi-thua", value=line.strip())
            continue
        closing = not match["name"] and match["argument"] is None
        if closing == bool(opened):
            opened = 0 if closing else number
            if not closing:
                _check_opening(match, path, number, comparisons, problems)
        elif closing:
            problems.add(path, number, "chi-thi-la", value="", near="")
        else:
            problems.add(path, opened, "chi-thi-khong-dong")
            opened = number
            _check_opening(match, path, number, comparisons, problems)
    if opened:
        problems.add(path, opened, "chi-thi-khong-dong")


def _check_opening(
    match: re.Match[str],
    path: str,
    number: int,
    comparisons: Container[str],
    problems: Problems,
) -> None:
    name, wanted = match["name"], (match["argument"] or "").strip()
    if name != COMPARISON:
        problems.add(path, number, "chi-thi-la", value=name, near=suggestion(name, [COMPARISON]))
    elif wanted not in comparisons:
        known = comparisons if isinstance(comparisons, Iterable) else ()
        problems.add(path, number, "bang-la", value=wanted, near=suggestion(wanted, known))


def _lines_outside_code(text: str, first_line: int) -> Iterable[tuple[int, str]]:
    fence = ""
    for number, line in enumerate(text.split("\n"), first_line):
        match = _FENCE.match(line)
        if match and not fence:
            fence = match[1]
        elif match and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        elif not fence:
            yield number, line
