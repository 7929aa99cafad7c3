"""What is done to a finished tree."""

from __future__ import annotations

import pytest
from markdown import Markdown

from plugins.markup.reader import Extensions, reader


@pytest.fixture(scope="module")
def md() -> Markdown:
    """A reader with our stages."""
    return reader(Extensions.of("vi"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# a\n\n## b", '<h2 id="a">a</h2>\n<h3 id="b">b</h3>'),
        ("## a\n\n###### b", '<h2 id="a">a</h2>\n<h6 id="b">b</h6>'),
        ("# a\n\n###### b", '<h2 id="a">a</h2>\n<h6 id="b">b</h6>'),
    ],
)
def test_headings_are_moved_below_the_title(text: str, html: str, md: Markdown) -> None:
    """All of them, and only where the level of the title is used."""
    assert md.reset().convert(text) == html


def test_blocks_stand_on_lines_of_their_own(md: Markdown) -> None:
    """Those in lists and quotes too, but for code."""
    html = md.reset().convert("- a\n\n    - b\n\n> c\n\n    d")

    assert html == (
        "<ul>\n<li>\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"
        "<blockquote>\n<p>c</p>\n</blockquote>\n<pre><code>d\n</code></pre>"
    )


@pytest.mark.parametrize(
    ("text", "html"), [("a\\_b", "<p>a_b</p>"), ("a\n\n\\- b", "<p>a</p>\n<p>- b</p>")]
)
def test_escaped_signs_are_put_back(text: str, html: str, md: Markdown) -> None:
    """Wherever in the text the backslash stands."""
    assert md.reset().convert(text) == html
