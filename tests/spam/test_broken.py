"""Phrases whose words stand on lines of their own."""

from __future__ import annotations

import pytest

from plugins.spam.inspect import inspect


@pytest.mark.parametrize(
    ("text", "phrase", "line"),
    [
        ("Nhà\ncái\nuy tín", "Nhà cái", 0),
        ("Tin của xã\nSoi\ncầu\nmiền Bắc", "Soi cầu", 1),
        ("Mời bà con xem bảng giá nông sản\nTài\nxỉu", "Tài xỉu", 1),
        ("Nhà.\n(cái)\nuy tín!", "Nhà cái", 0),
        ("tải\nSUN\nWIN", "SUN WIN", 1),
    ],
)
def test_a_phrase_that_is_broken_over_lines_is_refused(text: str, phrase: str, line: int) -> None:
    """One word a paragraph, a cell or a label is read as what they say together."""
    (finding,) = [one for one in inspect(text) if one.verdict == "refuse"]

    assert finding.sentence == phrase
    assert text.count("\n", 0, finding.offset) == line


@pytest.mark.parametrize(
    "text",
    [
        "Nhà văn hóa\nCái cuốc",
        "Số nhà\nCầu Soi\nTài sản",
        "Nhà của ông Lê Văn A ở thôn Hai\ncái cày",
    ],
)
def test_honest_labels_that_follow_one_another_pass(text: str) -> None:
    """Words that make up no phrase in their order are none."""
    assert inspect(text) == ()


def test_a_phrase_on_one_line_is_told_once() -> None:
    """What is refused by itself is not refused again with its neighbours."""
    assert len(inspect("Nhà cái\nuy tín\nSố một")) == 1
