"""The inline stage tries what may match, and keeps the order of Markdown."""

from __future__ import annotations

import re
import time

import pytest
from markdown import Markdown
from markdown.inlinepatterns import SimpleTextInlineProcessor

from plugins.markup.inline import SIGNS, InlineStage
from plugins.markup.reader import Extensions, library_reader, reader

# For each pattern a text in which it matches.
MATCHED = {
    "backtick": "`a`",
    "escape": "\\*",
    "footnote": "[^1]",
    "reference": "[a][b]",
    "link": "[a](b)",
    "image_link": "![a](b)",
    "image_reference": "![a][b]",
    "short_reference": "[a]",
    "short_image_ref": "![a]",
    "autolink": "<http://a>",
    "automail": "<a@b>",
    "linebreak": "a  \nb",
    "html": "<b>",
    "entity": "&amp;",
    "blank": "____",
    "em_strong": "_a_",
}


@pytest.fixture(scope="module")
def md() -> Markdown:
    """A reader with our stage."""
    return reader(Extensions.of("vi"))


@pytest.mark.parametrize("name", SIGNS)
def test_every_pattern_needs_one_of_its_signs(name: str, md: Markdown) -> None:
    """Where it matches, a sign is there; where none is, it matches nothing."""
    pattern = md.inlinePatterns[name].getCompiledRegExp()
    others = "".join(text for text in MATCHED.values() if not any(s in text for s in SIGNS[name]))

    assert pattern.search(MATCHED[name])
    assert any(sign in MATCHED[name] for sign in SIGNS[name])
    assert not pattern.search(others)


def test_no_pattern_asks_for_what_it_stands_in(md: Markdown) -> None:
    """The stage keeps no list of ancestors."""
    assert [one for one in md.inlinePatterns if one.ANCESTOR_EXCLUDES] == []


def test_a_pattern_whose_signs_are_not_known_is_an_error() -> None:
    """A new extension cannot be passed over in silence."""
    md = library_reader(Extensions.of("vi"))
    md.inlinePatterns.register(SimpleTextInlineProcessor("(q)", md), "new", 5)

    with pytest.raises(KeyError):
        InlineStage(md)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`*a*` *b*", "<p><code>*a*</code> <em>b</em></p>"),
        ("**[a *b*](c)**", '<p><strong><a href="c">a <em>b</em></a></strong></p>'),
        ("[a](b) [c][d]\n\n[d]: e", '<p><a href="b">a</a> <a href="e">c</a></p>'),
        ("[a]", "<p>[a]</p>"),
        ("<http://a>", '<p><a href="http://a">http://a</a></p>'),
        ("a\\*b", "<p>a*b</p>"),
    ],
)
def test_what_stands_in_something_else_is_read_too(text: str, html: str, md: Markdown) -> None:
    """Code before links, links before emphasis, and references where some are defined."""
    assert md.reset().convert(text) == html


def test_what_one_text_set_aside_is_not_in_the_next(md: Markdown) -> None:
    """The places are numbered anew in every text."""
    md.reset().convert("*a* *b*")
    md.reset().convert("*c*")
    stage = md.treeprocessors["inline"]

    assert isinstance(stage, InlineStage)
    assert [re.sub("[^0-9]", "", name) for name in stage.stashed_nodes] == ["0000"]


@pytest.mark.parametrize(
    "text",
    [
        "\\\\" * 30 + "\\a\\*\\",
        "&amp;&#x41;&#65" * 30,
        "a\\*b **\\*c\\*** [\\]](x) &lt;b&gt; `\\` \\` `&amp;`",
        "\\&amp; \\\\&amp; &\\amp; &amp\\;",
    ],
)
def test_escapes_and_references_are_read_as_the_library_does(text: str, md: Markdown) -> None:
    """However many stand in a row."""
    assert md.reset().convert(text) == library_reader(Extensions.of("vi")).convert(text)


@pytest.mark.parametrize("sign", ["\\\\", "&#x41;", "&amp;"])
def test_the_time_of_escapes_and_references_grows_with_their_number(
    sign: str, md: Markdown
) -> None:
    """Sixteen times as many take no thirty times as long."""
    few, many = (min(_seconds(md, sign * count) for _ in range(2)) for count in (2_000, 32_000))

    assert many < 30 * few


def _seconds(md: Markdown, text: str) -> float:
    md.reset()
    started = time.process_time()
    md.convert(text)
    return time.process_time() - started
