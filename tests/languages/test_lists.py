"""Lists as a part of a sentence."""

from __future__ import annotations

import pytest

from plugins.languages.lists import format_list


@pytest.mark.parametrize(
    ("items", "vi", "en"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A và B", "A and B"),
        (["A", "B", "C"], "A, B và C", "A, B and C"),
        (["A", "B", "C", "D"], "A, B, C và D", "A, B, C and D"),
        (["{0}", "{x}", "50%"], "{0}, {x} và 50%", "{0}, {x} and 50%"),
    ],
)
def test_the_last_item_is_joined_by_a_word(items: list[str], vi: str, en: str) -> None:
    """No comma stands before 'và' and 'and', and items are never read as patterns."""
    assert format_list(items, "vi") == vi
    assert format_list(tuple(items), "en") == en
