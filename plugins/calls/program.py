"""Reads a call of a task and runs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

from plugins.base.problems import MessageLanguage
from plugins.builds.calls import DONE, WRONG_USE, WrongUseError, end
from plugins.calls.help import HELP, task_help, tasks_help
from plugins.calls.parser import TaskParser
from plugins.calls.tasks import Task, TaskFunction, dashed, read_task
from plugins.calls.wrong_calls import option_before_task, unknown_task

# What a shell gives for a command that Ctrl-C ended.
_INTERRUPTED: Final = 130


def run_call(
    functions: Sequence[TaskFunction], words: Sequence[str], language: MessageLanguage
) -> int:
    """Run the task that the words of a call name, or show help; the exit code."""
    needs_help = not words or any(word in HELP for word in words)
    rest = [word for word in words if word not in HELP]
    try:
        if not rest:
            return _show(tasks_help([read_task(one) for one in functions], language))
        task = _named(rest[0], functions, language)
        if needs_help:
            return _show(task_help(task, language))
        values = TaskParser(task, language).read(rest[1:])
    except WrongUseError as error:
        return end(str(error), WRONG_USE)
    try:
        task.run(values)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except SystemExit as ended:
        if isinstance(ended.code, int):
            return ended.code
        raise
    return DONE


def leave(code: int) -> NoReturn:
    """End the process with the exit code; taking apart all that was read takes long, and is left out."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        # Python says what cannot be written, and ends with a code of its own.
        sys.exit(code)
    os._exit(code)


def _named(name: str, functions: Sequence[TaskFunction], language: MessageLanguage) -> Task:
    """The task of this name."""
    known = {dashed(function.__name__): function for function in functions}
    if name.startswith("-"):
        raise option_before_task(name, language)
    if name not in known:
        raise unknown_task(name, known, language)
    return read_task(known[name])


def _show(text: str) -> int:
    sys.stdout.write(text)
    return DONE
