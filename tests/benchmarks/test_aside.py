"""Earlier builds are put aside while something is measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import aside


def test_a_build_is_out_of_the_way_and_not_deleted_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two of the same name too; a folder that is not there is none to put aside."""
    monkeypatch.setattr(aside, "_ASIDE", tmp_path / "aside")
    folder = tmp_path / "output"
    for _ in range(2):
        folder.mkdir()
        (folder / "index.html").touch()
        aside.put_aside(folder)
        aside.put_aside(folder)

    assert not folder.exists()
    assert len([*(tmp_path / "aside").rglob("index.html")]) == 2
    aside.delete_aside()
    assert [*tmp_path.iterdir()] == []
