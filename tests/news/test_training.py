"""The table of rarity is what official sentences teach."""

from __future__ import annotations

import json

from plugins.news.rarity import TABLE
from plugins.news.training import learn, official

SENTENCES = [
    *["nộp hồ sơ đất"] * 3,
    *["hồ sơ của xã"] * 3,
    *[f"việc{number} khác{number}" for number in range(60)],
]


def test_the_shipped_table_is_learned_from_the_labelled_sentences() -> None:
    """Whoever changes a sentence, or how it is read, learns the table anew."""
    shipped = json.loads(TABLE.read_text(encoding="utf-8"))

    assert learn(official()) == shipped, "refresh it: python -m plugins.news.training"


def test_no_spam_is_learned_from() -> None:
    """What only spam says is not official."""
    assert "Nhà cái uy tín hàng đầu châu Á, nạp rút siêu tốc chỉ trong 30 giây." not in official()


def test_a_frequent_pair_tells_less_than_a_rare_one() -> None:
    """Of the pairs that sentences share, that of more sentences has the smaller weight."""
    pairs = learn(SENTENCES)["pairs"]
    weights = {pair: int(weight) for weight, written in pairs.items() for pair in written}

    assert weights["hồ sơ"] < weights["nộp hồ"]


def test_stop_words_and_pairs_of_few_sentences_are_left_out() -> None:
    """They would make the table large and tell nothing."""
    learned = learn(SENTENCES)
    pairs = {pair for written in learned["pairs"].values() for pair in written}
    single = {one for written in learned["syllables"].values() for one in written}

    assert pairs == {"hồ sơ", "nộp hồ", "sơ đất"}
    assert single == {"hồ", "sơ", "nộp", "đất", "xã"}


def test_what_chance_puts_side_by_side_is_no_word() -> None:
    """Two words of every sentence are neighbours now and then without belonging together."""
    sentences = [*["nộp đơn hồ sơ"] * 20, *["hồ sơ nộp đơn"] * 3]
    pairs = {pair for written in learn(sentences)["pairs"].values() for pair in written}

    assert "sơ nộp" not in pairs
