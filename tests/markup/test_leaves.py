"""Which blocks are known by their first signs."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from plugins.markup.leaves import LeafBlocks
from plugins.markup.reader import Extensions, reader


@pytest.fixture
def leaves() -> LeafBlocks:
    """The processor of a new reader."""
    processor = reader(Extensions.of("vi")).parser.blockprocessors["leaves"]
    assert isinstance(processor, LeafBlocks)
    return processor


@pytest.mark.parametrize(
    "block", ["Một đoạn.", "Hai\ndòng.", "## Mục", "a | b\n--|--\n1 | 2", "|a|\n|-|\n|b|"]
)
def test_paragraphs_headings_and_tables_are_known(block: str, leaves: LeafBlocks) -> None:
    """They are written at once."""
    assert leaves.test(ET.Element("div"), block)


@pytest.mark.parametrize(
    "block",
    [
        *("", "\na", "    a", "- a", "1. a", "   ٣. a", "> a", "***", "[a]: b", "[^1]: b", ":   a"),
        *(
            "a\n- b",
            "a\n===",
            "a\n---",
            "a\n> b",
            "a\n:   b",
            "a\n# b",
            "a\n*[A]: b",
            "a\n  [b]: c",
        ),
        *("# a\nb", "  *a*", "/// x", "a\n/// x", "a | b\n--|--\n/// comparison | x", "2026 a"),
        *("|a|\n|-|\n|///|", "a | b\n--|--\n`file:///C:/x` | 2"),
    ],
)
def test_others_are_left_to_markdown(block: str, leaves: LeafBlocks) -> None:
    """What may be a list, a quote, a definition or a directive is asked as before."""
    assert not leaves.test(ET.Element("div"), block)


def test_what_stands_in_a_directive_is_left_to_it() -> None:
    """A paragraph in an open directive does not stand beside it."""
    md = reader(Extensions.of("vi"))

    assert md.convert("/// comparison | x\nmột\n\nhai\n///\n\nba").endswith("<p>ba</p>")
    assert "<p>hai</p>\n</div>" in md.reset().convert("/// comparison | x\n\nhai\n///\n\nba")
