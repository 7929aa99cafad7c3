"""What is wrong with a call, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.base.problems import MessageLanguage
from plugins.builds.calls import WrongUseError
from plugins.builds.messages import say
from plugins.calls.tasks import Option, Task


def option_before_task(word: str, language: MessageLanguage) -> WrongUseError:
    """An option stands where the task should."""
    return _wrong(say(language, "option-before-task", word=word), say(language, "which-tasks"))


def unknown_task(
    word: str, tasks: Mapping[str, object], language: MessageLanguage
) -> WrongUseError:
    """There is no such task."""
    said = say(language, "unknown-task", word=word)
    return _wrong(
        said, _near(word, {name: name for name in tasks}, language), say(language, "which-tasks")
    )


def unknown_word(task: Task, word: str, language: MessageLanguage) -> WrongUseError:
    """The task has no such option, or does not take words without one."""
    written = word.partition("=")[0]
    name = "unknown-option" if word.startswith("-") else "extra-word"
    said = say(language, name, task=task.name, word=written)
    flags = {option.name: option.long for option in task.options}
    return _wrong(said, _near(written.strip("-"), flags, language), _how(task, language))


def wrong_value(task: Task, option: Option, name: str, language: MessageLanguage) -> WrongUseError:
    """The option has no value, one that is no number, or one although it is a switch."""
    return _wrong(say(language, name, option=option.long), _how(task, language))


def _wrong(*sentences: str) -> WrongUseError:
    return WrongUseError(" ".join(filter(None, sentences)))


def _how(task: Task, language: MessageLanguage) -> str:
    return say(language, "how-to-call", task=task.name)


def _near(word: str, written: Mapping[str, str], language: MessageLanguage) -> str:
    """Which of the names was meant, as it is written; nothing when none is near."""
    # Imported here, so that a right call does not wait for what validates content.
    from plugins.base.validation import suggestion  # noqa: PLC0415

    name = suggestion(word, written)
    return say(language, "near", near=written[name]) if name else ""
