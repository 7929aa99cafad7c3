"""Writing that injected pages bring with them."""

from __future__ import annotations

import pytest

from plugins.spam.foreign import foreign_strength


@pytest.mark.parametrize(
    "text",
    [
        "时间:2025-01-11 来源:báo",
        "【Chính phủ số】",
        "责任编辑:Ban",
        "カジノ",
        "หวยออนไลน์ lotto",
        "slot កាស៊ីណូ",
    ],
)
def test_boilerplate_is_certain(text: str) -> None:
    """Furniture of foreign pages and their brackets are never an honest text's."""
    assert foreign_strength(text) == 1


@pytest.mark.parametrize(
    "text", ["Trung Quốc (中华人民共和国)", "chữ “南國山河南帝居”", "Số 1 中国"]
)
def test_quotations_pass(text: str) -> None:
    """Han letters in quotation marks, in brackets, or very few, are an honest text's."""
    assert foreign_strength(text) == 0


def test_a_row_of_han_letters_is_doubtful() -> None:
    """Several of them in the open may be spam."""
    assert foreign_strength("xin chào 南國山河南") == 0.5


@pytest.mark.parametrize("text", ["同城约会 上门服务", "สล็อตเว็บตรง แตกง่าย 100%"])
def test_a_sentence_in_another_script_is_certain(text: str) -> None:
    """Not one Latin letter, and no quotation: nobody writes so for these readers."""
    assert foreign_strength(text) == 1


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("онлайн казино с выводом денег", 1),
        ("⠝⠓⠁ ⠉⠁⠊ ⠥⠽ ⠞⠊⠝", 1),
        ("онлайн выигрыш деньги бонус", 1),
        ("Bài viết: онлайн выигрыш деньги бонус", 0.5),
        ("ონლაინ თამაშები", 1),
        ("առցանց խաղեր", 1),
        ("διαδικτυακά παιχνίδια", 1),
        ("Góc α, β, γ; Σαβ và МГУ", 0),
        ("Đoàn của trường Đại học Lomonosov (Московский университет) thăm tỉnh", 0),
    ],
)
def test_offers_in_other_alphabets_are_known(sentence: str, strength: float) -> None:
    """A name in brackets, or signs of sums, are no offer."""
    assert foreign_strength(sentence) == strength
