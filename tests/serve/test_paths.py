"""No address leads out of the folder that is served."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.serve.paths import Wanted, standing, wanted


@pytest.mark.parametrize(
    ("target", "names", "is_folder"),
    [
        ("/", (), True),
        ("/tin-tuc/", ("tin-tuc",), True),
        ("/tin-tuc", ("tin-tuc",), False),
        ("/giao-dien/portal.1.css?v=2", ("giao-dien", "portal.1.css"), False),
        ("/th%E1%BA%BB/", ("thẻ",), True),
    ],
)
def test_an_address_names_the_way_to_a_file(
    target: str, names: tuple[str, ...], *, is_folder: bool
) -> None:
    """Names are decoded once, and a slash at the end asks for a folder."""
    found = wanted(target)

    assert found is not None
    assert (found.names, found.is_folder) == (names, is_folder)


@pytest.mark.parametrize(
    "target",
    [
        "",
        "tin-tuc",
        "http://other.example/",
        "/..",
        "/../secret",
        "/a/../../secret",
        "/%2e%2e/secret",
        "/%2E./secret",
        "/.%2e/secret",
        "/a%2f..%2fsecret",
        "/..%2fsecret",
        "/..\\secret",
        "/..%5csecret",
        "/a%00.html",
        "/a\0.html",
        "/./a",
        "//other.example/",
        "/a//b",
        "/.git/config",
        "/a/.hidden",
        "/%2ehidden",
        "/c:/secret",
        "/c%3a/secret",
        "/con",
        "/nul.html",
        "/a.",
        "/a%20",
        "/%ff",
        "/%0d%0aLocation:x",
        "/a?x\r\ny",
        "/" + "a" * 300,
    ],
)
def test_what_could_lead_elsewhere_is_no_address(target: str) -> None:
    """Steps upwards, encoded slashes, NUL, hidden names, drives and devices lead nowhere."""
    assert wanted(target) is None


def test_what_is_encoded_twice_is_decoded_once() -> None:
    """A second decoding would bring back what the first one could not see."""
    found = wanted("/%252e%252e/secret")

    assert found is not None
    assert found.names == ("%2e%2e", "secret")


def test_a_folder_keeps_its_query_and_its_letters_are_encoded() -> None:
    """Where a browser is sent for a folder is a plain path of this server."""
    assert Wanted(("thẻ", "a b"), is_folder=False, query="x=1").as_folder() == (
        "/th%E1%BA%BB/a%20b/?x=1"
    )


def test_files_below_the_folder_are_found(tmp_path: Path) -> None:
    """A file and a folder are given; what does not exist is not."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("x")

    assert standing(tmp_path, ("a", "index.html")) == tmp_path / "a/index.html"
    assert standing(tmp_path, ("a",)) == tmp_path / "a"
    assert standing(tmp_path, ()) == tmp_path
    assert standing(tmp_path, ("a", "other.html")) is None
    assert standing(tmp_path, ("a", "index.html", "more")) is None


def test_no_link_is_followed(tmp_path: Path) -> None:
    """A link to a file, to a folder, or to itself counts as nothing, wherever it leads."""
    (tmp_path / "secret").write_text("x")
    root = tmp_path / "root"
    (root / "a").mkdir(parents=True)
    (root / "a/index.html").write_text("x")
    (root / "out").symlink_to(tmp_path / "secret")
    (root / "up").symlink_to(tmp_path)
    (root / "inside").symlink_to(root / "a")
    (root / "loop").symlink_to(root / "loop")

    for names in (("out",), ("up", "secret"), ("inside", "index.html"), ("loop",)):
        assert standing(root, names) is None


def test_the_folder_itself_may_be_reached_by_a_link(tmp_path: Path) -> None:
    """Where a project lies on the disk is the person's own affair."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real/index.html").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "real")

    assert standing(tmp_path / "link", ("index.html",)) is not None
