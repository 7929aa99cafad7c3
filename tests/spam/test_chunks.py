"""What stands between two spaces."""

from __future__ import annotations

import pytest

from plugins.spam.chunks import chunks, plain_spaces


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Xã họp. Mời dân", ["", "sentence", "", "line"]),
        ("“Xã họp.” Mời\ndân", ["", "sentence", "line", "line"]),
        ("Mời TP. Thanh", ["", "", "line"]),
        ("Xã – họp", ["", "", "line"]),
        ("", ["line"]),
    ],
)
def test_a_chunk_knows_what_it_ends(text: str, ends: list[str]) -> None:
    """A stop ends a sentence, behind an abbreviation it does not; the last word ends its line."""
    assert [chunk.end_of for chunk in chunks(text)] == ends


@pytest.mark.parametrize(
    ("written", "look"),
    [
        ("họp", ""),
        ("họp\u200b", "closer"),
        ("w88.bet", "closer"),
        ("0912", "closer"),
        ("2030", ""),
        ("display:none", "closer"),
        ("họp.Mời", "closer"),
        ("vl", "fragment"),
        ("women's", ""),
    ],
)
def test_a_chunk_alone_can_call_for_a_look(written: str, look: str) -> None:
    """Odd letters, addresses, telephones, markup and glued sentences do; years do not."""
    assert chunks(written)[0].look == look


def test_a_word_adds_the_weights_of_its_pairs() -> None:
    """The last word of a chunk brings the weights of what may follow it."""
    first, second = chunks("nhà cái")

    assert first.following[second.first] > 0


def test_spaces_of_any_kind_part_words() -> None:
    """Tabs and no-break spaces are spaces."""
    assert len(chunks(plain_spaces("nhà\tcái\u00a0mới"))) == 3
