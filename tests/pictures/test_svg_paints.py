"""Words painted with gradients and patterns are seen, and so is what is painted with them."""

from __future__ import annotations

import time

import pytest

from plugins.pictures.picture import PictureError
from plugins.pictures.svg import read_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'
TEXT = '<text x="20" y="60">Lời mời chào</text>'
PAINTED = '<text x="20" y="60" fill="url(#g)">Lời mời chào</text>'
WHITE = '<text x="20" y="60" font-size="16" fill="#fff">Lời mời chào</text>'
ALL = '<rect width="300" height="200" fill="url(#g)"/>'


def picture(inner: str) -> bytes:
    """An SVG picture with `inner` on its second line."""
    return f"{HEAD}\n{inner}\n</svg>".encode()


def gradient(*stops: str, more: str = "") -> str:
    """A gradient with stops that say so."""
    inner = "".join(f"<stop {one}/>" for one in stops)
    return f'<linearGradient id="g" {more}>{inner}</linearGradient>'


def hiding(inner: str) -> str:
    """What hides the text of a picture that is refused."""
    with pytest.raises(PictureError) as raised:
        read_svg(picture(inner))
    assert (raised.value.code, raised.value.line) == ("svg-chu-an", 2)
    return raised.value.values["value"]


@pytest.mark.parametrize(
    "server",
    [
        gradient(),
        gradient('stop-color="#fff"'),
        gradient('stop-color="#fff"', 'stop-color="#fefefe"'),
        gradient('stop-color="#fff"', 'offset="99.9%" stop-color="#fff"', 'stop-color="#000"'),
        gradient('stop-opacity="0"'),
        gradient('stop-opacity="2%"', 'stop-opacity="0"'),
        gradient('stop-color="transparent"'),
        gradient('stop-color="rgba(0,0,0,0)"'),
        gradient('stop-color="canvas"'),
        gradient('stop-color="currentColor"'),
        gradient('style="stop-color:#fff"'),
        gradient('stop-color="#000" style="stop-opacity:0"'),
        "<style>.s{stop-color:#fff}</style>" + gradient('class="s"'),
        "<style>g .s{stop-color:#fff}</style><g>" + gradient('class="s"') + "</g>",
        gradient("", more='gradientTransform="scale(0)"'),
        gradient(more='href="#no"'),
        gradient(more='href="#h"')
        + '<radialGradient id="h"><stop stop-color="#fff"/></radialGradient>',
        '<pattern id="g" width="9" height="9"/>',
        '<pattern id="g" width="9" height="9"><rect width="9" height="9" fill="#fff"/></pattern>',
    ],
)
def test_words_painted_with_what_is_not_seen_are_hidden(server: str) -> None:
    """With nothing at all, or anywhere with a colour of the page."""
    assert hiding(server + PAINTED) == "fill:url(#g)"
    assert hiding(PAINTED + server) == "fill:url(#g)"


def test_words_painted_with_what_is_no_paint_are_hidden() -> None:
    """What stands behind the reference is painted then, if anything does."""
    assert hiding('<rect id="g"/>' + PAINTED) == "fill:none"
    assert read_svg(picture('<rect id="g"/>' + PAINTED.replace("url(#g)", "url(#g) red")))


def test_a_reference_with_other_capitals_is_none() -> None:
    """Browsers paint nothing then, and of two that differ so nobody can tell which is meant."""
    assert hiding(gradient("") + PAINTED.replace("#g", "#G")) == "#G"
    assert hiding("<style>text{fill:url(#G)}</style>" + gradient("") + TEXT) == "#G"
    twin = gradient('stop-color="#fff"').replace('"g"', '"G"')
    assert hiding(gradient("") + twin + PAINTED) == "fill:url(#g)"


@pytest.mark.parametrize("paint", ["context-fill", "context-stroke", "Canvas", "Field"])
def test_words_painted_as_the_page_or_as_nothing_are_hidden(paint: str) -> None:
    """By a name."""
    assert hiding(TEXT.replace("<text", f'<text fill="{paint}"')) == f"fill:{paint.lower()}"


@pytest.mark.parametrize(
    "server",
    [
        gradient(""),
        gradient('stop-color="red"', 'offset="1" stop-color="#036"'),
        gradient('style="stop-color:#036;stop-opacity:1"'),
        gradient('style="stop-color:bogus"'),
        gradient('stop-color="#036" stop-opacity=".8"'),
        gradient("", more='gradientTransform="rotate(45)"'),
        gradient(more='href="#h"')
        + '<radialGradient id="h"><stop stop-color="#036"/></radialGradient>',
    ],
)
def test_words_painted_with_colours_that_are_seen_are_kept(server: str) -> None:
    """All of which stand out."""
    assert read_svg(picture(server + PAINTED)).form == "SVG"
    assert read_svg(picture(PAINTED.replace("<text", '<text stroke="red"') + gradient()))
    assert read_svg(picture(PAINTED.replace("url(#g)", "url(#no) red")))


@pytest.mark.parametrize(
    "server",
    [
        gradient('stop-color="#fff"'),
        gradient('stop-color="#fff"', 'stop-color="red"'),
        gradient(""),
        '<pattern id="g" width="9" height="9"><rect width="9" height="9"/></pattern>',
        '<pattern id="g" width="9" height="9"><path fill="#fff" d="M0 0h9v9H0z"/></pattern>',
    ],
)
def test_words_under_a_gradient_or_a_pattern_are_hidden(server: str) -> None:
    """That lets nothing through."""
    assert hiding(server + TEXT + ALL) == "rect"


@pytest.mark.parametrize(
    "server",
    [
        gradient('stop-color="#fff" stop-opacity=".3"', 'stop-color="#000"'),
        gradient('stop-opacity="0"'),
        gradient(),
        '<pattern id="g" width="9" height="9"><path d="M0 0h9" fill="none" stroke="#ccc"/></pattern>',
        '<pattern id="g" width="9" height="9" fill="none"><path d="M0 0h9"/><line x2="9"/></pattern>',
    ],
)
def test_words_under_what_shines_through_are_kept(server: str) -> None:
    """A gloss, or a hatching."""
    assert read_svg(picture(server + TEXT + ALL)).form == "SVG"


@pytest.mark.parametrize(
    ("server", "is_seen"),
    [
        (gradient('stop-color="#036"', 'stop-color="#001"'), True),
        (gradient('stop-color="#036"', 'stop-color="#001" stop-opacity="0"'), True),
        ('<pattern id="g" width="9" height="9"><rect width="9" height="9"/></pattern>', True),
        (gradient('stop-color="#fff"'), False),
        (gradient('stop-color="#fff"', 'stop-color="#000"'), False),
        (gradient(), False),
    ],
)
def test_a_gradient_is_a_ground_of_all_its_colours(server: str, *, is_seen: bool) -> None:
    """White words are seen upon dark ones alone."""
    drawn = server + ALL + WHITE
    if is_seen:
        assert read_svg(picture(drawn)).form == "SVG"
    else:
        assert hiding(drawn) == "fill:#fff"


def test_many_stops_and_gradients_take_no_long_time() -> None:
    """However many colours they have, and whatever refers to what."""
    started = time.process_time()
    stops = [f'stop-color="#{one:06x}"' for one in range(5_000)]
    assert hiding(gradient(*stops) + PAINTED) == "fill:url(#g)"
    chain = "".join(f'<linearGradient id="h{one}" href="#h{one + 1}"/>' for one in range(300))
    assert hiding(chain + PAINTED.replace("#g", "#h0")) == "fill:url(#h0)"

    assert time.process_time() - started < 2.5
