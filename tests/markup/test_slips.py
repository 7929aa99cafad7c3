"""Slips in Markdown that show readers something else than was meant."""

from __future__ import annotations

import time
from collections import Counter
from typing import Final

import pytest

from plugins.markup.convert import Converter
from plugins.markup.slips import slips_of

# Of processor time; a text is checked in 2.5 seconds at most.
MOST_SECONDS: Final = 0.8


def slips(text: str) -> list[tuple[str, int, str]]:
    """The slips of a text as plain values."""
    pieces = Converter("vi").convert(text, "articles/thu/index.vi.md").pieces
    return [(one.code, one.line, one.value) for one in slips_of(text, pieces)]


@pytest.mark.parametrize(
    ("text", "code", "line", "value"),
    [
        ("a\n\n![]({static}a.png)", "anh-khong-loi", 3, "{static}a.png"),
        ("a\n\n| a | b |\n| 1 | 2 |", "bang-thieu-gach", 3, "| a | b |"),
        ("| a | b | c |\n|---|---|\n| 1 | 2 |", "bang-thieu-gach", 1, "| a | b | c |"),
        (
            "| a | b | c |\n|---|---|\n| 1 | 2 |\n\n| a | b |\n|---|---|\n| 1 | 2 |",
            "bang-thieu-gach",
            1,
            "| a | b | c |",
        ),
        ("| a |\n|---|\n| 1 |\n\n| 2 | 3 |", "bang-thieu-gach", 5, "| 2 | 3 |"),
        ("|2|B|", "bang-thieu-gach", 1, "|2|B|"),
        ("+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |", "bang-thieu-gach", 2, "| a | b |"),
        ("|---|---|\n| 1 | 2 |", "bang-thieu-gach", 1, "|---|---|"),
        ("Năm:\n| a | b |\n|:--|--:|\n| 1 | 2 |", "danh-sach-dinh", 2, "| a | b |"),
        (
            "Xem\nhttps://luat.example/a?b=1&c=2.",
            "dia-chi-tran",
            2,
            "https://luat.example/a?b=1&c=2",
        ),
        (
            "[a](https://luat.example/)\n<https://luat.example/>\n\n1. https://luat.example/",
            "dia-chi-tran",
            4,
            "https://luat.example/",
        ),
        ("a\n\n(https://luat.example/)", "dia-chi-tran", 3, "https://luat.example/"),
        ("Xem thêm tại bit.ly/3abcD.", "dia-chi-tran", 1, "bit.ly/3abcD"),
        ("Chặn hxxps://abc[.]xyz/a", "dia-chi-tran", 1, "hxxps://abc[.]xyz/a"),
        ("Chặn abc[.]xyz ngay", "dia-chi-tran", 1, "abc[.]xyz"),
        ("a[^1]\n\n[^1]: https://luat.example/", "dia-chi-tran", 3, "https://luat.example/"),
    ],
)
def test_a_slip_is_told_with_its_line(text: str, code: str, line: int, value: str) -> None:
    """Once, where it begins."""
    assert slips(text) == [(code, line, value)]


@pytest.mark.parametrize(
    "text",
    [
        "## Đầu\n\n- một\n- hai\n\n1. ba\n2. bốn",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "|x| + |y|\n\n|x| = 3, |y|\n\n`| a | b |`\n\n|a|",
        "<https://luat.example/> [a](https://luat.example/) `https://luat.example/`",
        "và/hoặc, 30/2020/NĐ-CP, 1.000 đồng/tháng, ThS.BS/TS.BS, a@b.example/c, v.v./v.v.",
        "[bit.ly/3abcD](https://luat.example/) `bit.ly/3abcD` ({filename}/a.b/c)",
        "[b][l]\n\n[l]: https://luat.example/",
        "```\n# a\n· b\n| c |\n| d |\nhttps://luat.example/\n```",
        "![Ảnh]({static}a.png) <img src='{static}a.png' alt=''>",
        "",
    ],
)
def test_what_is_meant_so_is_no_slip(text: str) -> None:
    """Lists, tables, links and code."""
    assert slips(text) == []


def test_the_first_slips_of_each_sort_are_told() -> None:
    """Nobody reads thousands of lines about one text."""
    found = slips("a\n\n" + "· một\n" * 50 + "\n" + "#x\n\n" * 50)

    assert [code for code, *_ in found].count("dau-dong-la") == 20
    assert [code for code, *_ in found].count("de-muc-mot-thang") == 20


def test_thousands_of_slips_are_told_in_a_moment() -> None:
    """The first of each sort: each address is looked for in the whole text."""
    text = "".join(f"https://luat.example/{number}\n" for number in range(3_000))
    pieces = Converter("vi").convert(text, "articles/thu/index.vi.md").pieces

    started = time.process_time()
    found = [(one.line, one.value) for one in slips_of(text, pieces)]

    assert time.process_time() - started < MOST_SECONDS
    assert found == [(number + 1, f"https://luat.example/{number}") for number in range(20)]


def test_a_sort_of_slip_does_not_hide_another() -> None:
    """However often it is there."""
    found = slips("· một\n" * 100 + "\n# Đầu\n")

    assert Counter(one[0] for one in found) == {"dau-dong-la": 20, "de-muc-mot-thang": 1}


def test_a_text_that_is_refused_as_a_whole_has_no_slips() -> None:
    """There is nothing of it to be seen."""
    assert slips("· một\n\n" + "[" * 60) == []
