"""Plain colours."""

from __future__ import annotations

import pytest

from plugins.pictures.svg_colours import are_alike, colour_of


@pytest.mark.parametrize(
    ("written", "colour"),
    [
        ("white", (255, 255, 255)),
        ("#0fa", (0, 255, 170)),
        ("#00ffaa", (0, 255, 170)),
        ("rgb(1, 2, 3)", (1, 2, 3)),
        ("rgb(1 2 3)", (1, 2, 3)),
        ("#00ffaa80", None),
        ("snow", (255, 250, 250)),
        ("hsl(120deg 100% 50%)", (0, 255, 0)),
        ("hsl(0, 0%, 100%)", (255, 255, 255)),
        ("rgb(100%, 0%, 100%)", (255, 0, 255)),
        ("rgba(1, 2, 3, 1)", (1, 2, 3)),
        ("rgba(1, 2, 3, .5)", None),
        ("#12345", None),
        ("url(#a)", None),
        ("", None),
    ],
)
def test_a_colour_is_read(written: str, colour: tuple[int, ...] | None) -> None:
    """Where it is a plain one."""
    assert colour_of(written) == colour


def test_colours_that_nobody_tells_apart_are_alike() -> None:
    """One that is not known is like none."""
    assert are_alike((255, 255, 255), (250, 250, 250))
    assert not are_alike((255, 255, 255), (240, 255, 255))
    assert not are_alike(None, None)
