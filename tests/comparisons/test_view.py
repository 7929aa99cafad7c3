"""What a table shows in each language."""

from __future__ import annotations

import time
from typing import Any

import pytest

from plugins.comparisons.view import CellView, Label, TableView, table_view
from plugins.languages.language import Lang


def view(reading: Any, lang: Lang, prefix: str = "_t1") -> TableView:
    """The table of a reading without fault, links shown as what was written."""
    return table_view(reading.comparison, lang, prefix, lambda slot: f"[{slot.raw}]")


def first_cell(reading: Any, lang: Lang) -> CellView:
    """The first cell of the first row."""
    return view(reading, lang).rows[0].cells[0]


@pytest.mark.parametrize(
    ("values", "vi", "en"),
    [
        ("number: 1350000000", "1.350.000.000", "1,350,000,000"),
        ("number: 1.35", "1,35", "1.35"),
        ('number: "1.50"', "1,50", "1.50"),
        ("number: -3", "-3", "-3"),
        ("number: 0", "0", "0"),
        ("percent: 80", "80%", "80%"),
        ("percent: 12.5", "12,5%", "12.5%"),
        ("date: 2021-06-15", "15/06/2021", "15 June 2021"),
        ("year: 2022", "2022", "2022"),
        ("number: 1.35, percent: 80, year: 2022", "1,35; 80%; 2022", "1.35; 80%; 2022"),
    ],
)
def test_figures_are_written_as_readers_of_the_language_do(
    values: str, vi: str, en: str, read_cell: Any
) -> None:
    """Numbers are grouped and given decimals for the language; years are not grouped."""
    reading = read_cell(f"{{values: {{{values}}}, source: bao}}")

    assert first_cell(reading, "vi").html == vi
    assert first_cell(reading, "en").html == en
    assert first_cell(reading, "en").kind == "value"


@pytest.mark.parametrize(
    ("cell", "lang", "shown", "foreign"),
    [
        ("{vi: Có, en: Free, source: bao}", "vi", "Có", None),
        ("{vi: Có, en: Free, source: bao}", "en", "Free", None),
        ("{vi: Có, source: bao}", "en", "Có", "vi"),
        ("{en: Free, source: bao}", "vi", "Free", "en"),
        ("{en: Free, source: bao}", "en", "Free", None),
    ],
)
def test_a_text_without_translation_names_its_language(
    cell: str, lang: Lang, shown: str, foreign: str | None, read_cell: Any
) -> None:
    """A cell in one language only is shown in both, and marked in the other."""
    found = first_cell(read_cell(cell), lang)

    assert (found.html, found.lang) == (shown, foreign)


@pytest.mark.parametrize("kind", ["unknown", "not_applicable"])
def test_a_reason_may_have_a_source(kind: str, read_cell: Any) -> None:
    """A cell can say by whom it is not known; without a source it has no note."""
    assert first_cell(read_cell(f"{{{kind}: true, source: bao}}"), "vi").note == 1
    assert first_cell(read_cell(f"{{{kind}: true}}"), "vi") == CellView(kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Có *phí*", "Có <em>phí</em>"),
        ("**Có** `mã`", "<strong>Có</strong> <code>mã</code>"),
        ("A & B < C", "A &amp; B &lt; C"),
        ("Có <b>phí</b>", "Có <b>phí</b>"),
        ("1. Một", "1. Một"),
        ("Đoạn một.\n\nĐoạn hai.", "<p>Đoạn một.</p>\n<p>Đoạn hai.</p>"),
        ("- một\n- hai", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>"),
    ],
)
def test_words_of_a_cell_are_safe_markup(text: str, html: str, read_cell: Any) -> None:
    """Emphasis, code, lists and paragraphs are kept; scripts and handlers are not."""
    quoted = text.replace('"', '\\"').replace("\n", "\\n")
    found = first_cell(read_cell(f'{{vi: "{quoted}", source: bao}}'), "vi")

    assert found.html == html


def test_the_page_says_where_a_link_of_a_cell_leads(read_cell: Any) -> None:
    """The address that the editor wrote is replaced by the one that the page gives."""
    cell = '{vi: "[Xem]({filename}/articles/a/index.vi.md)", source: bao}'

    assert first_cell(read_cell(cell), "vi").html == (
        '<a href="[{filename}/articles/a/index.vi.md]">Xem</a>'
    )


def test_notes_are_numbered_in_the_order_of_reading(read: Any) -> None:
    """A source has one number, given where it first stands, row by row."""
    table = view(
        read("""\
        title: {vi: Bảng}
        options: {b: {vi: B}, a: {vi: A}}
        criteria:
          - id: mot
            label: {vi: Một}
            cells:
              a: {vi: x, source: luat}
              b: {vi: x, source: bao}
          - id: hai
            label: {vi: Hai}
            cells:
              a: {vi: x, source: bao}
              b: {vi: x, source: so-lieu}
        """),
        "vi",
    )

    assert table.sources == ("bao", "luat", "so-lieu")
    assert [[cell.note for cell in row.cells] for row in table.rows] == [[1, 2], [3, 1]]


def test_names_in_one_language_are_marked_in_the_other(read: Any) -> None:
    """The title, an option or a criterion without translation carries its language."""
    table = view(
        read("""\
        title: {vi: Bảng <mẫu>}
        options: {a: {vi: Cách A}, b: {en: Way B}}
        criteria:
          - id: mot
            label: {vi: Phí}
            cells: {a: {unknown: true}, b: {unknown: true}}
        """),
        "en",
    )

    assert table.title == Label("Bảng <mẫu>", "vi")
    assert table.options == (Label("Cách A", "vi"), Label("Way B"))
    assert table.rows[0].label == Label("Phí", "vi")


@pytest.mark.parametrize(("count", "is_cards"), [(2, False), (3, True), (10, True)])
def test_many_options_become_cards(count: int, is_cards: bool, read: Any) -> None:  # noqa: FBT001
    """Two options stay side by side on a phone; more become labelled cards."""
    names = [f"o{number}" for number in range(count)]
    options = ", ".join(f"{name}: {{vi: {name}}}" for name in names)
    cells = ", ".join(f"{name}: {{unknown: true}}" for name in names)
    reading = read(
        f"title: {{vi: Bảng}}\noptions: {{{options}}}\ncriteria:\n"
        f"  - {{id: mot, label: {{vi: Một}}, cells: {{{cells}}}}}\n"
    )

    assert view(reading, "vi").is_cards is is_cards


def test_a_large_table_is_read_and_shown_in_time(read: Any) -> None:
    """Ten options and two hundred rows with markup take less than four CPU seconds."""
    names = [f"o{number}" for number in range(10)]
    text = "title: {vi: Bảng}\noptions:\n"
    text += "".join(f"  {name}: {{vi: Cách {name}}}\n" for name in names)
    text += "criteria:\n"
    for row in range(200):
        text += f"  - id: r{row}\n    label: {{vi: Dòng {row}}}\n    cells:\n"
        text += "".join(
            f"      {name}: {{vi: 'Ô **{row}** của {name}', en: Cell *{row}*, source: bao}}\n"
            for name in names
        )
    started = time.process_time()
    table = view(read(text), "vi")

    assert time.process_time() - started < 4
    assert sum(len(row.cells) for row in table.rows) == 2000
