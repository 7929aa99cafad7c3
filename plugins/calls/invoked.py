"""The tasks for invoke, with the same options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from inspect import Parameter, Signature
from typing import Any

from invoke import tasks
from invoke.collection import Collection
from invoke.context import Context

from plugins.base.problems import MessageLanguage
from plugins.calls.help import explained
from plugins.calls.tasks import Option, Task, TaskFunction, read_task
from plugins.calls.texts import task_text


class InvokeTask(tasks.Task[TaskFunction]):
    """A task as invoke knows it."""

    def __init__(self, task: Task, language: MessageLanguage) -> None:
        def body(_: Context, **values: Any) -> None:
            task.run(values)

        body.__doc__ = task_text(task, language)
        self._options = task.options
        super().__init__(
            body,
            name=task.name,
            iterable=[option.name for option in task.options if option.is_repeatable],
            help={option.name: explained(option, language) for option in task.options},
        )

    def argspec(self, body: Callable[..., Any]) -> Signature:  # noqa: ARG002  of all bodies alike
        """The options, from which invoke makes its own."""
        return Signature([_parameter(option) for option in self._options])


def _parameter(option: Option) -> Parameter:
    # Invoke makes a list of what may be repeated, unless it has a default.
    default = None if option.is_repeatable else option.default
    return Parameter(option.name, Parameter.KEYWORD_ONLY, default=default)


def collection(functions: Sequence[TaskFunction], language: MessageLanguage) -> Collection:
    """What invoke looks for in `tasks.py`."""
    return Collection(*(InvokeTask(read_task(function), language) for function in functions))
