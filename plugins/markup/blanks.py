"""The blanks of forms, rows of underscores for somebody to fill in, which are no markup."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Final

from markdown import Markdown
from markdown.blockprocessors import HRProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

_BETWEEN: Final = "[/.,:;–-]"
# A sign, and a word to which other underscores belong.
_BOLD: Final = r"[/,;:)%.][^\s_]*[^\W_]_{2,3}(?![\w/])"
# A row that is longer than any markup, several with the signs of a date or a number between them,
# and a short one before a sign with which no words begin.
_BLANK: Final = (
    rf"(?<![\\_])(?!_{{2,3}}{_BOLD})(?:"
    rf"_{{4,}}(?:{_BETWEEN}_{{2,}})*+"
    rf"|(?<!\w)_{{2,3}}(?:{_BETWEEN}_{{2,}})++(?![^\W\d])"
    r"|(?<![^\s(\[/])_{2,3}(?=[/,;:)%]|\.(?!\w))"
    r"|(?<=:)_{2,3}(?=/))"
)
_RULE: Final = re.compile(r"^[ ]{0,3}(?>(?:-+[ ]{0,2}){3,}|(?:\*+[ ]{0,2}){3,})[ ]*$", re.MULTILINE)
_RULE_OF_UNDERSCORES: Final = re.compile(r"[ ]{0,3}_{3}[ ]*\n*")


class Blanks(Extension):
    """Keeps the blanks of forms from those who look for bold and italic words, and for rules."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        # Behind code and links, just before emphasis (priority 60).
        md.inlinePatterns.register(_Blank(_BLANK, md), "blank", 65)
        md.parser.blockprocessors.register(_Rules(md.parser), "hr", 50)


class _Rules(HRProcessor):
    """Rules of stars and dashes as Markdown reads them, and of three underscores alone."""

    def test(self, parent: ET.Element, block: str) -> bool:
        is_outside = parent.tag == self.parser.md.doc_tag
        alone = _RULE_OF_UNDERSCORES.fullmatch(block) if is_outside else None
        found = alone or _RULE.search(block)
        if found:
            self.match = found
        return found is not None


class _Blank(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element | str | None, int | None, int | None]:
        return m[0], m.start(), m.end()
