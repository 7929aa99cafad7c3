"""The shapes of drawings."""

from __future__ import annotations

import pytest

from plugins.pictures.svg_outlines import Outline
from plugins.pictures.svg_places import SAME, Box, View
from plugins.pictures.svg_shapes import Figure

VIEW = View(Box(0, 0, 300, 200), 1, 300, 200)


def figure(name: str, **said: str) -> Figure:
    """A shape that says so of itself."""
    return Figure(name, said, said, VIEW)


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        (figure("rect", x="5", width="50%", height="20"), Box(5, 0, 155, 20)),
        (figure("rect", width="1vw", height="20"), None),
        (figure("circle", cx="9", cy="9", r="4"), Box(5, 5, 13, 13)),
        (figure("ellipse", rx="4", ry="2"), Box(-4, -2, 4, 2)),
        (figure("line", x1="9", y2="5"), Box(0, 0, 9, 5)),
        (figure("line", x1="9%"), None),
        (figure("polygon", points="1 2 3,4"), Box(1, 2, 3, 4)),
        (figure("path", d="M5 5h9v9"), Box(5, 5, 14, 14)),
        (figure("use"), None),
    ],
)
def test_the_box_of_a_shape_is_known(shape: Figure, box: Box | None) -> None:
    """But where its sides depend on something else."""
    assert shape.box() == box


@pytest.mark.parametrize(
    ("shape", "held"),
    [
        (figure("rect", width="20", height="20"), (True, False)),
        (figure("rect", width="9", height="20"), (False, False)),
        (figure("circle", cx="10", cy="10", r="5"), (True, False)),
        (figure("circle", cx="14", cy="14", r="5"), (False, False)),
        (figure("polygon", points="0 0 20 0 20 20"), (True, False)),
        (figure("polyline", points="0 0 20 0 0 9"), (False, False)),
        (figure("line", x2="20", y2="20"), (False, False)),
    ],
)
def test_a_point_lies_within_a_shape_or_not(shape: Figure, held: tuple[bool, bool]) -> None:
    """That at 10.5, 10."""
    assert Outline(shape, SAME).holds(10.5 + 10j, 0) == held


def test_a_point_lies_in_the_outline_of_a_shape() -> None:
    """As far as it reaches on both sides, in the units of the shape."""
    line = figure("line", x1="5", y1="5", x2="15", y2="5")

    assert Outline(line, SAME, 2).holds(9 + 7j, 3)[1]
    assert not Outline(line, SAME, 2).holds(9 + 8j, 3)[1]
    assert Outline(line, (1, 0, 0, 2, 0, 0), 2).holds(9 + 13j, 3)[1]
    assert not Outline(line, SAME, 2).holds(19 + 5j, 3)[1]
    assert not Outline(line, SAME, 2).holds(9 + 5j, 4)[1]
