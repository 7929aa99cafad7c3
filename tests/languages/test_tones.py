"""Where a tone stands in open oa, oe and uy."""

from __future__ import annotations

import pytest

from plugins.languages.tones import other_spelling, tone_place


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"),
        ("Hòa", "Hoà"),
        ("ỦY", "UỶ"),
        ("Ủy", "Uỷ"),
        ("thúy", "thuý"),
        ("khỏe", "khoẻ"),
    ],
)
def test_the_two_spellings_change_into_each_other(old: str, new: str) -> None:
    """Each names its place and has the other as its twin, in any case."""
    assert (tone_place(old), other_spelling(old)) == ("old", new)
    assert (tone_place(new), other_spelling(new)) == ("new", old)


@pytest.mark.parametrize("word", "quý Quỳ hoàn huỳnh của toàn hoa loay chùa người".split())
def test_what_has_one_spelling_stays(word: str) -> None:
    """A rhyme with an ending, and the u of qu, leave no choice."""
    assert (tone_place(word), other_spelling(word)) == ("", word)
