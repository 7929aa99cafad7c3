"""Slips in headings, and paragraphs that become headings."""

from __future__ import annotations

import pytest

from plugins.markup.convert import Converter
from plugins.markup.slips import slips_of


def slips(text: str) -> list[tuple[str, int, str]]:
    """The slips of a text as plain values."""
    pieces = Converter("vi").convert(text, "articles/thu/index.vi.md").pieces
    return [(one.code, one.line, one.value) for one in slips_of(text, pieces)]


@pytest.mark.parametrize(
    ("text", "code", "line", "value"),
    [
        ("# Đầu\n\na", "de-muc-mot-thang", 1, "Đầu"),
        ("a\n\n#Chuẩn bị\n", "de-muc-mot-thang", 3, "Chuẩn bị"),
        ("a\n#hashtag", "de-muc-mot-thang", 2, "hashtag"),
        ("a\n\nĐầu\n====\n", "de-muc-mot-thang", 3, "Đầu"),
        ("a\n\n## \n\nb", "de-muc-rong", 3, ""),
        ("##", "de-muc-rong", 1, ""),
        ("## Một ##\n\n##### Hai", "de-muc-nhay-cap", 3, "Hai"),
        ("### Một\n\n### Hai", "de-muc-nhay-cap", 1, "Một"),
        ("Một\n---\n\n#### Hai", "doan-thanh-de-muc", 1, "Một"),
        ("## Đầu\nNội dung.\n------\na", "doan-thanh-de-muc", 2, "Nội dung."),
        ("a\n\n- b\n---", "doan-thanh-de-muc", 3, "- b"),
    ],
)
def test_a_slip_is_told_with_its_line(text: str, code: str, line: int, value: str) -> None:
    """The first of them, where it begins."""
    assert slips(text)[0] == (code, line, value)


@pytest.mark.parametrize(
    "text",
    [
        "## Một\n\n### Hai\n\n#### Ba\n\n## Bốn\n\n### Năm",
        "Nội dung\n\n---\n\nNội dung",
        "Đề mục\n------\n\na",
        "\\#hashtag\n\nbài #1",
        "a | b\n--|--\n1 | 2",
        "a\n\n- b\n\n---\n\n## Đầu\n---\n",
        "    # ghi chú\n    ---\n\n```\n# a\nb\n---\n```",
    ],
)
def test_what_is_meant_so_is_no_slip(text: str) -> None:
    """Levels in their order, rules, headings with a long line below them, and code."""
    assert slips(text) == []
