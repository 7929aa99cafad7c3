"""Links whose words are an address."""

from __future__ import annotations

import pytest

from plugins.markup.convert import Converter
from plugins.markup.slips import slips_of

CONVERTER = Converter("vi")


def told(text: str) -> list[tuple[int, str, str]]:
    """The line, the words and the host of each link that is told."""
    pieces = CONVERTER.convert(text, "articles/thu/index.vi.md").pieces
    faults = slips_of(text, pieces)
    return [(one.line, one.value, one.more) for one in faults if one.code == "lien-ket-ten-khac"]


@pytest.mark.parametrize(
    "words", ["b.vn", "https://b.vn", "HTTP://WWW.b.vn/c?d", "**b.com**", "a.vn.b.net:443"]
)
def test_words_that_name_another_host_are_told(words: str) -> None:
    """A reader takes them for the address."""
    shown = words.strip("*")

    assert told(f"Chữ.\n\n[{words}](https://a.vn/c)") == [(3, shown, "a.vn")]


@pytest.mark.parametrize(
    "words", ["a.vn", "https://www.a.vn/d", "Cổng a.vn và b.vn", "báo cáo.docx", "3.14", "v.v"]
)
def test_other_words_are_not_told(words: str) -> None:
    """The same host, with its path or without, and words that are no address."""
    assert told(f"[{words}](https://a.vn/c) [A](https://www.a.vn)") == []


def test_a_host_with_www_is_the_same() -> None:
    """Whether in the words or in the address."""
    assert told("[a.vn](https://www.a.vn/c)") == []
