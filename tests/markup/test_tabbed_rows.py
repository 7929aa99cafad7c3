"""Rows from a spreadsheet."""

from __future__ import annotations

import pytest

from plugins.markup.tabbed_rows import tabbed_rows


def told(text: str) -> list[tuple[int, str]]:
    """The lines that are told, with what is shown of them."""
    return [(one.line, one.value) for one in tabbed_rows(text.split("\n"))]


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [
        ("STT\tHọ tên\tTiền\n1\tNguyễn Văn A\t500.000", 1, "STT Họ tên Tiền"),
        ("a\n\nHọ tên \tTiền\n1.\tNguyễn Văn A\t500\n\tTổng\t9", 3, "Họ tên Tiền"),
    ],
)
def test_rows_that_only_tabs_part_are_told(text: str, line: int, value: str) -> None:
    """Once, with the first of them."""
    assert told(text) == [(line, value)]


@pytest.mark.parametrize(
    "text",
    [
        "-\tmột\n-\thai\n\n1.\tba\n2.\tbốn",
        "a)\tmột\nb)\thai\n\nII.\tba\nIII.\tbốn\n\n(1)\tnăm\n(2)\tsáu\n\n–\tbảy\n–\ttám",
        "Từ\n:\tnghĩa\n:\tnghĩa khác",
        "[^1]:\tMột\n[^2]:\tHai\n\n*[UBND]:\tỦy ban\n*[HĐND]:\tHội đồng",
        "| a\t| b\t|\n|---|---|\n| c\t| d\t|\n\na\t| b\n---|---\nc\t| d",
        "Một dòng\tcó dấu cách rộng\nvà dòng khác",
        "\tmã\t1\n\tmã\t2",
        "<td>\ta</td>\tb\n<td>\ta</td>\tb",
    ],
)
def test_other_tabs_are_not(text: str) -> None:
    """Those behind the sign of a list or a note, in tables, and before code."""
    assert told(text) == []
