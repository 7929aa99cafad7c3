"""What a build reads, as one fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.builds.snapshot import Snapshot, snapshot

EDITS = {
    "another word": lambda content, _: (content / "a.md").write_text("hai"),
    "another name": lambda content, _: (content / "a.md").rename(content / "b.md"),
    "a file more": lambda content, _: (content / "b.md").write_text("một"),
    "another template": lambda _, home: (home / "theme" / "a.html").write_text("hai"),
    "another setting": lambda _, home: (home / "pelicanconf.py").write_text("hai"),
}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A content folder and the folder of a program."""
    content, home = tmp_path / "content", tmp_path / "home"
    for path in (content / "a.md", home / "theme" / "a.html", home / "pelicanconf.py"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("một")
    return content, home


def test_the_same_bytes_have_the_same_fingerprint(folders: tuple[Path, Path]) -> None:
    """Whenever they were written."""
    before = snapshot(*folders)
    (folders[0] / "a.md").write_text("một")

    assert snapshot(*folders) == before
    assert before.digests == {"a.md": hashlib.sha256("một".encode()).digest()}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_any_edit_is_seen(folders: tuple[Path, Path], edit: Callable[[Path, Path], object]) -> None:
    """Of the content, of the theme, and of the settings."""
    before = snapshot(*folders)
    edit(*folders)

    assert snapshot(*folders).inputs != before.inputs


def test_nothing_is_said_of_a_folder_with_a_link(folders: tuple[Path, Path]) -> None:
    """What is wrong with it is told when it is read."""
    (folders[0] / "b.md").symlink_to("a.md")

    assert snapshot(*folders) == Snapshot()
