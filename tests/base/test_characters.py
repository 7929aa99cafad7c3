"""The characters that content may not hold."""

from __future__ import annotations

import pytest

from plugins.base.characters import code_point, forbidden, forbidden_values


@pytest.mark.parametrize(
    "char",
    [
        "\x00",
        "\x08",
        "\x0b",
        "\x1b",
        "\x7f",
        "\x85",
        "\x9f",
        "\u2028",
        "\u2029",
        "\ue000",
        "\ue001",
        "\uf8ff",
        "\ufffe",
        "\uffff",
        "\U000f0000",
        "\U0010fffd",
    ],
)
def test_controls_and_private_characters_are_forbidden(char: str) -> None:
    """The first of them is found."""
    found = forbidden(f"Tiếng Việt{char}")

    assert found is not None
    assert found[0] == char


@pytest.mark.parametrize("text", ["a\tb\nc", "Ủy ban", "–“…”", "a\u00a0b", "🎉", "中", "\u200d"])
def test_letters_signs_and_spaces_are_not(text: str) -> None:
    """Whatever people write."""
    assert forbidden(text) is None


def test_a_hidden_character_is_named_by_its_number() -> None:
    """As editors find it in a table of characters."""
    assert code_point("\x00") == "U+0000"
    assert code_point("\U000f0000") == "U+F0000"


@pytest.mark.parametrize(
    ("text", "found", "special"),
    [
        ("Kính thư\u2028Điều 1", "thư⟨U+2028⟩Điều", ""),
        ("\uf0b7 mục", "⟨U+F0B7⟩", "bullet"),
        (f"{'a' * 50}\x0b{'b' * 50}", f"{'a' * 20}⟨U+000B⟩{'b' * 20}", ""),
    ],
)
def test_a_hidden_character_is_told_with_the_words_around(
    text: str, found: str, special: str
) -> None:
    """An editor finds the place by its words; the marks of lists in Word have a cure of their own."""
    match = forbidden(text)

    assert match is not None
    assert forbidden_values(match) == {"found": found, "special": special}
