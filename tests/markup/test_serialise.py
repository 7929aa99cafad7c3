"""A tree is written as Markdown writes it."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from markdown.serializers import to_html_string

from plugins.markup.serialise import to_html


@pytest.mark.parametrize(
    "tree",
    [
        "<p>a &lt;b&gt; &amp;amp; &amp; c<br/>d</p>",
        '<a title="&quot;&lt;&amp;" href="x?a&amp;b">a<b>b</b>c<i/>d</a>',
        "<div>\n<hr/>\n<p/>\n<img alt='' src='a'/></div>",
    ],
)
def test_elements_texts_and_attributes_are_written(tree: str) -> None:
    """Escapes, the order of attributes and void elements are the library's."""
    root = ET.fromstring(tree)
    root.tail = "a < b"

    assert to_html(root) == to_html_string(root)


def test_no_depth_is_too_deep() -> None:
    """Elements within elements do not fill the stack."""
    root = last = ET.Element("b")
    for _ in range(5000):
        last = ET.SubElement(last, "b")

    assert to_html(root).count("</b>") == 5001
