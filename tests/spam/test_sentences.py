"""A text is split into the sentences that are judged one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.spam.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một câu. Hai câu? Ba câu!", ["Một câu.", "Hai câu?", "Ba câu!"]),
        ("TP. Thanh Hóa có 1.228 hộ.", ["TP. Thanh Hóa có 1.228 hộ."]),
        ("của người dân.Nhà cái", ["của người dân.", "Nhà cái"]),
        ("Dòng một\n\n  Dòng hai  ", ["Dòng một", "Dòng hai"]),
        ("登录。注册", ["登录。", "注册"]),
    ],
)
def test_sentences_end_at_stops(text: str, expected: list[str]) -> None:
    """A stop ends a sentence, an abbreviation or a number does not, and a line always does."""
    assert [one.text for one in sentences(text, range(99))] == expected


@given(st.text(alphabet="aĐ .!?。\n“”à", max_size=60))
def test_nothing_is_lost(text: str) -> None:
    """Every sentence stands at its offset, and together they hold all but spaces."""
    found = list(sentences(text, range(99)))

    assert all(text[one.offset :].startswith(one.text) for one in found)
    assert "".join("".join(one.text.split()) for one in found) == "".join(text.split())


def test_a_sentence_without_end_is_cut() -> None:
    """Ten thousand words without a stop are judged in parts."""
    assert max(len(one.text) for one in sentences("từ " * 10_000, [0])) <= 2_000


def test_only_the_lines_asked_for_are_split() -> None:
    """Lines are counted from 0, and offsets are those in the whole text."""
    (found,) = sentences("Một.\nHai.\nBa.", {1})

    assert (found.text, found.offset) == ("Hai.", 5)
