"""The shapes near a box of a picture are found without a look at all of them."""

from __future__ import annotations

from math import inf, nan

from plugins.pictures.svg import read_svg
from plugins.pictures.svg_grid import Grid
from plugins.pictures.svg_places import Box
from tests.pictures.test_svg_unfollowed import picture, refused

FRAME = Box(0, 0, 320, 320)


def grid(*boxes: Box | None) -> Grid:
    """A grid of `boxes`."""
    made = Grid(FRAME)
    made.fill(boxes)
    return made


def test_boxes_far_away_are_left_out() -> None:
    """And those in the same cell or across it are found, in their order."""
    made = grid(Box(0, 0, 5, 5), Box(300, 300, 310, 310), Box(2, 2, 40, 40))

    assert made.near(Box(1, 1, 4, 4)) == [0, 2]
    assert made.near(Box(0, 0, 320, 320)) == [0, 1, 2]
    assert made.near(Box(100, 0, 101, 1)) == []


def test_what_lies_beyond_the_frame_is_found_at_its_edge() -> None:
    """However far away, and on which side."""
    made = grid(Box(-900, -900, -800, -800), Box(400, 10, inf, 12), Box(-inf, -5, 2, 2))

    assert made.near(Box(-1e99, -1e99, -850, 0)) == [0, 2]
    assert made.near(Box(500, 11, 600, 11)) == [1]


def test_what_may_lie_anywhere_is_always_found() -> None:
    """A box that is not known, that is no number, or that is as large as the picture."""
    made = grid(None, Box(nan, 0, nan, 9), Box(0, 0, 320, 320))

    assert made.near(Box(100, 0, 101, 1)) == [0, 1, 2]


def test_a_cover_is_found_among_more_shapes_than_could_be_looked_through() -> None:
    """A thousand shapes with their labels, of which one of the last covers one of the first."""
    rows = [
        f'<path d="M{at % 25 * 12} {at // 25 * 5}h2v1z"/><text x="{at % 25 * 12}" y="{at // 25 * 5 + 4}" font-size="3">{at}</text>'
        for at in range(1000)
    ]
    cover = '<rect x="285" y="190" width="12" height="12" fill="#fff"/>'

    assert read_svg(picture("".join(rows))).form == "SVG"
    assert refused("".join(rows) + cover) == ("svg-chu-an", 2)
