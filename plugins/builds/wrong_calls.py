"""Says in the language of the messages what is wrong with a call."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Final

from plugins.base.problems import MessageLanguage
from plugins.builds.messages import say

# What the reader of the command line says, in English only.
_UNKNOWN: Final = re.compile(r"No idea what '(.*)' is!", re.DOTALL)
_WITHOUT_VALUE: Final = re.compile(r"<Argument: ([a-z]+)")
_NO_NUMBER: Final = re.compile(r"base 10: (['\"])(.*)\1\Z", re.DOTALL)


def wrong_call(error: Exception, words: Sequence[str], language: MessageLanguage) -> str:
    """Why the call `words` cannot be understood, and where to read how it is written."""
    task = next((word for word in words if not word.startswith("-")), "")
    reason = str(error)
    if found := _UNKNOWN.search(reason):
        task = "" if task == found[1] else task
        reason = say(language, "unknown-word", word=found[1])
    elif found := _WITHOUT_VALUE.search(reason):
        reason = say(language, "no-value", option=f"--{found[1]}")
    elif found := _NO_NUMBER.search(reason):
        reason = say(language, "no-number", option=_option_before(found[2], words))
    how = say(language, "how-to-call", task=task) if task else say(language, "which-tasks")
    return f"{reason} {how}"


def _option_before(value: str, words: Sequence[str]) -> str:
    """The option that was given `value`."""
    spaced = (option for option, word in pairwise(words) if word == value)
    joined = (word.partition("=")[0] for word in words if word.partition("=")[2] == value)
    return next(chain(spaced, joined), value)
