"""What is stored in an SVG picture is judged where a `use` draws it."""

from __future__ import annotations

import time

import pytest

from plugins.pictures.picture import PictureError
from plugins.pictures.svg import read_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'
TEXT = '<defs><text id="a" y="20"{}>Lời</text></defs>'


def picture(inner: str) -> bytes:
    """An SVG picture with `inner` on its second line."""
    return f"{HEAD}\n{inner}\n</svg>".encode()


@pytest.mark.parametrize(
    ("inner", "why"),
    [
        (TEXT.format(' font-size=".1"') + '<use href="#a"/>', "font-size:0.1"),
        (TEXT.format(' font-size="9"') + '<use href="#a" transform="scale(.1)"/>', "font-size:9"),
        (
            TEXT.format(' font-size="9"') + '<g transform="scale(.1)"><use href="#a"/></g>',
            "font-size:9",
        ),
        (TEXT.format("") + '<g font-size=".5"><use href="#a"/></g>', "font-size:0.5"),
        (TEXT.format("") + '<use href="#a" x="-999"/>', "x:0 y:20"),
        (TEXT.format("") + '<use href="#a" fill="#fff"/>', "fill:#fff"),
        (TEXT.format("") + '<use href="#a" opacity="0"/><use href="#b"/>', "defs"),
        (
            '<defs><g transform="scale(.01)"><text y="9">a</text></g></defs><use href="#a"/>',
            "defs",
        ),
        (
            TEXT.format("")
            + '<defs><g id="b"><use href="#a" transform="scale(.1)"/></g></defs>'
            + '<use href="#b" transform="scale(.1)"/>',
            "scale:0.01",
        ),
        (
            (
                '<symbol id="a" viewBox="0 0 9000 9000"><text y="99">a</text></symbol>'
                '<use href="#a" width="30" height="30"/>'
            ),
            "scale:0.00333333",
        ),
        (
            '<symbol id="a" viewBox="0 0 90 90"><text y="999">a</text></symbol><use href="#a"/>',
            "x:0 y:999",
        ),
        ('<defs><text><tspan id="a">a</tspan></text></defs><use href="#a"/>', "defs"),
        ('<defs><text id="a">a</text></defs><rect fill="url(#a)" width="9" height="9"/>', "defs"),
        ('<defs><text id="b"/><text id="b">a</text></defs><use href="#b"/>', "defs"),
        (
            '<mask id="m"><text y="20" font-size=".1">a</text></mask><rect mask="url(#m)"/>',
            "font-size:0.1",
        ),
    ],
)
def test_stored_text_that_no_use_shows_is_refused(inner: str, why: str) -> None:
    """For its own size or place, or that where it is drawn; or since nothing draws it."""
    with pytest.raises(PictureError) as raised:
        read_svg(picture(inner))

    error = raised.value
    assert (error.code, error.line, error.values["value"]) == ("svg-chu-an", 2, why)


@pytest.mark.parametrize(
    "inner",
    [
        TEXT.format(' font-size=".3"') + '<use href="#a" transform="scale(9)"/>',
        TEXT.format(' font-size=".5"') + '<g transform="scale(8)"><use href="#a"/></g>',
        TEXT.format("") + '<use href="#a" x="-999"/><use href="#a" x="9"/>',
        TEXT.format(' x="-900"') + '<use href="#a" x="910"/>',
        '<g transform="scale(.01)">' + TEXT.format("") + '</g><use href="#a"/>',
        '<text id="a" y="20">a</text><use href="#a" x="-999"/>',
        (
            '<symbol id="a" viewBox="0 0 9000 9000"><text y="5000" font-size="900">a</text></symbol>'
            '<use href="#a"/>'
        ),
        (
            '<symbol id="a" viewBox="-50 -50 100 100"><text y="-40">a</text></symbol>'
            '<use href="#a" x="200" width="100" height="100"/>'
        ),
        (
            '<symbol id="a" viewBox="0 0 10 10" overflow="visible"><text y="12" font-size="2">a</text>'
            '</symbol><use href="#a"/>'
        ),
        (
            '<symbol id="a" viewBox="0 0 100 10" preserveAspectRatio="xMidYMax slice"><text x="50" '
            'y="9" font-size="2">a</text></symbol><use href="#a" width="50" height="50"/>'
        ),
        (
            '<rect id="r" width="99" height="99"/><use href="#r" x="100"/>'
            '<text x="120" y="40" fill="#fff">a</text>'
        ),
        (
            '<mask id="m" maskContentUnits="objectBoundingBox"><text y=".5" font-size=".5">a</text>'
            '</mask><rect mask="url(#m)" width="99" height="99"/>'
        ),
        '<use href="#no"/><use/><text y="20">a</text>',
    ],
)
def test_stored_text_that_a_use_shows_is_kept(inner: str) -> None:
    """One of several is enough, and what enlarges it counts."""
    assert read_svg(picture(inner)).form == "SVG"


def test_uses_that_draw_one_another_too_deeply_are_refused() -> None:
    """No drawing nests so."""
    uses = "".join(f'<g id="a{one}"><use href="#a{one + 1}"/></g>' for one in range(200))

    with pytest.raises(PictureError) as raised:
        read_svg(picture(f'<defs>{uses}</defs><use href="#a0"/><text y="20">a</text>'))

    assert raised.value.code == "svg-qua-nang"


def test_many_uses_take_no_long_time() -> None:
    """However many texts they draw, and however long these are."""
    texts = f'<defs><g id="a">{"<text>a</text>" * 300}<text y="20">{"a" * 90_000}</text></g></defs>'
    started = time.process_time()
    read_svg(picture(texts + '<use href="#a" y="20"/>' * 30))
    with pytest.raises(PictureError) as raised:
        read_svg(picture(texts + '<use href="#a" y="20"/>' * 300))

    assert raised.value.code == "svg-qua-nang"
    assert time.process_time() - started < 2.5
