"""The help of all tasks and of one."""

from __future__ import annotations

import pytest

import tasks
from plugins.base.problems import MessageLanguage
from plugins.calls.help import task_help, tasks_help
from plugins.calls.tasks import Task, read_task
from tests.calls.conftest import Calls

TASKS = [read_task(function) for function in tasks.TASKS]
BUILD = {
    "vi": """\
Cách viết: python3 run.py build [tùy chọn]

Dựng mọi cổng vào output/<mã cổng>/.

Tùy chọn:
  -h, --help             Hiện phần trợ giúp này.
  -p, --portal MÃ        Chỉ cổng này (lặp lại được).
  -c, --content THƯ-MỤC  Thư mục nội dung (mặc định: content).
  -l, --clean            Xóa trước những kết quả giữ từ các lần dựng trước.
  -j, --jobs SỐ          Bao nhiêu tiến trình cùng đọc bài và dựng trang (mặc
                         định: 2).
""",
    "en": """\
Usage: python3 run.py build [options]

Build all.

Options:
  -h, --help         Show this help.
  -p, --portal ID    This portal only (may be repeated).
  -c, --content DIR  The content folder (default: content).
  -l, --clean        Forget what is kept between builds first.
  -j, --jobs N       How many processes convert texts and make pages (default:
                     2).
""",
}
CHECK = """\
Usage: python3 run.py check [options] [PATH…]

Check all.

Options:
  -h, --help              Show this help.
  -p, --path PATH         Report the problems of this file or folder only (may
                          be repeated). '--path' itself may be left out.
  -f, --format text|json  As text, or as JSON on standard output (default:
                          text).
"""


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_help_of_a_task_is_in_the_language_of_the_reader(
    calls: Calls, language: MessageLanguage
) -> None:
    """All of it: usage, what the task does, and each option with its default."""
    assert task_help(read_task(calls.build), language) == BUILD[language]


def test_words_that_need_no_option_are_shown_in_the_usage(calls: Calls) -> None:
    """And that the option itself may be left out."""
    assert task_help(read_task(calls.check), "en") == CHECK


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_every_task_has_its_help(task: Task, language: MessageLanguage) -> None:
    """A new task or option needs its texts in both languages."""
    shown = task_help(task, language)

    assert [option for option in task.options if option.long not in shown] == []
    assert f"\n  {task.name} " in tasks_help(TASKS, language)
