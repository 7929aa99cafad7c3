"""The code between fences, as Markdown knows it, in time that grows with the text alone."""

from __future__ import annotations

import re
from typing import Final

from markdown.extensions.fenced_code import FencedBlockPreprocessor

_FENCE: Final = re.compile(r"^(~{3,}|`{3,})([^\n]*)$", re.MULTILINE)


def without_fenced(text: str) -> str:
    """`text` with nothing but line ends in the places of its fenced code."""
    pieces, done = [], 0
    # Markdown's own pattern reads the whole rest of the text for every fence that is not closed.
    for line, is_closed in _lines(text):
        if is_closed and done <= line.start():
            block = FencedBlockPreprocessor.FENCED_BLOCK_RE.match(text, line.start())
            if block:
                pieces += [text[done : block.start()], "\n" * block[0].count("\n")]
                done = block.end()
    return "".join([*pieces, text[done:]])


def unclosed_fences(text: str) -> tuple[str, ...]:
    """The fences below which no equal one stands."""
    return tuple(line[1] for line, is_closed in _lines(text) if not is_closed)


def _lines(text: str) -> list[tuple[re.Match[str], bool]]:
    """The lines that begin with a fence, and whether the same fence ends one below."""
    if "```" not in text and "~~~" not in text:
        return []
    lines = list(_FENCE.finditer(text))
    last = {line[1]: line.start() for line in lines if not line[2].strip(" ")}
    return [(line, line.start() < last.get(line[1], 0)) for line in lines]
