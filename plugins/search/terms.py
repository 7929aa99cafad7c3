"""The terms of a text: its syllables with their marks, each with how much the text is about it.

The same is done with what a reader asks for by `theme/static/search.js`.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from msgspec import Struct

from plugins.base.memo import Memo
from plugins.languages.text import syllables
from plugins.languages.tones import other_spelling, tone_place

# Added to the level of a term that stands in the title.
_IN_TITLE: Final = 4
_MOST: Final = 3
# A word of the summary counts so often.
_SUMMARY_TIMES: Final = 2
# In a text of more words than these a term has to stand twice as often, and so on.
_LONG: Final = 1024
# No syllable begins so: under such a term stand the texts of a category.
_CATEGORY: Final = "#"


class Words(Struct, frozen=True):
    """What of a text is searched."""

    title: str
    summary: str
    text: str
    category: str = ""


class Terms(Struct, frozen=True):
    """The terms of a text, parted by spaces, and the level of each as a digit from 1 to 7."""

    terms: str
    levels: str

    def pairs(self) -> dict[str, str]:
        """The level of each term."""
        return dict(zip(self.terms.split(), self.levels, strict=True))


def terms_of(words: Words) -> Terms:
    """The terms of a text."""
    summary, whole = syllables(words.summary), syllables(f"{words.summary} {words.text}")
    often = Counter(_SAME(whole))
    for term in _SAME(summary):
        often[term] += _SUMMARY_TIMES - 1
    steps = _steps(len(whole) - len(summary))
    levels = dict(zip(often, map(steps.__getitem__, often.values()), strict=True))
    for term in _SAME(syllables(words.title)):
        levels[term] = levels.get(term, 0) % _IN_TITLE + _IN_TITLE
    if words.category:
        levels[_CATEGORY + words.category] = 1
    return Terms(" ".join(levels), "".join(map(str, levels.values())))


class _Steps(dict[int, int]):
    """The level of a term that stands so often in a text."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self._twice = 2
        while words > _LONG * self._twice // 2:
            self._twice *= 2

    def __missing__(self, often: int) -> int:
        level = 1 + (often >= self._twice) + (often >= 2 * self._twice)
        self[often] = min(level, _MOST)
        return self[often]


def _steps(words: int) -> _Steps:
    return _Steps(words)


def same_term(syllable: str) -> str:
    """A syllable with its tone where it was of old: 'hoà' and 'hòa' are one term."""
    return other_spelling(syllable) if tone_place(syllable) == "new" else syllable


_SAME: Final = Memo(same_term)
