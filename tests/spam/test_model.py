"""The points that weights make."""

from __future__ import annotations

import pytest

from plugins.spam.model import Model, model, plain_words

SMALL = Model({"cái": 2.0}, {"nhà": {"cái": 3.0}, "^": {"nhà": 1.0}}, {"bias": -1.0, "phone": 1.0})


def test_words_pairs_and_traits_add_up() -> None:
    """The sum of all weights, brought to the length that every sentence has."""
    # The bias, two words and three pairs: six features.
    assert SMALL.points(["nhà", "cái"], {}) == pytest.approx(5 / 6**0.5 * (-1 + 2 + 3 + 1))
    assert SMALL.points(["nhà", "cái"], {"phone": 1.0}) == pytest.approx(5 / 7**0.5 * 6)


def test_a_word_counts_once_and_an_unknown_one_counts_nothing() -> None:
    """Saying a thing twice makes it no truer."""
    assert SMALL.points(["cái", "cái"], {}) == pytest.approx(5 / 5**0.5 * (-1 + 2))
    assert SMALL.points(["xã"], {}) == pytest.approx(-5 / 4**0.5)


def test_numbers_count_by_their_shape() -> None:
    """88k and 99k are the same offer."""
    assert plain_words(["88k", "nhà", "1.350"]) == ["00k", "nhà", "0.000"]


def test_the_shipped_weights_can_be_read() -> None:
    """They hold words, pairs of words and traits."""
    shipped = model()

    assert shipped.words
    assert all(first and all(seconds) for first, seconds in shipped.pairs.items())
    assert "bias" in shipped.traits
