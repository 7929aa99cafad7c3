"""Reads the options of a task."""

from __future__ import annotations

from argparse import ArgumentError, ArgumentParser
from collections.abc import Callable, Sequence
from typing import Any

from plugins.base.problems import MessageLanguage
from plugins.builds.calls import WrongUseError
from plugins.calls.tasks import Option, Task
from plugins.calls.wrong_calls import unknown_word, wrong_value


class TaskParser(ArgumentParser):
    """The parser of one task, which says what is wrong in the language of the messages."""

    def __init__(self, task: Task, language: MessageLanguage) -> None:
        super().__init__(add_help=False, allow_abbrev=False, exit_on_error=False)
        self._task = task
        self._language = language
        for option in task.options:
            self._add(option)

    def read(self, words: Sequence[str]) -> dict[str, Any]:
        """The values of all options, those that are left out too."""
        # What stands behind `--` is no option, whatever it begins with.
        end = words.index("--") if "--" in words else len(words)
        try:
            found, left = self.parse_known_args(words[:end])
        except ArgumentError as error:
            raise self._valueless(error) from None
        unknown = [word for word in left if word.startswith("-")]
        bare = [word for word in left if word not in unknown] + list(words[end + 1 :])
        if unknown or (bare and not self._task.bare):
            raise unknown_word(self._task, [*unknown, *bare][0], self._language)
        values = vars(found)
        if self._task.bare:
            values[self._task.bare.name] = [*values[self._task.bare.name], *bare]
        return values

    def _add(self, option: Option) -> None:
        """Take in an option."""
        if option.is_switch:
            self.add_argument(*option.flags, action="store_true")
        elif option.is_repeatable:
            self.add_argument(*option.flags, action="append", default=[])
        elif isinstance(option.default, int):
            number = self._whole_number(option)
            self.add_argument(*option.flags, type=number, default=option.default)
        else:
            self.add_argument(*option.flags, default=option.default)

    def _whole_number(self, option: Option) -> Callable[[str], int]:
        """What reads the value of an option that is a number."""

        def read(text: str) -> int:
            try:
                return int(text)
            except ValueError:
                raise wrong_value(self._task, option, "no-number", self._language) from None

        return read

    def _valueless(self, error: ArgumentError) -> WrongUseError:
        """What is wrong with an option that lacks its value, or a switch that has one."""
        named = {"/".join(option.flags): option for option in self._task.options}
        option = named[str(error.argument_name)]
        name = "value-of-switch" if option.is_switch else "no-value"
        return wrong_value(self._task, option, name, self._language)
