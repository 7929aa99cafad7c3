"""Whether what is written in an SVG picture is seen by those who look at it.

Where that cannot be told, such as with style sheets that select by more than a name, it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct, field, structs

from plugins.pictures.picture import PictureError
from plugins.pictures.svg_clips import Clips, Cuts
from plugins.pictures.svg_colours import colour_of, is_faint
from plugins.pictures.svg_grounds import Grounds, Shape
from plugins.pictures.svg_lengths import USUAL_SIZE, length
from plugins.pictures.svg_outlines import Outline
from plugins.pictures.svg_paints import ANY, STOPPED, paints_of
from plugins.pictures.svg_pen import WRITTEN, Pen
from plugins.pictures.svg_places import Box, View, view_of
from plugins.pictures.svg_scene import Element, Scene, Words
from plugins.pictures.svg_shapes import SHAPES, SIDES, Figure
from plugins.pictures.svg_sheets import Sheets
from plugins.pictures.svg_spacing import Fitted, pressed
from plugins.pictures.svg_states import FOLLOWED, State, inner_state
from plugins.pictures.svg_stores import PAINTED, STORES, StoredText, Stores
from plugins.pictures.svg_texts import Text, check_texts, least, tiny
from plugins.pictures.svg_tracks import Track, track_of
from plugins.pictures.svg_unfollowed import UNFOLLOWED, check_followed
from plugins.pictures.svg_uses import DRAWN, in_symbol, moved_by_use

_BACKGROUNDS: Final = ("background", "background-color", "background-image")
_MARKERS: Final = frozenset({"marker", "marker-start", "marker-mid", "marker-end"})
# Shares of what is painted, which is not known where they stand.
_OWN_UNITS: Final = frozenset(
    {"maskContentUnits", "patternContentUnits", "clipPathUnits", "viewBox"}
)
# How many a `use` may draw one by another, and how many texts are drawn in all.
_DEEPEST: Final = 60
_MOST_DRAWN: Final = 10_000
# What leaves something of what it cuts; a line has no area.
_LEAVING: Final = (SHAPES | WRITTEN) - {"line"}


def check_seen(scene: Scene) -> None:
    """Refuse a picture with text that nobody sees."""
    sheets = Sheets({*FOLLOWED, *UNFOLLOWED, *SIDES, *_BACKGROUNDS, *_MARKERS, *STOPPED})
    if not any(isinstance(one, Words) for one in scene.events):
        return
    _check_links(scene)
    for sheet, line in scene.sheets:
        sheets.read(sheet, line)
    spans = scene.spans()
    root = State(paints=paints_of(scene, spans, sheets))
    sight = _Sight(scene, sheets, spans, _stores(scene, spans), [root])
    sight.stores.draw(scene.sheet_links)
    sight.follow(0, len(scene.events))
    sight.check()


def _check_links(scene: Scene) -> None:
    """Refuse a reference to what differs in capitals alone: browsers follow none such."""
    small = {one.lower() for one in scene.ids}
    links = [
        (one, event.line)
        for event in scene.events
        if isinstance(event, Element)
        for one in event.links
    ]
    links += [(one, scene.sheets[0][1]) for one in scene.sheet_links]
    for link, line in links:
        if link not in scene.ids and link.lower() in small:
            raise PictureError("svg-chu-an", line, value=f"#{link}")


def _stores(scene: Scene, spans: Mapping[str, tuple[int, int]]) -> Stores:
    elements = ((own, scene.events[start]) for own, (start, _) in spans.items())
    kinds = {own: one.name for own, one in elements if isinstance(one, Element)}
    return Stores(kinds, has_markers="marker" in kinds.values())


class _Sight(Struct):
    """Follows what is painted."""

    scene: Scene
    sheets: Sheets
    spans: Mapping[str, tuple[int, int]]
    stores: Stores
    open: list[State]
    view: View | None = None
    clips: Clips = field(default_factory=Clips)
    # What draws what is stored, and what cuts it there.
    uses: list[tuple[Sequence[str], Cuts]] = field(default_factory=list)
    pen: Pen = field(default_factory=Pen)
    above: list[Element] = field(default_factory=list)
    # What each open element says of the length of its letters.
    fitted: list[Fitted | None] = field(default_factory=lambda: [None])
    # The paths that texts refer to, by their ids; None where nobody can tell where one lies.
    tracks: dict[str, Track | None] = field(default_factory=dict)
    texts: list[Text] = field(default_factory=list)
    # How many a `use` draws by another.
    depth: int = 0
    grounds: Grounds = field(default_factory=lambda: Grounds(Clips()))

    def __post_init__(self) -> None:
        self.grounds = Grounds(self.clips)

    def follow(self, start: int, end: int, use: Mapping[str, str] | None = None) -> None:
        """See a part of the picture once, which a `use` may draw that says so much."""
        for place in range(start, end):
            event = self.scene.events[place]
            if event is None:
                self.open.pop()
                self.above.pop()
                self.fitted.pop()
            elif isinstance(event, Words):
                self._read(place, event)
            else:
                self._start(event, use if place == start else None)

    def check(self) -> None:
        """Refuse the first text that nobody sees."""
        check_texts(self.texts, self.clips, self.grounds)
        for links, cuts in self.uses:
            if not self.clips.hiding(cuts, None, 0):
                self.stores.draw(links)
        stored = self.stores.unseen({one.place for one in self.texts})
        if stored:
            special = {} if stored.why else {"special": "stored"}
            raise PictureError(
                "svg-chu-an", stored.line, value=stored.why or stored.store, **special
            )

    def _start(self, element: Element, use: Mapping[str, str] | None) -> None:
        name, attributes, state = element.name, element.attributes, self.open[-1]
        # Browsers differ in what they take to stand around what a `use` draws.
        declared = self.sheets.of(element, None if self.depth else self.above)
        check_followed(declared, element.line)
        self.above.append(element)
        if len(self.open) == 1:
            self._begin(attributes, declared)
        state = self._inner(element, declared, use)
        self.open.append(state)
        self.fitted.append(self.fitted[-1])
        if element.links and state.store:
            self.stores.refer(state.ids, name, element.links)
        elif element.links and name != "use" and not state.hidden:
            self.uses.append((element.links, state.cuts))
        if name == "clipPath":
            self.clips.open(attributes, state.cuts)
        if name in WRITTEN and self.view:
            self._begin_letters(element, state, self.view)
        elif name == "use" and not (state.store or state.hidden):
            self._draw(element, declared, state)
        elif name in SHAPES and not state.store:
            self._paint(element, declared, state)
        if state.clip is not None and name in _LEAVING and declared.get("display") != "none":
            self._cut_out(element, declared, state)

    def _inner(
        self, element: Element, declared: Mapping[str, str], use: Mapping[str, str] | None
    ) -> State:
        name, attributes, state = element.name, element.attributes, self.open[-1]
        own_id = attributes.get("id", "")
        is_drawn = use is not None and name == "symbol"
        if declared or name in STORES or (state.store and own_id):
            kind = "g" if is_drawn else name
            state = inner_state(kind, own_id, declared, state)
        if attributes.keys() & _OWN_UNITS and name in PAINTED:
            state = structs.replace(state, matrix=None)
        if is_drawn and use is not None and self.view:
            state, self.view = in_symbol(attributes, use, state, self.view)
        return state

    def _begin_letters(self, element: Element, state: State, view: View) -> None:
        """A text begins, or a part of one."""
        self.pen.move(element.name, element.attributes, state, view)
        if element.name == "textPath":
            self._set_on_path(element, view)
        if "textLength" in element.attributes:
            self.fitted[-1] = Fitted(element.attributes["textLength"], self.pen.seen)

    def _set_on_path(self, element: Element, view: View) -> None:
        """Set what follows on the path that a textPath refers to."""
        link = element.links[0] if element.links else ""
        if link not in self.tracks:
            path = self.scene.events[self.spans[link][0]] if link in self.spans else None
            figure = Figure("path", {}, {}, view)
            if isinstance(path, Element) and path.name == "path":
                figure = Figure("path", path.attributes, self.sheets.of(path, None), view)
            self.tracks[link] = track_of(figure)
        track = self.tracks[link]
        if track is not None and track.length == 0:
            self.open[-1] = structs.replace(self.open[-1], hidden=f"href:#{link}")
            track = None
        self.pen.track = track and track.begun(element.attributes.get("startOffset", "0"))
        self.pen.begun = self.pen.seen

    def _draw(self, element: Element, declared: Mapping[str, str], state: State) -> None:
        """Follow what a `use` refers to where it is drawn."""
        start, end = self.spans.get(element.links[0], (0, 0)) if element.links else (0, 0)
        target = self.scene.events[start]
        if not isinstance(target, Element) or target.name not in DRAWN:
            return
        if self.depth >= _DEEPEST:
            raise PictureError("svg-qua-nang", element.line)
        pen, view = self.pen, self.view
        self.pen, self.depth = Pen(), self.depth + 1
        self.open.append(moved_by_use(declared, state, view))
        self.follow(start, end, declared)
        self.open.pop()
        self.pen, self.view, self.depth = pen, view, self.depth - 1

    def _begin(self, attributes: Mapping[str, str], declared: Mapping[str, str]) -> None:
        self.view = view_of(attributes, *self.scene.size)
        self.grounds.frame = self.view.box if self.view else None
        for one in _BACKGROUNDS:
            if declared.get(one, "none") not in ("none", "transparent"):
                self.grounds.page = (colour_of(declared[one]),)

    def _paint(self, element: Element, declared: Mapping[str, str], state: State) -> None:
        """Let a shape lie under what follows."""
        if state.hidden or _is_invisible(state):
            return
        is_line, is_marked = element.name == "line", self._is_marked(declared)
        tints = set(state.tints("stroke") if is_line else state.tints("fill", "stroke"))
        if not (tints or is_marked):
            return
        fill, stroke = 0 if is_line else state.solidity("fill"), state.solidity("stroke")
        is_plain = len(tints) == 1 and is_faint(1 - max(fill, stroke))
        shape = Shape(
            outline=self._outline(element, declared, state),
            tint=tints.pop() if is_plain and not is_marked else ANY,
            fill=fill,
            stroke=stroke,
            cuts=state.cuts,
            is_marked=is_marked,
        )
        self.grounds.add(shape)

    def _is_marked(self, declared: Mapping[str, str]) -> bool:
        """Whether markers of the picture are painted upon a shape."""
        return self.stores.has_markers and any(
            declared.get(one, "none") != "none" for one in _MARKERS
        )

    def _cut_out(self, element: Element, declared: Mapping[str, str], state: State) -> None:
        """Let a shape of a clipPath leave what lies in it."""
        if state.clip is None or self.view is None or _is_invisible(state):
            return
        box = Figure(element.name, element.attributes, declared, self.view).box()
        self.clips.add(state.clip, box, state.matrix if state.is_placed else None)

    def _outline(
        self, element: Element, declared: Mapping[str, str], state: State
    ) -> Outline | None:
        """What a shape paints; None where it cannot be told."""
        if not (self.view and state.matrix and state.is_placed):
            return None
        reach: float | None = 0
        if state.paint("stroke") != "none":
            width = length(state.values["stroke-width"], state.size, self.view.width)
            reach = None if width is None else width / 2
        if reach is None:
            return None
        is_even = state.values["fill-rule"] == "evenodd"
        figure = Figure(element.name, element.attributes, declared, self.view)
        return Outline(figure, state.matrix, reach, is_even)

    def _read(self, place: int, words: Words) -> None:
        state = self.open[-1]
        letters = len("".join(words.text.split()))
        self.pen.write(words.letters, letters)
        fitted = self.fitted[-1]
        self.pen.room = fitted.room(state, self.view) if fitted and self.view else 0
        why = state.unpainted()
        if state.store:
            why = why or (tiny(state, self.view) if state.store in PAINTED else "")
            stored = StoredText(place, words.line, state.store, state.ids, why)
            self.stores.texts.append(stored)
            return
        if len(self.texts) >= _MOST_DRAWN:
            raise PictureError("svg-qua-nang", words.line)
        box = None
        if self.view and not why:
            why = tiny(state, self.view) or self._away(state, self.view)
            why = why or ("textPath" if self.pen.is_off_track(state, letters) else "")
            why = why or pressed(state, fitted, self.pen.seen, self.view)
            box = None if why else self._seen_box(state, self.view.box)
        self.texts.append(
            Text(
                place=place,
                line=words.line,
                words=words.text,
                letters=state.letters(),
                fill=state.paint("fill"),
                box=box,
                below=len(self.grounds.shapes),
                points=[] if why else self.pen.points(state, letters),
                why=why,
                cuts=state.cuts,
                least=least(state, self.view) if box else 0,
            )
        )

    def _away(self, state: State, view: View) -> str:
        around, box = self.pen.around(), self.pen.box(state, view.height)
        if around is None or box is None or box.meets(view.box):
            return ""
        return f"x:{around.left:g} y:{around.top:g}"

    def _seen_box(self, state: State, view: Box) -> Box | None:
        box = self.pen.box(state, USUAL_SIZE)
        return box.within(view) if box and box.meets(view) else None


def _is_invisible(state: State) -> bool:
    return state.values["visibility"] in ("hidden", "collapse")
