"""The options of a task are read as they were always written."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.builds.calls import WrongUseError
from plugins.calls.parser import TaskParser
from plugins.calls.tasks import read_task
from tests.calls.conftest import Calls

NOTHING = {"portal": [], "content": "content", "clean": False, "jobs": 2}


@pytest.mark.parametrize(
    ("call", "values"),
    [
        ("", {}),
        ("--portal a --portal b", {"portal": ["a", "b"]}),
        ("-p a -pb", {"portal": ["a", "b"]}),
        ("--content=x=y", {"content": "x=y"}),
        ("--content x --content y", {"content": "y"}),
        ("--clean --jobs 3", {"clean": True, "jobs": 3}),
        ("-lj3", {"clean": True, "jobs": 3}),
        ("--jobs -1", {"jobs": -1}),
    ],
)
def test_options_are_read(calls: Calls, call: str, values: dict[str, Any]) -> None:
    """Long or short, with a space or a sign of equality, once or more often."""
    parser = TaskParser(read_task(calls.build), "en")

    assert parser.read(call.split()) == NOTHING | values


@pytest.mark.parametrize(
    ("call", "paths", "report"),
    [
        ("", [], "text"),
        ("a b", ["a", "b"], "text"),
        ("a --format json b", ["a", "b"], "json"),
        ("--format json a", ["a"], "json"),
        ("--path a b --path c", ["a", "c", "b"], "text"),
        ("a -- --format json", ["a", "--format", "json"], "text"),
    ],
)
def test_bare_words_stand_anywhere(calls: Calls, call: str, paths: list[str], report: str) -> None:
    """Before, between and behind options, also behind two dashes where they look like options."""
    parser = TaskParser(read_task(calls.check), "en")

    assert parser.read(call.split()) == {"path": paths, "format": report}


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("--prtal a", "The task build has no option '--prtal'. Did you mean '--portal'?"),
        ("--cont=a", "The task build has no option '--cont'. Did you mean '--content'?"),
        ("-x", "The task build has no option '-x'."),
        ("clean", "The task build does not take 'clean'. Did you mean '--clean'?"),
        ("-- nhu-thanh", "The task build does not take 'nhu-thanh'."),
        ("--portal", "The option --portal has no value."),
        ("--portal --clean", "The option --portal has no value."),
        ("--jobs", "The option --jobs has no value."),
        ("--jobs many", "--jobs must be a whole number."),
        ("-j=1.5", "--jobs must be a whole number."),
        ("--clean=yes", "The option --clean takes no value: write --clean alone."),
    ],
)
def test_what_cannot_be_read_is_told(calls: Calls, call: str, said: str) -> None:
    """What is wrong, what was meant where that is near, and where to read how it is written."""
    parser = TaskParser(read_task(calls.build), "en")

    with pytest.raises(WrongUseError) as refused:
        parser.read(call.split())

    assert str(refused.value) == f"{said} How to write it: python3 run.py build --help"
