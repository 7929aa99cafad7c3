"""On which line a sentence stands that is told as readers see it."""

from __future__ import annotations

import pytest

from plugins.spam.lines import SentenceLines


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a\nSoi **c**ầu\nmiền", "Soi cầu miền"),
        ("a\nSo<b>i c</b>ầu miền", "Soi cầu miền"),
        ("a\nS&#111;i c&#7847;u", "Soi cầu"),
        ("a\n[x](https://a.example/soi-c%E1%BA%A7u)", "soi cầu"),
        ("a\n[Soi](https://a.example/) cầu miền Bắc", "Soi cầu miền Bắc"),
        ("Soi cầu miền\nSoi cầu lô", "Soi cầu lô"),
        ("Soi cầuu\nSoi cầu", "Soi cầu"),
        (f"a\n{'x' * 200} y", "x" * 200 + " y"),
        ("a\n_nhà cái_ uy tín", "nhà cái uy tín"),
        ("nhà_cáii\nRất __nhà__ _cái_", "nhà cái"),
    ],
)
def test_a_sentence_is_found_however_it_is_written(text: str, sentence: str) -> None:
    """With emphasis, tags, references, links between its words, or much like another."""
    assert SentenceLines(text).above(sentence) == 1


def test_a_sentence_that_stands_twice_is_found_twice() -> None:
    """At its next place each time."""
    lines = SentenceLines("Một.\nSoi cầu.\nHai.\nSoi cầu.")

    assert [lines.above("Soi cầu.") for _ in range(3)] == [1, 3, 1]


def test_what_is_not_there_stands_on_the_first_line() -> None:
    """A problem has a line in any case."""
    assert SentenceLines("Một.").above("Soi cầu") == 0
    assert SentenceLines("Một.").above("!") == 0
