"""What an exception of a build means to whoever edits the theme, the catalogs and the settings."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jinja2 import TemplateNotFound, TemplateSyntaxError

from plugins.base.problems import MessageLanguage
from plugins.builds.messages import say
from plugins.languages.catalogs import CatalogError
from plugins.serve.report import Shown

_FRAME = re.compile(r'File "([^"\n]+)", line ([0-9]+)')
_LINE = re.compile(r"\bline ([0-9]+)|\bon ([0-9]+)")
_SETTINGS: Final = "pelicanconf.py"


def fault_of(error: BaseException, home: Path, language: MessageLanguage) -> Shown:
    """Where the cause of `error` stands in the theme or the settings of `home`, and what it is."""
    path, line = _place(error, home)
    kind = _kind(path, error)
    message = say(language, f"serve-{kind}", reason=_reason(error))
    return Shown(path, line, "error", "", message, say(language, f"serve-{kind}-fix"))


def _reason(error: BaseException) -> str:
    """What is wrong, on one line and without its place, which is told beside it."""
    text = str(error)
    if isinstance(error, CatalogError):
        text = error.reason
    elif isinstance(error, SyntaxError):
        text = error.msg
    return " ".join(f"{type(error).__name__}: {text}".split())


def _place(error: BaseException, home: Path) -> tuple[str, int]:
    """The path relative to `home`, and the line; no path where the cause stands in no file."""
    if isinstance(error, CatalogError):
        match = _LINE.search(error.reason)
        return _short(str(error.path), home), int(match[1] or match[2]) if match else 1
    if isinstance(error, TemplateSyntaxError):
        return _short(error.filename or error.name or "theme", home), error.lineno
    if isinstance(error, SyntaxError) and error.filename:
        return _short(error.filename, home), error.lineno or 1
    places = list(_trace(error, home))
    return places[-1] if places else (_missing(error, home), 1)


def _missing(error: BaseException, home: Path) -> str:
    """The file that could not be had, where that is what `error` says."""
    if isinstance(error, TemplateNotFound):
        return f"theme/templates/{error.name}"
    name = error.filename if isinstance(error, OSError) else None
    return _short(str(name), home) if name else ""


def _trace(error: BaseException, home: Path) -> Iterator[tuple[str, int]]:
    """The places in the theme and the settings on the way to `error`, also in another process."""
    for name, line in _FRAME.findall("".join(traceback.format_exception(error))):
        path = _short(name, home)
        if path.startswith("theme/") or path == _SETTINGS:
            yield path, int(line)


def _short(name: str, home: Path) -> str:
    path = Path(name)
    return path.relative_to(home).as_posix() if path.is_relative_to(home) else path.as_posix()


def _kind(path: str, error: BaseException) -> str:
    if isinstance(error, CatalogError):
        return "catalog"
    if path == _SETTINGS:
        return "settings"
    return "template" if path.startswith("theme/templates/") else "failure"
