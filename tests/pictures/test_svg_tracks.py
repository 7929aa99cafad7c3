"""Words that are set along a path are seen as far as it reaches."""

from __future__ import annotations

import time
from math import pi

import pytest

from plugins.pictures.picture import PictureError
from plugins.pictures.svg import read_svg
from plugins.pictures.svg_places import Box, View
from plugins.pictures.svg_shapes import Figure
from plugins.pictures.svg_tracks import track_of

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'
ALONG = '<text{}><textPath href="#p"{}>Lời mời chào</textPath></text>'
LINE = '<path id="p" d="M20 60h200" fill="none"/>'


def picture(inner: str) -> bytes:
    """An SVG picture with `inner` on its second line."""
    return f"{HEAD}\n{inner}\n</svg>".encode()


def along(path: str, text: str = "", more: str = "") -> str:
    """Words along a path that is drawn so; the text and its part say more."""
    return path + ALONG.format(text, more)


@pytest.mark.parametrize(
    ("inner", "why"),
    [
        (along(""), "href:#p"),
        (along('<path id="p"/>'), "href:#p"),
        (along('<path id="p" d=""/>'), "href:#p"),
        (along('<path id="p" d="M20 60"/>'), "href:#p"),
        (along('<path id="p" d="M20 60z"/>'), "href:#p"),
        (along('<path id="p" d="M20 60h0v0"/>'), "href:#p"),
        (along('<path id="p" d="M20 60 L"/>'), "href:#p"),
        (along('<path id="p" style="d:none" d="M20 60h200"/>'), "href:#p"),
        (along('<g id="p"><path d="M20 60h200"/></g>'), "href:#p"),
        (along('<rect id="p" width="200" height="90"/>'), "href:#p"),
        ("<text><textPath>Lời</textPath></text>", "href:#"),
        (along('<path id="p" d="M20 60h9"/>'), "textPath"),
        (along(LINE, more=' startOffset="100%"'), "textPath"),
        (along(LINE, more=' startOffset="190"'), "textPath"),
        (along(LINE, more=' startOffset="-200"'), "textPath"),
        (along(LINE, ' text-anchor="end"'), "textPath"),
        (along(LINE.replace("<path", '<path transform="scale(.05)"')), "textPath"),
        (
            along(LINE.replace("<path", '<path pathLength="10"'), more=' startOffset="9.9"'),
            "textPath",
        ),
        (along('<path id="p" d="M20-900h200"/>', ' font-size="16"'), "x:20 y:-900"),
        (along(LINE) + '<rect width="300" height="200" fill="#fff"/>', "rect"),
    ],
)
def test_words_beyond_their_path_are_hidden(inner: str, why: str) -> None:
    """Where it is none, too short or out of sight, and where they begin behind its end."""
    with pytest.raises(PictureError) as raised:
        read_svg(picture(inner))
    error = raised.value
    assert (error.code, error.line, error.values["value"]) == ("svg-chu-an", 2, why)


@pytest.mark.parametrize(
    "inner",
    [
        along(LINE),
        along("") + LINE,
        along(LINE, ' text-anchor="middle"', ' startOffset="50%"'),
        along(LINE, ' text-anchor="end"', ' startOffset="100%"'),
        along(LINE, more=' startOffset="20"'),
        along(LINE.replace("<path", '<path pathLength="1"'), more=' startOffset=".2"'),
        along('<path id="p" d="M20 100a80 40 0 0 1 160 0"/>', ' font-size="12"'),
        along('<path id="p" d="M20-900h200" transform="translate(0 960)"/>', ' font-size="16"'),
        along(LINE) + '<use href="#p" stroke="#ccc"/>',
        along(LINE) + '<rect y="90" width="300" height="99" fill="#fff"/>',
        f'{LINE}<text>Đây: <textPath href="#p">Lời <tspan>mời</tspan></textPath></text>',
    ],
)
def test_words_along_a_path_are_kept(inner: str) -> None:
    """Wherever on it they stand."""
    assert read_svg(picture(inner)).form == "SVG"


def test_the_length_of_a_path_is_that_of_its_lines() -> None:
    """A full turn is nearly that of its circle, and what is not drawn has none."""
    view = View(Box(0, 0, 300, 200), 1, 300, 200)
    lengths = [
        track_of(Figure("path", {"d": one}, {}, view))
        for one in ("M0 0h3v4zM90 90v5", "M9 0a9 9 0 1 1-18 0a9 9 0 1 1 18 0", "M5 5z")
    ]

    assert [one.length for one in lengths if one] == pytest.approx([17, 18 * pi, 0], rel=0.01)


def test_many_words_along_a_long_path_take_no_long_time() -> None:
    """Whether in one text or in many."""
    path = f'<path id="p" d="M0 90{"q1 1 2 0" * 10_000}"/>'
    words = "<tspan>a</tspan>" * 1_900
    part = '<textPath href="#p">a</textPath>'
    started = time.process_time()
    read_svg(picture(f'{path}<text><textPath href="#p">{words}</textPath></text>'))
    read_svg(picture(f"{path}{f'<text>{part}</text>' * 1_900}"))

    assert time.process_time() - started < 2.5


def test_letters_that_all_stand_out_of_sight_are_hidden() -> None:
    """Where each has a place of its own."""
    with pytest.raises(PictureError):
        read_svg(picture('<text x="-900 -800" y="20" font-size="12">ab</text>'))
