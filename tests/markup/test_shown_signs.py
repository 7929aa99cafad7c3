"""Signs of Markdown that readers would see, and paragraphs shown as code."""

from __future__ import annotations

import pytest

from plugins.markup.convert import Converter
from plugins.markup.slips import slips_of


def slips(text: str) -> list[tuple[str, int, str]]:
    """The slips of a text as plain values."""
    pieces = Converter("vi").convert(text, "articles/thu/index.vi.md").pieces
    return [(one.code, one.line, one.value) for one in slips_of(text, pieces)]


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [
        ("a\n\n** Lưu ý ** b", 3, "** Lưu ý **"),
        ("**chữ đậm **", 1, "**chữ đậm **"),
        ("**b** a\n\nx **chưa đóng", 3, "**chưa đóng"),
        ("a\n**chưa *nghiêng* đóng", 2, "**chưa *nghiêng* đóng"),
        ("- **chưa đóng\n- hai\n\nba", 1, "**chưa đóng"),
        ("**chưa\nđóng **", 1, "**chưa đóng **"),
    ],
)
def test_stars_that_are_shown_are_told(text: str, line: int, value: str) -> None:
    """A space between them and the words, or no end."""
    assert slips(text) == [("dau-sao-hien", line, value)]


@pytest.mark.parametrize(
    "text",
    ["**đậm** ***cả hai***", "`2 ** 3`", "\\*\\*a", "Phí (**)\n\n(**) Theo Nghị quyết.", "5 * 3"],
)
def test_stars_that_are_meant_are_not(text: str) -> None:
    """Bold words, code, signs with a backslash, and those of remarks."""
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [("a\n\n```\nb", 3, "```"), ("~~~ py\nb\n~~~\n\n~~~ py\nc", 5, "~~~ py")],
)
def test_a_fence_that_nothing_closes_is_told(text: str, line: int, value: str) -> None:
    """Readers would see it, and what is below it as text."""
    assert slips(text) == [("ma-khong-dong", line, value)]


@pytest.mark.parametrize("text", ["````\n```\n````", "```a```", "``` py\na\n```"])
def test_closed_fences_are_not(text: str) -> None:
    """One within longer ones too."""
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [
        ("\tCăn cứ Luật Tổ chức\n\n\tCăn cứ Nghị định", 1, "Căn cứ Luật Tổ chức"),
        ("a\n\n    Theo đề nghị; của Sở\nb", 3, "Theo đề nghị; của Sở"),
        ("a\n\n    Applications are handed in here.", 3, "Applications are handed in here."),
    ],
)
def test_a_paragraph_that_becomes_code_is_told(text: str, line: int, value: str) -> None:
    """An office's habit of beginning paragraphs."""
    assert slips(text) == [("doan-thut-dau-dong", line, value)]


@pytest.mark.parametrize(
    "text",
    [
        "a\n\n    git commit -m 'x'\n    python3 run.py check",
        "a\n\n    ten = {giá trị: một}",
        "a\n\n    # Ghi chú của mã",
        "- a\n\n    Đoạn thứ hai của mục này.",
        "[^1] a\n\n[^1]: b\n\n    Đoạn thứ hai của chú thích.",
        "a\n    dòng tiếp theo của đoạn",
        "```\n    Căn cứ Luật Tổ chức\n```",
        "Từ\n:   Nghĩa của từ\n\n    Đoạn thứ hai của nghĩa.",
    ],
)
def test_code_and_what_belongs_to_a_list_are_not(text: str) -> None:
    """Nor are lines that go on with a paragraph."""
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [
        ("a\n\nPhí ~~50.000~~ 30.000 đồng", 3, "~~50.000~~"),
        ("- [ ] việc\n- b", 1, "- [ ]"),
        ("- a\n- [x] việc", 2, "- [x]"),
        ("> [!NOTE]\n> Lưu ý", 1, "> [!NOTE]"),
        ("!!! note\n\nLưu ý", 1, "!!! note"),
        ('!!! warning "Chú ý"\nb', 1, "!!! warning"),
        ("::: warning\n\nChú ý", 1, "::: warning"),
        ("## Hồ sơ *mới* {#ho-so}", 1, "## Hồ sơ *mới* {#ho-so}"),
        ("a\n{: .lon onclick=x}", 2, "{: .lon onclick=x}"),
        ("a\n\n{: onclick=x}", 3, "{: onclick=x}"),
        ("[a]{.lon}", 1, "{.lon}"),
        ("a ==nổi bật== b", 1, "==nổi bật=="),
        ("a ++thêm++ b", 1, "++thêm++"),
        ("a %%ghi chú%% b", 1, "%%ghi chú%%"),
        ("a\n\nH~2~O", 3, "~2~"),
        ("m^2^", 1, "^2^"),
        ("a^[chú thích]", 1, "^[chú thích]"),
        ("a ^[chú thích] b", 1, "^[chú thích]"),
        ("[[Trang khác]]", 1, "[[Trang khác]]"),
        ("một\\\nhai", 1, "một\\"),
    ],
)
def test_markup_of_other_programs_is_told(text: str, line: int, value: str) -> None:
    """Readers would see it as it is written."""
    assert slips(text) == [("cu-phap-la", line, value)]


def test_contents_of_a_text_without_headings_are_told() -> None:
    """An empty list would stand there."""
    assert slips("a\n\n[TOC]\n\nb") == [("muc-luc-trong", 3, "[TOC]")]


@pytest.mark.parametrize(
    "text",
    [
        "`~~a~~` từ 5 ~ 6, ~~, 5~~6",
        "C++ và C++, a == b và c == d, 100%% và 50%%, từ 5~7~9, A++ {:.2f} x^2 + y^2",
        "\\==a== \\++a++ \\[[a]] [[1]](#a) ảnh [^1]\n\n## a\n\n[^1]: b",
        "`==a==` `[[a]]` `a\\`\n\nD:\\ho-so\\\nb\\\\\nc\\\n\nd",
        "[TOC]\n\n## a",
        "- [x]\n- [Mẫu](#a) [ ] Nam [x] Nữ\n\n## a",
        "\\~~a\\~~ Chú ý!!! Vì sao???",
        "!!! Chú ý: nộp sớm",
        "## Cú pháp `{#ma}`",
        "```\n- [ ] a\n::: b\n!!! note\n```",
        "- [x] a\n\n[x]: #b\n\n## b",
    ],
)
def test_signs_that_mean_something_else_are_not(text: str) -> None:
    """Code, boxes within a line, and exclamations."""
    assert slips(text) == []
