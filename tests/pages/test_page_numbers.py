"""Which pages of a long list are linked."""

from __future__ import annotations

import pytest

from plugins.pages.lists import page_numbers


@pytest.mark.parametrize(
    ("current", "count", "expected"),
    [
        (1, 1, []),
        (1, 2, [1, 2]),
        (2, 3, [1, 2, 3]),
        (1, 5, [1, 2, 3, 4, 5]),
        (1, 6, [1, 2, 3, 0, 6]),
        (3, 6, [1, 2, 3, 4, 5, 6]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (6, 11, [1, 0, 4, 5, 6, 7, 8, 0, 11]),
        (11, 11, [1, 0, 9, 10, 11]),
        (500, 1000, [1, 0, 498, 499, 500, 501, 502, 0, 1000]),
    ],
)
def test_the_ends_and_the_neighbours_are_linked(
    current: int, count: int, expected: list[int]
) -> None:
    """The first, the last and two on both sides; 0 stands for two or more left out."""
    assert page_numbers(current, count) == expected


def test_no_gap_hides_a_single_page() -> None:
    """Where one page would be left out it is shown instead of a gap."""
    for count in range(2, 30):
        for current in range(1, count + 1):
            shown = page_numbers(current, count)
            gaps = [
                (shown[place - 1], shown[place + 1])
                for place, number in enumerate(shown)
                if number == 0
            ]

            assert current in shown
            assert all(after - before > 2 for before, after in gaps)
