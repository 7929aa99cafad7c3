"""The lines of paths."""

from __future__ import annotations

import time

import pytest

from plugins.pictures.svg_paths import box_of, path_lines
from plugins.pictures.svg_places import Box


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("", []),
        ("none", []),
        ("L9 9", []),
        ("M1 2", [[1 + 2j]]),
        ("M0,0 3,4-5,6", [[0, 3 + 4j, -5 + 6j]]),
        ("m1 1 2 2z", [[1 + 1j, 3 + 3j, 1 + 1j]]),
        ("M1.5.5H9V2h-1v-1", [[1.5 + 0.5j, 9 + 0.5j, 9 + 2j, 8 + 2j, 8 + 1j]]),
        ("M0 0h5m1 1h5", [[0, 5], [6 + 1j, 11 + 1j]]),
        ("M0 0h5L9h9", [[0, 5]]),
        ("M0 0h5xh9", [[0, 5]]),
        ("M0 0h1e400", [[0]]),
        ("M0 0A0 5 0 1150 0", [[0, 50]]),
        ("M5 5A5 5 0 1 1 5 5", [[5 + 5j, 5 + 5j]]),
    ],
)
def test_straight_lines_are_those_that_are_written(
    written: str, lines: list[list[complex]]
) -> None:
    """Up to the first fault."""
    assert path_lines(written) == lines


@pytest.mark.parametrize(
    ("written", "box"),
    [
        ("M0 0C0 40 30 40 30 0", Box(0, 0, 30, 30)),
        ("M0 0c0 40 30 40 30 0s30-40 30 0", Box(0, -30, 60, 30)),
        ("M0 0q15 60 30 0t30 0", Box(0, -30, 60, 30)),
        ("M0 0s0 0 9 9", Box(0, 0, 9, 9)),
        ("M10 0a10 10 0 0 1 20 0a10 10 0 0 1-20 0", Box(10, -10, 30, 10)),
        ("M10 0a10 10 0 0 0 20 0", Box(10, 0, 30, 10)),
        ("M0 0A10 20 90 0 1 40 0", Box(0, -10, 40, 0)),
        ("M0 0a1 1 0 0 1 20 0", Box(0, -10, 20, 0)),
        ("M0 10A10 10 0 1 1 10 20", Box(0, 0, 20, 20)),
        ("M0 10A10 10 0 0 1 10 0", Box(0, 0, 10, 10)),
    ],
)
def test_curves_reach_as_far_as_they_are_drawn(written: str, box: Box) -> None:
    """Smooth ones go on as the last of their kind, arcs take the side that their flags name."""
    found = box_of(path_lines(written))

    assert [found.left, found.top, found.right, found.bottom] == pytest.approx(
        [box.left, box.top, box.right, box.bottom], abs=0.5
    )


@pytest.mark.parametrize("step", ["c1 1 1 1 1 1", "9", " ,", "a1 1 0 0 1 1 1", "1e99 "])
def test_a_long_path_takes_no_long_time(step: str) -> None:
    """Whatever it is made of."""
    started = time.process_time()
    path_lines("M0 0c" + step * (400_000 // len(step)))

    assert time.process_time() - started < 1.5
