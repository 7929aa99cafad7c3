"""Learns how much pairs of syllables tell, from official sentences.

`python -m plugins.news.training` writes the table; the same sentences give the same one.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeAlias, TypedDict

from plugins.languages.text import syllables
from plugins.news.rarity import STOP_WORDS, TABLE
from plugins.spam.training import labelled

# The other lists speak of betting and loans far more often than portals do.
_LISTS: Final = ("development.yaml", "development_everyday.yaml")
_LEAST_OFTEN: Final = 3
_LEAST_LONG: Final = 9
# A pair that stands in fewer times as many sentences as chance would put it in is no word.
_LEAST_BOUND: Final = 1.35

# What is of one size, in alphabetical order, by the sizes as JSON keeps them.
Sizes: TypeAlias = dict[str, list[str]]


class Learned(TypedDict):
    """The table as its file keeps it."""

    sentences: int
    pairs: Sizes
    syllables: Sizes


def official() -> list[str]:
    """The sentences to learn from: labels and cells tell nothing of which words go together."""
    texts = [text for text, is_spam in labelled(_LISTS) if not is_spam]
    return [text for text in texts if len(syllables(text)) >= _LEAST_LONG]


def learn(sentences: Sequence[str]) -> Learned:
    """What each pair tells that stands together by more than chance; how often syllables occur."""
    read = [syllables(sentence) for sentence in sentences]
    single = Counter(one for words in read for one in set(words) - STOP_WORDS)
    pairs = Counter(
        pair for words in read for pair in set(pairwise(words)) if STOP_WORDS.isdisjoint(pair)
    )
    telling = {
        f"{one} {two}": round(10 * math.sqrt(math.log(len(read) / times)))
        for (one, two), times in pairs.items()
        if times >= _LEAST_OFTEN and times * len(read) >= _LEAST_BOUND * single[one] * single[two]
    }
    often = {one: round(2 * math.log2(times)) for one, times in single.items() if times > 1}
    return {
        "sentences": len(read),
        "pairs": _by_size(telling),
        "syllables": _by_size(often),
    }


def _by_size(sizes: Mapping[str, int]) -> Sizes:
    found: Sizes = defaultdict(list)
    for word, size in sorted(sizes.items(), key=lambda item: (item[1], item[0])):
        found[str(size)].append(word)
    return dict(found)


def main() -> None:
    """Learn the table and write it into its file."""
    text = json.dumps(learn(official()), ensure_ascii=False, indent=0)
    TABLE.write_text(f"{text}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
