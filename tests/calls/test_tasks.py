"""The tasks are functions, and their parameters the options."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.calls.tasks import Option, read_task


def sample(*path: str, port: int = 80, page: Sequence[str] = (), fix: bool = False) -> None:
    """Try something."""
    assert path == ("a", "b")
    assert (port, page, fix) == (1, ["c"], True)


def test_a_signature_gives_the_options() -> None:
    """Their names, one free letter of each, what holds without them, and which may be bare."""
    assert read_task(sample).options == (
        Option("path", "p", (), bare=True),
        Option("port", "o", 80, bare=False),
        Option("page", "a", (), bare=False),
        Option("fix", "f", False, bare=False),  # noqa: FBT003  the default of a switch
    )


def test_an_option_without_a_free_letter_has_only_its_name() -> None:
    """All its letters are taken, or its name is one letter."""

    def task(*, ab: str = "", ba: str = "", aab: str = "", c: str = "") -> None:
        assert (ab, ba, aab, c) is None

    assert [option.flags for option in read_task(task).options] == [
        ("-a", "--ab"),
        ("-b", "--ba"),
        ("--aab",),
        ("--c",),
    ]


def test_the_function_gets_bare_words_and_options_as_it_names_them() -> None:
    """Words that need no option come first."""
    task = read_task(sample)

    task.run({"path": ["a", "b"], "port": 1, "page": ["c"], "fix": True})

    assert (task.name, task.docstring) == ("sample", "Try something.")
