"""Directives on two lines, which are read without the library of blocks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown import Markdown

from plugins.markup.directives import glued_directive
from plugins.markup.reader import Extensions, library_reader, reader
from plugins.markup.timer import time_limit

ROOT = Path(__file__).resolve().parents[2]
LINES = st.sampled_from(
    [
        "",
        "/// comparison | x\n///",
        "\n/// comparison | x\n///\n",
        "///comparison|y-1\n///",
        "//// comparison | x\n////",
        "/// comparison | x\n////",
        "/// comparison | x",
        "/// comparison |",
        "/// Comparison | x\n///",
        "/// khác | x\n///",
        "/// comparison | x\n    open: true\n///",
        "///",
        "   /// comparison | x\n   ///",
        "    /// comparison | x\n    ///",
        "Chữ",
        "Chữ\\/ và //",
        "- Mục",
        "1. Một",
        ": Nghĩa",
        "# Đầu",
        "[^1]: Ghi chú",
        "Chữ[^1]",
        "```",
        "<div>",
        "</div>",
    ]
)


def _converted(md: Markdown, text: str) -> str:
    with time_limit(5):
        return md.reset().convert(text)


@given(st.lists(LINES, max_size=12).map("\n".join), st.lists(LINES, max_size=5).map("\n".join))
def test_directives_are_read_as_the_library_reads_them(text: str, before: str) -> None:
    """The same markup comes out, whatever was read before."""
    ours, theirs = (make(Extensions.of("vi")) for make in (reader, library_reader))

    # The library comes to no end with these, which are never handed to it.
    assume(all(glued_directive(one) is None for one in (before, text)))
    for one in (before, text):
        assert _converted(ours, one) == _converted(theirs, one)


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        ("Chữ\n\n/// comparison | x\n///\n\nChữ", False),
        ("```\n/// khác\n```", False),
        ("Chữ\n/// comparison | x\n///", True),
        ("/// comparison | x\nChữ\n///", True),
    ],
)
def test_the_library_is_loaded_with_the_first_text_that_needs_it(
    text: str, *, loaded: bool
) -> None:
    """Directives as they are usually written are checked without it."""
    code = (
        "import sys; from plugins.markup.convert import Converter; "
        f"Converter('vi').convert({text!r}, 'articles/a/index.vi.md'); "
        "print('pymdownx.blocks' in sys.modules)"
    )
    shown = subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True)

    assert shown == f"{loaded}\n"
