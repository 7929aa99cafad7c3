"""Pictures are remembered by their bytes, and nothing else is trusted."""

from __future__ import annotations

from pathlib import Path

from plugins.pictures.memo import forget_sizes, load_sizes, picture_key, save_sizes


def test_what_is_remembered_comes_back(tmp_path: Path) -> None:
    """In a folder that need not be there yet."""
    sizes = {picture_key("a.png", b"1"): (8, 9), picture_key("a.png", b"2"): (1, 2)}

    save_sizes(tmp_path / "cache", sizes)

    assert load_sizes(tmp_path / "cache") == sizes


def test_only_the_pictures_of_the_last_build_are_remembered(tmp_path: Path) -> None:
    """The memo does not grow for ever."""
    save_sizes(tmp_path, {"a": (1, 1)})
    save_sizes(tmp_path, {"b": (2, 2)})

    assert load_sizes(tmp_path) == {"b": (2, 2)}


def test_a_picture_is_known_by_its_ending_and_its_bytes() -> None:
    """Its name and folder do not matter."""
    key = picture_key("x/a.png", b"1")

    assert key == picture_key("b.PNG", b"1")
    assert key not in {picture_key("a.jpg", b"1"), picture_key("a.png", b"2")}


def test_a_damaged_memo_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    """Lines of another form are passed over, a file of other bytes holds nothing."""
    (tmp_path / "pictures.txt").write_text("a 1 2\nb\nc x y\nd 1 2 3\ne -1 2\nf 3 4")
    assert load_sizes(tmp_path) == {"a": (1, 2), "f": (3, 4)}

    (tmp_path / "pictures.txt").write_bytes(b"\xff\xfe")
    assert load_sizes(tmp_path) == {}


def test_without_a_folder_nothing_is_remembered(tmp_path: Path) -> None:
    """Nor is anything written."""
    save_sizes(None, {"a": (1, 1)})
    forget_sizes(tmp_path)

    assert load_sizes(None) == {}
    assert list(tmp_path.iterdir()) == []
