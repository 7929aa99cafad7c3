"""Signs of a number at the beginning of a line, which make an item of a list of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from plugins.markup.body import Fault
from plugins.markup.quote_slips import NUMBER, UNIT

# Lists of one item often begin with a number: only degrees are below zero, and a telephone
# number or an amount is all that stands behind a plus.
_SIGNED: Final = re.compile(
    rf" {{0,3}}(?:-[ \t]+{NUMBER}[ \t]*(?:độ|°)[ \t]*[CF]?\b"
    rf"|\+[ \t]+(?:84[ .]?[0-9]|{NUMBER}[ \t]*{UNIT}[ \t]*[.;,]?[ \t]*\Z))"
)
# The country's code and the rest of a number: whatever stands around it, the plus is its own.
_TELEPHONE: Final = re.compile(r" {0,3}\+[ \t]+84(?:[ .-]?[0-9]){8,11}(?![ .-]?[0-9])")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,2}\.)[ \t]")
_SHOWN: Final = 40


def signed_numbers(lines: Sequence[str]) -> Iterator[Fault]:
    """Telephone numbers, and the only items of their lists that are rather a number with its sign."""
    for place, line in enumerate(lines):
        if line.lstrip(" ")[:1] in ("-", "+") and _SIGNED.match(line):
            above = _first_words(lines, range(place - 1, -1, -1))
            below = _first_words(lines, range(place + 1, len(lines)))
            is_listed = _ITEM.match(above) or _ITEM.match(below) or above.rstrip().endswith(":")
            if not is_listed or _TELEPHONE.match(line):
                yield Fault("dau-cua-so", place + 1, line.strip()[:_SHOWN], line.strip()[0])


def _first_words(lines: Sequence[str], places: Iterable[int]) -> str:
    return next((lines[place] for place in places if lines[place].strip()), "")
