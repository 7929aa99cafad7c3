"""What can be a syllable of Vietnamese, and how glued words come apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.languages.orthography import is_marked, is_marked_wrongly, is_syllable, split_glued

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.mark.parametrize(
    "word",
    "hòa hoà thúy thuý quý hoàn huỳnh của nghiêng gì giếng giữa quốc quyết khuỷu ngoằn nguệch "
    "thuở ĐIỆN Ủy yêu ý ơn xoong".split(),
)
def test_a_syllable_is_known_in_any_case_and_with_either_place_of_its_tone(word: str) -> None:
    """Onset, rhyme and tone decide."""
    assert is_syllable(word)


@pytest.mark.parametrize("word", "tửlà cat càt cảch đ qđ hệlà tràính Đắk bcd hòá".split())
def test_what_breaks_the_rule_is_no_syllable(word: str) -> None:
    """Two tones, a stop without sắc or nặng, and unknown rhymes are refused."""
    assert not is_syllable(word)


@pytest.mark.parametrize("word", "mỉền tìền Vàý Tàì càt tiéng Sóì chúý".split())
def test_a_syllable_with_marks_that_it_cannot_have_is_known(word: str) -> None:
    """Without them it is one syllable."""
    assert is_marked_wrongly(word)


@pytest.mark.parametrize("word", "tiền tửlà Kubẹt ởđâu élevé Đắk Krông".split())
def test_what_is_right_or_more_than_a_syllable_is_not_marked_wrongly(word: str) -> None:
    """Taking the marks away would leave no syllable, or nothing is wrong with them."""
    assert not is_marked_wrongly(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("tửlà", "tử là"),
        ("sốTổng", "số Tổng"),
        ("sốquốc", "số quốc"),
        ("ínhphủđiệntửlàgìMụctiêu", "ính phủ điện tử là gì Mục tiêu"),
        ("phủđiệntửlàgìket", "phủ điện tử là gì ket"),
        ("thựchiện", "thực hiện"),
        ("cánhân", "cá nhân"),
        ("QUYẾTĐỊNH", "QUYẾT ĐỊNH"),
        ("ởđâu", "ở đâu"),
    ],
)
def test_glued_words_come_apart(word: str, parts: str) -> None:
    """The most usual syllables are taken, and a capital begins one."""
    assert split_glued(word) == tuple(parts.split())


@pytest.mark.parametrize("word", "thương website Êđê ôtô UBNDtỉnh QĐ Đắk café Köln bộket".split())
def test_what_is_not_surely_glued_stays(word: str) -> None:
    """Syllables, foreign words and abbreviations are left alone."""
    assert split_glued(word) is None


def test_every_marked_word_of_the_articles_is_a_syllable() -> None:
    """Clean texts give no false find."""
    words = {
        word
        for path in CONTENT.rglob("*.vi.md")
        for word in re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8"))
    }

    assert {word for word in words if is_marked(word) and not is_syllable(word)} <= {"QĐ"}


@given(st.text("aăâđêôơưtửlàgìnhc", max_size=40))
def test_parts_make_up_the_word(word: str) -> None:
    """Splitting loses and changes nothing."""
    parts = split_glued(word)

    assert parts is None or ("".join(parts) == word and all(map(is_syllable, parts[:-1])))


def test_a_long_run_is_looked_at_in_part() -> None:
    """A text without spaces costs no more than a long word."""
    parts = split_glued("tửlà" * 500_000)

    assert parts is not None
    assert len("".join(parts)) < 200
