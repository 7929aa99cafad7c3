"""The weights of the wall are what the labelled sentences teach."""

from __future__ import annotations

import pytest

from plugins.spam.model import Model, model
from plugins.spam.training import labelled, train

SPAM = ["nhà cái uy tín", "soi cầu lô đề", "nhà cái tặng tiền", "chốt số lô đề"]
OFFICIAL = ["nộp hồ sơ tại xã", "hồ sơ đất đai", "họp tại ủy ban xã", "lịch họp của ủy ban"]


def test_the_shipped_weights_are_learned_from_the_labelled_sentences() -> None:
    """Whoever changes a sentence, or how it is read, learns the weights anew."""
    shipped, learned = model(), train(labelled())

    assert _names(learned) == _names(shipped), "refresh them: python -m plugins.spam.training"
    assert _values(learned) == pytest.approx(_values(shipped), abs=0.01)


def _names(weights: Model) -> tuple[object, ...]:
    seconds = {first: set(seconds) for first, seconds in weights.pairs.items()}
    return set(weights.words), seconds, set(weights.traits)


def _values(weights: Model) -> dict[str, float]:
    pairs = {
        f"{first} {second}": weight
        for first, seconds in weights.pairs.items()
        for second, weight in seconds.items()
    }
    return {**weights.words, **weights.traits, **pairs}


def test_words_of_spam_weigh_more_than_words_of_offices() -> None:
    """What stands in spam alone counts for it, what stands in honest text alone against."""
    rows = [(text, 1) for text in SPAM * 3] + [(text, 0) for text in OFFICIAL * 3]
    words = train(rows).words

    assert words["đề"] > 0 > words["xã"]


def test_the_same_sentences_give_the_same_weights() -> None:
    """Nothing depends on the order of sets or on chance."""
    rows = [(text, 1) for text in SPAM * 2] + [(text, 0) for text in OFFICIAL * 2]

    assert train(rows) == train(rows)
