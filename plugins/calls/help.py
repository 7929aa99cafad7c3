"""The help, of all tasks or of one."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from textwrap import wrap
from typing import Final

from plugins.base.problems import MessageLanguage
from plugins.builds.messages import say
from plugins.calls.tasks import Option, Task
from plugins.calls.texts import option_text, task_text

HELP: Final = ("-h", "--help")
# Longer lines are hard to read, and in narrower columns a sentence falls to pieces.
_WIDEST: Final = 100
_NARROWEST_COLUMN: Final = 30


def tasks_help(tasks: Sequence[Task], language: MessageLanguage) -> str:
    """Which tasks there are."""
    rows = sorted((task.name, task_text(task, language)) for task in tasks)
    title, more = say(language, "help-tasks"), say(language, "help-more")
    return f"{say(language, 'help-call')}\n\n{title}\n{_table(rows)}\n\n{more}\n"


def task_help(task: Task, language: MessageLanguage) -> str:
    """How a task is called, what it does, and its options."""
    rows = [(", ".join(HELP), say(language, "help-help"))]
    rows += [_option_row(option, language) for option in task.options]
    call = say(language, "help-call-task", task=task.name)
    if task.bare:
        call += f" [{option_text(task.bare.name, language).value}…]"
    title = say(language, "help-options")
    return f"{call}\n\n{task_text(task, language)}\n\n{title}\n{_table(rows)}\n"


def explained(option: Option, language: MessageLanguage) -> str:
    """What an option does, whether it may be repeated, and what holds where it is left out."""
    note = ""
    if option.is_repeatable:
        note = say(language, "help-repeatable")
    elif option.default:
        note = say(language, "help-default", value=option.default)
    return f"{option_text(option.name, language).does}{note}."


def _option_row(option: Option, language: MessageLanguage) -> tuple[str, str]:
    """How an option is written, and what it does."""
    value = option_text(option.name, language).value
    explanation = explained(option, language)
    if option.bare:
        explanation += f" {say(language, 'help-bare', option=option.long)}"
    return f"{', '.join(option.flags)} {value}".rstrip(), explanation


def _table(rows: Sequence[tuple[str, str]]) -> str:
    """Two columns, the second one broken into lines where the terminal ends."""
    indent = max(len(left) for left, _ in rows) + 4
    width = min(shutil.get_terminal_size().columns, _WIDEST) - indent
    lines = []
    for left, right in rows:
        first, *others = wrap(right, max(width, _NARROWEST_COLUMN), break_on_hyphens=False)
        lines.append(f"  {left}".ljust(indent) + first)
        lines += [" " * indent + other for other in others]
    return "\n".join(lines)
