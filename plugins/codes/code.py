"""What a problem code says: what is wrong and how to mend it, in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

NEAR_VI: Final = "Có phải ý bạn là '{near}'?"
NEAR_EN: Final = "Did you mean '{near}'?"


@dataclass(frozen=True, slots=True)
class CodeText:
    """The sentences of one code in one language.

    A text in braces is a value of the problem; `fix_near` is shown instead of `fix` when a likely
    intended word is known.
    """

    message: str
    fix: str
    fix_near: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem.

    `example` is something that has it, as an editor would write it, with ⏎ where a line ends.
    """

    name: str
    vi: CodeText
    en: CodeText
    severity: Literal["error", "warning"] = "error"
    example: str = field(kw_only=True)

    def text(self, language: Literal["vi", "en"]) -> CodeText:
        """The sentences in `language`."""
        return self.vi if language == "vi" else self.en
