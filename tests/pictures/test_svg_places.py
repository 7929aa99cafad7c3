"""Where the parts of an SVG picture stand."""

from __future__ import annotations

import pytest

from plugins.pictures.svg_places import (
    SAME,
    Box,
    enlarged,
    inverted,
    number,
    product,
    transformed,
    view_of,
)


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        ("", (1, 2)),
        ("translate(10)", (11, 2)),
        ("translate(10,20)", (11, 22)),
        ("scale(2)", (2, 4)),
        ("scale(2 -1)", (2, -2)),
        ("rotate(90)", (-2, 1)),
        ("rotate(180 1 1)", (1, 0)),
        ("matrix(1 0 0 1 5 6)", (6, 8)),
        ("translate(10) scale(2)", (12, 4)),
        ("scale(2), translate(10)", (22, 4)),
    ],
)
def test_a_point_is_moved(written: str, moved: tuple[float, float]) -> None:
    """The first transformation that is written is done last."""
    matrix = transformed(SAME, written)
    assert matrix is not None
    box = Box(1, 2, 1, 2).moved(matrix)

    assert (box.left, box.top) == pytest.approx(moved)


@pytest.mark.parametrize("written", ["skewx(9)", "translate()", "translate(1em)", "rotate(.5turn)"])
def test_some_transformations_are_not_followed(written: str) -> None:
    """Nobody can tell then where a text stands."""
    assert transformed(SAME, written) is None


def test_a_transformation_enlarges() -> None:
    """Whatever it turns."""
    matrix = transformed(SAME, "rotate(30) scale(3)")

    assert matrix is not None
    assert enlarged(matrix) == pytest.approx(3)
    assert enlarged((0.01, 0, 0, 90, 0, 0)) == pytest.approx(0.01)
    assert enlarged((0, 0, 0, 0, 5, 5)) == 0


def test_a_transformation_is_taken_back() -> None:
    """But for one that leaves no area."""
    matrix = transformed(SAME, "translate(5 6) rotate(30) scale(3 2)")
    assert matrix is not None
    back = inverted(matrix)
    assert back is not None

    assert product(matrix, back) == pytest.approx(SAME)
    assert inverted((1, 2, 2, 4, 0, 0)) is None


@pytest.mark.parametrize(
    ("written", "value"), [("12", 12), ("-.5px", -0.5), ("1e2", 100), ("2em", None), ("5%", None)]
)
def test_a_length_in_units_of_the_picture_is_read(written: str, value: float | None) -> None:
    """Others depend on the font, or on the page."""
    assert number(written) == value


def test_the_view_is_that_of_the_view_box() -> None:
    """With what is seen beside it; one that is no box tells nothing."""
    view = view_of({"viewBox": "0 0 100 50"}, 400, 100)

    assert view is not None
    assert (view.box, view.scale) == (Box(-100, 0, 200, 50), 2)
    assert view_of({"viewBox": "0 0 0 50"}, 400, 100) is None
    assert view_of({"viewBox": "a"}, 400, 100) is None
