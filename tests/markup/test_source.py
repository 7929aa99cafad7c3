"""Stages over the source do what Markdown's do, or nothing where those would do nothing."""

from __future__ import annotations

import pytest
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace

from plugins.markup.reader import Extensions, library_reader
from plugins.markup.source import Fences, HtmlBlocks, Whitespace


@pytest.mark.parametrize(
    "text", ["a", "a ", " ", "a\n  \nb", "a\n   ", "a\tb", "a\r\nb\rc", "a\x02b\x03", "a  \nb", ""]
)
def test_whitespace_is_made_the_same_everywhere(text: str) -> None:
    """Blank lines are empty, and two stand at the end."""
    md = library_reader(Extensions.of("vi"))
    lines = text.split("\n")

    assert Whitespace(md).run(lines) == NormalizeWhitespace(md).run(lines)


@pytest.mark.parametrize(
    "text", ["a & b", "a &", "&", "&&x", "a&#", "&#9", "&a", "&amp;", "<", "a < b", "<p>a</p>", "a"]
)
def test_html_is_looked_for_where_it_may_be(text: str) -> None:
    """An ampersand that begins no reference is no HTML."""
    ours, theirs = (library_reader(Extensions.of("vi")) for _ in range(2))
    lines = text.split("\n")

    assert HtmlBlocks(ours).run(lines) == HtmlBlockPreprocessor(theirs).run(lines)
    assert ours.htmlStash.rawHtmlBlocks == theirs.htmlStash.rawHtmlBlocks


@pytest.mark.parametrize(("text", "count"), [("```\na\n```", 1), ("~~~\na\n~~~", 1), ("`a`", 0)])
def test_code_between_fences_is_taken_out(text: str, count: int) -> None:
    """Both kinds of fences are known."""
    md = library_reader(Extensions.of("vi"))
    Fences(md, {"lang_prefix": ""}).run(text.split("\n"))

    assert len(md.htmlStash.rawHtmlBlocks) == count
