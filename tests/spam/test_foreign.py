"""Writing that injected pages bring with them."""

from __future__ import annotations

import pytest

from plugins.spam.foreign import foreign_points
from plugins.spam.score import REFUSED_FROM, WARNED_FROM


@pytest.mark.parametrize(
    "text", ["时间:2025-01-11 来源:báo", "【Chính phủ số】", "责任编辑:Ban", "カジノ"]
)
def test_boilerplate_is_refused(text: str) -> None:
    """Furniture of foreign pages and their brackets are refused."""
    assert foreign_points(text) >= REFUSED_FROM


@pytest.mark.parametrize(
    "text", ["Trung Quốc (中华人民共和国)", "chữ “南國山河南帝居”", "Số 1 中国"]
)
def test_quotations_pass(text: str) -> None:
    """Han letters in quotation marks, in brackets, or very few, are an honest text's."""
    assert foreign_points(text) < WARNED_FROM


def test_a_row_of_han_letters_is_doubtful() -> None:
    """Several of them in the open are warned of."""
    assert WARNED_FROM <= foreign_points("xin chào 南國山河南") < REFUSED_FROM
