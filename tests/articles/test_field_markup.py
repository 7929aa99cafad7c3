"""Markdown and HTML in fields."""

from __future__ import annotations

import pytest

from plugins.articles.field_markup import markup_in


@pytest.mark.parametrize(
    ("value", "markup"),
    [
        ("Họp thôn **gấp** ngày 5", "**gấp**"),
        ("Họp __gấp__", "__gấp__"),
        ("Họp <b>thôn</b>", "<b>"),
        ("Họp<br/>thôn", "<br/>"),
        ("Xem [tin](https://luat.example/)", "[tin](https://luat.example/)"),
        ("Lệnh `dir`", "`dir`"),
        ("Thu &amp; chi", "&amp;"),
    ],
)
def test_markup_that_readers_would_see_is_found(value: str, markup: str) -> None:
    """The first of it."""
    assert markup_in(value) == markup


@pytest.mark.parametrize(
    "value",
    [
        "Khách sạn 5* và 4*, hộp 20*30*40, phí (**), A & B, R&D; S&P",
        "[Thông báo] (hỏa tốc) 5 < 6, a > b, <3, ____/____, ten_tep_1",
    ],
)
def test_signs_that_are_words_are_not(value: str) -> None:
    """Stars of hotels, brackets, comparisons and blanks."""
    assert markup_in(value) == ""
