"""A fault found in content: where it is, what is wrong, and how to mend it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Literal, TypeAlias

from msgspec import Struct

from plugins.base.terms import DECIMAL, TERMS, TRANSLATED
from plugins.codes.code import CodeText
from plugins.codes.table import CODES

Severity: TypeAlias = Literal["error", "warning"]
MessageLanguage: TypeAlias = Literal["vi", "en"]

_SEVERITY_NAMES: dict[MessageLanguage, dict[Severity, str]] = {
    "vi": {"error": "lỗi", "warning": "cảnh báo"},
    "en": {"error": "error", "warning": "warning"},
}
_SHOWN_LENGTH = 160


class Problem(Struct, frozen=True, order=True):
    """One fault; `path` is relative to the content folder, `line` counts from 1."""

    path: str
    line: int
    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """'error' when nothing may be published with it."""
        return CODES[self.code].severity

    def message(self, language: MessageLanguage) -> str:
        """What is wrong, as a sentence."""
        return self._filled(self._text(language).message, language)

    def fix(self, language: MessageLanguage) -> str:
        """How to mend it, as a sentence."""
        text = self._text(language)
        near = dict(self.values).get("near") and text.fix_near
        return self._filled(f"{near} {text.fix}" if near else text.fix, language)

    def _text(self, language: MessageLanguage) -> CodeText:
        return CODES[self.code].text(language, dict(self.values).get("special", ""))

    def _filled(self, template: str, language: MessageLanguage) -> str:
        values = {name: _in(language, name, value) for name, value in self.values}
        # A sentence that is quoted at the end of one brings its own full stop.
        return template.format_map(values).strip().replace(".'.", ".'")


def _in(language: MessageLanguage, name: str, value: str) -> str:
    """A value as readers of `language` see it."""
    if name not in TRANSLATED:
        is_decimal = name in DECIMAL and language == "vi"
        return value.replace(".", ",") if is_decimal else value
    term = TERMS[value]
    return term.vi if language == "vi" else term.en


def problem(path: PurePosixPath | str, line: int, code: str, **values: object) -> Problem:
    """A problem with its values shortened to one printable line each."""
    shown = tuple((name, _printable(str(value))) for name, value in sorted(values.items()))
    return Problem(str(path), line, code, shown)


def _printable(text: str) -> str:
    flat = _one_line(text)
    return flat if len(flat) <= _SHOWN_LENGTH else flat[: _SHOWN_LENGTH - 1] + "…"


def _one_line(text: str) -> str:
    """`text` on one line: control characters would let content forge lines of a report."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


class Problems:
    """Collects problems; the same one is kept once."""

    def __init__(self) -> None:
        # The portals that a problem touches, where these are not all that show the file.
        self._found: dict[Problem, frozenset[str]] = {}

    def add(self, path: PurePosixPath | str, line: int, code: str, **values: object) -> None:
        """Record one problem of whatever shows the file."""
        self._found[problem(path, line, code, **values)] = frozenset()

    def add_in(
        self, portal: str, path: PurePosixPath | str, line: int, code: str, **values: object
    ) -> None:
        """Record one problem that a file has in one portal; another may show it without."""
        found = problem(path, line, code, **values)
        others = self._found.get(found, frozenset((portal,)))
        self._found[found] = others | {portal} if others else others

    def extend(self, found: Iterable[Problem]) -> None:
        """Record problems found elsewhere."""
        self._found.update(dict.fromkeys(found, frozenset()))

    def portals_of(self, found: Problem) -> frozenset[str]:
        """The portals in which a file has this problem; none where it is the file's own."""
        return self._found[found]

    def __iter__(self) -> Iterator[Problem]:
        """The problems sorted by path and line."""
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> int:
        """How many of them stop a build."""
        return sum(found.severity == "error" for found in self._found)


def as_text(found: Iterable[Problem], language: MessageLanguage, folder: str = "") -> str:
    """One problem a line, as `path:line: severity [code] message fix`."""
    return "".join(
        f"{_join(folder, one.path)}:{one.line}: {_SEVERITY_NAMES[language][one.severity]} "
        f"[{one.code}] {one.message(language)} {one.fix(language)}".rstrip()
        + "\n"
        for one in found
    )


def as_json(found: Iterable[Problem], language: MessageLanguage, folder: str = "") -> str:
    """A JSON list of objects with path, line, severity, code, message and fix."""
    rows = [
        {
            "path": _join(folder, one.path),
            "line": one.line,
            "severity": one.severity,
            "code": one.code,
            "message": one.message(language),
            "fix": one.fix(language),
        }
        for one in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _join(folder: str, path: str) -> str:
    path = _one_line(path)
    return f"{folder.rstrip('/')}/{path}" if folder else path
