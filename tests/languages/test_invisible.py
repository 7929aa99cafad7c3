"""Characters that readers do not see."""

from __future__ import annotations

import unicodedata

import pytest

from plugins.languages.invisible import INVISIBLE, STRAY_INVISIBLE, without_invisible


@pytest.mark.parametrize(
    "char",
    list("\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060")
    + list("\u2063\u2066\u2069\u2800\u3164\ufe0f\ufeff\uffa0\ufffc\U000e0041\U000e0100"),
)
def test_every_invisible_character_is_taken_out(char: str) -> None:
    """A word with an invisible character inside is the word, and the character is reported."""
    assert without_invisible(f"nhà c{char}ái") == "nhà cái"
    assert STRAY_INVISIBLE.findall(f"nhà c{char}ái") == [char]


def test_every_format_character_of_the_basic_plane_is_known() -> None:
    """What Unicode calls a format character is taken out, but for marks that are shown."""
    shown = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2}
    formats = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Cf"]

    assert [char for char in formats if not INVISIBLE.match(char) and ord(char) not in shown] == []


@pytest.mark.parametrize(
    "text",
    [
        "👨\u200d👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "1\ufe0f\u20e3",
        "☎\ufe0f 024",
        "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        "Chính phủ số",
    ],
)
def test_emoji_are_not_reported(text: str) -> None:
    """Joiners, selectors and tags that make up an emoji are no stray characters."""
    assert STRAY_INVISIBLE.search(text) is None


@pytest.mark.parametrize("text", ["a\u200db", "chữ\ufe0f", "chữ\U000e0062", "👍\u200dchữ"])
def test_outside_emoji_they_are_reported(text: str) -> None:
    """The same characters between letters are stray."""
    assert STRAY_INVISIBLE.search(text)


def test_visible_text_is_kept() -> None:
    """Nothing that can be seen is lost, line ends and ordinary spaces included."""
    text = "Điều 1.\n\tKhoản 2\u00a0điểm a – “đã sửa” … 中文 🇻🇳"

    assert without_invisible(text) == text
