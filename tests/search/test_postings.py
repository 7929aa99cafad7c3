"""The lines of the files that are searched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.search.postings import levels_of, line, term_of

LEVELS = st.dictionaries(st.integers(0, 200_000), st.sampled_from("1234567"), min_size=1)


@given(LEVELS)
def test_a_line_holds_what_it_was_given(levels: dict[int, str]) -> None:
    """Whatever the numbers are."""
    numbers = sorted(levels)
    written = line("hòa", numbers, [levels[number] for number in numbers])

    assert term_of(written) == "hòa"
    assert levels_of(written) == levels


def test_a_text_takes_one_sign() -> None:
    """By its step times eight and the level; one that is far away takes more."""
    assert line("a", [0, 1, 2, 4, 8000], "11172") == "a\t)))7\ud7f8\u222a\n"
