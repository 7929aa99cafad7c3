"""What the commands share: exit codes, wrong use, and where they speak."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from plugins.base.problems import MessageLanguage, Problem
from plugins.builds.messages import say

DONE: Final = 0
PROBLEMS: Final = 1
WRONG_USE: Final = 2
ENVIRONMENT_FAILED: Final = 3


class WrongUseError(Exception):
    """A command was called in a wrong way: the sentence that says how."""


class EnvironmentFailedError(OSError):
    """What a command needs besides the content is not there: the sentence that says what to do."""


def content_folder(folder: str, language: MessageLanguage) -> Path:
    """The folder of the content, which must exist."""
    if not Path(folder).is_dir():
        raise WrongUseError(say(language, "no-content", folder=folder))
    return Path(folder)


def count(found: Sequence[Problem], language: MessageLanguage) -> str:
    """How many errors and warnings there are."""
    errors = sum(one.severity == "error" for one in found)
    return say(language, "problems", errors=errors, warnings=len(found) - errors)


def tell(message: str) -> None:
    """Say one line to the person at the terminal."""
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()


def end(message: str, code: int) -> int:
    """Say why a command ends, and give its exit code."""
    tell(message)
    return code
