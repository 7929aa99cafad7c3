"""Lists whose numbers are not kept."""

from __future__ import annotations

import pytest

from plugins.markup.convert import Converter


def faults(text: str) -> list[tuple[str, int, str, str]]:
    """The faults of a text as plain values."""
    body = Converter("vi").convert(text, "articles/thu/index.vi.md")
    return [(one.code, one.line, one.value, one.more) for one in body.faults]


@pytest.mark.parametrize(
    ("text", "line", "item", "shown"),
    [
        ("a\n\n1. một\n2. hai\n4. bốn\n7. bảy", 5, "4. bốn", "3"),
        ("4. bốn\n6. sáu", 2, "6. sáu", "5"),
        ("10. a\n9. b\n8. c", 2, "9. b", "11"),
        ("1. a\n2. b\n\n1. c\n2. d", 4, "1. c", "3"),
        ("1. a\n\n2. b\n\n    c\n\n2. d", 7, "2. d", "3"),
        ("- a\n\n    1. b\n    3. c", 4, "3. c", "2"),
        ("> 1. a\n> 3. b", 2, "3. b", "2"),
        ("1. a\n3. `b` c", 2, "3.  c", "2"),
        ("12345. a", 1, "12345. a", "1"),
        ("0. a\n2. b", 2, "2. b", "1"),
        ("1. a\n1. b\n2. c", 2, "1. b", "2"),
    ],
)
def test_a_number_that_is_not_kept_is_told(text: str, line: int, item: str, shown: str) -> None:
    """The first one of a list, with the number that readers would see."""
    assert faults(text) == [("so-muc-doi", line, item, shown)]


@pytest.mark.parametrize(
    "text",
    [
        "1. a\n2. b\n3. c\n\n4. d",
        "1. a\n1. b\n\n1. c",
        "4. a\n5. b",
        "01. a\n02. b",
        "2025. a",
        "1. a\n\nb\n\n1. c",
        "1. a\n    1. b\n    2. c\n2. d\n    1. e",
        "1. a\n\n    - b\n\n2. c\n\n- d\n\n3. e",
        "a\n12. b",
        r"4\. a" + "\n\n" + r"7\. b",
        "```\n1. a\n3. b\n```",
        "1) a\n3) b",
    ],
)
def test_numbers_that_are_kept_are_not(text: str) -> None:
    """Lists in order, those that leave the numbers to Markdown, and what is no list."""
    assert faults(text) == []
