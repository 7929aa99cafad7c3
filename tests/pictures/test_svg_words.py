"""What is written in an SVG picture."""

from __future__ import annotations

import pytest

from plugins.pictures.picture import PictureError
from plugins.pictures.svg import read_svg
from plugins.pictures.svg_words import svg_texts

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">\n{}\n</svg>'


def test_all_texts_are_told_with_their_lines() -> None:
    """Texts of several parts as one; titles, labels and ids; nothing behind a fault."""
    inner = (
        '<title>Một</title>\n<text>Ha<tspan>i</tspan> ba</text>\n<g aria-label="Bốn" id="nam-sau"/>'
    )

    assert svg_texts(SVG.format(inner).encode()) == (
        (2, "Một"),
        (3, "Hai ba"),
        (4, "Bốn"),
        (4, "nam sau"),
    )
    assert svg_texts(SVG.format("<title>Một</title><a").encode()) == ((2, "Một"),)


def test_what_only_programs_read_is_told_once() -> None:
    """Names of fonts, and words in any other attribute or in a sheet; no lengths and no paths."""
    inner = (
        '<style>.a{font-family: "Nhà cái", serif; fill: red} .nhà{fill: red}</style>'
        '<path d="M 0 0 L 5 5 z" fill="red" transform="translate(1 2) rotate(3)"/>'
        '<g font-family="Nhà cái uy tín"/>\n<g pointer-events="Nhà cái" cursor="nha cai uy tin"/>'
        '<g pointer-events="Nhà cái"/>'
    )

    assert svg_texts(SVG.format(inner).encode()) == (
        (2, '"Nhà cái", serif'),
        (2, ".nhà"),
        (2, "Nhà cái uy tín"),
        (3, "nha cai uy tin"),
        (3, "Nhà cái"),
    )


def test_texts_of_a_letter_each_are_told_joined_too() -> None:
    """In a row that no other text divides, whatever stands around them that is not seen."""
    letters = (
        "<text>N</text>\n<g><text>H</text></g><desc>Chữ</desc><text>A\u0300</text><text> </text>"
    )
    rest = (
        "<text><tspan>C</tspan></text><text>Á</text><text>I.</text><text>Hai</text><text>b</text>"
    )

    joined = [text for _, text in svg_texts(SVG.format(letters + rest).encode()) if len(text) > 4]
    assert joined == ["NHA\u0300 CÁI."]
    assert (2, joined[0]) in svg_texts(SVG.format(letters + rest).encode())


def test_the_numbers_at_an_axis_are_not_joined() -> None:
    """They would look like one of a telephone."""
    axis = "".join(f"<text>{number}</text>" for number in range(10))

    assert svg_texts(SVG.format(axis).encode()) == tuple((2, str(one)) for one in range(10))


@pytest.mark.parametrize(
    "inner",
    [
        '<text display="none">a</text>',
        '<g visibility="hidden"><text>a</text></g>',
        '<text style="fill: red; OPACITY: 0.00">a</text>',
        '<text font-size="0.5px">a</text>',
        '<text fill="none">a</text>',
        '<text fill="transparent">a</text>',
        '<style>.a{display:none}</style><text class="a">a</text>',
        "<g>a</g>",
        "a",
        "<defs>a</defs>",
    ],
)
def test_text_that_nobody_sees_is_refused(inner: str) -> None:
    """By whatever it is hidden."""
    with pytest.raises(PictureError) as raised:
        read_svg(SVG.format(inner).encode())

    assert (raised.value.code, raised.value.line) == ("svg-chu-an", 2)


@pytest.mark.parametrize(
    "inner",
    [
        '<g display="none"><path d="M0 0"/></g><text>a</text>',
        '<text fill="none" stroke="red">a</text>',
        '<text opacity="0.5" font-size="12" style="fill-opacity:.9">a</text>',
        "<style>.a{display:none}</style>",
        '<g fill="none"><text fill="red">a</text></g>',
    ],
)
def test_what_hides_no_text_is_kept(inner: str) -> None:
    """Drawings hide shapes, and set letters thin or small."""
    assert read_svg(SVG.format(inner).encode()).form == "SVG"


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "%s">',
        '<!ENTITY %% p "x"><!ENTITY a "%s">',
        '<!ATTLIST text aria-label CDATA "%s">',
    ],
)
def test_declarations_of_a_doctype_are_not_followed(declared: str) -> None:
    """A few lines of them can stand for millions of words; such a drawing is refused anyway."""
    letters = "<text>&a;</text>" if "ENTITY" in declared else "<text/>"
    drawing = SVG.format("<title>Mot</title>" + letters * 999)
    data = f"<!DOCTYPE svg [{declared % ('x ' * 999)}]>\n{drawing}".encode()

    assert svg_texts(data) == ()
    with pytest.raises(PictureError):
        read_svg(data)


def test_what_stands_behind_a_plain_doctype_is_told() -> None:
    """As drawing programs write it."""
    plain = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">\n'

    assert svg_texts((plain + SVG.format("<title>Mot</title>")).encode()) == ((3, "Mot"),)
