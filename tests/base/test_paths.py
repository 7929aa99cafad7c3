"""Paths that are written stay inside their folder, on every system."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.base.paths import UnsafePathError, inside, is_plain_name

FOLDER = Path("/portals/xa")
# What leads elsewhere on one system or another, and what does not.
PARTS = st.sampled_from(["..", ".", "", "a", "C:", "con", "a\\..", "\0", "~", "a.html", "ă", " a"])


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a/./b",
        "a//b",
        "a/",
        "..\\x",
        "a\\b",
        "C:/x",
        "C:x",
        "\\\\host\\x",
        "a\0b",
        "a\nb",
        "a:b",
        "nul",
        "a/CON.html",
        "com1.txt",
        "a.",
        "a ",
        "a/" + "ă" * 200,
        "a\u202eb",
        "a\udcff",
    ],
)
def test_a_path_that_may_lead_elsewhere_is_refused(path: str) -> None:
    """Before anything is written."""
    with pytest.raises(UnsafePathError):
        inside(FOLDER, path)


@pytest.mark.parametrize("path", ["index.html", "en/news/a/index.html", "tep/anh.0a1b2c3d.png"])
def test_a_path_of_a_portal_is_below_its_folder(path: str) -> None:
    """As it is named."""
    assert inside(FOLDER, path) == FOLDER / path


@given(st.one_of(st.text(), st.lists(PARTS).map("/".join), st.lists(PARTS).map("\\".join)))
def test_no_path_leads_out(path: str) -> None:
    """Whatever it is made of, it is refused or lies below the folder by the rules of both."""
    try:
        place = inside(FOLDER, path)
    except UnsafePathError:
        return
    below = place.relative_to(FOLDER)

    assert below.parts
    assert ".." not in below.parts
    assert PurePosixPath(path).as_posix() == path
    windows = PureWindowsPath(path)
    assert not windows.drive
    assert not windows.root
    assert windows.as_posix() == path


@given(st.text())
def test_a_plain_name_is_one_part_everywhere(name: str) -> None:
    """And no device."""
    if is_plain_name(name):
        assert PurePosixPath(name).parts == (name,)
        assert PureWindowsPath(name).parts == (name,)
        assert not PureWindowsPath(name).is_reserved()
