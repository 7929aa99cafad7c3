"""Inside the environment `invoke TASK` is the same thing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tasks
from plugins.calls.tasks import TaskFunction, dashed, read_task
from tests.conftest import ROOT, Site


def invoke(folder: Path, *call: str) -> subprocess.CompletedProcess[str]:
    """Call invoke in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "invoke", "--search-root", str(ROOT), *call],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("function", tasks.TASKS, ids=lambda function: function.__name__)
def test_invoke_has_the_same_options(function: TaskFunction) -> None:
    """Their names, their letters, and whether they take a value, a number or several."""
    task = read_task(function)
    known = tasks.namespace[task.name].get_arguments()

    assert [(one.names[0], one.kind) for one in known] == [
        (dashed(option.name), list if option.is_repeatable else type(option.default))
        for option in task.options
    ]
    assert [one.names[1:] for one in known] == [(option.letter,) for option in task.options]


def test_invoke_runs_a_task(site: Site) -> None:
    """With options that may be repeated, and the exit code of the task."""
    site.write({"news/2026/a/index.vi.md": "x\n", "news/2026/b/index.vi.md": "x\n"})
    news = [f"content/news/2026/{name}/index.vi.md" for name in "ab"]

    done = invoke(site.folder, "check", "--path", news[0], "--path", news[1])

    assert done.returncode == 1
    assert [line.partition(":")[0] for line in done.stderr.splitlines()[:-1]] == news


def test_invoke_explains_a_task_in_the_language_of_the_reader(site: Site) -> None:
    """In the words of the other help."""
    shown = invoke(site.folder, "--help", "check").stdout

    assert "Báo mọi lỗi của nội dung; không dựng gì." in shown
    assert "Thư mục nội dung (mặc định: content)." in shown
