"""A call that cannot be understood is told in the language of the messages."""

from __future__ import annotations

import pytest

from plugins.builds.messages import say
from tests.conftest import Site


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("buld", "Không có lệnh hay tùy chọn 'buld'. Xem các lệnh: python3 run.py"),
        ("build --bogus", "Không có lệnh hay tùy chọn '--bogus'. Xem cách viết: "),
        ("build --jobs abc", "--jobs phải là số nguyên. Xem cách viết: "),
        ("build --jobs=abc", "--jobs phải là số nguyên. Xem cách viết: "),
        ("build --clock", "Tùy chọn --clock chưa có giá trị. Xem cách viết: "),
        ("check --path", "Tùy chọn --path chưa có giá trị. Xem cách viết: "),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese(site: Site, call: str, said: str) -> None:
    """No sentence is half English."""
    outcome = site.run(*call.split())

    assert outcome.code == 2
    assert outcome.stderr.startswith(said)
    assert outcome.stderr.rstrip().endswith(("run.py", "--help build", "--help check"))


@pytest.mark.parametrize(
    ("errors", "said"),
    [(1, "1 error, 11 warnings."), (0, "0 errors, 11 warnings."), (21, "21 errors, 11 warnings.")],
)
def test_one_is_no_plural_in_english(errors: int, said: str) -> None:
    """Whatever is counted."""
    assert say("en", "problems", errors=errors, warnings=11) == said
