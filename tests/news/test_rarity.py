"""How much pairs of syllables tell."""

from __future__ import annotations

from plugins.news.rarity import RARE, TABLE, Rarity, rarity

KNOWN = Rarity({("hồ", "sơ"): 17}, {"hồ": 12, "sơ": 12, "nộp": 14}, 6000)


def test_a_known_pair_tells_what_the_table_says() -> None:
    """The table comes first, however frequent the syllables are."""
    assert KNOWN.weight(("hồ", "sơ")) == 17


def test_an_unknown_pair_of_rare_syllables_is_rare() -> None:
    """Names and new words tell much."""
    assert KNOWN.weight(("như", "thanh")) == KNOWN.weight(("hồ", "thanh")) == RARE


def test_an_unknown_pair_of_frequent_syllables_is_chance() -> None:
    """Two frequent syllables that no word is made of meet by chance, and tell little."""
    assert KNOWN.weight(("nộp", "hồ")) < 17


def test_what_is_frequent_depends_on_how_much_was_learned() -> None:
    """Syllables of as many sentences meet by chance less often where ten times as many were read."""
    more = Rarity(KNOWN.pairs, KNOWN.syllables, 10 * KNOWN.sentences)

    assert KNOWN.weight(("nộp", "hồ")) < more.weight(("nộp", "hồ")) == RARE


def test_the_shipped_table_knows_both_languages() -> None:
    """Official words of Vietnamese and of English are known."""
    assert {("hồ", "sơ"), ("điện", "tử"), ("public", "service")} <= rarity().pairs.keys()


def test_the_shipped_table_is_small() -> None:
    """It is read at every build."""
    assert TABLE.stat().st_size < 150_000
