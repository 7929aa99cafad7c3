"""Bold and italic words, the plain pairs of signs without a stack of delimiters."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Final

from markdown import Markdown
from markdown.inlinepatterns import DelimiterProcessor

from plugins.markup.lost_stars import lost_stars

# One or two signs that can begin, words without another sign, and as many that can end.
_PAIR = re.compile(
    r"(?<!\*)(?P<stars>\*{1,2})(?![\s*])(?P<starred>[^*_]++)(?<!\s)(?P=stars)(?!\*)"
    r"|(?<![\w_])(?P<lines>_{1,2})(?![\s_])(?P<lined>[^*_]++)(?<!\s)(?P=lines)(?![\w_])"
)
_TAGS: Final = {1: "em", 2: "strong"}


class Emphasis(DelimiterProcessor):
    """Stars and underscores as Markdown reads them.

    It puts the passages that lose stars which were meant to be seen into `lost`.
    """

    def __init__(self, md: Markdown, lost: list[str]) -> None:
        super().__init__("*", "strong,em", md)
        self.add("_", "strong,em", smart=True)
        self._lost = lost

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element | None, int | None, int | None]:
        """The element that begins at `m`, if one does."""
        # Pairs that were found with an earlier one come first.
        pair = None if self.regions else _PAIR.match(data, m.start())
        if pair is None:
            element, start, end = super().handleMatch(m, data)
        else:
            element, start, end = _element(pair), pair.start(), pair.end()
        if element is not None and start is not None and end is not None:
            seen = "" if pair else "".join(element.itertext())
            if passage := lost_stars(data, start, end, seen):
                self._lost.append(passage)
        return element, start, end


def _element(pair: re.Match[str]) -> ET.Element:
    element = ET.Element(_TAGS[len(pair["stars"] or pair["lines"])])
    element.text = pair["starred"] or pair["lined"]
    return element
