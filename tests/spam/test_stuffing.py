"""The same few words again and again."""

from __future__ import annotations

import pytest

from plugins.spam.inspect import inspect
from plugins.spam.stuffing import stuffing_strength


@pytest.mark.parametrize("words", ["88bet", "go88", "hb88 w88", "chính phủ số"])
def test_repeated_words_are_stuffing(words: str) -> None:
    """Names with digits like any others."""
    assert stuffing_strength((words.split()) * 20) == 1


def test_a_text_of_one_name_is_refused() -> None:
    """However long it is."""
    assert "refuse" in {one.verdict for one in inspect("88bet " * 30_000)}


@pytest.mark.parametrize("text", ["12 " * 30, "hộ nghèo 12 " * 10, "nộp hồ sơ tại xã"])
def test_numbers_and_lists_are_none(text: str) -> None:
    """A list of things with their numbers repeats the name of the things."""
    assert stuffing_strength(text.split()) == 0
