"""The editors' handbook says what the program says."""

from __future__ import annotations

import re

import pytest

from plugins.codes.handbook import END, HANDBOOK, START, handbook_table, with_table
from plugins.codes.table import CODES

CELL_END = re.compile(r"(?<!\\)\|")


def test_the_handbook_holds_the_present_table() -> None:
    """The committed handbook has exactly the generated table between its markers."""
    text = HANDBOOK.read_text(encoding="utf-8")
    inside = text.partition(f"{START}\n")[2].partition(END)[0]

    assert inside == handbook_table(), "refresh it: python -m plugins.codes.handbook"


def test_every_code_has_a_row_of_four_cells() -> None:
    """Each code stands in one row, and no sign in its sentences breaks the table."""
    rows = [CELL_END.split(line)[1:-1] for line in handbook_table().splitlines()[2:]]

    assert {len(row) for row in rows} == {4}
    assert [row[0].split("`")[1] for row in rows] == list(CODES)


def test_values_are_shown_as_ellipses_and_braces_as_braces() -> None:
    """A reader sees where a value stands, and code as it is to be typed."""
    table = handbook_table()

    assert '"…" không phải là ngày.' in table
    assert "ghi {unknown: true}" in table
    assert "{value}" not in table


def test_refreshing_replaces_what_stands_between_the_markers() -> None:
    """Text around the markers is kept, an outdated table is not."""
    refreshed = with_table(f"before\n{START}\n| old |\n{END}\nafter\n")

    assert refreshed == f"before\n{START}\n{handbook_table()}{END}\nafter\n"


def test_a_handbook_without_markers_is_refused() -> None:
    """A lost marker is an error and not a table that is silently left out."""
    with pytest.raises(ValueError, match="once"):
        with_table("no markers here\n")
