"""Fenced code is found as Markdown finds it, in a time that grows with the text."""

from __future__ import annotations

import re
import time

from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.fenced_code import FencedBlockPreprocessor

from plugins.markup.fences import unclosed_fences, without_fenced

LINES = st.lists(
    st.sampled_from(
        [
            "```",
            "~~~",
            "````",
            "``` ",
            "```py",
            "~~~{.a}",
            "~~~~ x y",
            "a",
            "",
            " ```",
            "`",
            "/// x",
        ]
    )
)


def _only_line_ends(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


@given(LINES)
def test_code_is_what_markdown_takes_for_code(lines: list[str]) -> None:
    """The same lines are left as by the pattern of Markdown."""
    text = "\n".join(lines)

    expected = FencedBlockPreprocessor.FENCED_BLOCK_RE.sub(_only_line_ends, text)

    assert without_fenced(text) == expected


def test_fences_that_nothing_closes_take_no_time() -> None:
    """Each would make the pattern read the whole rest of the text."""
    text = "```x\n" * 20_000
    started = time.process_time()

    assert without_fenced(text) == text
    assert len(unclosed_fences(text)) == 20_000
    assert time.process_time() - started < 1
