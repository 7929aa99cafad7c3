"""Signs for 'more than' that make quotations."""

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
        ("a\n\n- > 80 điểm: Tốt\n- Từ 50 đến 80", 3, "- > 80 điểm: Tốt"),
        ("1. >80: Tốt", 1, "1. >80: Tốt"),
        ("- >= 80", 1, "- >= 80"),
        ("> 5 triệu đồng", 1, "> 5 triệu đồng"),
        ("Mức thu\n> 1.500.000 đồng/tháng: mức 2", 2, "> 1.500.000 đồng/tháng: mức 2"),
        (">= 80 điểm là tốt", 1, ">= 80 điểm là tốt"),
        ("> 5 tỷ đồng phải xin ý kiến", 1, "> 5 tỷ đồng phải xin ý kiến"),
        ("> 37,5 °C", 1, "> 37,5 °C"),
        ("> 18 tuổi trở lên được dự thi", 1, "> 18 tuổi trở lên được dự thi"),
    ],
)
def test_a_comparison_that_becomes_a_quotation_is_told(text: str, line: int, value: str) -> None:
    """Readers would see '80 điểm: Tốt'."""
    assert slips(text) == [("dau-lon-hon", line, value)]


@pytest.mark.parametrize(
    "text",
    [
        "> 70 năm xây dựng và phát triển",
        "> 5 điều Bác Hồ dạy",
        "> 12 tháng 5 năm 2026",
        "> 2026",
        "> 1. Khoản một\n> 2. Khoản hai",
        "> 5 triệu đồng\n> là mức thu của hộ.",
        "- > 1. Khoản một",
        "- > Lời trích",
        "\\> 80 điểm và > 80 điểm",
        "- trên > 80 điểm",
        "| a |\n|---|\n| > 80 điểm |",
        "```\n- > 80\n> 5 triệu\n```",
    ],
)
def test_quotations_are_none(text: str) -> None:
    """Those that begin with a number too, and signs that readers see."""
    assert slips(text) == []
