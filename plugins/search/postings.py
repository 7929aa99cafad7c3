"""In which texts a term stands, as a line: the term, a tab, and a sign for each text.

The sign tells the step from the number of the text before, times eight, and the level of the term,
which is below eight. So a browser unpacks thousands in a moment. A step too long for one sign is
told by several, of which those before the last have the level nought, that of no text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import sub
from typing import Final

# Signs below are spaces and controls, among them those that end lines.
_FIRST: Final = ord(" ")
_LEVELS: Final = 8
# Signs beyond are halves of others, which no file may hold.
_LONGEST: Final = (0xD800 - _FIRST) // _LEVELS - 1


def line(term: str, numbers: Sequence[int], levels: Iterable[str]) -> str:
    """The line of a term that stands in the texts of these numbers, which go up."""
    steps = map(sub, numbers, chain((-1,), numbers))
    return f"{term}\t{''.join(map(_SIGNS.__getitem__, zip(steps, levels, strict=True)))}\n"


def term_of(written: str) -> str:
    """The term of a line."""
    return written.partition("\t")[0]


def levels_of(written: str) -> dict[int, str]:
    """The level of the term of a line in each text in which it stands."""
    found: dict[int, str] = {}
    number = -1
    for sign in written.rstrip("\n").partition("\t")[2]:
        step, level = divmod(ord(sign) - _FIRST, _LEVELS)
        number += step
        if level:
            found[number] = str(level)
    return found


class _Signs(dict[tuple[int, str], str]):
    """How a step and a level are written."""

    def __missing__(self, posting: tuple[int, str]) -> str:
        step, level = posting
        far, near = divmod(step - 1, _LONGEST)
        signs = _sign(_LONGEST, 0) * far + _sign(near + 1, int(level))
        self[posting] = signs
        return signs


def _sign(step: int, level: int) -> str:
    return chr(_FIRST + step * _LEVELS + level)


_SIGNS: Final = _Signs()
