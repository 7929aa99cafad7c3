"""What moves, turns or recolours words in ways that are not followed does nothing, or is refused."""

from __future__ import annotations

import pytest

from plugins.pictures.picture import PictureError
from plugins.pictures.svg import read_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'
TEXT = '<text x="9" y="50">Lời mời</text>'
# As Inkscape writes it of a text, all in one.
INKSCAPE = """
font-style:normal;font-variant:normal;font-weight:normal;font-stretch:normal;font-size:12px;line-height:1.25;
font-family:sans-serif;font-feature-settings:normal;text-align:start;letter-spacing:0px;word-spacing:0px;
text-indent:0;text-decoration:none;text-decoration-line:none;text-decoration-style:solid;
text-decoration-color:#000000;text-transform:none;writing-mode:lr-tb;direction:ltr;text-orientation:auto;
dominant-baseline:auto;baseline-shift:baseline;text-anchor:start;white-space:normal;shape-padding:0;
clip-rule:nonzero;display:inline;overflow:visible;visibility:visible;opacity:1;isolation:auto;
mix-blend-mode:normal;color-interpolation:sRGB;vector-effect:none;fill:#000000;fill-opacity:1;
fill-rule:nonzero;stroke:none;stroke-width:0.26458332;stroke-dasharray:none;stroke-dashoffset:0;
stroke-opacity:1;color-rendering:auto;text-rendering:auto;enable-background:accumulate;marker:none;
filter:none;mask:none;transform-origin:50% 50%
""".replace("\n", "")


def picture(inner: str) -> bytes:
    """An SVG picture with `inner` on its second line."""
    return f"{HEAD}\n{inner}\n</svg>".encode()


def refused(inner: str) -> tuple[str, int]:
    """Code and line with which the picture is refused."""
    with pytest.raises(PictureError) as raised:
        read_svg(picture(inner))
    return raised.value.code, raised.value.line


@pytest.mark.parametrize(
    "style",
    [
        "mix-blend-mode:screen",
        "mix-blend-mode:difference",
        "writing-mode:tb",
        "writing-mode:vertical-rl",
        "-webkit-writing-mode:vertical-lr",
        "-epub-writing-mode:vertical-lr",
        "direction:rtl",
        "unicode-bidi:bidi-override",
        "text-orientation:sideways",
        "glyph-orientation-vertical:90",
        "glyph-orientation-horizontal:180deg",
        "transform-origin:900px 0;transform:rotate(180deg)",
        "-webkit-transform-origin:900px 0;transform:rotate(180deg)",
        "transform-origin:center;scale:2",
        "transform-box:fill-box;transform:rotate(180deg)",
        "rotate:180deg",
        "filter:url(#no)",
        "-webkit-mask-box-image:url(#no)",
        "text-decoration-thickness:40px",
        "text-decoration:line-through 40px",
    ],
)
@pytest.mark.parametrize(
    "inner", ['<g style="{0}">{1}</g>', "<style>.a{{{0}}}</style><g class='a'>{1}</g>"]
)
def test_what_is_not_followed_is_refused(inner: str, style: str) -> None:
    """In a style and in a sheet, by its line."""
    assert refused(inner.format(style, TEXT)) == ("svg-gia-tri-cam", 2)


@pytest.mark.parametrize(
    "written",
    [
        'mix-blend-mode="multiply"',
        'writing-mode="tb-rl"',
        'direction="rtl"',
        'unicode-bidi="bidi-override"',
        'transform-origin="99 99" transform="rotate(90)"',
    ],
)
def test_an_attribute_that_is_not_followed_is_refused(written: str) -> None:
    """On shapes too: one that is blended may take the letters below with it."""
    assert refused(f"{TEXT}<g {written}><rect/></g>") == ("svg-gia-tri-cam", 2)


def test_what_is_not_followed_hides_nothing_where_there_are_no_words() -> None:
    """Blended shadows of a drawing without words are kept."""
    assert read_svg(picture('<rect width="9" height="9" style="mix-blend-mode:multiply"/>'))


@pytest.mark.parametrize(
    "style",
    [
        "baseline-shift:-2em",
        "baseline-shift:60px",
        "baseline-shift:900px",
        "baseline-shift:-300%",
        "baseline-shift:9vh",
        "font-size:10px;baseline-shift:12px",
    ],
)
def test_letters_that_are_shifted_off_their_line_are_hidden(style: str) -> None:
    """By more than their own height."""
    inner = f'<text y="50">Lời<tspan style="{style}">mời</tspan></text>'

    assert refused(inner)[1] == 2
    assert refused(inner.replace('<tspan style="', '<tspan baseline-shift="-9999" class="'))[1] == 2


def test_shifts_within_one_another_add_up() -> None:
    """Each of them is a small one."""
    inner = '<tspan baseline-shift="super">' * 9 + "mời" + "</tspan>" * 9

    assert refused(f'<text y="50">Lời{inner}</text>') == ("svg-chu-an", 2)


@pytest.mark.parametrize(
    "written",
    [
        'baseline-shift="super"',
        'style="baseline-shift:sub;font-size:65%"',
        'baseline-shift="-40%"',
        'baseline-shift="4"',
        'style="writing-mode:horizontal-tb;direction:inherit;unicode-bidi:embed"',
        'style="mix-blend-mode:normal;isolation:isolate"',
        'transform-origin="0 0" transform="translate(9 9)"',
        'style="transform-origin:0px 0px;transform-box:view-box;transform:rotate(9deg)"',
        'style="transform-origin:50% 50%;transform-box:fill-box;transform:none"',
        'rotate="0 9 9"',
        'style="rotate:none;text-decoration:underline;text-decoration-thickness:auto"',
    ],
)
def test_what_does_nothing_is_kept(written: str) -> None:
    """Usual values, small signs above and below the line, origins of nothing that turns."""
    inner = f'<text x="9" y="50">H<tspan {written}>2</tspan>O</text>'

    assert read_svg(picture(inner)).form == "SVG"


def test_the_text_of_a_drawing_program_is_kept() -> None:
    """It says all that can be said of it, and means nothing by most."""
    inner = f'<g style="{INKSCAPE}"><text x="9" y="50" style="{INKSCAPE}">Lệ phí</text></g>'

    assert read_svg(picture(inner)).form == "SVG"


def test_no_marker_lies_under_no_words() -> None:
    """Whether none is named, or one that the drawing does not hold."""
    for marker in 'style="marker:none"', 'marker-end="url(#no)"', 'marker-end="none"':
        shape = f'<path d="M0 0h9" stroke="#000" {marker}/>'

        assert refused(f'{shape}<text x="99" y="90" fill="#fff">Lời</text>') == ("svg-chu-an", 2)
