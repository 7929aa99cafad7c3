"""Finds phrases of spam whose words stand on lines of their own: in paragraphs, cells and labels."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import compress, count, groupby, pairwise
from operator import and_
from typing import Final, NamedTuple

from plugins.spam.brands import is_split_name
from plugins.spam.floor import CALLS, REFUSED, floor
from plugins.spam.reading import read
from plugins.spam.sentences import Sentence

# Longer lines say something by themselves.
_SHORT: Final = 3
# Over so many lines a phrase is looked for.
_MOST: Final = 4
# What stands before or behind a word of a line.
_SIGNS: Final = ".,;:!?…–—-()\"“”'"


class _Line(NamedTuple):
    number: int
    offset: int
    words: Sequence[str]


def broken_lines(text: str) -> set[int]:
    """The short lines of `text`, counted from 0, between which a phrase may be broken."""
    lines = text.split("\n")
    are_short = [line.count(" ") < _SHORT for line in lines]
    ends = compress(count(), map(and_, are_short, are_short[1:]))
    return {number for at in ends if _meet(lines[at], lines[at + 1]) for number in (at, at + 1)}


def broken_phrases(text: str, lines: Container[int]) -> Iterator[Sentence]:
    """The phrases in runs with any of the `lines` of `text` that no line of theirs tells alone."""
    for run in _runs(text):
        if any(line.number in lines for line in run):
            yield from _in_run(run)


def _meet(line: str, following: str) -> bool:
    last, first = line.rpartition(" ")[2], following.partition(" ")[0]
    return _calls((last.lower().strip(_SIGNS), first.lower().strip(_SIGNS)))


def _calls(words: Sequence[str]) -> bool:
    return any(
        second in CALLS.get(first, ()) or is_split_name(first, second)
        for first, second in pairwise(words)
    )


def _runs(text: str) -> Iterator[Sequence[_Line]]:
    """Short lines that follow one another, at least two."""
    offset = 0
    lines: list[_Line] = []
    for number, line in enumerate(text.split("\n")):
        words = [word.strip(_SIGNS) for word in line.split()] if line.count(" ") < _SHORT else []
        lines.append(_Line(number, offset, [*filter(None, words)]))
        offset += len(line) + 1
    for has_words, run in groupby(lines, key=lambda line: bool(line.words)):
        found = [*run]
        if has_words and len(found) > 1:
            yield found


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
    words = _joined(lines)
    if not _calls(words.lower().split()) or not _is_refused(words):
        return False
    return not any(_is_refused(_joined([line])) for line in lines)


def _joined(lines: Sequence[_Line]) -> str:
    return " ".join(" ".join(line.words) for line in lines)


def _is_refused(words: str) -> bool:
    reading = read(words)
    return floor(reading.words, reading.found)[0] >= REFUSED
