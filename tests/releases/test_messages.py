"""The sentences about releases are there in both languages."""

from __future__ import annotations

from string import Formatter

import pytest

from plugins.releases import findings, messages

TEXTS = {**messages._TEXTS, **findings._TEXTS}


@pytest.mark.parametrize("name", TEXTS)
def test_a_sentence_has_the_same_values_in_both_languages(name: str) -> None:
    """Nothing is told to some readers only."""
    texts = TEXTS[name]
    fields = [{one[1] for one in Formatter().parse(texts[lang]) if one[1]} for lang in ("vi", "en")]

    assert fields[0] == fields[1]
