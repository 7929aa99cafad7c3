"""What is told of markup without parsing it."""

from __future__ import annotations

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.markup.nesting import is_read_as_written
from plugins.markup.sanitise import TAGS

VOID = ("br", "hr", "img")
ATTRIBUTES = st.sampled_from(
    ("", "", ' title="a<b>c"', ' id="a"', ' title="&#13;\n"', " title='\"'")
)
WORDS = st.sampled_from(
    ("", "x", " ", "\n", "\r", "&#13;", "\ufeff", "\u00a0", "\t", "\x0c", "&lt;b&gt;", "<", ">")
)


def _read(markup: str) -> str:
    attributes = {"*": {"lang", "id", "title"}}
    return nh3.clean(markup, tags=set(TAGS), attributes=attributes, link_rel=None)


def _element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    ends = st.booleans() | st.just(value=True)
    return st.builds(
        lambda tag, attribute, text, ends: (
            f"<{tag}{attribute}>{text}" + (f"</{tag}>" if ends and tag not in VOID else "")
        ),
        st.sampled_from(sorted(TAGS)),
        ATTRIBUTES,
        inside,
        ends,
    )


MARKUP = st.recursive(
    WORDS,
    lambda inside: st.lists(st.one_of(inside, _element(inside)), max_size=4).map("".join),
    max_leaves=12,
)


@given(MARKUP)
def test_markup_that_is_read_as_written_is_so(markup: str) -> None:
    """A parser makes nothing else of what is said to stay as it is."""
    clean = _read(markup)

    assert not is_read_as_written(clean) or _read(clean) == clean


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "Chữ",
        "<p>Chữ <b>đậm <i>nghiêng</i></b>, <a>đường</a> và <a>đường</a><br></p>\n<hr>",
        '<blockquote><p title="a&lt;b&gt;">Lời</p><ul>\n<li>Một<ol><li>Hai</li></ol></li></ul></blockquote>',
        "<h2>Đầu</h2><div><pre><code>a\n</code></pre></div><dl><dt>A</dt><dd><p>B</p></dd></dl>",
        "<table>\n<thead>\n<tr>\n<th>A</th>\n</tr></thead><tbody><tr><td><p>B</p></td></tr></tbody></table>",
    ],
)
def test_usual_markup_is_known_to_stay(markup: str) -> None:
    """What editors write as a tree needs no second reading."""
    assert is_read_as_written(markup)
    assert _read(markup) == markup


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b>Chữ</p></b>",
        "<p><div>Chữ</div></p>",
        "<p><b><p>Chữ</p></b></p>",
        "<a>Một<b><a>hai</a></b></a>",
        "<h2><h3>Đầu</h3></h2>",
        "<ul><li><li>Một</li></li></ul>",
        "<li>Một</li>",
        "<table>Chữ<tbody></tbody></table>",
        "<table><tbody><tr><td>A</td>Chữ</tr></tbody></table>",
        "<table><tr><td>A</td></tr></table>",
        "<td>A</td>",
        "<pre>\nA</pre>",
        '<pre id="a">\nA</pre>',
        "<p>A\rB</p>",
        "\ufeff<p>A</p>",
        "<p>Chữ",
        "Chữ</p>",
        "<script>Chữ</script>",
        '<p title="<b>">Chữ</p>',
    ],
)
def test_whatever_a_parser_may_change_is_not_said_to_stay(markup: str) -> None:
    """Elements that cross, or that stand where others must close, are left to the parser."""
    assert not is_read_as_written(markup)
