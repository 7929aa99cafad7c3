"""What a content folder holds, and what is told of all else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.base.files import content_tree
from plugins.base.listing import is_leftover, listed_files
from plugins.base.problems import Problems


def listed(folder: Path, *names: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The files that are listed, and path and code of what is told."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    problems = Problems()
    files = listed_files(folder, problems)
    return list(files), [(one.path, one.code) for one in problems]


def test_a_folder_of_another_program_is_told_once(tmp_path: Path) -> None:
    """Not a file of it is read."""
    names = [f"{folder}/{n}" for folder in (".git/objects", "node_modules/a") for n in range(50)]

    assert listed(tmp_path, "a.md", *names) == (
        ["a.md"],
        [(".git", "tep-an"), ("node_modules", "tep-an")],
    )


def test_hidden_files_are_told_and_leftovers_are_not(tmp_path: Path) -> None:
    """What file managers leave behind is nobody's fault."""
    assert listed(tmp_path, "a/.env", "a/.DS_Store", "a/.a.md.swp", "a/b~") == (
        ["a/.DS_Store", "a/.a.md.swp", "a/b~"],
        [("a/.env", "tep-an")],
    )
    assert is_leftover("a/.DS_Store")
    assert not is_leftover("a/.env")


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two thousand folders in each other: longer than any path may be, also to remove them."""
    monkeypatch.chdir(tmp_path)
    for _ in range(2_000):
        os.mkdir("a")  # noqa: PTH102
        os.chdir("a")
    yield tmp_path
    for _ in range(2_000):
        os.chdir("..")
        os.rmdir("a")  # noqa: PTH106


def test_folders_without_end_are_not_followed(deep: Path) -> None:
    """The first that lies too deep is told."""
    assert listed(deep) == ([], [("/".join("a" * 9), "thu-muc-qua-sau")])


def test_names_that_are_one_elsewhere_are_told_in_both(tmp_path: Path) -> None:
    """In capitals, or in how marks are stored; each names the other."""
    files, told = listed(tmp_path, "a/B.png", "a/b.png", "a/c\u0309.png", "a/Ca.png", "d/b.png")

    assert files == ["a/B.png", "a/Ca.png", "a/b.png", "a/c\u0309.png", "d/b.png"]
    assert told == [("a/B.png", "ten-gan-trung"), ("a/b.png", "ten-gan-trung")]


def test_names_with_marks_apart_are_found_by_their_usual_form(tmp_path: Path) -> None:
    """As macOS stores them."""
    (tmp_path / "a\u0309nh.md").write_text("Ảnh", encoding="utf-8")
    problems = Problems()
    tree = content_tree(tmp_path, problems)

    assert tree.files == ("\u1ea3nh.md",)
    assert tree.read_text("\u1ea3nh.md", problems) == "Ảnh"
    assert tree.place("\u1ea3nh.md") == tmp_path / "a\u0309nh.md"
    assert len(problems) == 0


def test_a_folder_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the others are read."""
    real = os.scandir

    def scandir(folder: Path) -> object:
        if Path(folder).name == "closed":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    (tmp_path / "closed").mkdir()
    monkeypatch.setattr(os, "scandir", scandir)

    assert listed(tmp_path, "a/b.md") == (["a/b.md"], [("closed", "tep-khong-doc")])


def test_a_folder_that_cannot_be_entered_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, and not for each name in it; the others are read."""
    real = os.scandir

    class Named:
        def __init__(self, name: str) -> None:
            self.name = name
            self.path = str(tmp_path / "closed" / name)

        def stat(self, **_: object) -> os.stat_result:
            raise PermissionError(13, "Permission denied")

    class Entries:
        def __enter__(self) -> list[Named]:
            return [Named("a.md"), Named("b.md")]

        def __exit__(self, *_: object) -> None:
            pass

    (tmp_path / "closed").mkdir()
    monkeypatch.setattr(
        os, "scandir", lambda folder: Entries() if Path(folder).name == "closed" else real(folder)
    )

    assert listed(tmp_path, "a/b.md") == (["a/b.md"], [("closed", "tep-khong-doc")])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The content may vanish while it is read."""
    assert listed(tmp_path / "gone") == ([], [(".", "tep-khong-doc")])


def test_a_file_that_vanishes_while_it_is_listed_is_told_when_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor may save anew at any moment."""

    class Gone:
        name = "a.md"
        path = str(tmp_path / "a.md")

        def stat(self, **_: object) -> os.stat_result:
            raise FileNotFoundError(2, "No such file")

    class Entries:
        def __enter__(self) -> list[Gone]:
            return [Gone()]

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(os, "scandir", lambda _: Entries())
    problems = Problems()
    tree = content_tree(tmp_path, problems)

    assert tree.files == ("a.md",)
    assert tree.read_text("a.md", problems) is None
    assert [one.code for one in problems] == ["tep-khong-doc"]
