"""The editors' handbook says what the program says, in both languages."""

from __future__ import annotations

import re

import html5lib
import pytest
from markdown import Markdown

from plugins.codes.handbook import END, HANDBOOKS, START, Handbook, handbook_table, with_table
from plugins.codes.table import CODES

CELL_END = re.compile(r"(?<!\\)\|")

in_both = pytest.mark.parametrize("handbook", HANDBOOKS.values(), ids=HANDBOOKS)


def cells(handbook: Handbook) -> list[list[str]]:
    """The cells of each row as a browser shows them, without the head."""
    page = Markdown(extensions=["tables"]).convert(handbook_table(handbook))
    rows = html5lib.parse(page, namespaceHTMLElements=False).findall(".//tbody/tr")
    # Other readers of Markdown take the backslash before a bar out of code too.
    return [["".join(cell.itertext()).replace("\\|", "|") for cell in row] for row in rows]


@in_both
def test_the_handbook_holds_the_present_table(handbook: Handbook) -> None:
    """The committed handbook has exactly the generated table between its markers."""
    text = handbook.path.read_text(encoding="utf-8")
    inside = text.partition(f"{START}\n")[2].partition(END)[0]

    assert inside == handbook_table(handbook), "refresh it: python -m plugins.codes.handbook"


@in_both
def test_every_code_has_a_row_of_four_cells(handbook: Handbook) -> None:
    """Each code stands in one row, and no sign in its sentences breaks the table."""
    rows = [CELL_END.split(line)[1:-1] for line in handbook_table(handbook).splitlines()[2:]]

    assert {len(row) for row in rows} == {4}
    assert [row[0].split("`")[1] for row in rows] == list(CODES)


@in_both
def test_readers_see_what_the_table_says(handbook: Handbook) -> None:
    """Each row shows the code, what is wrong, the example as it is written, and the cure."""
    for row, code in zip(cells(handbook), CODES.values(), strict=True):
        text = code.text(handbook.language)
        warning = f" ({handbook.warning})" if code.severity == "warning" else ""
        sentences = [
            re.sub(r"\{\w+\}", "…", sentence.replace("{{", "\ue000").replace("}}", "\ue001"))
            .replace("\ue000", "{")
            .replace("\ue001", "}")
            for sentence in (text.message, text.fix)
        ]

        assert row == [code.name + warning, sentences[0], code.example, sentences[1]]


def test_values_are_shown_as_ellipses_and_braces_as_braces() -> None:
    """A reader sees where a value stands, and code as it is to be typed."""
    table = handbook_table(HANDBOOKS["vi"])

    assert '"…" không phải là ngày.' in table
    assert "ghi {unknown: true}" in table
    assert "{value}" not in table


def test_refreshing_replaces_what_stands_between_the_markers() -> None:
    """Text around the markers is kept, an outdated table is not."""
    english = HANDBOOKS["en"]
    refreshed = with_table(f"before\n{START}\n| old |\n{END}\nafter\n", english)

    assert refreshed == f"before\n{START}\n{handbook_table(english)}{END}\nafter\n"


def test_a_handbook_without_markers_is_refused() -> None:
    """A lost marker is an error and not a table that is silently left out."""
    with pytest.raises(ValueError, match="once"):
        with_table("no markers here\n", HANDBOOKS["vi"])
