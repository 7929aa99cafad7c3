"""Splits a text into the sentences that are judged one by one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

from msgspec import Struct

# A range of them would hold small letters too.
_CAPITALS: Final = "A-Z" + "".join(filter(str.isupper, map(chr, range(0xC0, 0x1EFA))))
# Begins with the sign, so that all other letters are passed over quickly.
# A stop and a space, or a stop glued to the capital of the next sentence; stops of Chinese need no
# space. Not after 'TP.' and its like, of which all letters are capital or which end a short word.
_END: Final = re.compile(
    r"[.!?…。！？；](?:(?<=[。！？；])"
    r"|(?<![ .(][A-ZĐ].)(?<!\bTP.)(?<!\bTS.)(?<!ThS.)(?<!PGS.)(?<!\bGS.)(?<!\bTr.)(?<!\btr.)"
    r"(?<!\bst.)[\"”’')»]*(?=\s)"
    rf"|(?<=[a-zà-ỹ][.!?])(?=[{_CAPITALS}][a-zà-ỹ]))"
)

# Who answers so asks for nothing: 'Cá cược? Không!'
_REFUSAL: Final = re.compile(
    r"\s+(?:không|đừng|(?:xin |hãy )*(?:tránh xa|nói không))\s*[.!]", re.IGNORECASE
)
_LONGEST: Final = 2000


class Sentence(Struct, frozen=True):
    """A sentence as written, without spaces around it, and where in the text it begins."""

    text: str
    offset: int


def sentences(text: str, lines: Container[int]) -> Iterator[Sentence]:
    """The sentences in the `lines` of `text`, counted from 0; the longest are cut at a space."""
    start = 0
    for number, line in enumerate(text.split("\n")):
        if number in lines:
            yield from _of_line(line, start)
        start += len(line) + 1


def sentence_ends(chunk: str) -> list[int]:
    """Where sentences end in `chunk`, which stands between two spaces."""
    return [match.end() - 1 for match in _END.finditer(f" {chunk} ")]


def _of_line(line: str, offset: int) -> Iterator[Sentence]:
    begin = 0
    for match in _END.finditer(line):
        if line[match.start()] == "?" and _REFUSAL.match(line, match.end()):
            continue
        yield from _sentence(line[begin : match.end()], offset + begin)
        begin = match.end()
    yield from _sentence(line[begin:], offset + begin)


def _sentence(part: str, offset: int) -> Iterator[Sentence]:
    text = part.strip()
    start = offset + len(part) - len(part.lstrip())
    while len(text) > _LONGEST:
        cut = text.rfind(" ", 1, _LONGEST) + 1 or _LONGEST
        yield Sentence(text[:cut].rstrip(), start)
        rest = text[cut:].lstrip()
        start += len(text) - len(rest)
        text = rest
    if text:
        yield Sentence(text, start)
