"""What browsers leave out of a style, and what they follow."""

from __future__ import annotations

import time

import pytest

from plugins.pictures.picture import PictureError
from plugins.pictures.svg import read_svg
from plugins.pictures.svg_values import is_known

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'
# A name, a value by which nobody sees a text, one that shows it, and some that browsers leave out.
VALUES = [
    ("display", "none", "inline", "x; none none; 0; ;inline x"),
    ("visibility", "hidden", "visible", "x; visible visible; none"),
    ("opacity", "0", "1", "x; 1px; 1.; 50 %; 1 1"),
    ("font-size", "0", "12px", "x; 12; -5px; 12.px; 12 px; 12zz; 12px 12px"),
    ("font", "0 serif", "bold 12px/1.2 serif", "x; 12px; 12 serif; -1px serif; 12px 1a; bold"),
    ("fill", "#fff", "#000", "x; #12345; 000; rgb(0,0); rgb(0 0,0); hsl(0,0,0); url(#m) x"),
    ("transform", "scale(0)", "scale(1)", "x; scale; translate(9,9); rotate(9); scale(1"),
    ("scale", "0", "1", "x; 1px; 1 1 1 1"),
    ("translate", "0 -900px", "0 9px", "x; 9 9; 0 0 0 0"),
    ("clip-path", "url(#c)", "none", "x; none none; url(#d) none"),
]
LEFT_OUT = [
    (name, hiding, bad)
    for name, hiding, _, rest in VALUES
    for bad in map(str.strip, rest.split(";"))
    # Brackets that are not closed take in all that follows.
    if bad.count("(") == bad.count(")")
]


def is_kept(inner: str) -> bool:
    """Whether a picture with `inner` is taken, and not refused for a text that nobody sees."""
    clips = '<clipPath id="c"/><clipPath id="d"><rect width="300" height="200"/></clipPath>'
    try:
        return read_svg(f"{HEAD}{clips}{inner}</svg>".encode()).form == "SVG"
    except PictureError as error:
        assert error.code == "svg-chu-an"  # noqa: PT017
        return False


@pytest.mark.parametrize(("name", "hiding", "bad"), LEFT_OUT)
def test_what_a_browser_leaves_out_shows_nothing(name: str, hiding: str, bad: str) -> None:
    """In a style and in a sheet, also where it is important; what was said before still hides."""
    both = f"{name}:{hiding};{name}:{bad}"

    assert not is_kept(f'<text y="99" style="{both}">a</text>')
    assert not is_kept(f'<text y="99" style="{both}!important">a</text>')
    assert not is_kept(f'<style>text{{{both}}}</style><text y="99">a</text>')
    assert not is_kept(
        f'<style>text{{{name}:{hiding}}}</style><text y="99" style="{name}:{bad}">a</text>'
    )


@pytest.mark.parametrize(("name", "hiding", "shown"), [one[:3] for one in VALUES])
def test_what_a_browser_follows_shows_again(name: str, hiding: str, shown: str) -> None:
    """The later value wins."""
    assert is_kept(f'<text y="99" font-size="20" style="{name}:{hiding};{name}:{shown}">a</text>')


@pytest.mark.parametrize(
    "inner",
    [
        '<text y="99" display="none" style="display:x">a</text>',
        '<g visibility="hidden"><text y="99" visibility="x">a</text></g>',
        '<g fill="#fff"><text y="99" fill="#12345">a</text></g>',
        '<g font-size="0"><text y="99" font-size="-1">a</text></g>',
        '<g font-size="0"><text y="99" font-size="x">a</text></g>',
    ],
)
def test_an_attribute_that_a_browser_leaves_out_shows_nothing(inner: str) -> None:
    """What is handed down from above still hides."""
    assert not is_kept(inner)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("display", "inherit, inline-block, contents, table-cell"),
        ("opacity", "0, 1, .5, 50%, -1, +0, 1e-3, initial"),
        ("font-size", "0, -0, -0px, 0.8em, .9rem, 1e1px, small, larger, 80%, 2vmin"),
        ("font", "700 12px serif, italic bold 1em/1.2 arial, 0/0 a, caption, inherit"),
        ("fill", "red, currentcolor, #abc, #abcd, none, canvastext, context-fill, transparent"),
        ("fill", "url(#m), url('#m') none, url( #m ) red"),
        ("stroke-width", "0, 2, 2px, .5em, 1%"),
        ("transform", "none, scale(0) rotate(9deg), translatex(9px), skew(9deg), rotate(0)"),
        ("scale", "1 2, 50%, none"),
        ("translate", "9px, 0 -900px, 1% 2px 3px"),
        ("clip-path", 'none, url(#m), url("#m"), fill-box'),
        ("-webkit-clip-path", "url(#m)"),
        ("marker-end", "whatever"),
    ],
)
def test_a_value_that_the_property_knows_is_followed(name: str, values: str) -> None:
    """As the specifications write it."""
    for value in values.split(", "):
        assert is_known(name, value, is_attribute=False), value


@pytest.mark.parametrize(
    "value",
    "rgb(0, 0, 0)|rgba(1,2,3,.5)|rgb(1 2 3 / 50%)|rgb(1%,2%,3%)|hsl(9deg 1% 2%)|hsla(9,1%,2%,1)"
    "|matrix(1, 0, 0, 1, 9, 9)|translate(9px, 2px)".split("|"),
)
def test_calls_are_followed_with_commas_or_blanks(value: str) -> None:
    """The older way to write them and the newer one."""
    name = "fill" if value[:3] in ("rgb", "hsl") else "transform"

    assert is_known(name, value, is_attribute=False)


def test_numbers_of_attributes_need_no_units() -> None:
    """Nor have transformations those of styles."""
    assert is_known("font-size", "12", is_attribute=True)
    assert is_known("transform", "rotate(-90 9 20) translate(9,9)", is_attribute=True)


@pytest.mark.parametrize(
    "value",
    ["1" * 400_000, "scale(1)" * 50_000 + "x", "a " * 200_000 + "1", "rgb(" + " " * 400_000],
)
def test_long_values_take_no_long_time(value: str) -> None:
    """Each is read in one go."""
    started = time.process_time()
    for name, *_ in VALUES:
        is_known(name, value, is_attribute=False)
        is_known(name, f"12px {value}", is_attribute=False)
        is_known(name, f"red {value}!", is_attribute=True)

    assert time.process_time() - started < 1
