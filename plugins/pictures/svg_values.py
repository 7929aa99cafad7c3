"""Which values the properties know by which something in an SVG picture may be hidden.

Browsers leave out what a property does not know (CSS Syntax 3, W3C 2021), and what was said of it
before still holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from plugins.pictures.svg_colour_names import NAMES
from plugins.pictures.svg_colours import tint_of
from plugins.pictures.svg_lengths import NAMED_SIZES

_NUMBER: Final = r"[-+]?(?:[0-9]*\.)?[0-9]+(?:e[-+]?[0-9]+)?"
_ZERO: Final = r"[-+]?(?:0*\.)?0+(?:e[-+]?[0-9]+)?"
_UNIT: Final = r"(?:px|in|cm|mm|q|pt|pc|em|ex|ch|rem|vw|vh|vmin|vmax|%)"
_LENGTH: Final = rf"(?:{_NUMBER}{_UNIT}|{_ZERO})"
_ANGLE: Final = rf"(?:{_NUMBER}(?:deg|grad|rad|turn)|{_ZERO})"
_SHARE: Final = rf"{_NUMBER}%?"
_COMMA: Final = r"\s*,\s*"
_REFERENCE: Final = r"url\(\s*(?:'#[\w.-]+'|\"#[\w.-]+\"|#[\w.-]+)\s*\)"
# None below zero; a zero may have any sign.
_WIDTH: Final = rf"(?:(?!-){_NUMBER}|{_ZERO})"
_SIZE: Final = "|".join((rf"{_WIDTH}{_UNIT}", _ZERO, *NAMED_SIZES, "smaller", "larger"))
_NAME: Final = r"-?[^\W\d][\w-]*"
_FAMILY: Final = rf"(?:\"[^\"]*\"|'[^']*'|{_NAME}(?:\s+{_NAME})*)"
_FONT_WORDS: Final = (
    "normal|italic|oblique|small-caps|bold|bolder|lighter|[1-9][0-9]{0,2}|1000"
    "|(?:ultra-|extra-|semi-)?(?:condensed|expanded)"
)


def _comma_separated(one: str, least: int, most: int) -> str:
    return rf"{one}(?:{_COMMA}{one}){{{least - 1},{most - 1}}}"


def _call(names: str, values: str) -> str:
    return rf"(?:{names})\(\s*{values}\s*\)"


def _colour_call(name: str, first: str, *rest: str) -> str:
    """A colour with commas, as it was written first, or without."""
    by_commas = _COMMA.join((first, *rest)) + rf"(?:{_COMMA}{_SHARE})?"
    by_blanks = r"\s+".join((first, *rest)) + rf"(?:\s*/\s*{_SHARE})?"
    return _call(f"{name}a?", f"(?:{by_commas}|{by_blanks})")


_STEP: Final = "|".join(
    (
        _call("matrix", _comma_separated(_NUMBER, 6, 6)),
        _call("translate", _comma_separated(_LENGTH, 1, 2)),
        _call("translate[xy]", _LENGTH),
        _call("scale", _comma_separated(_SHARE, 1, 2)),
        _call("scale[xy]", _SHARE),
        _call("rotate|skew[xy]", _ANGLE),
        _call("skew", _comma_separated(_ANGLE, 1, 2)),
    )
)
_COLOUR_CALL = re.compile(
    "|".join(
        (
            _colour_call("rgb", *[_NUMBER] * 3),
            _colour_call("rgb", *[rf"{_NUMBER}%"] * 3),
            _colour_call("hsl", rf"{_NUMBER}(?:deg|grad|rad|turn)?", *[rf"{_NUMBER}%"] * 2),
        )
    )
)
_PAINT = re.compile(rf"{_REFERENCE}(?:\s+(.*))?", re.DOTALL)
# Those of the reader's desk, of which nobody can tell how they look.
_COLOUR_WORDS: Final = frozenset(
    """
    transparent currentcolor accentcolor accentcolortext activetext buttonborder buttonface
    buttontext canvas canvastext field fieldtext graytext highlight highlighttext linktext mark
    marktext selecteditem selecteditemtext visitedtext
    """.split()
)
_ALL_KNOW: Final = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_COLOURS: Final = frozenset({"color", "background-color", "stop-color"})
_PAINTS: Final = frozenset({"fill", "stroke"})
# What attributes write without a unit.
_BARE: Final[Mapping[str, re.Pattern[str]]] = {
    "font-size": re.compile(_WIDTH),
    "letter-spacing": re.compile(_NUMBER),
    "word-spacing": re.compile(_NUMBER),
    "baseline-shift": re.compile(_NUMBER),
}
_FORMS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(form)
    for name, form in {
        "display": "none|inline|block|inline-block|list-item|contents|flow-root|flex|inline-flex"
        "|grid|inline-grid|ruby|ruby-base|ruby-text|table|inline-table|table-(?:row|column|cell"
        "|caption|row-group|header-group|footer-group|column-group)",
        "visibility": "visible|hidden|collapse",
        "opacity": _SHARE,
        "fill-opacity": _SHARE,
        "stroke-opacity": _SHARE,
        "stop-opacity": _SHARE,
        "stroke-width": rf"{_WIDTH}{_UNIT}?",
        "font-size": _SIZE,
        "font": rf"(?:(?:{_FONT_WORDS})\s+){{0,9}}(?:{_SIZE})"
        rf"(?:\s*/\s*(?:normal|{_WIDTH}{_UNIT}?))?\s+{_FAMILY}(?:{_COMMA}{_FAMILY})*"
        "|caption|icon|menu|message-box|small-caption|status-bar",
        "fill-rule": "nonzero|evenodd",
        "letter-spacing": rf"normal|{_LENGTH}",
        "word-spacing": rf"normal|{_LENGTH}",
        "baseline-shift": rf"baseline|sub|super|{_LENGTH}",
        "transform": rf"none|(?:(?:{_STEP})\s*)+",
        "translate": rf"none|{_LENGTH}(?:\s+{_LENGTH}){{0,2}}",
        "scale": rf"none|{_SHARE}(?:\s+{_SHARE}){{0,2}}",
        "clip-path": f"none|{_REFERENCE}|(?:border|padding|content|margin|fill|stroke|view)-box",
    }.items()
}
_REMEMBERED: Final = 1024


@lru_cache(_REMEMBERED)
def is_known(name: str, written: str, *, is_attribute: bool) -> bool:
    """Whether the property `name` knows what is written in small letters.

    What is not followed closely is taken to know all; lengths in attributes need no units.
    """
    if written in _ALL_KNOW:
        return True
    if name in _COLOURS:
        return _is_colour(written)
    if name in _PAINTS:
        return _is_paint(written)
    form = _FORMS.get(name.removeprefix("-webkit-"))
    # Attributes have a way of their own to write transformations.
    if form is None or (is_attribute and name == "transform"):
        return True
    if is_attribute and name in _BARE and _BARE[name].fullmatch(written):
        return True
    return form.fullmatch(written) is not None


def _is_colour(written: str) -> bool:
    if written[:1] == "#":
        return tint_of(written) is not None
    is_word = written in NAMES or written in _COLOUR_WORDS
    return is_word or _COLOUR_CALL.fullmatch(written) is not None


def _is_paint(written: str) -> bool:
    found = _PAINT.fullmatch(written)
    if found:
        written = found[1] or "none"
    return written in ("none", "context-fill", "context-stroke") or _is_colour(written)
