"""Reading comparisons: what is accepted, and where the problem of a faulty one lies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.base.files import content_tree
from plugins.base.problems import Problems
from plugins.comparisons.load import comparison_ids, load_comparisons

CASES = yaml.safe_load((Path(__file__).parent / "cases/faults.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_fault_is_named_with_its_line(case: dict[str, Any], read: Any) -> None:
    """Each faulty file gives exactly the problems that its case lists."""
    found = read(case["file"])

    assert [list(one) for one in found.codes] == case["problems"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_faulty_comparison_is_not_shown(case: dict[str, Any], read: Any) -> None:
    """A comparison with an error is left out; one with a warning is not."""
    found = read(case["file"])

    is_shown = all(problem.severity == "warning" for problem in found.problems)
    assert list(found.found) == (["bang"] if is_shown else [])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("{}", "o-sai"),
        ("{source: bao}", "o-sai"),
        ('{vi: "", source: bao}', "truong-rong"),
        ('{vi: "  ", source: bao}', "truong-rong"),
        ("{vi: Có, unknown: true, source: bao}", "o-sai"),
        ("{vi: Có, not_applicable: true, source: bao}", "o-sai"),
        ("{vi: Có, values: {number: 3}, source: bao}", "o-sai"),
        ("{unknown: true, not_applicable: true}", "o-sai"),
        ("{unknown: false}", "chon-sai"),
        ("{vi: Có, unknown: false, source: bao}", "chon-sai"),
        ("{unknown: yes}", "chon-sai"),
        ("{unknown: True}", "chon-sai"),
        ("{not_applicable: no}", "chon-sai"),
        ("{unknown: [true]}", "kieu-sai"),
        ("{vi: Có}", "o-khong-nguon"),
        ("{values: {number: 3}}", "o-khong-nguon"),
        ("{vi: Có, source: boa}", "nguon-la"),
        ("{unknown: true, source: boa}", "nguon-la"),
        ("{vi: Có, sorce: bao}", "khoa-la"),
        ("{vi: {a: b}, source: bao}", "kieu-sai"),
        ("Có", "kieu-sai"),
        ("{values: {}, source: bao}", "truong-rong"),
        ("{values: 3, source: bao}", "kieu-sai"),
        ("{values: {nummer: 3}, source: bao}", "khoa-la"),
        ('{values: {number: ""}, source: bao}', "gia-tri-sai"),
        ("{values: {number: 1.350.000}, source: bao}", "gia-tri-sai"),
        ('{values: {number: "1,35"}, source: bao}', "gia-tri-sai"),
        ("{values: {number: 012}, source: bao}", "gia-tri-sai"),
        ("{values: {number: 1e9}, source: bao}", "gia-tri-sai"),
        ("{values: {number: [3]}, source: bao}", "kieu-sai"),
        ("{values: {percent: 80%}, source: bao}", "gia-tri-sai"),
        ("{values: {date: 15/06/2021}, source: bao}", "gia-tri-sai"),
        ("{values: {date: 2021-02-30}, source: bao}", "gia-tri-sai"),
        ("{values: {date: 2021-06-15 10:55}, source: bao}", "gia-tri-sai"),
        ("{values: {year: 22}, source: bao}", "gia-tri-sai"),
        ('{values: {year: "0000"}, source: bao}', "gia-tri-sai"),
        ("{values: {year: 2022-01-01}, source: bao}", "gia-tri-sai"),
        ('{values: {year: "２０２２"}, source: bao}', "gia-tri-sai"),
        ('{vi: "# Tiêu đề", source: bao}', "chu-trong-o"),
        ('{vi: "/// comparison | bang\\n///", source: bao}', "chu-trong-o"),
        ('{vi: "Xem[^1]\\n\\n[^1]: chú thích", source: bao}', "chu-trong-o"),
        ('{vi: "| a | b |\\n|---|---|\\n| 1 | 2 |", source: bao}', "chu-trong-o"),
        ('{vi: "![ảnh]({static}/a.png)", source: bao}', "chu-trong-o"),
        ('{vi: "<script>alert(1)</script>", source: bao}', "chu-trong-o"),
        ('{vi: "<!-- ẩn -->", source: bao}', "chu-trong-o"),
        ("{vi: \"<b id='x'>Có</b>\", source: bao}", "chu-trong-o"),
        ("{vi: \"<a href='#a' id='x'>Có</a>\", source: bao}", "chu-trong-o"),
        ('{vi: "[](https://luat.example/)", source: bao}', "chu-trong-o"),
        (f"{{vi: {'a' * 1001}, source: bao}}", "qua-dai"),
    ],
)
def test_a_faulty_cell_is_named_with_its_line(cell: str, code: str, read_cell: Any) -> None:
    """A cell holds one thing in the form asked for; whatever else is refused where it stands."""
    assert read_cell(cell).codes == [(code, 9)]


@pytest.mark.parametrize(
    ("values", "cure"),
    [
        ("number: 15.000", "Viết 15000. Số không có dấu ngăn hàng nghìn"),
        ('percent: "98,5%"', "Viết 98.5."),
        ("percent: 98,5%", "không có dấu %: 98.5"),
        ('number: "15,000"', "Số không có dấu ngăn hàng nghìn"),
        ("date: 1/7/2026", "Viết 2026-07-01."),
        ("date: 2021-06-15 10:55", "Viết 2021-06-15."),
        ("date: 2021-02-30", "Ngày trong bảng viết như 2021-06-15"),
    ],
)
def test_a_faulty_figure_has_its_own_cure(values: str, cure: str, read_cell: Any) -> None:
    """The number or the date as it is written here, where that can be told."""
    (only,) = read_cell(f"{{values: {{{values}}}, source: bao}}").problems

    assert cure in only.fix("vi")


@pytest.mark.parametrize(
    "cell",
    [
        "{vi: Có, source: bao}",
        "{en: Free, source: bao}",
        "{vi: Có, en: Free, source: bao}",
        "{unknown: true}",
        "{not_applicable: true}",
        "{unknown: true, source: bao}",
        "{values: {number: 1350000000}, source: bao}",
        "{values: {number: -1.35, percent: 80, date: 2021-06-15, year: 2022}, source: bao}",
        '{vi: "id=\\"x\\" là một thuộc tính", source: bao}',
        '{vi: "- một\\n- hai", source: bao}',
        '{vi: "Đoạn một.\\n\\nĐoạn hai.", source: bao}',
        '{vi: "`<table>`", source: bao}',
        f"{{vi: {'a' * 1000}, source: bao}}",
    ],
)
def test_a_good_cell_has_no_problem(cell: str, read_cell: Any) -> None:
    """Text, figures and the two reasons for an empty cell are accepted."""
    assert read_cell(cell).codes == []


def test_a_wrong_word_is_answered_with_the_nearest(read_cell: Any) -> None:
    """The message of an unknown source names the one that was probably meant."""
    (problem,) = read_cell("{vi: Có, source: boa}").problems

    assert "'bao'" in problem.fix("vi")
    assert "'bao'" in problem.fix("en")


def test_cells_stand_in_the_order_of_the_options(read: Any) -> None:
    """The order in which a row names its cells does not matter."""
    comparison = read("""\
        title: {vi: Bảng}
        options:
          b: {vi: B}
          a: {vi: A}
        criteria:
          - id: mot
            label: {vi: Một}
            cells:
              a: {vi: ô a, source: bao}
              b: {vi: ô b, source: bao}
        """).comparison

    assert [cell.file.vi for cell in comparison.criteria[0].cells] == ["ô b", "ô a"]


def test_all_faults_of_a_table_are_told_at_once(read: Any) -> None:
    """Those of its cells too, though the table has not the right form."""
    found = read("""\
        titel: Bảng
        options: {a: A, b: B}
        criteria:
          - id: phi
            cells:
              a: {vi: "# Có", source: la}
              c: {vi: Có}
        """)

    assert found.codes == [
        ("khoa-la", 1),
        ("thieu-truong", 1),
        ("thieu-truong", 4),
        ("o-thieu", 5),
        ("chu-trong-o", 6),
        ("nguon-la", 6),
        ("lua-chon-la", 7),
        ("o-khong-nguon", 7),
    ]


@pytest.mark.parametrize(
    ("options", "rows", "line"),
    [(51, 1, 2), (50, 81, 3), (2, 2_001, 3), (50, 80, 0), (2, 2_000, 0)],
)
def test_a_table_that_nobody_could_read_is_refused(
    read: Any, options: int, rows: int, line: int
) -> None:
    """By its columns, or by its cells."""
    names = [f"o{number}" for number in range(options)]
    cells = ", ".join(f"{name}: {{unknown: true}}" for name in names)
    written = "title: Bảng\noptions: {" + ", ".join(f"{name}: O" for name in names)
    written += "}\ncriteria:\n"
    written += "".join(f"  - {{id: r{n}, label: R, cells: {{{cells}}}}}\n" for n in range(rows))

    assert read(written).codes == ([("bang-qua-lon", line)] if line else [])


def test_the_name_of_a_file_must_be_an_id(tmp_path: Path, converters: Any) -> None:
    """A comparison is addressed by its file name, so the name has only a-z, 0-9 and hyphens."""
    (tmp_path / "comparisons").mkdir()
    (tmp_path / "comparisons/Bảng 1.yaml").write_text(json.dumps({}), encoding="utf-8")
    problems = Problems()
    tree = content_tree(tmp_path, problems)

    assert load_comparisons(tree, (), converters, problems) == ({}, {})
    assert [problem.code for problem in problems] == ["ten-sai"]
    assert comparison_ids(tree) == ("Bảng 1",)
