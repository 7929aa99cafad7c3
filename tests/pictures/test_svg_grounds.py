"""What is drawn upon the words of an SVG picture hides them, whatever its shape."""

from __future__ import annotations

import time

import pytest

from plugins.pictures.picture import PictureError
from plugins.pictures.svg import read_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'
TEXT = '<text x="20" y="60">Lời mời chào</text>'
WHITE = TEXT.replace("<text", '<text fill="#fff"')


def picture(inner: str) -> bytes:
    """An SVG picture with `inner` on its second line."""
    return f"{HEAD}\n{inner}\n</svg>".encode()


def hiding(inner: str) -> str:
    """What hides the text of a picture that is refused."""
    with pytest.raises(PictureError) as raised:
        read_svg(picture(inner))
    assert (raised.value.code, raised.value.line) == ("svg-chu-an", 2)
    return raised.value.values["value"]


@pytest.mark.parametrize(
    ("cover", "name"),
    [
        ('<polygon points="0,0 300,0 300,200 0,200" fill="#fff"/>', "polygon"),
        ('<polyline points="0 30 300 30 300 90 0 90" fill="#fff"/>', "polyline"),
        ('<circle cx="60" cy="60" r="80" fill="#fff"/>', "circle"),
        ('<ellipse cx="70" cy="55" rx="90" ry="30" fill="#fff"/>', "ellipse"),
        ('<path d="M0 0h300v200H0z" fill="#fff"/>', "path"),
        ('<path d="M-20 55a90 40 0 0 1 180 0a90 40 0 0 1-180 0" fill="#fff"/>', "path"),
        ('<path d="M0 90c0-80 200-80 200 0z" fill="#fff"/>', "path"),
        ('<rect width="200" height="100" transform="rotate(4)" fill="#fff"/>', "rect"),
        (
            (
                '<g transform="skewX(2) rotate(3)"/><g transform="matrix(1 .05 .1 1 0 0)">'
                '<rect width="250" height="100" fill="#fff"/></g>'
            ),
            "rect",
        ),
        ('<rect x="15" y="45" width="70" height="25" fill="#fff"/>', "rect"),
        (
            (
                '<rect x="15" y="45" width="30" height="25" fill="#fff"/>'
                '<rect x="45" y="45" width="50" height="25" fill="#fff"/>'
            ),
            "rect",
        ),
        ('<rect width="300" height="200" fill="#fff" opacity=".95"/>', "rect"),
        ('<rect width="300" height="200" fill="#ffffffee"/>', "rect"),
        ('<rect width="300" height="200" fill="#fff" opacity=".7"/>' * 2, "rect"),
        ('<line y1="55" x2="300" y2="55" stroke="#fff" stroke-width="40"/>', "line"),
        ('<path d="M0 55h300" fill="none" stroke="#fff" stroke-width="40"/>', "path"),
        ('<rect width="300" height="200" fill="#fff" marker-end="url(#no)"/>', "rect"),
        (
            (
                '<clipPath id="c"><rect width="300" height="200"/></clipPath>'
                '<rect clip-path="url(#c)" width="300" height="200" fill="#fff"/>'
            ),
            "rect",
        ),
        (
            (
                '<mask id="m"><rect width="300" height="200" fill="#fff"/></mask>'
                '<rect mask="url(#m)" width="300" height="200" fill="#fff"/>'
            ),
            "rect",
        ),
        (
            '<defs><circle id="c" r="80" fill="#fff"/></defs><use href="#c" x="60" y="60"/>',
            "circle",
        ),
    ],
)
def test_words_under_a_shape_are_hidden(cover: str, name: str) -> None:
    """By what it covers, alone or with others, if hardly anything shines through."""
    assert hiding(TEXT + cover) == name
    assert read_svg(picture(cover + TEXT)).form == "SVG"


@pytest.mark.parametrize(
    "text",
    [
        '<text x="40" y="60" text-anchor="middle">Lời mời</text>',
        '<text x="90" y="60" text-anchor="end">Lời mời</text>',
        '<text x="20" y="40" dominant-baseline="hanging">Lời mời</text>',
        '<text x="20" y="55" dominant-baseline="middle">Lời mời</text>',
        '<text x="20 30 40 50" y="60">Lời mời</text>',
        '<text x="20" y="60" textLength="70">Lời mời</text>',
        '<text x="20" y="60"><tspan>Lời</tspan> <tspan>mời</tspan></text>',
        '<text x="20" y="20">\n<tspan x="20" dy="40">Lời mời</tspan></text>',
        '<text x="20" y="60" transform="rotate(5 20 60)">Lời mời</text>',
    ],
)
def test_words_are_found_where_they_stand(text: str) -> None:
    """However their place is told."""
    with pytest.raises(PictureError):
        read_svg(picture(f'{text}<path d="M10 40h85v25H10z" fill="#fff"/>'))
    assert read_svg(picture(f'{text}<path d="M10 80h85v25H10zM10 9h85v9h-85z" fill="#fff"/>'))


@pytest.mark.parametrize(
    "shape",
    [
        '<path d="M0 55h300" stroke="red" fill="none"/>',
        '<path d="M0 0h300v200H0zM10 20v70h200v-70z" fill="#999"/>',
        '<path fill-rule="evenodd" d="M0 0h300v200H0zM10 20h200v70H10z" fill="#999"/>',
        '<style>.f{fill-rule:evenodd}</style><path class="f" d="M0 0h300v200H0zM10 20h200v70H10z"/>',
        '<polygon points="0,0 300,0 0,20" fill="#fff"/>',
        '<circle cx="60" cy="60" r="80" fill="none" stroke="#000" stroke-width="3"/>',
        '<circle cx="25" cy="56" r="5" fill="#fff"/>',
        '<rect width="300" height="200" fill="#fff" opacity=".5"/>',
        '<rect width="300" height="200" fill="rgba(255,255,0,.4)"/>',
        '<rect width="300" height="200" transform="scale(0)"/>',
        '<path d="" fill="#fff"/><polygon fill="#fff"/><ellipse fill="#fff"/>',
        '<path style="d:none" d="M0 0h300v200H0z" fill="#fff"/>',
        (
            '<clipPath id="c"><rect x="200" width="90" height="200"/></clipPath>'
            '<rect clip-path="url(#c)" width="300" height="200" fill="#fff"/>'
        ),
    ],
)
def test_shapes_that_leave_words_to_be_seen_are_kept(shape: str) -> None:
    """Lines across them, frames around them, and what shines through or lies beside them."""
    assert read_svg(picture(TEXT + shape)).form == "SVG"


@pytest.mark.parametrize(
    "ground",
    [
        '<path d=""/>',
        '<path d="M0 0"/>',
        '<path d="M200 150h9v9z"/>',
        '<rect width="0" height="99"/>',
        '<line x2="300" y2="200"/>',
        '<rect width="300" height="200"/><circle cx="60" cy="60" r="90" fill="#fff"/>',
    ],
)
def test_what_paints_nothing_below_words_is_no_ground(ground: str) -> None:
    """White words are hidden on the page, whatever is drawn elsewhere."""
    white = WHITE.replace("<text", '<text font-size="16"')

    assert hiding(ground + white) == "fill:#fff"


def test_many_shapes_upon_many_words_take_no_long_time() -> None:
    """Nor does a long path."""
    started = time.process_time()
    shapes = '<path d="M0 0q9 9 200 0"/>' * 6_000
    read_svg(picture('<text x="9" y="90">a b c</text>' * 2_000 + shapes))
    path = "M0 0" + "c0 9 300 9 300 0" * 8_000
    read_svg(picture(f'<text x="9" y="90">abc</text><path d="{path}"/>'))

    assert time.process_time() - started < 2.5
