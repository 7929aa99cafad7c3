"""What the elements of an SVG picture hand down to those in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import inf
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from plugins.pictures.svg_clips import Cuts
from plugins.pictures.svg_colours import is_clear, is_faint
from plugins.pictures.svg_lengths import USUAL_SIZE, length, letter_size, share, size_in_font
from plugins.pictures.svg_paints import Paint, Tint, plain_paint
from plugins.pictures.svg_places import SAME, Matrix, transformed
from plugins.pictures.svg_sheets import UNKNOWN
from plugins.pictures.svg_stores import PAINTED, STORES

_USUAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "fill": "black",
        "stroke": "none",
        "color": "black",
        "visibility": "visible",
        "fill-opacity": "1",
        "stroke-opacity": "1",
        "stroke-width": "1",
        "text-anchor": "start",
        "letter-spacing": "normal",
        "word-spacing": "normal",
        "fill-rule": "nonzero",
        "dominant-baseline": "auto",
    }
)
_OWN: Final = frozenset({"display", "opacity", "transform", "translate", "scale", "font-size"})
# What lets only parts be seen.
_MASKS: Final = ("mask", "mask-image", "-webkit-mask", "-webkit-mask-image")
_CLIPS: Final = ("clip-path", "-webkit-clip-path")
_CUTTING: Final = frozenset({*_MASKS, *_CLIPS})
_NOTHING: Final = frozenset({"none", "initial", "unset", "revert", "revert-layer", UNKNOWN})
FOLLOWED: Final = frozenset({*_USUAL, *_OWN, *_CUTTING, "font", "baseline-shift"})
# Of the size of letters.
_SHIFTS: Final[Mapping[str, float]] = {"sub": -0.3, "super": 0.5}
_AS_ABOVE: Final = frozenset({"inherit", "unset", "revert", "revert-layer"})
_REFERENCE = re.compile(r"url\(\s*['\"]?#([\w.-]+)['\"]?\s*\)\s*(.*)\Z", re.DOTALL)


class State(Struct, frozen=True):
    """What an open element hands down; what cannot be told is None.

    What is in a `store` is painted only where one of its `ids` is used.
    """

    values: Mapping[str, str] = _USUAL
    hidden: str = ""
    # Of shapes a mask may leave something; letters need none.
    mask: str = ""
    opacity: float = 1
    # None also where nothing is said of it.
    size: float | None = None
    is_sized: bool = False
    matrix: Matrix | None = SAME
    is_placed: bool = True
    # How far its letters are shifted off their line, upwards or downwards.
    shift: float = 0
    store: str = ""
    ids: frozenset[str] = frozenset()
    # The clipPath in which it stands, in small letters; None outside of any.
    clip: str | None = None
    cuts: Cuts = ()
    # The gradients and patterns of the picture.
    paints: Mapping[str, Paint] = MappingProxyType({})

    def paint(self, name: str) -> str:
        """The paint of a `fill` or a `stroke`."""
        written = self.values[name]
        return self.values["color"] if written == "currentcolor" else written

    def tints(self, *names: str) -> tuple[Tint, ...]:
        """What colours a shape paints as `names`: as its `fill`, and as its `stroke`."""
        return tuple(filter(None, (self._painted(one).ground for one in names)))

    def letters(self) -> tuple[Tint, ...]:
        """What colours letters are painted with: those of their areas, and of their outlines."""
        return tuple(filter(None, (self._painted(one).letters for one in ("fill", "stroke"))))

    def solidity(self, name: str) -> float:
        """How much of what lies under a `fill` or a `stroke` nobody sees."""
        return self.opacity * _opacity(self.values[f"{name}-opacity"]) * self._painted(name).solid

    def unpainted(self) -> str:
        """By what nothing is painted, or nothing."""
        if self.hidden or self.values["visibility"] in ("hidden", "collapse"):
            return self.hidden or f"visibility:{self.values['visibility']}"
        if self.mask or self.letters():
            return self.mask
        is_faint_fill = _is_faint(self.values["fill-opacity"]) and not is_clear(self.paint("fill"))
        name = "fill-opacity" if is_faint_fill else "fill"
        return f"{name}:{self.values[name]}"

    def _painted(self, name: str) -> Paint:
        """What a `fill` or a `stroke` is painted with."""
        if _is_faint(self.values[f"{name}-opacity"]):
            return Paint()
        if name == "stroke" and share(self.values["stroke-width"].removesuffix("px")) == 0:
            return Paint()
        written = self.paint(name)
        found = _REFERENCE.match(written)
        return self.paints.get(found[1], Paint()) if found else plain_paint(written)


def inner_state(name: str, own_id: str, declared: Mapping[str, str], above: State) -> State:
    """What an element in `above` hands down that says `declared`."""
    store = above.store or (name if name in STORES else "")
    values = _inherited(declared, above, is_new=bool(store) and not above.store)
    opacity = above.opacity * _opacity(declared.get("opacity", "1"))
    matrix = _matrix(declared, SAME if name in PAINTED else above.matrix)
    cuts = tuple((one, matrix if above.is_placed else None) for one in _clips(declared))
    size = _size(declared, above)
    return State(
        values=values,
        hidden=above.hidden or _hiding(declared, opacity),
        mask=above.mask or _mask(declared),
        opacity=opacity,
        size=size,
        is_sized=above.is_sized or "font-size" in declared or "font" in declared,
        matrix=matrix,
        is_placed=above.is_placed,
        shift=above.shift + _shift(declared, size),
        store=store,
        ids=above.ids | {own_id} if store and own_id else above.ids,
        clip=own_id.lower() if name == "clipPath" else above.clip,
        cuts=cuts if name == "clipPath" else above.cuts + cuts,
        paints=above.paints,
    )


def _inherited(declared: Mapping[str, str], above: State, *, is_new: bool) -> Mapping[str, str]:
    # What is stored takes over what is said where it is drawn.
    values = dict.fromkeys(_USUAL, UNKNOWN) if is_new else above.values
    own = {one: declared[one] for one in _USUAL if one in declared}
    if not own:
        return values
    for one, value in own.items():
        if value == "initial":
            own[one] = _USUAL[one]
        elif found := _REFERENCE.match(value):
            own[one] = value if found[1] in above.paints else found[2] or "none"
    return {**values, **{one: value for one, value in own.items() if value not in _AS_ABOVE}}


def _hiding(declared: Mapping[str, str], opacity: float) -> str:
    if declared.get("display") == "none":
        return "display:none"
    return f"opacity:{declared.get('opacity', '')}" if is_faint(opacity) else ""


def _mask(declared: Mapping[str, str]) -> str:
    masks = (one for one in _MASKS if declared.get(one, "none") not in _NOTHING)
    return next((f"{one}:{declared[one]}" for one in masks), "")


def _clips(declared: Mapping[str, str]) -> list[str]:
    found = (_REFERENCE.match(declared.get(one, "")) for one in _CLIPS)
    return [one[1] for one in found if one]


def _opacity(written: str) -> float:
    value = share(written)
    return 1 if value is None else min(max(value, 0), 1)


def _is_faint(written: str) -> bool:
    return is_faint(_opacity(written))


def _size(declared: Mapping[str, str], above: State) -> float | None:
    written = declared.get("font-size", "")
    if "font" in declared and declared["font"] not in _AS_ABOVE:
        written = size_in_font(declared["font"]) or UNKNOWN
    if not written or written in _AS_ABOVE:
        return above.size
    size = letter_size(written, USUAL_SIZE if above.size is None else above.size)
    # No browser follows one below zero.
    return above.size if size is not None and size < 0 else size


def _shift(declared: Mapping[str, str], size: float | None) -> float:
    written = declared.get("baseline-shift", "baseline")
    if written in ("baseline", *_AS_ABOVE, "initial"):
        return 0
    usual = USUAL_SIZE if size is None else size
    if written in _SHIFTS:
        return _SHIFTS[written] * usual
    shift = length(written, usual, usual)
    return inf if shift is None else shift


def _matrix(declared: Mapping[str, str], matrix: Matrix | None) -> Matrix | None:
    for one in ("translate", "scale", "transform"):
        written = declared.get(one, "none")
        if matrix and written not in ("none", "initial"):
            inner = written if one == "transform" else f"{one}({written})"
            matrix = transformed(matrix, inner)
    return matrix
