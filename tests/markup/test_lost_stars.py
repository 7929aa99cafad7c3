"""Stars and underscores that Markdown takes for those of bold or italic words."""

from __future__ import annotations

import pytest

from plugins.markup.convert import Converter


def faults(text: str) -> list[tuple[str, int, str]]:
    """The faults of a text as plain values."""
    body = Converter("vi").convert(text, "articles/thu/index.vi.md")
    return [(one.code, one.line, one.value) for one in body.faults]


@pytest.mark.parametrize(
    ("text", "line", "passage"),
    [
        ("Hộp 20*30 cm và 40*50 cm.", 1, "20*30 cm và 40*50"),
        ("a\n\nTủ 120*60*75 cm", 3, "120*60*75"),
        ("Nguyễn Văn A*, Trần B*.", 1, "A*, Trần B*."),
        ("Nguyễn Văn A**, Trần B**.", 1, "A**, Trần B**."),
        ("Giá 5*/kg, 6*/kg.", 1, "5*/kg, 6*/kg."),
        ("Ngày **/**/2026", 1, "**/**/2026"),
        ("Ngày */*/2026", 1, "*/*/2026"),
        ("Khách sạn 4*-5*", 1, "4*-5*"),
        ("S = a*b*c", 1, "a*b*c"),
        ("Phí *a 3 m, 4*5 m", 1, "*a 3 m, 4*5"),
        ("Phí A(*), phí B(*)", 1, "A(*), phí B(*)"),
        ("**Hộp 20*30*40 cm**", 1, "**Hộp 20*30*40 cm**"),
        ("**20*30 cm**", 1, "**20*30 cm**"),
        ("2*3 `mã` 4*5", 1, "2*3 "),
        ("- a\n- [x](#a)*, b*\n\n## a", 2, "*, b*"),
        ("20*30\n40*50", 1, "20*30"),
        ("Ngày _/_/2026", 1, "_/_/2026"),
        ("Điểm:__; xếp loại:__.", 1, "Điểm:__; xếp loại:__."),
        ("Ngày __tháng__năm__", 1, "__tháng__năm__"),
        ("Lưu ý:__/đậm__", 1, "ý:__/đậm__"),
        ("Ngày __tháng__ năm__", 1, "__tháng__"),
        ("a\n\nNgày ___tháng__năm___.", 3, "___tháng__năm___."),
        ("| A | B |\n|---|---|\n| 2*3*4 | b |", 3, "2*3*4"),
    ],
)
def test_stars_within_numbers_and_behind_words_are_told(text: str, line: int, passage: str) -> None:
    """Readers would see '2030 cm' of '20*30 cm'."""
    assert faults(text) == [("dau-sao-mat", line, passage)]


@pytest.mark.parametrize(
    "text",
    [
        "*nghiêng* **đậm** ***cả hai*** **a *b* c**, *(theo mẫu)*, **“trích”**",
        "**Đ**iều 1, n**h**à, Trung tâm**đậm**, *nghiêng*đây",
        "Thời gian**: 8 giờ ngày 5/3**; **Điều 1**: a, **Điều 2**. b **.** c**:** d",
        r"20\*30 cm và 40\*50 cm, A\*, B\*.",
        "20*30 cm, 40 * 50 cm và 3 * a",
        "`20*30*40` **a `20*30*40`**",
        "```\n20*30*40\n```",
        "***Lưu ý:** a* và ***b* c** _d_ __e__ a_b_c",
        "__a__ và __b__, _c __d__ e_, __năm_ngày__, a__b__c, __g _h_ i__",
        "**2026**, *5/3/2026*, (**a**), “*b*”, **a**/**b**, *1*–*2*",
        "- *a*\n* *b*\n\n***\n\n* * *",
        "**[a](#a)**, **`b`**, *<b>c</b>*\n\n## a",
    ],
)
def test_signs_that_are_meant_are_not(text: str) -> None:
    """Bold and italic words, stars with a backslash or spaces, and code."""
    assert [one for one in faults(text) if one[0] == "dau-sao-mat"] == []


def test_a_short_text_that_would_lose_stars_is_shown_as_written() -> None:
    """A title or a cell has no bold words for them."""
    assert Converter("vi").convert_inline("Hộp 2*3*4 cm", "articles/thu/index.vi.md") == ()
