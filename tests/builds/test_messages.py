"""What the command line says."""

from __future__ import annotations

from plugins.builds.messages import say


def test_decimals_stand_behind_the_sign_of_the_language() -> None:
    """A comma in Vietnamese; what is no number keeps its points."""
    assert say("vi", "done", seconds=3.84, folder="a.b") == "Xong sau 3,8 giây: a.b"
    assert say("en", "done", seconds=3.84, folder="a.b") == "Done in 3.8 seconds: a.b"
