r"""In which texts a term stands, as a line: the term, the numbers of the texts, the levels.

Numbers are told as steps from one to the next, each as signs from '!' to '~': digits of base 47,
the last of which stands in the upper half. So most steps are one sign, and a browser unpacks
thousands in a moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import sub
from typing import Final

_BASE: Final = 47
_FIRST: Final = ord("!")
_LAST: Final = _FIRST + _BASE


def line(term: str, numbers: Sequence[int], levels: Iterable[str]) -> str:
    """The line of a term that stands in the texts of these numbers, which go up."""
    steps = map(sub, numbers, chain((-1,), numbers))
    return f"{term}\t{''.join(map(_STEPS.__getitem__, steps))}\t{''.join(levels)}\n"


def term_of(written: str) -> str:
    """The term of a line."""
    return written.partition("\t")[0]


def levels_of(written: str) -> dict[int, str]:
    """The level of the term of a line in each text in which it stands."""
    _, steps, levels = written.rstrip("\n").split("\t")
    return dict(zip(_numbers(steps), levels, strict=True))


def _numbers(steps: str) -> Iterable[int]:
    number, step = -1, 0
    for sign in map(ord, steps):
        if sign < _LAST:
            step = step * _BASE + sign - _FIRST
        else:
            number += step * _BASE + sign - _LAST + 1
            step = 0
            yield number


class _Steps(dict[int, str]):
    """How steps are written."""

    def __missing__(self, step: int) -> str:
        rest, last = divmod(step - 1, _BASE)
        signs = chr(_LAST + last)
        while rest:
            rest, digit = divmod(rest, _BASE)
            signs = chr(_FIRST + digit) + signs
        self[step] = signs
        return signs


_STEPS: Final = _Steps()
