"""The texts that an SVG picture paints, and whether somebody sees each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from plugins.pictures.picture import PictureError
from plugins.pictures.svg_clips import Clips, Cuts
from plugins.pictures.svg_grounds import Grounds
from plugins.pictures.svg_lengths import USUAL_SIZE
from plugins.pictures.svg_paints import Tint
from plugins.pictures.svg_places import Box, View, enlarged
from plugins.pictures.svg_states import State

_LEAST_PIXELS: Final = 1


class Text(Struct, frozen=True):
    """Letters at a `place` of the picture that are painted; `below` are so many shapes."""

    place: int
    line: int
    words: str
    letters: tuple[Tint, ...]
    fill: str
    box: Box | None
    below: int
    # Some that lie upon the letters.
    points: Sequence[complex]
    # What hides them, whatever else is painted.
    why: str
    cuts: Cuts = ()
    # How much of them is seen by somebody, across and down.
    least: float = 0


def check_texts(texts: Sequence[Text], clips: Clips, grounds: Grounds) -> None:
    """Refuse the first text that nobody sees."""
    reasons = [one.why or _cut(one, clips) or _pale(one, grounds) for one in texts]
    seen = [one for one, why in zip(texts, reasons, strict=True) if not why]
    shown, places = {one.words for one in seen}, {one.place for one in seen}
    for one, why in zip(texts, reasons, strict=True):
        # The halo of a label repeats its words.
        is_halo = not one.why and one.words in shown
        if why and one.place not in places and not is_halo:
            raise PictureError("svg-chu-an", one.line, value=why)


def tiny(state: State, view: View | None) -> str:
    """What makes letters as small as a pixel, or nothing."""
    if state.matrix is None or view is None:
        return ""
    times = enlarged(state.matrix)
    # Where nobody can tell, they are taken to be as large as any.
    unknown = view.height if state.is_sized else USUAL_SIZE
    size = unknown if state.size is None else state.size
    if size * times * view.scale > _LEAST_PIXELS:
        return ""
    return f"scale:{times:g}" if times * USUAL_SIZE <= _LEAST_PIXELS else f"font-size:{size:g}"


def least(state: State, view: View | None) -> float:
    """How much of letters must be seen: half of one, and more than a pixel."""
    if view is None or state.matrix is None:
        return 0
    half = (state.size or 0) * enlarged(state.matrix) / 2
    return max(half, _LEAST_PIXELS / view.scale)


def _cut(text: Text, clips: Clips) -> str:
    clip = clips.hiding(text.cuts, text.box, text.least) if text.cuts else ""
    return f"clip-path:url(#{clip})" if clip else ""


def _pale(text: Text, grounds: Grounds) -> str:
    if not grounds.shows(text.letters, text.box, text.points, text.below):
        return f"fill:{text.fill}"
    return grounds.hiding(text.points, text.below)
