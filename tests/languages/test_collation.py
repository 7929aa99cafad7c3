"""The order of a Vietnamese dictionary."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.languages.collation import index_letter, sort_key

_ALPHABET = "A Ă Â B C D Đ E Ê F G H I J K L M N O Ô Ơ P Q R S T U Ư V W X Y Z".split()

_VIETNAMESE = st.text("aăâáàạấăắdđeêénhgoôơớuưy AĐÊH019 -\u0300\u0301\u0323\u0302", max_size=12)
_TEXTS = st.one_of(_VIETNAMESE, st.text(max_size=8))


@pytest.mark.parametrize(
    "expected",
    [
        ["Hà Long", "Hà Trung", "Hạ Long"],
        ["An", "Ánh", "Ăn", "Ẩm"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["Dương", "Dưỡng", "Đa", "Đà", "Đông", "E"],
        ["o", "ô", "ơ", "p", "u", "ư", "v"],
        ["Hoa", "Hoa Kỳ", "Hoà An", "Hòa Bình", "Hoá", "Hóa"],
        ["Nga", "Nga Sơn", "Ngã ba", "Ngân"],
        ["3 mốc", "20 năm", "0100 ngày", "Cổng", "Cổng 2", "Cổng 10", "Cổng thông tin"],
        ["", "!", "2026", "Москва", "北京", "An"],
        ["“Chính phủ điện tử”", "Chính-phủ số", "Chính quyền số"],
        ["Mulan", "Müller", "Munich"],
    ],
)
def test_texts_stand_as_in_a_dictionary(expected: list[str]) -> None:
    """Letters, then tones, syllable by syllable; numbers by value and before words."""
    for start in itertools.islice(itertools.permutations(expected), 24):
        assert sorted(start, key=sort_key) == expected


def test_the_alphabet_is_in_order() -> None:
    """Marked letters follow their plain letter whatever comes after, and 'd' precedes 'đ'."""
    for letter, following in itertools.pairwise(_ALPHABET):
        assert sort_key(f"{letter}z") < sort_key(f"{following}a")
        assert sort_key(f"b{letter.lower()}z") < sort_key(f"B{following}a")


def test_capitals_decide_only_between_equal_texts() -> None:
    """'AN' does not leave 'ăn' behind, and both spellings keep one fixed order."""
    assert sorted(["ánh", "an", "Ánh", "AN"], key=sort_key) == ["AN", "an", "Ánh", "ánh"]


def test_numbers_of_any_length_are_compared_by_value() -> None:
    """Even a number of thousands of digits is only compared, never computed."""
    texts = ["2" + "0" * 5000, "1" + "0" * 5000, "10", "9"]

    assert sorted(texts, key=sort_key) == texts[::-1]


@given(st.lists(_TEXTS, max_size=8))
def test_the_order_is_total(texts: list[str]) -> None:
    """Sorting gives one order whatever the order before, and no pair contradicts it."""
    ordered = sorted(texts, key=sort_key)

    assert list(map(sort_key, ordered)) == sorted(map(sort_key, reversed(texts)))
    for first, second in itertools.combinations(ordered, 2):
        assert sort_key(first) <= sort_key(second)


@given(_TEXTS, _TEXTS)
def test_only_equal_texts_have_equal_keys(first: str, second: str) -> None:
    """Two texts that differ in more than their normal form never change places."""
    same = unicodedata.normalize("NFC", first) == unicodedata.normalize("NFC", second)

    assert (sort_key(first) == sort_key(second)) is same


@given(_TEXTS)
def test_the_normal_form_does_not_matter(text: str) -> None:
    """A decomposed text has the key and the heading of the composed one."""
    decomposed = unicodedata.normalize("NFD", text)

    assert sort_key(decomposed) == sort_key(text)
    assert index_letter(decomposed) == index_letter(text)
    assert hash(sort_key(text)) == hash(sort_key(decomposed))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ấp", "Â"),
        ("đường", "Đ"),
        ("3 mốc", "#"),
        ("ốc", "Ô"),
        ("Ứng dụng", "Ư"),
        ("ỷ", "Y"),
        ("“Ăn quả”", "Ă"),
        ("Élite", "E"),
        ("Übung", "U"),
        ("web", "W"),
        ("Москва", "#"),
        ("北京", "#"),
        ("…", "#"),
        ("", "#"),
    ],
)
def test_texts_stand_under_their_letter(text: str, expected: str) -> None:
    """The tone is dropped, the mark of the letter stays, all else stands under '#'."""
    assert index_letter(text) == expected


@given(st.lists(_TEXTS, max_size=12))
def test_a_sorted_list_has_one_run_for_each_letter(texts: list[str]) -> None:
    """An index needs no second grouping: its headings follow in the order of the alphabet."""
    letters = [index_letter(text) for text in sorted(texts, key=sort_key)]
    headings = [letter for letter, _ in itertools.groupby(letters)]

    assert headings == [letter for letter in ["#", *_ALPHABET] if letter in headings]
