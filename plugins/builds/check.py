"""The command `check`: every problem of the content, nothing built."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from plugins.base.problems import MessageLanguage, Problem, Problems, as_json, as_text
from plugins.builds.calls import (
    DONE,
    ENVIRONMENT_FAILED,
    PROBLEMS,
    WRONG_USE,
    WrongUseError,
    content_folder,
    count,
    end,
    tell,
)
from plugins.builds.content import Scope, load_content
from plugins.builds.messages import message_language, say
from plugins.builds.pictures import PictureChecks, concerns
from plugins.builds.suspects import check_unused
from plugins.builds.texts import KeptTexts, NeededTexts, TextReader, is_below
from plugins.languages.clock import TIME_ZONE
from plugins.spam.exceptions import EXCEPTIONS_FILE


def check(paths: Sequence[str], content: str, report: str, *, fix: bool = False) -> int:
    """Report every problem of the content, or of the files at `paths`.

    With `fix` the letters that are safe to mend are mended first, and the changes shown.
    """
    language = message_language(os.environ)
    try:
        _refuse_wrong(report, language, fix=fix)
        root = content_folder(content, language)
        wanted = [_inside(path, root, content, language) for path in paths]
    except WrongUseError as error:
        return end(str(error), WRONG_USE)
    try:
        if fix:
            _fix(root, wanted, content, language)
    except OSError as error:
        return end(say(language, "environment", reason=error), ENVIRONMENT_FAILED)
    shown = _found(root, wanted)
    if report == "json":
        sys.stdout.write(as_json(shown, language, content))
    else:
        sys.stderr.write(as_text(shown, language, content))
        tell(count(shown, language) if shown else say(language, "checked"))
    return PROBLEMS if any(one.severity == "error" for one in shown) else DONE


def _refuse_wrong(report: str, language: MessageLanguage, *, fix: bool) -> None:
    if report not in ("text", "json"):
        raise WrongUseError(say(language, "bad-format"))
    if fix and report == "json":
        raise WrongUseError(say(language, "fix-is-text"))


def _fix(root: Path, wanted: Sequence[str], folder: str, language: MessageLanguage) -> None:
    # Imported here, since only few calls mend anything.
    from plugins.builds.fix import fix_files  # noqa: PLC0415

    fixed = fix_files(root, wanted, folder)
    tell(say(language, "fixed", count=fixed.count))
    for path in fixed.left:
        tell(say(language, "not-fixed", path=path))


def _found(root: Path, wanted: Sequence[str]) -> list[Problem]:
    """The problems of the content at `root`, or of the files at `wanted`."""
    problems = Problems()
    # Whether an exception is still of use only all texts tell.
    needs_all = not wanted or is_below(EXCEPTIONS_FILE, wanted)
    read: TextReader = _every_text() if needs_all else NeededTexts(wanted)
    scope = Scope(PictureChecks(paths=wanted), () if needs_all else wanted)
    content = load_content(root, datetime.now(TIME_ZONE), read, problems, scope)
    if needs_all:
        check_unused(content.let_through, problems)
    return [one for one in problems if not wanted or concerns(one.path, wanted)]


def _every_text() -> KeptTexts:
    # Imported here, since checking a single file keeps nothing.
    from plugins.base.store import Store  # noqa: PLC0415

    return KeptTexts(Store(None), os.cpu_count() or 1, signed=False)


def _inside(path: str, root: Path, folder: str, language: MessageLanguage) -> str:
    """`path` relative to the content folder."""
    full = Path(path).resolve()
    if not full.exists():
        raise WrongUseError(say(language, "missing-path", path=path))
    if not full.is_relative_to(root.resolve()):
        raise WrongUseError(say(language, "no-path", path=path, folder=folder))
    return full.relative_to(root.resolve()).as_posix()
