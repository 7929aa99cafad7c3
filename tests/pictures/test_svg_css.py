"""The CSS of an SVG picture is read as browsers read it, or refused."""

from __future__ import annotations

import time

import pytest

from plugins.pictures.picture import PictureError
from plugins.pictures.svg import read_svg
from plugins.pictures.svg_css import has_lookalike, unread_in_sheet, unread_in_style

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'


@pytest.mark.parametrize(
    "sheet",
    [
        "",
        " .a { fill: #036 } text,tspan{font-family:'Segoe UI', \"Arial\"}\n",
        "a[href='x'] > b{fill:url(#a) none}",
        '.a{fill:url("#a");fill:rgb(1, 2, 3)}',
        ".a{}",
        ".block--wide{fill:red}",
    ],
)
def test_plain_rules_are_read(sheet: str) -> None:
    """With texts, references and colours in them."""
    assert unread_in_sheet(sheet) == ""


@pytest.mark.parametrize(
    ("sheet", "unread"),
    [
        ("g { text { display:none } }", "g { text { display:none } }"),
        (".a{fill:red} g{&.b{display:none}}", "g{&.b{display:none}}"),
        (".a{fill:red;&:hover{}}", ".a{fill:red;&:hover{}}"),
        ("@media print{text{display:none}}", "@media print{text{display:none}}"),
        ("@supports (a:b){text{display:none}}", "@supports (a:b){text{display:none}}"),
        ("@layer x;", "@layer x;"),
        ("a{}/* x */b{}", "/* x */b{}"),
        ("a{}\n--> text{display:none}", "--> text{display:none}"),
        ("<!-- text{display:none}", "<!-- text{display:none}"),
        (".a{b:(} text{fill:#000} )}", ".a{b:(} text{fill:#000} )}"),
        (".a{b:[} text{fill:#000} ]}", ".a{b:[} text{fill:#000} ]}"),
        (".a{b:'} text{fill:#000} '}", ".a{b:'} text{fill:#000} '}"),
        (".a{b:'\n;fill:#000'}", ".a{b:' ;fill:#000'}"),
        ("te\\78t{display:none}", "te\\78t{display:none}"),
        ("; text{display:none}", "; text{display:none}"),
        ("a{} }", "}"),
        ("a{b:c", "a{b:c"),
    ],
)
def test_what_is_no_plain_rule_is_named(sheet: str, unread: str) -> None:
    """Rules in others, rules of another kind, comments, and brackets without their fellows."""
    assert unread_in_sheet(sheet) == unread


@pytest.mark.parametrize(
    "style",
    ["fill:#fff;a:(;fill:#000;)", "fill:#fff;a:{;fill:#000}", "a:';fill:#000;'", "fill:red}"],
)
def test_a_style_with_blocks_or_half_texts_is_not_plain(style: str) -> None:
    """What stands in them is said of nothing."""
    assert unread_in_style(style)
    assert unread_in_style("fill:rgb(1,2,3);font-family:'a b'") == ""


def test_blanks_and_letters_that_only_look_so_are_found() -> None:
    """No browser takes them for blanks, or for small letters."""
    assert has_lookalike("\u00a0#000")
    assert has_lookalike("bloc\u212a")
    assert not has_lookalike("Hà Nội")
    assert not has_lookalike("a b\n")


@pytest.mark.parametrize(
    "inner",
    [
        "<style>g { text { display:none } }</style>",
        '<text style="fill:#fff;a:(;fill:#000;)">a</text>',
        '<g fill="#fff"><text fill="&#160;#000">a</text></g>',
        '<text class="a&#160;b">a</text>',
        "<style>text{fill:#fff}&#160;text{fill:#000}</style>",
    ],
)
def test_what_is_read_in_another_way_is_refused(inner: str) -> None:
    """Whether in a sheet, a style or another attribute."""
    with pytest.raises(PictureError) as raised:
        read_svg(f"{HEAD}\n{inner}\n</svg>".encode())

    assert (raised.value.code, raised.value.line) == ("svg-gia-tri-cam", 2)


@pytest.mark.parametrize("sign", ["(", "'", "{", "a{", "[", "a{}", "a{b:(", "\"'"])
def test_long_sheets_take_no_long_time(sign: str) -> None:
    """Whatever is repeated in them."""
    started = time.process_time()
    unread_in_sheet(sign * 200_000)
    unread_in_style(sign * 200_000)

    assert time.process_time() - started < 1
