"""What a problem code says: what is wrong and how to mend it, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from msgspec import Struct

NEAR_VI: Final = "Có phải ý bạn là '{near}'?"
NEAR_EN: Final = "Did you mean '{near}'?"


class CodeText(Struct, frozen=True):
    """The sentences of one code in one language.

    A text in braces is a value of the problem; `fix_near` is shown before `fix` when a likely
    intended word is known.
    """

    message: str
    fix: str
    fix_near: str = ""


class InBoth(NamedTuple):
    """The sentences of one code in both languages."""

    vi: CodeText
    en: CodeText


class _Named(Struct, frozen=True, kw_only=True):
    """What is given by name."""

    example: str
    special: Mapping[str, InBoth] = {}


class Code(_Named, frozen=True):
    """One kind of problem.

    `example` is something that has it, as an editor would write it, with ⏎ where a line ends and ⇥
    for a tab.
    `special` holds the sentences for cases of which more can be said, by the name that a problem
    has for its case.
    """

    name: str
    vi: CodeText
    en: CodeText
    severity: Literal["error", "warning"] = "error"

    def text(self, language: Literal["vi", "en"], special: str = "") -> CodeText:
        """The sentences in `language`, those of a special case where it has any."""
        both = self.special.get(special, InBoth(self.vi, self.en))
        return both.vi if language == "vi" else both.en

    def texts(self) -> Iterator[InBoth]:
        """All sentences that a problem of this code may have."""
        yield InBoth(self.vi, self.en)
        yield from self.special.values()
