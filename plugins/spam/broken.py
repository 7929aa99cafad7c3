"""Finds phrases of spam whose words stand on lines of their own: in paragraphs, cells and labels."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from plugins.spam.brands import is_split_name
from plugins.spam.floor import CALLS, REFUSED, floor
from plugins.spam.reading import read
from plugins.spam.sentences import Sentence

# Longer lines say something by themselves.
_SHORT: Final = 3
# Over so many lines a phrase is looked for.
_MOST: Final = 4


class _Line(NamedTuple):
    number: int
    offset: int
    words: list[str]


def broken_lines(text: str) -> set[int]:
    """The short lines of `text`, counted from 0, whose words may make up a phrase when joined."""
    return {line.number for run in _runs(text) if _calls(run) for line in run}


def broken_phrases(text: str, lines: Container[int]) -> Iterator[Sentence]:
    """The phrases that are refused although none of their lines is; only in the `lines` of `text`."""
    for run in _runs(text):
        if run[0].number in lines and _calls(run):
            yield from _in_run(run)


def _runs(text: str) -> Iterator[Sequence[_Line]]:
    """Short lines that follow one another, at least two."""
    offset = 0
    lines: list[_Line] = []
    for number, line in enumerate(text.split("\n")):
        is_short = line.count(" ") < _SHORT
        lines.append(_Line(number, offset, line.split() if is_short else []))
        offset += len(line) + 1
    for has_words, run in groupby(lines, key=lambda line: bool(line.words)):
        found = [*run]
        if has_words and len(found) > 1:
            yield found


def _calls(run: Sequence[_Line]) -> bool:
    words = " ".join(" ".join(line.words) for line in run).lower().split()
    return any(
        second in CALLS.get(first, ()) or is_split_name(first, second)
        for first, second in pairwise(words)
    )


def _in_run(run: Sequence[_Line]) -> Iterator[Sentence]:
    """The shortest phrases of a run, from the first to the last."""
    told = 0
    for end in range(2, len(run) + 1):
        for start in range(end - 2, max(told, end - _MOST) - 1, -1):
            if _is_broken(run[start:end]):
                yield Sentence(_joined(run[start:end]), run[start].offset)
                told = end
                break


def _is_broken(lines: Sequence[_Line]) -> bool:
    """Whether `lines` are refused together, and none of them alone."""
    return _is_refused(_joined(lines)) and not any(_is_refused(_joined([one])) for one in lines)


def _joined(lines: Sequence[_Line]) -> str:
    return " ".join(" ".join(line.words) for line in lines)


def _is_refused(words: str) -> bool:
    reading = read(words)
    return floor(reading.words, reading.found)[0] >= REFUSED
