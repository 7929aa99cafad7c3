"""Pictures are remembered by their bytes, and nothing else is trusted."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

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


def test_another_program_remembers_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever reads pictures, or tells what is wrong with them, may judge otherwise by now."""
    asked: list[str] = []

    def other(*packages: str) -> str:
        asked.extend(packages)
        return "other"

    before = picture_key("a.png", b"1")
    monkeypatch.setattr("plugins.pictures.memo.program", other)

    assert picture_key("a.png", b"1") != before
    assert {"base", "pictures"} <= set(asked)


@pytest.mark.parametrize("value", [b"\x91\x01", b"\x93\x08\x09\x07", b"", b"\xc1"])
def test_a_value_of_another_shape_was_never_kept(tmp_path: Path, value: bytes) -> None:
    """The others are known."""
    store = Store(tmp_path)
    picture = ReadPicture(8, 9, "f")
    store.change("pictures", {b"a": value, b"b": msgspec.msgpack.encode(picture)})

    assert known_pictures(store) == {b"b": picture}
