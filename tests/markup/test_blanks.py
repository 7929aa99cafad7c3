"""Rows of underscores that somebody is to fill in."""

from __future__ import annotations

import pytest

from plugins.markup.convert import Converter
from plugins.markup.words import strings


def markup(text: str) -> str:
    """What becomes of a text that has no fault."""
    body = Converter("vi").convert(text, "articles/thu/index.vi.md")
    assert body.faults == ()
    return strings(body.pieces)


@pytest.mark.parametrize(
    "text",
    [
        "Ngày sinh: ____/____/______",
        "Ngày sinh: __/__/____, nơi cấp:__/__/____",
        "Số: ___/TB-UBND ngày ___/___/2026",
        "Số:___/TB-UBND, ngày:___/2026",
        "Mã số: ___-___-___; Họ tên:_______; CCCD:____________",
        "_____(ký tên)_____",
        "Điểm: __,__ đ, đạt __% và __.",
        "Tôi là ______(bên A)_____, ông ____Nguyễn____ và (__).",
        "Họ tên: ______ Nam/Nữ: ___ Tuổi: __",
    ],
)
def test_the_blanks_of_a_form_stay_as_they_are(text: str) -> None:
    """None of them makes words bold, and none is lost."""
    assert markup(text) == f"<p>{text}</p>"


def test_blanks_stay_within_bold_words_and_links_too() -> None:
    """Only the signs around the words are markup."""
    assert markup("**Ngày ____/____/2026** _Số ___/QĐ_") == (
        "<p><strong>Ngày ____/____/2026</strong> <em>Số ___/QĐ</em></p>"
    )
    assert ">Mẫu __/__/____</a>" in markup("[Mẫu __/__/____](#a)\n\n## a")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ký tên:\n____________", "<p>Ký tên:\n____________</p>"),
        ("Ký tên\n___\nNgày\n____\nTháng", "<p>Ký tên\n___\nNgày\n____\nTháng</p>"),
        ("- ________\n- ___", "<ul>\n<li>________</li>\n<li>___</li>\n</ul>"),
        ("> ______", "<blockquote>\n<p>______</p>\n</blockquote>"),
        ("A\n:   ___", "<dl>\n<dt>A</dt>\n<dd>___</dd>\n</dl>"),
        ("____\n\n_ _ _", "<p>____</p>\n<p>_ _ _</p>"),
    ],
)
def test_a_line_of_blanks_is_no_rule(text: str, html: str) -> None:
    """Somebody is to fill it in."""
    assert markup(text) == html


@pytest.mark.parametrize("rule", ["___", "  ___  ", "***", "* * *", "---", "- - -", "*****"])
def test_a_rule_is_made_of_three_underscores_by_themselves_and_of_other_signs(rule: str) -> None:
    """An empty line stands on both sides of the underscores."""
    assert markup(f"a\n\n{rule}\n\nb") == "<p>a</p>\n<hr>\n<p>b</p>"


def test_a_rule_of_stars_needs_no_empty_lines() -> None:
    """Nor does it in a quote."""
    assert markup("> a\n> ***\n> b") == "<blockquote>\n<p>a</p>\n<hr>\n<p>b</p>\n</blockquote>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("__a__/__b__", "<strong>a</strong>/<strong>b</strong>"),
        ("__a__, __b:__ c", "<strong>a</strong>, <strong>b:</strong> c"),
        ("__“a”__ __(b)__ __-5__", "<strong>“a”</strong> <strong>(b)</strong> <strong>-5</strong>"),
        ("___a___.", "<strong><em>a</em></strong>."),
        ("___a_ b__", "<strong><em>a</em> b</strong>"),
        ("__.doc__", "<strong>.doc</strong>"),
        ("Lưu ý: __/đậm__", "Lưu ý: <strong>/đậm</strong>"),
        ("__:x__, __/a__", "<strong>:x</strong>, <strong>/a</strong>"),
        ("(__a__)", "(<strong>a</strong>)"),
        ("`____/____`", "<code>____/____</code>"),
    ],
)
def test_words_between_underscores_are_bold_or_italic(text: str, html: str) -> None:
    """As before."""
    assert markup(text) == f"<p>{html}</p>"
