"""The data of a comparison as CSV and as JSON."""

from __future__ import annotations

import csv
import json
from typing import Any

import pytest

from plugins.comparisons.data import comparison_csv, comparison_json
from plugins.languages.language import Lang

WORDS = {
    "criterion": "Tiêu chí",
    "source": "Nguồn",
    "unknown": "chưa rõ",
    "not_applicable": "không áp dụng",
}
TABLE = """\
title: {vi: Bảng mẫu, en: Sample table}
options:
  a: {vi: Cách A, en: Way A}
  b: {vi: "=B"}
criteria:
  - id: phi
    label: {vi: "Phí, lệ phí", en: Fee}
    cells:
      a: {vi: "Có **phí** \\"nhỏ\\"", source: bao}
      b: {values: {number: "1350000000.50", year: 2022}, source: luat}
  - id: han
    label: {vi: Hạn, en: Time}
    cells:
      a: {unknown: true, source: bao}
      b: {not_applicable: true}
  - id: ngay
    label: {vi: Ngày, en: Day}
    cells:
      a: {values: {date: 2021-06-15}, source: bao}
      b: {vi: Có, en: "Yes", source: bao}
"""


def rows(data: bytes) -> list[list[str]]:
    """The rows of a CSV file as a spreadsheet reads them."""
    return list(csv.reader(data.decode("utf-8-sig").splitlines()))


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "vi",
            [
                ["Tiêu chí", "Cách A", "Nguồn: Cách A", "'=B", "Nguồn: =B"],
                ["Phí, lệ phí", 'Có phí "nhỏ"', "bao", "1.350.000.000,50; 2022", "luat"],
                ["Hạn", "chưa rõ", "bao", "không áp dụng", ""],
                ["Ngày", "15/06/2021", "bao", "Có", "bao"],
            ],
        ),
        (
            "en",
            [
                ["Tiêu chí", "Way A", "Nguồn: Way A", "'=B", "Nguồn: =B"],
                ["Fee", 'Có phí "nhỏ"', "bao", "1,350,000,000.50; 2022", "luat"],
                ["Time", "chưa rõ", "bao", "không áp dụng", ""],
                ["Day", "15 June 2021", "bao", "Yes", "bao"],
            ],
        ),
    ],
)
def test_csv_holds_what_the_table_shows(lang: Lang, expected: list[list[str]], read: Any) -> None:
    """A row a criterion, two columns an option, in the language of the page."""
    assert rows(comparison_csv(read(TABLE).comparison, lang, WORDS)) == expected


def test_csv_opens_in_a_spreadsheet(read: Any) -> None:
    """A byte-order mark tells the encoding, and lines end as the standard says."""
    data = comparison_csv(read(TABLE).comparison, "vi", WORDS)

    assert data.startswith(b"\xef\xbb\xbfTi")
    assert data.count(b"\r\n") == 4
    assert data.count(b"\n") == 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+84 237", "'+84 237"),
        ("@ten", "'@ten"),
        ("-1+1", "'-1+1"),
        ("-cmd", "'-cmd"),
        ("＝1+1", "'＝1+1"),
        ("-3", "-3"),
        ("-1.350,5", "-1.350,5"),
        ("-12%", "-12%"),
        ("a=b", "a=b"),
    ],
)
def test_csv_text_is_never_a_formula(text: str, shown: str, read_cell: Any) -> None:
    """What a spreadsheet would compute is quoted; a negative number is not."""
    reading = read_cell(f'{{vi: "{text}", source: bao}}')

    assert rows(comparison_csv(reading.comparison, "vi", WORDS))[1][1] == shown


def test_csv_keeps_a_negative_figure_a_number(read_cell: Any) -> None:
    """A figure below zero can be computed with."""
    reading = read_cell("{values: {number: -1350.5}, source: bao}")

    assert rows(comparison_csv(reading.comparison, "vi", WORDS))[1][1] == "-1.350,5"


def test_json_holds_both_languages_and_figures_as_written(read: Any) -> None:
    """Figures keep the digits that the editor wrote; what is absent is left out."""
    assert json.loads(comparison_json(read(TABLE).comparison)) == {
        "id": "bang",
        "title": {"vi": "Bảng mẫu", "en": "Sample table"},
        "options": {"a": {"vi": "Cách A", "en": "Way A"}, "b": {"vi": "=B"}},
        "criteria": [
            {
                "id": "phi",
                "label": {"vi": "Phí, lệ phí", "en": "Fee"},
                "cells": {
                    "a": {"vi": 'Có phí "nhỏ"', "source": "bao"},
                    "b": {"values": {"number": "1350000000.50", "year": 2022}, "source": "luat"},
                },
            },
            {
                "id": "han",
                "label": {"vi": "Hạn", "en": "Time"},
                "cells": {
                    "a": {"unknown": True, "source": "bao"},
                    "b": {"not_applicable": True},
                },
            },
            {
                "id": "ngay",
                "label": {"vi": "Ngày", "en": "Day"},
                "cells": {
                    "a": {"values": {"date": "2021-06-15"}, "source": "bao"},
                    "b": {"vi": "Có", "en": "Yes", "source": "bao"},
                },
            },
        ],
    }


def test_json_is_readable_text(read: Any) -> None:
    """Vietnamese letters stand in the file as they are, and it ends with a line end."""
    data = comparison_json(read(TABLE).comparison).decode()

    assert "Bảng mẫu" in data
    assert data.endswith("}\n")
