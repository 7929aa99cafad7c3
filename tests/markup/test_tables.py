"""Where the cells of a row are parted."""

from __future__ import annotations

import pytest

from plugins.markup.reader import Extensions, reader


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("1 | 2", ["1", "2"]),
        ("`1 | 2` | 3", ["<code>1 | 2</code>", "3"]),
        ("1 \\| 2 | 3", ["1 | 2", "3"]),
        ("1", ["1", ""]),
        ("1 | 2 | 3", ["1", "2"]),
    ],
)
def test_bars_part_cells_outside_code(row: str, cells: list[str]) -> None:
    """Nor does an escaped one; a row has as many cells as the head."""
    html = reader(Extensions.of("vi")).convert(f"a | b\n--|--\n{row}")

    assert [part.partition("</td>")[0] for part in html.split("<td>")[1:]] == cells
