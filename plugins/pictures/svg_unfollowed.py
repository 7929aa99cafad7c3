"""Properties that move, turn or recolour words of an SVG picture in ways that are not followed.

Drawing programs write all of them with values that do nothing; nobody needs any other to draw words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from plugins.pictures.picture import PictureError

_ZERO: Final = r"[-+]?0(?:\.0+)?(?:px|%)?"
_HARMLESS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(rf"{form}|inherit|initial|unset|revert|revert-layer")
    for name, form in {
        "mix-blend-mode": "normal",
        "writing-mode": "horizontal-tb|lr|lr-tb",
        "-webkit-writing-mode": "horizontal-tb",
        "-epub-writing-mode": "horizontal-tb",
        "direction": "ltr",
        "unicode-bidi": "normal|embed|isolate",
        "text-orientation": "mixed|auto",
        "glyph-orientation-vertical": "auto|0|0deg",
        "glyph-orientation-horizontal": "auto|0|0deg",
        "rotate": "none|0deg",
        "filter": "none",
        "mask-border": "none",
        "mask-border-source": "none",
        "-webkit-mask-box-image": "none",
        "-webkit-mask-box-image-source": "none",
        # No line of a length of its own through the words.
        "text-decoration": r"(?!(?:.*\s)?[-+.]?[0-9][^\s,)]*(?:\s|\Z)).*",
        "text-decoration-thickness": "auto|from-font",
    }.items()
}
# What counts only beside a turn or another transformation.
_ORIGIN = re.compile(rf"{_ZERO}(?:\s+{_ZERO}){{0,2}}|left top|top left|initial|unset|inherit")
_BOX = re.compile("view-box|initial|unset|inherit")
_PLACING: Final[Mapping[str, re.Pattern[str]]] = {
    "transform-origin": _ORIGIN,
    "-webkit-transform-origin": _ORIGIN,
    "-moz-transform-origin": _ORIGIN,
    "transform-box": _BOX,
}
_TRANSFORMING: Final = ("transform", "scale")
UNFOLLOWED: Final = frozenset({*_HARMLESS, *_PLACING})


def check_followed(declared: Mapping[str, str], line: int) -> None:
    """Refuse an element that says anything of its words that is not followed."""
    is_moved = any(declared.get(one, "none") not in ("none", "initial") for one in _TRANSFORMING)
    forms = {**_HARMLESS, **_PLACING} if is_moved else _HARMLESS
    for name, value in declared.items():
        if name in forms and not forms[name].fullmatch(value):
            raise PictureError(
                "svg-gia-tri-cam", line, name=name, value=value, special="unfollowed"
            )
