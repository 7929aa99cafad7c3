"""The documents name what there is, and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

import tasks
from plugins.calls.tasks import TaskFunction, dashed, read_task

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])

CODE = re.compile(r"^ *(```+).*?^ *\1 *$|`[^`\n]*`", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
ELSEWHERE = re.compile(r"[a-z]+:|#")


def task_row(task: str) -> str:
    """The row of a task in the README's table, or an empty text."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    match = re.search(rf"^\| `{dashed(task)}` \|.*$", readme, re.MULTILINE)
    return match[0] if match else ""


@pytest.mark.parametrize("function", tasks.TASKS, ids=lambda function: function.__name__)
def test_the_readme_has_a_row_for_every_task(function: TaskFunction) -> None:
    """Nobody has to read the code to learn which tasks there are."""
    assert task_row(function.__name__)


@pytest.mark.parametrize("function", tasks.TASKS, ids=lambda function: function.__name__)
def test_the_row_of_a_task_names_all_its_options(function: TaskFunction) -> None:
    """A new option must be documented, a renamed one under its new name."""
    options = {option.long for option in read_task(function).options}
    named = set(re.findall(r"--[a-z][a-z-]*", task_row(function.__name__)))

    assert named == options


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_relative_links_lead_to_files(document: Path) -> None:
    """A link or picture of a document that is no web address is a file of the project."""
    text = CODE.sub("", document.read_text(encoding="utf-8"))
    targets = [link for link in LINK.findall(text) if not ELSEWHERE.match(link)]
    missing = [
        target
        for target in targets
        if not (document.parent / unquote(target.partition("#")[0])).exists()
    ]

    assert missing == []


def test_the_readme_names_every_decision() -> None:
    """By the number and the title that it has."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    titles = [path.read_text(encoding="utf-8").split("\n", 1)[0].lstrip("# ") for path in decisions]
    named = re.findall(r"^- \[(.*)\]\(docs/decisions/(.*)\)$", readme, re.MULTILINE)

    assert named == list(zip(titles, (path.name for path in decisions), strict=True))
