"""Lines that are meant as items of a list."""

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
        ("· một\n", "dau-dong-la", 1, "· một"),
        ("Cần có:\n- một\n- hai", "danh-sach-dinh", 2, "- một"),
        ("Cần có:\n1. một", "danh-sach-dinh", 2, "1. một"),
        ("a\n\n- một\n-Không cách", "dau-dong-lien", 4, "-Không cách"),
        ("*Không cách", "dau-dong-lien", 1, "*Không cách"),
        ("a\n\n1) Một\n2) Hai\n3) Ba", "dong-dinh-lien", 3, "1) Một"),
        ("1.Một\n2.Hai", "dong-dinh-lien", 1, "1.Một"),
        ("a. Một\nb. Hai", "dong-dinh-lien", 1, "a. Một"),
        ("Gồm:\nđ) Một\ne) Hai", "dong-dinh-lien", 2, "đ) Một"),
        ("II. Một\nIII. Hai", "dong-dinh-lien", 1, "II. Một"),
        ("Bước 1: Nộp\nBước 2: Nhận", "dong-dinh-lien", 1, "Bước 1: Nộp"),
        ("**Điều 1.** Một\n**Điều 2.** Hai", "dong-dinh-lien", 1, "**Điều 1.** Một"),
        ("– Một\n– Hai", "dong-dinh-lien", 1, "– Một"),
        ("1/ Một\n2/ Hai", "dong-dinh-lien", 1, "1/ Một"),
        ("1- Một\n2- Hai", "dong-dinh-lien", 1, "1- Một"),
        ("1 - Một\n2 - Hai", "dong-dinh-lien", 1, "1 - Một"),
        ("1 – Một\n2 – Hai", "dong-dinh-lien", 1, "1 – Một"),
        ("I- Một\nII- Hai", "dong-dinh-lien", 1, "I- Một"),
        ("A - Một\nB - Hai", "dong-dinh-lien", 1, "A - Một"),
        ("Câu 1. Một\nCâu 2. Hai", "dong-dinh-lien", 1, "Câu 1. Một"),
        ("**1.** Một\n**2.** Hai", "dong-dinh-lien", 1, "**1.** Một"),
        ("**a) Một**\n**b) Hai**", "dong-dinh-lien", 1, "**a) Một**"),
        ("a)\tMột\nb)\tHai", "dong-dinh-lien", 1, "a)\tMột"),
        ("1.1. Một\n1.2. Hai", "dong-dinh-lien", 1, "1.1. Một"),
        ("1.1 Một\n1.2 Hai", "dong-dinh-lien", 1, "1.1 Một"),
        ("(1) Một\n(2) Hai", "dong-dinh-lien", 1, "(1) Một"),
        ("(a) Một\n(b) Hai", "dong-dinh-lien", 1, "(a) Một"),
        ("[1] Một\n[2] Hai", "dong-dinh-lien", 1, "[1] Một"),
        ("Điều 1. Phạm vi\n1. Khoản một\n2. Khoản hai", "dong-dinh-lien", 1, "Điều 1. Phạm vi"),
        ("- a\n  - con\n  - con\n- b", "muc-con-thut-it", 2, "- con"),
        ("1. a\n   - con 3 cách", "muc-con-thut-it", 2, "- con 3 cách"),
        ("- Cha\n  - Con\n    - Cháu", "muc-con-thut-it", 2, "- Con"),
        ("- Hồ sơ\n  1. Bản chính\n  2. Bản sao\n- Phí", "muc-con-thut-it", 2, "1. Bản chính"),
        ("- a\n    - b\n      - c", "muc-con-thut-it", 3, "- c"),
    ],
)
def test_a_slip_is_told_with_its_line(text: str, code: str, line: int, value: str) -> None:
    """Once, where it begins."""
    assert slips(text) == [(code, line, value)]


@pytest.mark.parametrize(
    "text",
    [
        "- một\ntiếp theo\n- hai",
        "Từ năm 2025\n12. Sau đó",
        "- a\n    - b\n\t- c\n        - d\n- e",
        "1. a\n    1. b\n2. c",
        "  - a\n  - b",
        " 9. a\n10. b",
        "- a\n\nĐoạn.\n\n  - b",
        "a) Một;\n\nb) Hai;\n\n– Xin chào",
        "a) Một  \nb) Hai  \nc) Ba<br>\nd) Bốn",
        "*nghiêng* và **đậm**\n*một\nhai*\n-5 độ\n+84 237",
        "1. Một\n2. Hai",
        "2 - 3 ngày\n5 - 6 ngày\n**5** hộ\n**6** hộ\n**1.5** điểm\n**2.5** điểm",
        "1 - Một  \n2 - Hai\n\n**1.** Một\n\n**2.** Hai\n\nCâu 1: Một\n\nCâu 2: Hai",
        "2/9 là ngày nghỉ\n3/9 là ngày làm việc\n2.5 triệu\n3.5 triệu\n1.000 hộ\n2.000 hộ",
        "Điều 1. Phạm vi\n\n1. Khoản một\n2. Khoản hai",
        "1. Một\n    a) Hai\n2. Ba",
        "Bước 1: Nộp\n\nBước 2: Nhận  \nBước 3: Trả",
        "Theo quy định tại\nĐiều 5, Điều 6 và\nĐiều 7 của Luật",
        "```\na) b\nc) d\n-e\n```",
        "*[UBND]: Ủy ban\n\nUBND",
        "--\n\n***",
    ],
)
def test_what_is_meant_so_is_no_slip(text: str) -> None:
    """Lists, points of a law, words in italics, numbers and code."""
    assert slips(text) == []


def test_a_bullet_between_words_is_none() -> None:
    """It stands for a break there."""
    assert slips("Xã Mẫu · Tỉnh") == []
