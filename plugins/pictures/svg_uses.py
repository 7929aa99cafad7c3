"""Where an SVG picture draws what a `use` refers to."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Final

from msgspec import structs

from plugins.pictures.svg_lengths import length
from plugins.pictures.svg_places import Box, Matrix, View, number, product
from plugins.pictures.svg_shapes import SHAPES
from plugins.pictures.svg_states import State

# Browsers draw nothing else that a `use` refers to.
DRAWN: Final = SHAPES | {"g", "symbol", "text"}
_NOWHERE: Final = Box(inf, inf, inf, inf)
_SHARES: Final[Mapping[str, float]] = {"min": 0, "mid": 0.5, "max": 1}
_PLACING: Final = frozenset({"x", "y", "refX", "refY"})


def moved_by_use(declared: Mapping[str, str], state: State, view: View | None) -> State:
    """What a `use` that says `declared` hands down to what it draws."""
    across, down = (view.width, view.height) if view else (None, None)
    x = length(declared.get("x", "0"), state.size, across)
    y = length(declared.get("y", "0"), state.size, down)
    if x is None or y is None:
        return structs.replace(state, is_placed=False)
    return structs.replace(state, matrix=_within(state.matrix, (1, 0, 0, 1, x, y)))


def in_symbol(
    symbol: Mapping[str, str], use: Mapping[str, str], state: State, view: View
) -> tuple[State, View]:
    """What a symbol hands down that a `use` draws, and what is seen of it."""
    width, height = (
        length(_side(one, use, symbol), state.size, whole)
        for one, whole in (("width", view.width), ("height", view.height))
    )
    if width is None or height is None:
        return structs.replace(state, matrix=None), view
    seen, is_placed = view.box, state.is_placed and _PLACING.isdisjoint(symbol)
    if symbol.get("overflow", "hidden") != "visible" and state.matrix and is_placed:
        frame = Box(0, 0, width, height).moved(state.matrix)
        seen = frame.within(seen) if frame.meets(seen) else _NOWHERE
    view_box = symbol.get("viewBox", "").replace(",", " ").split()
    sides = [number(one) for one in view_box]
    box = [side for side in sides if side is not None]
    if len(box) != 4 or min(box[2:]) <= 0:
        return state, View(seen, view.scale, width, height)
    fitted = _fitted(box, width, height, symbol.get("preserveAspectRatio", ""))
    matrix = _within(state.matrix, fitted)
    inner = structs.replace(state, matrix=matrix, is_placed=is_placed)
    return inner, View(seen, view.scale, *box[2:])


def _side(name: str, use: Mapping[str, str], symbol: Mapping[str, str]) -> str:
    for one in (use, symbol):
        if one.get(name, "auto") != "auto":
            return one[name]
    return "100%"


def _fitted(box: list[float], width: float, height: float, aspect: str) -> Matrix:
    """How a view box is put into a frame."""
    left, top, across, down = box
    align = aspect.lower() or "xmidymid"
    by_x, by_y = width / across, height / down
    if not align.startswith("none"):
        by_x = by_y = max(by_x, by_y) if "slice" in align else min(by_x, by_y)
    share_x, share_y = _SHARES.get(align[1:4], 0.5), _SHARES.get(align[5:8], 0.5)
    x = share_x * (width - across * by_x) - left * by_x
    y = share_y * (height - down * by_y) - top * by_y
    return (by_x, 0, 0, by_y, x, y)


def _within(matrix: Matrix | None, inner: Matrix) -> Matrix | None:
    return matrix and product(matrix, inner)
