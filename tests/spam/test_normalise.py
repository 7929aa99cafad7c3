"""Words as readers take them, whatever they were disguised with."""

from __future__ import annotations

import pytest

from plugins.spam.normalise import bare, is_disguised, normalise, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nhà CÁI", "nhà cái"),
        ("ＮＨÀ ＣÁＩ", "nhà cái"),
        ("𝐬𝐨𝐢 𝐜ầ𝐮", "soi cầu"),
        ("nhà сái", "nhà cái"),
        ("so\u200bi c\u00adầu", "soi cầu"),
        ("ɴʜᴀ\u0300", "nhà"),
        ("n\u0336h\u0336à\u0336", "nhà"),
        ("🇧🇪🇹", "bet"),
        ("cá cƣợc ƌá gà", "cá cược đá gà"),
    ],
)
def test_disguises_are_taken_off(text: str, expected: str) -> None:
    """Styles, look-alikes, invisible characters and strokes leave the plain word."""
    assert normalise(text) == expected
    assert is_disguised(text) == (text != "Nhà CÁI")


def test_phrases_do_not_reach_across_a_pause() -> None:
    """A comma, a bracket or a stop before a space is a token, one within a word is none."""
    assert tokens("về nhà, cái nghèo (cũ). nhà,cái 0,55") == [
        *("về", "nhà", ",", "cái", "nghèo", "(", "cũ", ".", "nhà", "cái", "0,55"),
    ]


def test_words_without_marks_have_no_strokes() -> None:
    """Marks of Vietnamese and strokes of other alphabets are taken from a word."""
    assert (bare("cược"), bare("đề"), bare("wøn")) == ("cuoc", "de", "won")
