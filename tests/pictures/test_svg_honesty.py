"""Honest drawings show what is written in them; what hides words is found however it is told."""

from __future__ import annotations

import time

import pytest

from plugins.pictures.picture import PictureError
from plugins.pictures.svg import read_svg
from plugins.pictures.svg_words import svg_texts

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'
SIZES = "0.8em .9em 0.75em 0.8rem 0.9ex 0.5cm 0.4in small smaller medium large inherit initial 80%"


def picture(inner: str) -> bytes:
    """An SVG picture with `inner` on its second line."""
    return f"{HEAD}\n{inner}\n</svg>".encode()


def refused(inner: str) -> tuple[str, int]:
    """Code and line with which the picture is refused."""
    with pytest.raises(PictureError) as raised:
        read_svg(picture(inner))
    return raised.value.code, raised.value.line


@pytest.mark.parametrize("size", SIZES.split())
@pytest.mark.parametrize(
    "inner",
    [
        '<style>.a{{font-size:{}}}</style><text y="20">a<tspan class="a">b</tspan></text>',
        '<text y="20" font-size="{}">a</text>',
        '<text y="20" style="font-size:{}">a</text>',
    ],
)
def test_a_relative_or_named_size_of_letters_is_kept(inner: str, size: str) -> None:
    """In a sheet, an attribute or a style."""
    assert read_svg(picture(inner.format(size))).form == "SVG"


@pytest.mark.parametrize(
    "inner",
    [
        '<text y="20" x="9" stroke="white" stroke-width="3" fill="white">B</text><text x="9" y="20" fill="black">B</text>',
        '<text y="20" x="9" stroke="white" stroke-width="3" fill="none">B</text><text x="9" y="20" fill="black">B</text>',
        '<text y="20" fill="none"><tspan fill="#000">a</tspan></text>',
        '<style>.t{fill:#000}</style><text y="20" class="t" fill="none">a</text>',
        '<g visibility="hidden"><text y="20" visibility="visible">a</text></g>',
        '<text y="20" font-size="0"><tspan font-size="12">a</tspan></text>',
        '<style>.x{display:none}</style><text y="20">a</text>',
        '<style>.x{display:none}</style><rect class="x"/><text y="20">a</text>',
        '<style>.a{fill:#000!important}</style><text y="20" class="a" style="fill:#fff">a</text>',
        '<g font-size=".5" transform="scale(24)"><text y="2">a</text></g>',
        '<text y="20" fill-opacity="0" stroke="red">a</text>',
        '<style>g text{fill:red}</style><g><text fill="white" y="20">a</text></g>',
        '<style>text:hover{display:none}</style><text y="20">a</text>',
        '<text x="9" y="20" style="font:bold 12px/1.2 serif">a</text>',
        '<text x="9" y="20" style="font:700 12px serif">a</text>',
        '<text x="9" y="20">a<tspan x="9" dy="1.2em">b</tspan></text>',
        '<rect x="8" y="5" width="50" height="20" fill="#036"/><text x="9" y="20" fill="white">a</text>',
        '<circle cx="20" cy="20" r="15"/><text x="20" y="24" text-anchor="middle" fill="white">7</text>',
        '<path d="M0 0h50v50z"/><text x="20" y="24" fill="white">7</text>',
        '<use href="#b"/><rect id="b" width="9" height="9"/><text x="20" y="24" fill="white">7</text>',
        '<text x="9" y="20">a</text><rect width="100" height="40" fill="none" stroke="#000"/>',
        '<text x="9" y="20">a</text><rect width="100" height="40" fill="#fff" opacity=".5"/>',
        '<text x="9" y="20">a</text><rect x="40" width="100" height="40" fill="#fff"/>',
        '<text x="9" y="20" style="font-size:10.5px;line-height:1.25;letter-spacing:0px" letter-spacing="0em">a</text>',
        '<defs><g id="a"><text y="20">a</text></g><g id="b"><use href="#a"/></g></defs><use href="#b"/>',
        '<symbol id="a"><text y="20" fill="none" stroke="red">a</text></symbol><use href="#a" fill="red"/>',
        '<g opacity=".5"><text y="20">a</text></g>',
        '<style>.b > g text{fill:#fff} text{fill:#000}</style><g><g><text y="20">a</text></g></g>',
        '<style>.a text{fill:#fff} .a .b{fill:#000}</style><g class="a"><text class="b" y="20">a</text></g>',
        '<style>#c .b{display:none}</style><g id="d"><text class="b" y="20">a</text></g>',
        '<path id="p" d="M0 9h99"/><text><textPath href="#p">a</textPath></text>',
        '<text y="20" x="9" transform="rotate(-90 9 20)" font-size="12">Trục tung</text>',
        '<clipPath id="c"><rect width="300" height="200"/></clipPath><text y="20" clip-path="url(#c)">a</text>',
        '<g clip-path="url(#C)"><text y="20">a</text></g><defs><clipPath id="C"><path d="M0 0h300v200H0z"/></clipPath></defs>',
        '<clipPath id="c"><path d="M0 0c9 9 200 0 300 200"/></clipPath><text y="20" clip-path="url(#c)">a</text>',
        '<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width="1" height="1"/></clipPath><text x="99" y="90" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><rect width="30" height="20" transform="scale(9)" opacity="0"/></clipPath><text x="99" y="90" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><text y="20">a</text></clipPath><text y="20" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><circle cx="9" cy="9" r="99"/></clipPath><g transform="translate(9 9)" clip-path="url(#c)"><text y="20">a</text></g>',
        '<clipPath id="c"><polygon points="0.30000000000000004 0.30000000000000004 300 0.30000000000000004 9 200"/></clipPath><text y="20" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><rect/></clipPath><rect clip-path="url(#c)"/><text y="20" clip-path="none">a</text>',
        '<text y="20" clip-path="url(#no)" mask="none">a</text>',
        '<mask id="m"><rect width="99" height="99" fill="#fff"/></mask><rect mask="url(#m)" width="99" height="99" fill="#036"/><text x="9" y="20" fill="#fff">a</text>',
        '<mask id="m"><text y="20">a</text></mask><rect mask="url(#m)" width="99" height="99"/>',
        '<text y="200" font-size="120" transform="scale(.1)">a</text>',
        '<text y="20" font-size="12" transform="scale(.6 1)">a</text>',
        '<defs><text id="a" y="2000" font-size="1200">a</text></defs><use href="#a" transform="scale(.01)"/>',
    ],
)
def test_what_an_honest_drawing_shows_is_kept(inner: str) -> None:
    """Halos of labels, rules that say nothing of a text, letters on shapes and beside them."""
    assert read_svg(picture(inner)).form == "SVG"


@pytest.mark.parametrize(
    "inner",
    [
        '<text fill="#fff" x="5" y="20">Chào bà con</text><style></style>',
        '<text fill="#fff" x="5" y="20">Chào bà con</text><style>.b{fill:red}</style>',
        '<rect width="1" height="1"/><text x="99" y="90" fill="#fff" font-size="12">a</text>',
        '<rect x="-50" width="1" height="1"/><text x="99" y="90" fill="#fff" font-size="12">a</text>',
        '<text x="9" y="20">a</text><rect width="100%" height="100%" fill="#fff"/>',
        '<text x="9" y="20" font-size="12">a</text><rect x="-90" y="-90" width="300" height="300" fill="#fff"/>',
        '<text y="20" fill="hsl(0,0%,100%)">a</text>',
        '<text y="20" fill="rgb(100%,100%,100%)">a</text>',
        '<text y="20" fill="snow">a</text>',
        '<text y="20" fill="rgba(0,0,0,0)">a</text>',
        '<text y="20" fill="#0000">a</text>',
        '<text y="20" fill="#00000000">a</text>',
        '<text y="20" fill="rgba(255,255,255,.9)">a</text>',
        '<text y="20" fill="rgb(255 255 255 / 50%)">a</text>',
        '<text y="20" opacity="0">a</text>',
        '<text y="20" fill-opacity="0">a</text>',
        '<style>text{opacity:0}</style><text y="20">a</text>',
        '<text y="20" opacity="1%">a</text>',
        '<text y="20" fill-opacity="1%">a</text>',
        '<style>text{opacity:1%}</style><text y="20">a</text>',
        '<text y="20" opacity="1e-3">a</text>',
        '<text y="20" fill-opacity="1e-3">a</text>',
        '<style>text{opacity:1e-3}</style><text y="20">a</text>',
        '<text y="20" opacity="-1">a</text>',
        '<text y="20" fill-opacity="-1">a</text>',
        '<style>text{opacity:-1}</style><text y="20">a</text>',
        '<text y="20" opacity="+0">a</text>',
        '<text y="20" fill-opacity="+0">a</text>',
        '<style>text{opacity:+0}</style><text y="20">a</text>',
        '<text y="20" opacity=".05">a</text>',
        '<text y="20" fill-opacity=".05">a</text>',
        '<style>text{opacity:.05}</style><text y="20">a</text>',
        '<text y="20" transform="scale(0)">a</text>',
        '<text y="20" style="scale:0">a</text>',
        '<text y="20" font-size="12" style="translate:0 -900px">a</text>',
        '<text y="20" font-size="12" style="transform:translate(0,-900px)">a</text>',
        '<text y="20" style="font:0 serif">a</text>',
        '<text y="20" style="font:0px/1 serif">a</text>',
        '<text y="20" font-size="1%">a</text>',
        '<text y="20" font-size="1e-3em">a</text>',
        '<text y="20" font-size="12" dx="-9999">a</text>',
        '<text y="20" x="-9999" opacity=".99" font-size="12">a</text>',
        '<text y="900%" font-size="12">a</text>',
        '<text><textPath href="#no">a</textPath></text>',
        '<text y="20" fill="url(#no)">a</text>',
        '<defs><text y="20" id="a">a</text></defs><use href="#a" display="none"/>',
        '<defs><text y="20" id="a">a</text><use href="#a"/></defs>',
        '<style>*{}</style><text y="20" fill="#fff">a</text>',
        '<style>*{stroke-linejoin:round}</style><text y="20" fill="#fff">a</text>',
        '<style>a b{fill:red}</style><text y="20" fill="#fff">a</text>',
        '<style>.a{fill:#fff!important}</style><text y="20" class="a" style="fill:#000">a</text>',
        '<style>text.a{fill:#fff}</style><text y="20" class="a">a</text>',
        '<defs><text y="20" id="a" display="none">a</text></defs><use href="#a"/>',
        '<g opacity=".2"><g opacity=".2"><text y="20">a</text></g></g>',
        '<clipPath id="c"><rect width="0" height="0"/></clipPath><text y="20" clip-path="url(#c)">a</text>',
        '<clipPath id="C"/><g clip-path="url(#C)"><text y="20">a</text></g>',
        '<text y="20" style="clip-path:url(#c)">a</text><clipPath id="c"><circle r="0"/></clipPath>',
        '<clipPath id="c"><path d="M9 9h99z"/></clipPath><text y="20" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><path d=""/><line x2="9" y2="9"/></clipPath><text y="20" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><rect x="5" y="12" width="1" height="1"/></clipPath><text y="20" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><path d="M200 99q40 90 90 0t9 9"/></clipPath><text x="9" y="20" font-size="12" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><path d="M9 9xh90v90H9z"/></clipPath><text x="9" y="20" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><rect width="50" height="50" transform="translate(200)"/></clipPath><text y="20" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><rect width="99" height="99" display="none"/></clipPath><text y="20" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><rect/></clipPath><clipPath id="c"><rect width="99" height="99"/></clipPath><text y="20" clip-path="url(#c)">a</text>',
        '<clipPath id="c"><rect/></clipPath><clipPath id="d" clip-path="url(#c)"><rect width="99" height="99"/></clipPath><text y="20" clip-path="url(#d)">a</text>',
        '<clipPath id="c"><rect/></clipPath><defs><text id="a">a</text></defs><use href="#a" clip-path="url(#c)"/>',
        '<mask id="m"><rect width="300" height="200"/></mask><text y="20" mask="url(#m)">a</text>',
        '<mask id="m"><rect width="300" height="200"/></mask><g style="mask-image:url(#m)"><text y="20">a</text></g>',
        '<mask id="m"/><defs><text id="a">a</text></defs><use href="#a" mask="url(#m)"/>',
        '<text y="20" transform="scale(.001)">a</text>',
        '<text y="20" transform="scale(.001 1000)">a</text>',
        '<g transform="scale(.1)"><text y="20" transform="scale(.1)" font-size="99">a</text></g>',
        '<style>g text{font-size:12px}</style><text y="20" transform="scale(.001)">a</text>',
        '<defs><text id="a">a</text></defs><use href="#a" transform="scale(.001)"/>',
        '<style>g text{fill:#fff}</style><g><text y="20">a</text></g>',
        '<style>g > .a{display:none}</style><g><text class="a" y="20">a</text></g>',
        '<style>.b.a{display:none}</style><text class="a b" y="20">a</text>',
        '<style>.b > g text{fill:#fff}</style><g class="b"><g><g><text y="20">a</text></g></g></g>',
        '<style>q text{fill:red}</style><text y="20" fill="#fff">a</text>',
        '<style>g>text{fill:red}</style><text y="20" fill="#fff">a</text>',
        '<style>text.a{fill:#fff} .a{fill:#000}</style><text y="20" class="a">a</text>',
        '<style>.a{fill:#000}.b{fill:#fff}.a{stroke-width:2}</style><text y="20" class="a b">a</text>',
        '<style>svg text{fill:#fff} text{fill:#000}</style><text y="20">a</text>',
        '<tspan y="20">a</tspan>',
        '<rect width="9" height="9"><text y="20">a</text></rect>',
        '<text y="20">a<text y="20">b</text></text>',
        '<text y="20">a<g><text y="20">b</text></g></text>',
        '<title><text y="20">a</text></title>',
        '<use href="#b"><text y="20">a</text></use>',
        '<linearGradient><stop><text y="20">a</text></stop></linearGradient>',
    ],
)
def test_what_hides_words_is_refused(inner: str) -> None:
    """By any way to write a colour, a share, a size or a place, whatever stands around it."""
    assert refused(inner) == ("svg-chu-an", 2)


@pytest.mark.parametrize(
    "selector", ["text[x]", "g+text", "g ~ text", "text:first-child", "text::before", "> text"]
)
def test_a_selector_of_which_nobody_can_tell_what_it_selects_is_refused(selector: str) -> None:
    """Where it says something by which words may be hidden, and there are words."""
    sheet = f"<style>{selector}{{fill:red}}</style>"

    assert refused(f'{sheet}<text fill="#fff" y="20">a</text>') == ("svg-gia-tri-cam", 2)
    assert read_svg(picture(sheet)).form == "SVG"


@pytest.mark.parametrize(
    "style",
    [
        "zoom:.001",
        "-webkit-text-fill-color:transparent",
        "all:unset",
        "offset-distance:9999px",
        "text-indent:-999px",
    ],
)
def test_a_property_by_which_some_browsers_hide_words_is_refused(style: str) -> None:
    """None is followed here."""
    assert refused(f'<text y="20" style="fill:red;{style}">a</text>') == ("svg-gia-tri-cam", 2)


@pytest.mark.parametrize(
    "written",
    [
        'font-size-adjust="0"',
        'style="font-size-adjust:0"',
        'textLength="0.1"',
        'textLength="0"',
    ],
)
def test_letters_that_are_pressed_away_are_refused(written: str) -> None:
    """Their size and their place say nothing of it."""
    assert refused(f'<text y="20" {written}>a</text>') == ("svg-gia-tri-cam", 2)


@pytest.mark.parametrize(
    "written",
    [
        'style="font-size-adjust:none;baseline-shift:super"',
        'textLength="80.5"',
        'textLength="5"',
        'baseline-shift="-40%"',
    ],
)
def test_letters_that_are_fitted_are_kept(written: str) -> None:
    """As drawing programs write it."""
    assert read_svg(picture(f'<text y="20" {written}>a</text>')).form == "SVG"


@pytest.mark.parametrize(
    "written",
    [
        'letter-spacing="-1em"',
        'letter-spacing="-16"',
        'style="letter-spacing:-12px"',
        'style="letter-spacing:-100%"',
        'style="letter-spacing:-1rem"',
        'font-size="40" letter-spacing="-30"',
        'letter-spacing="900"',
        'word-spacing="-40"',
        'style="word-spacing:-3em"',
        'textLength="3"',
        'textLength="9999"',
        'textLength="1%"',
    ],
)
def test_letters_that_are_set_upon_one_another_are_hidden(written: str) -> None:
    """Or so far apart that only the first one is seen."""
    assert refused(f'<text y="50" {written}>Lời mời chào</text>') == ("svg-chu-an", 2)


def test_a_length_counts_for_all_letters_of_its_text() -> None:
    """However many parts they stand in."""
    parts = "".join(f"<tspan>{one}</tspan>" for one in "Lời mời".replace(" ", ""))

    assert refused(f'<text y="50" textLength="6">{parts}</text>') == ("svg-chu-an", 2)
    assert read_svg(picture(f'<text y="50">{parts}<tspan textLength="9">ab</tspan></text>'))


@pytest.mark.parametrize(
    "written",
    [
        'letter-spacing="-.05em"',
        'style="letter-spacing:-2px;word-spacing:-1px"',
        'style="letter-spacing:.4em"',
        'style="letter-spacing:normal;word-spacing:inherit"',
        'textLength="60"',
        'textLength="60" lengthAdjust="spacingAndGlyphs"',
    ],
)
def test_letters_that_are_set_closely_are_kept(written: str) -> None:
    """As headings and labels are."""
    assert read_svg(picture(f'<text y="50" {written}>Lời mời chào</text>')).form == "SVG"


def test_the_indent_that_drawing_programs_write_is_kept() -> None:
    """It is none."""
    text = '<text y="20" style="text-indent:0;text-indent:0px">a</text>'

    assert read_svg(picture(text)).form == "SVG"


def test_the_line_of_a_text_is_that_of_its_first_letter() -> None:
    """Whatever lines come before it and after it."""
    assert refused('<text fill="white"\n y="20">\n\na\nb\n</text>') == ("svg-chu-an", 5)
    assert refused('<text fill="white" y="20">a&#10;&#10;&#10;b</text>') == ("svg-chu-an", 2)


@pytest.mark.parametrize(
    "inner",
    [
        "<g>" * 55 + "<text>" + "a\n" * 240_000 + "</text>" + "</g>" * 55,
        "<defs>"
        + "".join(f"<g id='i{number}'>" for number in range(55))
        + "<g/>" * 95_000
        + "<text>a</text>"
        + "</g>" * 55
        + "</defs>",
        "<text>" + "&#97;" * 98_000 + "</text>",
        "<text>a</text>" * 20_000,
        "<style>" + ".a{fill:red}" * 40_000 + "</style><text>a</text>",
        '<text style="fill:red' + " " * 480_000 + 'x">a</text>',
        '<clipPath id="c">'
        + '<rect width="1" height="1"/>' * 10_000
        + '</clipPath><g clip-path="url(#c)">'
        + '<text x="99" y="60">a</text>' * 5_000
        + "</g>",
        "".join(
            f'<clipPath id="c{number}" clip-path="url(#c{number + 1})"><rect width="1" height="1"/></clipPath>'
            for number in range(5_000)
        )
        + '<text y="9" clip-path="url(#c0)">a</text>' * 5_000,
        "<style>"
        + "".join(f"g {'g ' * (one % 50)}.a{one} text{{fill:red}}" for one in range(900))
        + "</style>"
        + "<g>" * 50
        + "<text>a</text>" * 3_900
        + "</g>" * 50,
        '<rect x="1"/>' * 19_000 + '<text x="50" y="60" fill="#fff">a</text>' * 5_000,
    ],
)
def test_large_drawings_take_no_long_time(inner: str) -> None:
    """Neither to read, nor to tell what is written in them."""
    started = time.process_time()
    try:
        read_svg(picture(inner))
    except PictureError as error:
        assert error.code in ("svg-qua-nang", "svg-chu-an")  # noqa: PT017
    svg_texts(picture(inner))

    assert time.process_time() - started < 2.5


@pytest.mark.parametrize(
    "inner", ["<text>a</text>" * 20_001, "<style>" + ".a{fill:red}" * 5_001 + "</style>"]
)
def test_more_texts_or_rules_than_any_drawing_has_are_too_many(inner: str) -> None:
    """No program writes so many."""
    if "style" in inner:
        inner += "<text>a</text>"

    assert refused(inner) == ("svg-qua-nang", 2)
