"""The code between fences, as Markdown knows it, in time that grows with the text alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from markdown.extensions.fenced_code import FencedBlockPreprocessor

_FENCE: Final = re.compile(r"^(~{3,}|`{3,})([^\n]*)$", re.MULTILINE)

_OPTION: Final = re.compile(r"([\w:-]+)[ ]*=")


def without_fenced(text: str) -> str:
    """`text` with nothing but line ends in the places of its fenced code."""
    pieces, done = [], 0
    for block in _blocks(text):
        pieces += [text[done : block.start()], "\n" * block[0].count("\n")]
        done = block.end()
    return "".join([*pieces, text[done:]])


def fence_options(text: str) -> Iterator[tuple[int, str]]:
    """The place and the name of all that is said of fenced code and that no page shows."""
    for block in _blocks(text):
        names = [found[1] for found in _OPTION.finditer(block["attrs"] or "")]
        names += ["hl_lines"] if block["hl_lines"] else []
        yield from ((block.start(), name) for name in names)


def unclosed_fences(text: str) -> tuple[str, ...]:
    """The fences below which no equal one stands."""
    return tuple(line[1] for line, is_closed in _lines(text) if not is_closed)


def _blocks(text: str) -> Iterator[re.Match[str]]:
    done = 0
    # Markdown's own pattern reads the whole rest of the text for every fence that is not closed.
    for line, is_closed in _lines(text):
        if is_closed and done <= line.start():
            block = FencedBlockPreprocessor.FENCED_BLOCK_RE.match(text, line.start())
            if block:
                yield block
                done = block.end()


def _lines(text: str) -> list[tuple[re.Match[str], bool]]:
    """The lines that begin with a fence, and whether the same fence ends one below."""
    if "```" not in text and "~~~" not in text:
        return []
    lines = list(_FENCE.finditer(text))
    last = {line[1]: line.start() for line in lines if not line[2].strip(" ")}
    return [(line, line.start() < last.get(line[1], 0)) for line in lines]
