"""What is kept between two builds is never older than the files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from plugins.base.store import Store
from plugins.serve.kept import KeptTemplates
from tests.conftest import ROOT


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A copy of the theme."""
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    return tmp_path / "theme"


def test_templates_are_kept_while_nothing_is_saved(theme: Path) -> None:
    """To read and compile them again would take longer than the page that was changed."""
    kept, store = KeptTemplates(), Store(None)

    assert kept.renderer(theme, store) is kept.renderer(theme, store)


@pytest.mark.parametrize(
    "name", ["templates/base.html", "templates/new.html", "translations/en/LC_MESSAGES/portal.po"]
)
def test_any_saved_file_makes_them_anew(theme: Path, name: str) -> None:
    """A template, a new one, a catalog; even where the bytes are the same again."""
    kept, store = KeptTemplates(), Store(None)
    before = kept.renderer(theme, store)
    path = theme / name
    path.touch()
    os.utime(path, ns=(1, 1))

    assert kept.renderer(theme, store) is not before
