"""Whether what is written in an SVG picture stands out: by its colour, its size and its place.

Where that cannot be told, such as with style sheets that select by more than a name, it does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from msgspec import Struct, field

from plugins.pictures.svg_colours import WHITE, Colour, are_alike, colour_of
from plugins.pictures.svg_places import (
    SAME,
    Box,
    Matrix,
    View,
    enlarged,
    number,
    transformed,
    view_of,
)

_PLACED: Final = frozenset({"text", "tspan", "textPath"})
_STORES: Final = frozenset({"defs", "symbol", "clipPath", "mask", "pattern", "marker"})
_PAINTED: Final = frozenset("path rect circle ellipse line polyline polygon use".split())
_INHERITED: Final = ("fill", "stroke", "color", "font-size", "text-anchor")
_INVISIBLE: Final = frozenset({"none", "transparent"})
# What moves letters, or lets something shine through, in ways that are not followed here.
_STRANGE: Final = frozenset(
    """
    opacity fill-opacity clip-path mask mix-blend-mode display visibility
    transform-origin writing-mode direction letter-spacing word-spacing textLength dx dy
    """.split()
)
_GROUNDS: Final = frozenset({"background", "background-color", "background-image"})
_FOLLOWED: Final = frozenset({*_INHERITED, *_STRANGE, *_GROUNDS, "font", "transform"})
_SELECTOR = re.compile(r"[.#]?[A-Za-z_][\w-]*\Z")
_LEAST_PIXELS: Final = 1
# Of the size of a letter: more than any is wide, and than its marks are high.
_REACH: Final = 1.5


class _State(Struct, frozen=True):
    """What an open element hands down to those in it; `matrix` is None where it cannot be told.

    What is in a `store` is painted only where one of its `ids` is used.
    """

    values: Mapping[str, str]
    matrix: Matrix | None = SAME
    place: tuple[float, float] | None = (0, 0)
    is_plain: bool = True
    store: str = ""
    ids: frozenset[str] = frozenset()


class Sight(Struct):
    """Follows what is painted; `ground` is the colour that lies under a text, None where any may."""

    view: View | None = None
    ground: Colour | None = WHITE
    open: list[_State] = field(default_factory=lambda: [_State({"fill": "black"})])
    rules: dict[str, dict[str, str]] = field(default_factory=dict)
    is_certain: bool = True
    letters: int = 0
    # The line of the first text that nobody sees, and why; and of those in stores.
    unseen: tuple[int, str] = (0, "")
    stored: list[tuple[int, str, frozenset[str]]] = field(default_factory=list)

    def begin(self, attributes: Mapping[str, str], size: tuple[int, int]) -> None:
        """The root begins, of a picture of that size in pixels."""
        self.view = view_of(attributes, *size)
        style = _declarations(attributes.get("style", ""))
        if not _GROUNDS.isdisjoint(style):
            self.ground = None

    def read_sheet(self, sheet: str) -> None:
        """Follow a style sheet from now on."""
        for rule in sheet.split("}"):
            selectors, _, body = rule.partition("{")
            for selector in filter(None, map(str.strip, selectors.split(","))):
                # The root has begun before its sheet is read.
                self.is_certain &= bool(_SELECTOR.match(selector)) and selector != "svg"
                known = self.rules.setdefault(selector, dict[str, str]())
                known.update(_declarations(body))
        # It may be what makes those stand out that were read before.
        self.unseen = (0, "")

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        declared = self._declared(name, attributes)
        state = self.open[-1]
        if declared or name in _PLACED or name in _STORES or state.store:
            state = _inner(name, attributes, declared, state)
        self.open.append(state)
        if name == "text":
            self.letters = 0
        if name in _PAINTED and self.ground and not state.store:
            self._paint(name, attributes, state)

    def end(self) -> None:
        """The last element that began ends."""
        self.open.pop()

    def read(self, text: str, line: int) -> None:
        """`text` stands on `line`, in the innermost open element."""
        state = self.open[-1]
        self.letters += len(text)
        if state.store:
            self.stored.append((line, state.store, state.ids))
        elif self.is_certain and not self.unseen[1]:
            self.unseen = line, self._pale(state) or self._tiny(state) or self._away(state)

    def unused(self, used: Collection[str]) -> tuple[int, str]:
        """The line of the first stored text of which no id is `used`, and where it is stored."""
        found = ((line, store) for line, store, ids in self.stored if ids.isdisjoint(used))
        return next(found, (0, ""))

    def _declared(self, name: str, attributes: Mapping[str, str]) -> dict[str, str]:
        """The properties of an element, those of style sheets above its attributes."""
        found = {one: attributes[one].strip().lower() for one in attributes if one in _FOLLOWED}
        if self.rules:
            classes = (f".{one}" for one in attributes.get("class", "").split())
            for selector in (name, *classes, f"#{attributes.get('id', '')}"):
                found.update(self.rules.get(selector, {}))
        if style := attributes.get("style"):
            found.update(_declarations(style))
        return {one: value for one, value in found.items() if value != "inherit"}

    def _paint(self, name: str, attributes: Mapping[str, str], state: _State) -> None:
        """Let a shape lie under what follows."""
        fill = colour_of(_paint_of(state.values, "fill"))
        is_outlined = state.values.get("stroke", "none") not in _INVISIBLE
        if name == "use" or is_outlined or not (state.is_plain and self.view and state.matrix):
            self.ground = None
        elif state.values["fill"] in _INVISIBLE or are_alike(fill, self.ground):
            return
        else:
            box = _rect(attributes, self.view).moved(state.matrix)
            is_ground = name == "rect" and box.covers(self.view.box)
            self.ground = fill if is_ground else None

    def _pale(self, state: _State) -> str:
        fill, stroke = (_paint_of(state.values, one) for one in ("fill", "stroke"))
        if stroke not in _INVISIBLE and not are_alike(colour_of(stroke), self.ground):
            return ""
        is_pale = fill in _INVISIBLE or are_alike(colour_of(fill), self.ground)
        return f"fill:{fill}" if is_pale else ""

    def _tiny(self, state: _State) -> str:
        size = number(state.values.get("font-size", ""))
        if size is None or state.matrix is None or self.view is None:
            return ""
        pixels = size * enlarged(state.matrix) * self.view.scale
        return f"font-size:{size:g}" if pixels <= _LEAST_PIXELS else ""

    def _away(self, state: _State) -> str:
        if not (state.is_plain and state.place and state.matrix and self.view):
            return ""
        x, y = state.place
        view = self.view.box
        size = number(state.values.get("font-size", "")) or view.bottom - view.top
        width = self.letters * size * _REACH
        left = size if state.values.get("text-anchor", "start") == "start" else width
        box = Box(x - left, y - size * _REACH, x + width, y + size * _REACH)
        return "" if box.moved(state.matrix).meets(view) else f"x:{x:g} y:{y:g}"


def _inner(
    name: str, attributes: Mapping[str, str], declared: Mapping[str, str], above: _State
) -> _State:
    """What an element in `above` hands down that says `declared`."""
    values = dict(above.values)
    values.update((one, declared[one]) for one in _INHERITED if one in declared)
    if "font" in declared:
        # Another size stands there, among other things.
        values["font-size"] = ""
    matrix = above.matrix
    if matrix and "transform" in declared:
        matrix = transformed(matrix, declared["transform"])
    is_plain = above.is_plain and _STRANGE.isdisjoint(declared)
    store = above.store or (name if name in _STORES else "")
    ids = above.ids | {attributes.get("id", "")} if store else above.ids
    return _State(values, matrix, _place(name, attributes, above), is_plain, store, ids)


def _declarations(style: str) -> dict[str, str]:
    """What a style says of the properties that are followed here."""
    found: dict[str, str] = {}
    for one in style.split(";"):
        name, _, value = one.lower().partition(":")
        if name.strip() in _FOLLOWED:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def _paint_of(values: Mapping[str, str], name: str) -> str:
    written = values.get(name, "none")
    return values.get("color", "black") if written == "currentcolor" else written


def _place(name: str, attributes: Mapping[str, str], above: _State) -> tuple[float, float] | None:
    """Where a text begins; None where that cannot be told."""
    if name not in _PLACED:
        return above.place
    if name == "textPath" or (name == "tspan" and above.place is None):
        return None
    x, y = above.place if name == "tspan" and above.place else (0.0, 0.0)
    across = number(attributes["x"]) if "x" in attributes else x
    down = number(attributes["y"]) if "y" in attributes else y
    return None if across is None or down is None else (across, down)


def _rect(attributes: Mapping[str, str], view: View) -> Box:
    """What a rectangle covers; all that is seen where it is as wide and as high as that."""
    box = view.box
    whole = {"x": box.left, "y": box.top, "width": box.right - box.left}
    whole["height"] = box.bottom - box.top
    sides = {"x": 0.0, "y": 0.0, "width": 0.0, "height": 0.0}
    for one in sides:
        written = attributes.get(one, "")
        sides[one] = whole[one] if written == "100%" else number(written) or 0.0
    return Box(sides["x"], sides["y"], sides["x"] + sides["width"], sides["y"] + sides["height"])
