"""A call runs a task, shows help, or is told what is wrong with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plugins.calls.program import run_call
from tests.calls.conftest import Calls
from tests.conftest import ROOT, Site


@pytest.mark.parametrize(
    ("call", "made"),
    [
        ("build", ("build", ([], "content", False, 2))),
        ("build --portal a --jobs=1", ("build", (["a"], "content", False, 1))),
        ("check a b --format json", ("check", (("a", "b"), "json"))),
    ],
)
def test_the_named_task_is_run(calls: Calls, call: str, made: tuple[str, Any]) -> None:
    """With its options, and once."""
    assert run_call(calls.functions, call.split(), "en") == 0
    assert calls == [made]


@pytest.mark.parametrize(
    ("call", "first"),
    [
        ("", "Cách viết: python3 run.py LỆNH [tùy chọn]"),
        ("--help", "Cách viết: python3 run.py LỆNH [tùy chọn]"),
        ("check --help", "Cách viết: python3 run.py check [tùy chọn] [ĐƯỜNG-DẪN…]"),
        ("--help check", "Cách viết: python3 run.py check [tùy chọn] [ĐƯỜNG-DẪN…]"),
        ("build --portal -h", "Cách viết: python3 run.py build [tùy chọn]"),
    ],
)
def test_who_asks_for_help_gets_it(
    calls: Calls, capsys: pytest.CaptureFixture[str], call: str, first: str
) -> None:
    """On standard output, and no task is run."""
    assert run_call(calls.functions, call.split(), "vi") == 0
    assert capsys.readouterr().out.splitlines()[0] == first
    assert calls == []


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("buld", "Không có lệnh 'buld'. Có phải ý bạn là 'build'?"),
        ("buld --help", "Không có lệnh 'buld'. Có phải ý bạn là 'build'?"),
        ("xyz", "Không có lệnh 'xyz'."),
        ("--clean build", "'--clean' đứng trước tên lệnh: viết tên lệnh trước, tùy chọn sau."),
    ],
)
def test_a_call_without_a_known_task_is_told(
    calls: Calls, capsys: pytest.CaptureFixture[str], call: str, said: str
) -> None:
    """With the task that was meant, where one is near."""
    assert run_call(calls.functions, call.split(), "vi") == 2
    assert capsys.readouterr().err == f"{said} Xem các lệnh: python3 run.py\n"


def test_ctrl_c_ends_a_task_without_a_traceback(calls: Calls) -> None:
    """With the exit code that shells know it by."""
    assert run_call(calls.functions, ["serve"], "vi") == 130


def test_a_call_in_english(site: Site) -> None:
    """PORTAL_LANG chooses the language of help and of what is wrong with a call."""
    english = Site(site.folder, {"PORTAL_LANG": "en"})

    assert english.run("build", "--help").stdout.startswith("Usage: python3 run.py build")
    assert english.run("build", "--jobs").stderr.startswith("The option --jobs has no value.")
    assert site.run("build", "--jobs").stderr.startswith("Tùy chọn --jobs chưa có giá trị.")


@pytest.mark.parametrize("call", [["--help"], ["check", "content/links.yaml"]])
def test_a_call_does_not_wait_for_invoke(site: Site, call: list[str]) -> None:
    """It takes longer to load than a file to check."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", str(ROOT / "tasks.py"), *call],
        cwd=site.folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "argparse" in loaded
    assert "invoke" not in loaded


def test_a_task_ends_with_the_code_that_it_asks_for() -> None:
    """As `sys.exit` does, but for the caller to end the process."""

    def fails() -> None:
        """Fail."""
        sys.exit(1)

    assert run_call([fails], ["fails"], "en") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_what_cannot_be_written_is_no_success() -> None:
    """A full disk under the output is told, and the exit code is not 0."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, str(ROOT / "tasks.py"), "--help"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode != 0
    assert "No space left" in done.stderr
