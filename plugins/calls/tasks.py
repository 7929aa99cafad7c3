"""Tasks and their options, as the signatures of functions give them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from msgspec import Struct

TaskFunction: TypeAlias = Callable[..., None]
Default: TypeAlias = bool | int | str | tuple[str, ...]


class Option(Struct, frozen=True):
    """One option; the type of its default is the type of its values, a tuple's one value each."""

    name: str
    letter: str
    default: Default
    bare: bool

    @property
    def long(self) -> str:
        """How it is written."""
        return f"--{dashed(self.name)}"

    @property
    def flags(self) -> tuple[str, ...]:
        """All ways in which it may be written, the short one first."""
        return (f"-{self.letter}", self.long) if self.letter else (self.long,)

    @property
    def is_switch(self) -> bool:
        """Whether it is only given or left out."""
        return isinstance(self.default, bool)

    @property
    def is_repeatable(self) -> bool:
        """Whether it may be given more than once."""
        return isinstance(self.default, tuple)


class Task(Struct, frozen=True):
    """What the command line can be asked to do."""

    name: str
    docstring: str
    options: tuple[Option, ...]
    function: TaskFunction

    @property
    def bare(self) -> Option | None:
        """The option whose values may be given without its name."""
        return next((option for option in self.options if option.bare), None)

    def run(self, values: Mapping[str, Any]) -> None:
        """Call the function with the values of all options."""
        named = dict(values)
        words = named.pop(self.bare.name) if self.bare else ()
        self.function(*words, **named)


def dashed(name: str) -> str:
    """The name of a function or a parameter as it is written in a call."""
    return name.replace("_", "-")


def read_task(function: TaskFunction) -> Task:
    """The task that a function is: its parameters are options, `*words` may be given bare."""
    parameters = inspect.signature(function).parameters
    taken = set(parameters)
    options = []
    for name, parameter in parameters.items():
        # The rule of invoke, so that a call means the same to both.
        letter = next((sign for sign in name if sign not in taken), "")
        taken.add(letter)
        bare = parameter.kind is parameter.VAR_POSITIONAL
        options.append(Option(name, letter, () if bare else parameter.default, bare))
    return Task(dashed(function.__name__), inspect.getdoc(function) or "", tuple(options), function)
