"""What is written in an SVG picture is seen by those who look at it."""

from __future__ import annotations

import pytest

from plugins.pictures.picture import PictureError
from plugins.pictures.svg import read_svg

GROUND = '<rect width="100%" height="100%" fill="#123"/>'


def picture(inner: str, root: str = 'viewBox="0 0 300 200"') -> bytes:
    """An SVG picture with `inner` on its second line."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {root}>\n{inner}\n</svg>'.encode()


def refused(data: bytes) -> tuple[str, int, str]:
    """Code, line and what is named where the picture is refused."""
    with pytest.raises(PictureError) as raised:
        read_svg(data)
    return raised.value.code, raised.value.line, raised.value.values["value"]


@pytest.mark.parametrize(
    ("inner", "why"),
    [
        ('<text y="20" fill="#fff">a</text>', "fill:#fff"),
        ('<text y="20" fill="#FEFEFE">a</text>', "fill:#fefefe"),
        ('<text y="20" style="fill: white !important">a</text>', "fill:white"),
        ('<text y="20" fill="rgb(255, 255, 255)">a</text>', "fill:rgb(255, 255, 255)"),
        ('<g fill="white"><text y="20">a<tspan>b</tspan></text></g>', "fill:white"),
        ('<g color="white"><text y="20" fill="currentColor">a</text></g>', "fill:white"),
        ('<g fill="none"><text y="20" stroke="none">a</text></g>', "fill:none"),
        ('<text y="20" fill="white" stroke="#fff">a</text>', "fill:white"),
        ('<style>.a, .b{fill:#fff}</style><text y="20" class="b">a</text>', "fill:#fff"),
        ('<style>text{fill:#fff}</style><text y="20">a</text>', "fill:#fff"),
        ('<rect width="9" height="9" fill="white"/><text y="20" fill="#fff">a</text>', "fill:#fff"),
        (f'{GROUND}<text y="20" fill="#123">a</text>', "fill:#123"),
        ('<text y="20" font-size="1">a</text>', "font-size:1"),
        ('<g font-size="10"><text y="20" transform="scale(.1)">a</text></g>', "font-size:10"),
        ('<text x="-900" y="20" font-size="12">a</text>', "x:-900 y:20"),
        ('<text x="400" y="20" font-size="12">a</text>', "x:400 y:20"),
        ('<text y="-50" font-size="12">a</text>', "x:0 y:-50"),
        ('<text><tspan y="900" font-size="12">a</tspan></text>', "x:0 y:900"),
        (
            '<g transform="translate(0 900)"><text y="20" font-size="12">a</text></g>',
            "x:0 y:20",
        ),
        (
            '<text y="20" font-size="12" transform="matrix(1 0 0 1 -999 0)">a</text>',
            "x:0 y:20",
        ),
        ('<defs><text y="20">a</text></defs>', "defs"),
        ('<symbol id="b"><text y="20">a</text></symbol><use href="#c"/>', "symbol"),
    ],
)
def test_text_that_does_not_stand_out_is_refused(inner: str, why: str) -> None:
    """By its colour, its size or its place, with what makes it so."""
    assert refused(picture(inner)) == ("svg-chu-an", 2, why)


@pytest.mark.parametrize(
    "inner",
    [
        f'{GROUND}<text y="20" fill="#fff">a</text>',
        '<rect width="9" height="9"/><text y="20" fill="white">a</text>',
        '<path d="M0 0h9" stroke="red" fill="none"/><text y="20" fill="white">a</text>',
        '<text y="20" fill="white" stroke="black">a</text>',
        '<linearGradient id="M"><stop/></linearGradient><text y="20" fill="url(#M)">a</text>',
        '<g fill="white"><text y="20" fill="#555">a</text></g>',
        '<g fill="none"><text y="20" class="a">a</text></g><style>.a{fill:red}</style>',
        '<style>g > text{fill:red}</style><g fill="none"><text y="20">a</text></g>',
        '<style>svg{background:#000}</style><text y="20" fill="white">a</text>',
        '<g font-size="1" transform="scale(12)"><text y="2">a</text></g>',
        '<g font-size="1"><text y="20" style="font: 12px serif">a</text></g>',
        '<g transform="translate(0 900)"><text y="-880" font-size="12">a</text></g>',
        '<text x="310" y="20" text-anchor="end" font-size="12">abc</text>',
        '<text x="-20" y="20" font-size="12">A long line that begins outside</text>',
        '<text x="-900 10" y="20">ab</text>',
        '<text x="250" y="-90" transform="rotate(90)">a</text>',
        '<text y="50%" x="50%">a</text>',
        '<text y="20" transform="skewX(9)">a</text>',
        '<defs><text id="a" y="20">a</text></defs><use href="#a"/>',
        '<clipPath id="a"><text y="20">a</text></clipPath><g clip-path="url(#a)"/>',
        "<style>.m{mask:url(#a)}</style><mask id='a'><text y='20'>a</text></mask>",
        "<title>a</title><desc>b</desc>",
    ],
)
def test_text_that_may_stand_out_is_kept(inner: str) -> None:
    """On a ground, outlined, moved into sight, drawn from a store; or where nobody can tell."""
    assert read_svg(picture(inner)).form == "SVG"


def test_a_ground_of_the_root_is_one() -> None:
    """White letters are seen on it."""
    text = '<text y="20" fill="white">a</text>'

    assert read_svg(picture(text, 'viewBox="0 0 9 99" style="background: #000"')).form == "SVG"


def test_more_is_seen_where_the_picture_is_wider_than_its_view_box() -> None:
    """The box is put into the middle of it."""
    text = '<text x="140" y="20" font-size="12">a</text>'

    assert read_svg(picture(text, 'width="300" height="100" viewBox="0 0 100 100"')).form == "SVG"
    assert refused(picture(text, 'width="100" height="100" viewBox="0 0 100 100"'))[2] == (
        "x:140 y:20"
    )


def test_the_size_of_letters_is_that_on_the_page() -> None:
    """Twelve units are less than a pixel in a picture that is shown a twentieth as large."""
    text = '<text y="200" font-size="12">a</text>'

    assert refused(picture(text, 'width="100" height="100" viewBox="0 0 2000 2000"'))[2] == (
        "font-size:12"
    )
    assert read_svg(picture(text, 'viewBox="0 0 2000 2000"')).form == "SVG"
