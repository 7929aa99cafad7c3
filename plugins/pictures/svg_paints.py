"""What the gradients and patterns of an SVG picture look like where they are painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from msgspec import Struct

from plugins.pictures.svg_colours import Colour, alpha_of, is_clear, is_faint, tint_of
from plugins.pictures.svg_lengths import share
from plugins.pictures.svg_places import SAME, inverted, transformed
from plugins.pictures.svg_scene import Element, Scene
from plugins.pictures.svg_shapes import SHAPES
from plugins.pictures.svg_sheets import Sheets

STOPPED: Final = frozenset({"stop-color", "stop-opacity"})
_SERVERS: Final = frozenset({"linearGradient", "radialGradient", "pattern"})
# Of more colours nobody can tell which lies where.
_MOST_STOPS: Final = 32
_REMEMBERED: Final = 256

# All colours that stand beside one another where something is painted; None is any.
Tint: TypeAlias = tuple[Colour | None, ...]
ANY: Final[Tint] = (None,)


class Paint(Struct, frozen=True):
    """What is painted with it: letters, none where these may be hidden, and a ground, if any.

    It is `solid` as far as nothing is seen through it.
    """

    letters: Tint = ()
    ground: Tint = ()
    solid: float = 0


@lru_cache(_REMEMBERED)
def plain_paint(written: str) -> Paint:
    """A plain colour in small letters."""
    if is_clear(written):
        return Paint()
    tint = (tint_of(written),)
    return Paint(tint, tint, alpha_of(written))


def paints_of(
    scene: Scene, spans: Mapping[str, tuple[int, int]], sheets: Sheets
) -> dict[str, Paint]:
    """The gradients and patterns of a picture by their ids in small letters.

    Where two differ in nothing else nobody can tell which of them is meant.
    """
    found: dict[str, Paint] = {}
    for own_id, (start, _) in spans.items():
        server = scene.events[start]
        if not isinstance(server, Element) or server.name not in _SERVERS:
            continue
        if server.name == "pattern":
            paint = Paint(ground=ANY, solid=float(_is_filled(scene.within(own_id, spans), sheets)))
        else:
            paint = _gradient(server, _stops(scene, spans, own_id, sheets))
        small = own_id.lower()
        found[small] = Paint(ground=ANY, solid=paint.solid) if small in found else paint
    return found


def _stops(
    scene: Scene, spans: Mapping[str, tuple[int, int]], own_id: str, sheets: Sheets
) -> list[Paint]:
    """The stops of a gradient, or those of the one that it refers to."""
    reached = set[str]()
    while own_id in spans and own_id not in reached:
        reached.add(own_id)
        elements = scene.within(own_id, spans)
        stops = [_stop(sheets.of(one, None)) for one in elements if one.name == "stop"]
        if stops or not elements[0].links:
            return stops
        own_id = elements[0].links[0]
    return []


def _stop(declared: Mapping[str, str]) -> Paint:
    paint = plain_paint(declared.get("stop-color", "black"))
    opacity = share(declared.get("stop-opacity", "1"))
    if opacity is None:
        return Paint(ground=ANY)
    if is_faint(opacity):
        return Paint()
    return Paint(paint.letters, paint.ground, paint.solid * min(opacity, 1))


def _gradient(element: Element, stops: Sequence[Paint]) -> Paint:
    """Letters are taken to stand where they are seen least."""
    if not any(one.ground for one in stops):
        return Paint()
    tints = {one.ground for one in stops}
    is_even = () not in tints and ANY not in tints and len(tints) <= _MOST_STOPS
    if not is_even:
        return Paint(ground=ANY)
    tint = tuple(colour for one in tints for colour in one)
    solid = min(one.solid for one in stops)
    matrix = transformed(SAME, element.attributes.get("gradientTransform", ""))
    is_spread = matrix is not None and inverted(matrix) is not None
    return Paint(tint if is_spread else (), tint, solid)


def _is_filled(elements: Sequence[Element], sheets: Sheets) -> bool:
    """Whether a pattern holds an area that is painted."""
    declared = [sheets.of(one, None) for one in elements]
    usual = "none" if any(one.get("fill") == "none" for one in declared) else "black"
    return any(
        not is_clear(said.get("fill", usual))
        for element, said in zip(elements, declared, strict=True)
        if element.name in SHAPES and element.name != "line"
    )
