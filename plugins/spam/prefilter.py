"""Tells quickly that a text holds nothing that could be spam: nearly every text is honest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from plugins.spam.brands import SPAM_ENDING
from plugins.spam.disguise import is_fragment, is_odd, is_parted
from plugins.spam.foreign import has_foreign
from plugins.spam.lexicon import PAIRS, topic_at
from plugins.spam.normalise import bare, is_usual, normalise, tokens
from plugins.spam.score import HIDING

# What a chunk of text adds to the words that are read: it alone calls for a look.
_ODD: Final = "\x00"
_FRAGMENT: Final = "\x01"
_CACHED: Final = 20_000
_LONGEST_AT_ONCE: Final = 20_000
_ADDRESS: Final = re.compile(r"[a-z0-9-]\.[a-z]")
_MARKUP: Final = re.compile(r"[:=<]")
# Lines of fewer words are not stuffed; of others, the share of different words that is too small.
_SHORTEST: Final = 10
_LONG: Final = 120
_SHARE: Final = 0.52
_LONG_SHARE: Final = 0.35


def needs_look(text: str) -> bool:
    """Whether anything in `text` calls for judging its sentences; never wrongly False."""
    usual = is_usual(text)
    plain = text.lower() if usual else normalise(text)
    joined = " ".join(map(_chunk, plain.split()))
    if _ODD in joined or (joined.count(_FRAGMENT) > 1 and _is_parted(plain)):
        return True
    if _ADDRESS.search(plain) and SPAM_ENDING.search(plain):
        return True
    words = joined.replace(_FRAGMENT, "").split()
    return (
        (not PAIRS.isdisjoint(pairwise(words)) and _has_topic(plain))
        or any(map(_is_stuffed, text.split("\n")))
        or (_MARKUP.search(plain) is not None and HIDING.search(plain) is not None)
        or (not usual and has_foreign(text))
    )


@lru_cache(maxsize=_CACHED)
def _chunk(chunk: str) -> str:
    """The words without marks of what stands between two spaces."""
    words = tokens(chunk)
    if any(map(is_odd, words)):
        return _ODD
    mark = _FRAGMENT * sum(map(is_fragment, words))
    return mark + " ".join(map(bare, words))


def _is_parted(plain: str) -> bool:
    # A long text is judged a sentence at a time anyway.
    return len(plain) > _LONGEST_AT_ONCE or is_parted(tokens(plain))


def _has_topic(plain: str) -> bool:
    words = tokens(plain)
    folded = [bare(word) for word in words]
    return any(
        pair in PAIRS and topic_at(words, folded, at) for at, pair in enumerate(pairwise(folded))
    )


def _is_stuffed(line: str) -> bool:
    words: Sequence[str] = line.split()
    count = len(words)
    return count >= _SHORTEST and len(set(words)) < count * (
        _SHARE if count < _LONG else _LONG_SHARE
    )
