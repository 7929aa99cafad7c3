"""The blanks of forms, rows of underscores for somebody to fill in, which are no markup."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

_BETWEEN: Final = "[/.,:;–-]"
# A row that is longer than any markup, several with the signs of a date or a number between them,
# and a short one before a sign with which no words begin.
_BLANK: Final = (
    r"(?<![\\_])(?:"
    rf"_{{4,}}(?:{_BETWEEN}_{{2,}})*+"
    rf"|(?<!\w)_{{2,3}}(?:{_BETWEEN}_{{2,}})++(?![^\W\d])"
    r"|(?<![^\s(\[/])_{2,3}(?=[/,;:)%]|\.(?!\w))"
    r"|(?<=:)_{2,3}(?=/))"
)


class Blanks(Extension):
    """Keeps the blanks of forms from those who look for bold and italic words."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        # Behind code and links, just before emphasis (priority 60).
        md.inlinePatterns.register(_Blank(_BLANK, md), "blank", 65)


class _Blank(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element | str | None, int | None, int | None]:
        return m[0], m.start(), m.end()
