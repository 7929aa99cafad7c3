"""Markdown and HTML in fields."""

from __future__ import annotations

import pytest

from plugins.base.field_markup import active_markup_in, markup_in


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


@pytest.mark.parametrize(
    ("value", "markup"),
    [
        ("Bài <script>alert(1)</script>", "<script"),
        ("Bài </SCRIPT >", "</SCRIPT"),
        ("Bài <script src=//x", "<script"),
        ('"><img src=x onerror=alert(1)>', "<img src=x onerror="),
        ("<b/onclick=alert(1)>A</b>", "<b/onclick="),
        ("<svg/onload=x>", "<svg"),
        ("<iframe srcdoc=x>", "<iframe"),
        ("<form onsubmit = 'x'>", "<form onsubmit ="),
    ],
)
def test_what_would_do_something_is_found(value: str, markup: str) -> None:
    """Scripts, frames, drawings, and handlers on any element."""
    assert active_markup_in(value) == markup


@pytest.mark.parametrize(
    "value",
    [
        "Điền <form>, bấm <link>, <b>gấp</b>, 5 < script, a < object, <scripts>, <on=1>",
        "Mã <ONT>, tỷ lệ <on 5%>, iframe, script, style",
    ],
)
def test_what_only_looks_like_it_is_not(value: str) -> None:
    """Blanks to be filled in, and names of elements without their signs."""
    assert active_markup_in(value) == ""
