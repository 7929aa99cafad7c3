"""Vietnamese text in the forms that storing, addressing, searching and comparing need."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from pathlib import Path

import playwright
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.languages.text import fold, nfc, slugify, syllables

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_LETTERS = [nfc(vowel + tone) for vowel in _VOWELS for tone in _TONES] + ["đ"]


def test_nfc_joins_letters_with_their_marks() -> None:
    """Both orders in which a mark and a dot below may be typed give the same letter."""
    assert nfc("Thanh Ho\u0301a") == "Thanh Hóa"
    assert nfc("đo\u0323\u0302i") == nfc("đo\u0302\u0323i") == "đội"


def test_fold_leaves_a_plain_letter_of_every_vietnamese_letter() -> None:
    """Each of the 73 letters, small or capital, folds to one letter from a to z."""
    assert len(_LETTERS) == 73
    for letter in _LETTERS:
        assert re.fullmatch("[a-z]", fold(letter)), letter
        assert fold(letter.upper()) == fold(letter)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chính phủ điện tử", "chinh phu dien tu"),
        ("ĐỊNH NGHĨA", "dinh nghia"),
        ("ＮＨƯ ＴＨＡＮＨ", "nhu thanh"),
        ("“Số hóa” – ½", "“so hoa” – 1⁄2"),
        ("Şükrü Straße", "sukru straße"),
        ("हिन्दी", "हनद"),
        ("", ""),
    ],
)
def test_fold_drops_case_width_and_marks_only(text: str, expected: str) -> None:
    """All else stays: punctuation, digits and the letters of other scripts."""
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("old", "new"), [("hòa", "hoà"), ("thúy", "thuý"), ("khỏe", "khoẻ"), ("ủy", "uỷ")]
)
def test_the_two_places_of_a_tone_fold_to_one_word(old: str, new: str) -> None:
    """A reader finds a word whichever spelling it is written in."""
    assert fold(old) == fold(new)
    assert slugify(old) == slugify(new)


@given(st.text())
def test_fold_does_not_depend_on_the_normal_form(text: str) -> None:
    """Text from any keyboard or system folds alike."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text)) == fold(text)


def test_fold_gives_what_the_search_script_gives() -> None:
    """The recipe of the docstring agrees in JavaScript for every character."""
    node = next(Path(str(playwright.__file__)).parent.joinpath("driver").glob("node*"))
    recipe = re.search(r"`(text\.normalize.*?)`", str(fold.__doc__), re.DOTALL)
    assert recipe
    script = (
        "const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        f"console.log(JSON.stringify(texts.map(text => {recipe[1]})));"
    )
    texts = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code))[0] != "C"]
    texts += ["942/QĐ-TTg ngày 15/6/2021", "Uỷ ban nhân dân", "ΟΔΟΣ", "İstanbul", "Đ\u0303"]

    done = subprocess.run(
        [node, "-e", script], input=json.dumps(texts), capture_output=True, text=True, check=True
    )

    assert dict(zip(texts, json.loads(done.stdout), strict=True)) == {
        text: fold(text) for text in texts
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("942/QĐ-TTg", "942-qd-ttg"),
        ("Định nghĩa", "dinh-nghia"),
        ("  Chính phủ số – là gì?  ", "chinh-phu-so-la-gi"),
        ("Nghi\u0323\u0309 quyết", "nghi-quyet"),
        ("a___b...c", "a-b-c"),
        ("🎉🎉", ""),
        ("?!…", ""),
        ("", ""),
        ("Москва", ""),
        ("北京 2026", "2026"),
        ("Ⅻ", "xii"),
    ],
)
def test_slugs_keep_what_a_reader_can_type(text: str, expected: str) -> None:
    """'đ' is kept as 'd', '/' divides, and a title without letters or digits has no slug."""
    assert slugify(text) == expected


@given(st.text())
def test_a_slug_can_stand_in_an_address_and_is_its_own_slug(text: str) -> None:
    """No title at all gives anything but letters, digits and single hyphens between them."""
    slug = slugify(text)

    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert slugify(slug) == slug


def test_syllables_are_lower_case_words_with_their_marks() -> None:
    """Marks tell words apart, punctuation and underscores do not belong to them."""
    text = "Quyết định số 942/QĐ-TTg: _Chính phủ_ “số”, 80%!"

    assert syllables(text) == "quyết định số 942 qđ ttg chính phủ số 80".split()


def test_syllables_do_not_depend_on_the_normal_form() -> None:
    """A copied text is recognised whatever system it was copied on."""
    text = "Ủy ban nhân dân xã Như Thanh ỦY BAN"

    assert syllables(unicodedata.normalize("NFD", text)) == syllables(text)
    assert syllables("🎉 … –") == []


@given(st.text() | st.text(alphabet="aĐế9_-²\u0301\u00a0\u200b \n"))
def test_syllables_are_all_letters_and_digits_in_a_row(text: str) -> None:
    """Whatever divides them, they are those that the pattern of a syllable finds."""
    assert syllables(text) == re.findall(r"[^\W_]+", nfc(text.lower()))
