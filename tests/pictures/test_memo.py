"""Pictures are remembered by their bytes, and nothing else is trusted."""

from __future__ import annotations

from pathlib import Path

from plugins.base.store import Store
from plugins.pictures.memo import ReadPicture, known_pictures, picture_key, remember


def test_only_the_pictures_of_the_last_build_are_remembered(tmp_path: Path) -> None:
    """They come back as they were, and the memo does not grow for ever."""
    store = Store(tmp_path / "cache")
    first, second = picture_key("a.png", b"1"), picture_key("a.png", b"2")

    remember(store, {first: ReadPicture(8, 9, "f1"), second: ReadPicture(1, 2, "f2")})
    remember(store, {second: ReadPicture(1, 2, "f2")})

    assert known_pictures(store) == {second: ReadPicture(1, 2, "f2")}


def test_a_picture_is_known_by_its_ending_and_its_bytes() -> None:
    """Its name and folder do not matter."""
    key = picture_key("x/a.png", b"1")

    assert key == picture_key("b.PNG", b"1")
    assert key not in {picture_key("a.jpg", b"1"), picture_key("a.png", b"2")}
