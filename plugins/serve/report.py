"""What a build found wrong, as the browser shows it and as the terminal tells it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import asdict

from plugins.base.problems import MessageLanguage, Problem, Severity
from plugins.builds.messages import say

# More than these nobody reads over a page; `check` lists them all.
_SHOWN: Final = 50


class Shown(Struct, frozen=True):
    """One thing that is wrong: where, what, and how to mend it; `code` is for content alone."""

    path: str
    line: int
    severity: Severity
    code: str
    message: str
    fix: str

    def text(self, language: MessageLanguage) -> str:
        """One line, in the form of all reports."""
        place = f"{self.path}:{self.line}: " if self.path else ""
        code = f"[{self.code}] " if self.code else ""
        severity = say(language, self.severity)
        return f"{place}{severity} {code}{self.message} {self.fix}".rstrip()


class Report(Struct, frozen=True):
    """All that is wrong, the errors first, and which portals are held back for it."""

    problems: tuple[Shown, ...] = ()
    held: str = ""

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(one.severity == "error" for one in self.problems)

    def heading(self, language: MessageLanguage) -> str:
        """How many problems there are; empty where there are none."""
        warnings = len(self.problems) - self.errors
        return (
            say(language, "problems", errors=self.errors, warnings=warnings)
            if self.problems
            else ""
        )

    def as_data(self, language: MessageLanguage) -> dict[str, Any]:
        """All that a page needs to show this."""
        more = len(self.problems) - _SHOWN
        return {
            "lang": language,
            "errors": self.errors,
            "heading": self.heading(language),
            "held": self.held,
            "problems": [
                {**asdict(one), "severity": say(language, one.severity)}
                for one in self.problems[:_SHOWN]
            ],
            "more": say(language, "serve-more", count=more) if more > 0 else "",
            "back": say(language, "serve-back"),
        }


def shown(found: Iterable[Problem], language: MessageLanguage, folder: str) -> list[Shown]:
    """Problems of the content in `folder`."""
    return [
        Shown(
            f"{folder.rstrip('/')}/{one.path}",
            one.line,
            one.severity,
            one.code,
            one.message(language),
            one.fix(language),
        )
        for one in found
    ]


def report_of(problems: Iterable[Shown], held: str = "") -> Report:
    """A report with the errors first."""
    return Report(tuple(sorted(problems, key=lambda one: one.severity != "error")), held)
