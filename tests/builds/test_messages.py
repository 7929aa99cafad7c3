"""What the command line says."""

from __future__ import annotations

import pytest

from plugins.builds.messages import say


def test_decimals_stand_behind_the_sign_of_the_language() -> None:
    """A comma in Vietnamese; what is no number keeps its points."""
    assert say("vi", "done", seconds=3.84, folder="a.b") == "Xong sau 3,8 giây: a.b"
    assert say("en", "done", seconds=3.84, folder="a.b") == "Done in 3.8 seconds: a.b"


@pytest.mark.parametrize(
    ("errors", "said"),
    [(1, "1 error, 11 warnings."), (0, "0 errors, 11 warnings."), (21, "21 errors, 11 warnings.")],
)
def test_one_is_no_plural_in_english(errors: int, said: str) -> None:
    """Whatever is counted."""
    assert say("en", "problems", errors=errors, warnings=11) == said
