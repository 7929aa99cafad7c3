"""Plain pairs of signs are read at once, and all others as Markdown reads them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.markup.reader import Extensions, library_reader, reader

PARTS = ["*", "*", "**", "***", "_", "_", "__", "a", "b c", " ", "\n", ".", "é", "[x](y)", "`c`"]
ODD = "__[x](y)`c`***[|**`c`<b>a**_</b>**[\na</b>*[x](y)****[x](y)"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b c** _d_ __e__", "<em>a</em> <strong>b c</strong> <em>d</em> <strong>e</strong>"),
        ("n**h**à", "n<strong>h</strong>à"),
        ("a_b_c", "a_b_c"),
        ("* a* 2 * 3 **b **", "* a* 2 * 3 **b **"),
        ("***a***", "<strong><em>a</em></strong>"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("*a**", "<em>a</em>*"),
        ("*a_b*", "<em>a_b</em>"),
    ],
)
def test_signs_make_words_bold_or_italic(text: str, html: str) -> None:
    """A sign beside a space, or an underscore within a word, is none."""
    assert reader(Extensions.of("vi")).convert(f"x {text} x") == f"<p>x {html} x</p>"


def test_a_mark_that_crossed_signs_cut_in_two_is_gone() -> None:
    """What Markdown makes of signs that cross is strange, and kept."""
    ours, theirs = (make(Extensions.of("vi")) for make in (reader, library_reader))

    assert ours.convert(ODD) == theirs.convert(ODD)


@given(st.lists(st.lists(st.sampled_from(PARTS), max_size=24).map("".join), max_size=20))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_signs_in_any_order_are_read_as_by_the_library(texts: list[str]) -> None:
    """Nothing of one text is left for the next either."""
    ours, theirs = (make(Extensions.of("vi")) for make in (reader, library_reader))

    for text in texts:
        assert ours.reset().convert(text) == theirs.reset().convert(text)
