"""On which line of a file a sentence stands that is told as readers see it."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final
from urllib.parse import unquote

_WORD: Final = re.compile(r"\w+")
# What may stand within a word of Markdown, and not on its page.
_EMPHASIS: Final = str.maketrans("", "", "*`~")
_BETWEEN: Final = r"[\W_]+"
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>\n]*>")
# Longer words are looked for by their beginning: none is written twice.
_LONGEST: Final = 100
# How many of the first words of a sentence are looked for, the most first.
_COUNTS: Final = (400, 60, 20, 10, 5, 4, 3, 2, 1)


class SentenceLines:
    """Finds the sentences of one text; one that stands there again is found at its next place."""

    def __init__(self, text: str) -> None:
        plain = "\n".join(map(_as_read, text.split("\n"))).translate(_EMPHASIS)
        # Letters may be set bold by tags; words may stand in the tags themselves.
        self._forms = (plain, _TAG.sub("", plain))
        self._ends: dict[str, int] = {}

    def above(self, sentence: str) -> int:
        """How many lines stand above the one on which `sentence` begins; 0 if it is not found."""
        words = [word[:_LONGEST] for word in _WORD.findall(sentence)]
        counts = dict.fromkeys(min(count, len(words)) for count in _COUNTS)
        for count in counts if words else ():
            pattern = _BETWEEN.join(map(_as_pattern, words[:count]))
            for form in self._forms:
                if (place := self._next(pattern, form)) >= 0:
                    return form.count("\n", 0, place)
        return 0

    def _next(self, pattern: str, form: str) -> int:
        search = re.compile(rf"(?<![^\W_]){pattern}(?![^\W_])").search
        match = search(form, self._ends.get(pattern, 0)) or search(form)
        if match is None:
            return -1
        self._ends[pattern] = match.end()
        return match.start()


def _as_pattern(word: str) -> str:
    return re.escape(word) + (r"\w*" if len(word) == _LONGEST else "")


def _as_read(line: str) -> str:
    """One line with the references of HTML and of addresses as the letters they stand for."""
    if "&" in line:
        line = html.unescape(line)
    if "%" in line:
        line = unquote(line)
    return unicodedata.normalize("NFC", line.replace("\n", " "))
