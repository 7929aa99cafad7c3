"""Letters that look Latin but are not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.languages.lookalikes import plain_letters
from plugins.languages.text import nfc

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VIETNAMESE = "".join(nfc(vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES) + "đ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nhà сái", "nhà cái"),
        ("ВЕТ", "BET"),
        ("κèο", "kèo"),
        ("Ꮃin", "Win"),
        ("օline", "oline"),
        ("ｂｅｔ８８", "bet88"),
        ("𝐛𝒆𝓽 𝖜𝚒𝕟 𝟖𝟠", "bet win 88"),
        ("ⓦⓘⓝ Ⓦ ⒲ 🅆 🅦 🆆", "win W w W W W"),
        ("ᴄʟᴜʙ", "club"),
        ("ℬℰT ℓô", "BET lô"),
        ("ᗷᗴT", "BET"),
        ("ⁿhà", "nhà"),
        ("Ðồng, ðồng, Ɖồng", "Đồng, đồng, Đồng"),
        ("nhὰ cάi", "nhà cái"),
        ("nhа\u0300", "nha\u0300"),
        ("Nƣớc, Ƣu", "Nước, Ưu"),
        ("ⅼà ⅴà", "là và"),
    ],
)
def test_look_alikes_become_latin(text: str, expected: str) -> None:
    """Letters and digits of other scripts and styles give the Latin one, in its case."""
    assert plain_letters(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        VIETNAMESE,
        VIETNAMESE.upper(),
        "Ærøskøbing, façade, Malmö, Łódź, İzmir",
        "m², 30 ºC, H₂O, ½, № 5, Chương Ⅲ, ① ②",
        "→ ≤ × ∪ “trích” — … 🇻🇳 👍",
        "中文 한국어 ภาษา",
    ],
)
def test_what_is_no_look_alike_stays(text: str) -> None:
    """Vietnamese and other accented letters, digits, signs and other writing do not change."""
    assert plain_letters(text) == text


@given(st.text())
def test_one_pass_replaces_all(text: str) -> None:
    """A second pass finds nothing, no character gives more than one, none is taken out."""
    plain = plain_letters(text)

    assert plain_letters(plain) == plain
    assert len(plain) == len(text)


@given(st.text())
def test_marks_are_those_of_vietnamese(text: str) -> None:
    """A letter with a mark is only made where Vietnamese or plain Latin has it."""
    made = {new for old, new in zip(text, plain_letters(text), strict=True) if old != new}

    assert all(unicodedata.normalize("NFD", char)[0].isascii() or char in "Đđ" for char in made)
