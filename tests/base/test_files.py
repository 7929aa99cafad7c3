"""Reading what is not trusted, and writing what must not tear."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from plugins.base.files import MAX_TEXT_BYTES, content_tree, fingerprint
from plugins.base.problems import Problems

ROOT = Path(__file__).resolve().parents[2]


def read(folder: Path, data: bytes) -> tuple[str | None, list[tuple[str, int, str]]]:
    """The text of a file and what was wrong with it."""
    (folder / "a.md").write_bytes(data)
    problems = Problems()
    text = content_tree(folder, problems).read_text("a.md", problems)
    return text, [(one.code, one.line, one.message("en")) for one in problems]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("Một\nhai\n".encode(), "Một\nhai\n"),
        ("Một\r\nhai\r\n".encode(), "Một\nhai\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"\xef\xbb\xbfa", "a"),
        ("Tiê\u0301ng Viê\u0323t".encode(), "Tiếng Việt"),
        ("Tie\u0302\u0301ng".encode(), "Tiếng"),
        ("a\tb\u00a0c🎉".encode(), "a\tb\u00a0c🎉"),
    ],
)
def test_text_is_read_in_one_form(tmp_path: Path, data: bytes, text: str) -> None:
    """Byte-order marks, line ends and composed letters do not matter to what comes after."""
    assert read(tmp_path, data) == (text, [])


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ("a\né".encode("latin-1"), "tep-khong-utf8", 2),
        ("a\nô".encode("windows-1258"), "tep-khong-utf8", 2),
        ("a".encode("utf-16"), "tep-khong-utf8", 1),
        (b"a\n\xed\xa0\x80", "tep-khong-utf8", 2),
        (b"a\nb\0c", "ky-tu-dieu-khien", 2),
        (b"a\r\n\r\n\x1b[31m", "ky-tu-dieu-khien", 3),
        (b"\x7f", "ky-tu-dieu-khien", 1),
        ("a\u0085b".encode(), "ky-tu-dieu-khien", 1),
        ("a\u2028b".encode(), "ky-tu-dieu-khien", 1),
        ("a\n\ue000".encode(), "ky-tu-dieu-khien", 2),
        ("a\n\U000f0000".encode(), "ky-tu-dieu-khien", 2),
        ("\ufffe".encode(), "ky-tu-dieu-khien", 1),
        ("a\ufeff\ue001".encode(), "ky-tu-dieu-khien", 1),
    ],
)
def test_what_is_no_plain_text_is_refused(
    tmp_path: Path, data: bytes, code: str, line: int
) -> None:
    """The line is that of the first byte that is wrong."""
    text, found = read(tmp_path, data)

    assert text is None
    assert [one[:2] for one in found] == [(code, line)]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """Its size and the limit are told."""
    assert read(tmp_path, b"a" * (MAX_TEXT_BYTES + 500_000)) == (
        None,
        [("tep-qua-lon", 1, "The file is 2.5 MB, more than 2 MB.")],
    )


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """In the language of the editor, whatever the system speaks."""
    problems = Problems()

    assert content_tree(tmp_path, problems).read_text("vocabulary.yaml", problems) is None
    assert [one.message("vi") for one in problems] == ["Không đọc được tệp: không có tệp này."]


def test_a_file_that_vanishes_is_told(tmp_path: Path) -> None:
    """Between the listing and the reading an editor may save anew."""
    (tmp_path / "a.md").write_text("a")
    problems = Problems()
    tree = content_tree(tmp_path, problems)
    (tmp_path / "a.md").unlink()

    assert tree.read_text("a.md", problems) is None
    assert [one.code for one in problems] == ["tep-khong-doc"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes links for administrators only")
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_takes_the_place_of_a_file_is_not_read(tmp_path: Path, kind: str) -> None:
    """Between the listing and the reading: no link is followed, no pipe is waited for."""
    secret = tmp_path / "secret"
    secret.write_text("secret")
    content = tmp_path / "content"
    content.mkdir()
    path = content / "a.md"
    path.write_text("a")
    problems = Problems()
    tree = content_tree(content, problems)
    path.unlink()
    {"link": lambda: path.symlink_to(secret), "pipe": lambda: os.mkfifo(path)}.get(
        kind, path.mkdir
    )()

    assert tree.read_text("a.md", problems) is None
    assert [one.code for one in problems] == ["tep-khong-doc"]


@pytest.mark.skipif(os.open not in os.supports_dir_fd, reason="the system cannot open by folder")
@pytest.mark.parametrize("swapped", ["a", "a/b"])
def test_a_folder_that_became_a_link_is_not_entered(tmp_path: Path, swapped: str) -> None:
    """Between listing and reading somebody may put a link in the place of a folder."""
    content = tmp_path / "content"
    (content / "a/b").mkdir(parents=True)
    (content / "a/b/c.md").write_text("content", encoding="utf-8")
    outside = tmp_path / "outside"
    (outside / "b").mkdir(parents=True)
    for path in ("c.md", "b/c.md"):
        (outside / path).write_text("secret", encoding="utf-8")
    problems = Problems()
    tree = content_tree(content, problems)
    (content / swapped).rename(tmp_path / "away")
    (content / swapped).symlink_to(outside)

    assert tree.read_text("a/b/c.md", problems) is None
    assert [one.code for one in problems] == ["tep-khong-doc"]


def test_the_tree_holds_regular_files_in_order(tmp_path: Path) -> None:
    """Empty folders and the order of the disk do not show."""
    for name in ("b/c.md", "b/a.md", "a.md", "b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "empty").mkdir()
    tree = content_tree(tmp_path, Problems())

    assert tree.files == ("a.md", "b.md", "b/a.md", "b/c.md")
    assert tree.below("b") == ("b/a.md", "b/c.md")
    assert "b/a.md" in tree
    assert "b" not in tree


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes links for administrators only")
def test_links_and_pipes_are_told_and_never_read(tmp_path: Path) -> None:
    """Not to a file outside, not to a folder, not in a circle, and no pipe that never ends."""
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "secret").write_text("secret")
    (content / "file.md").symlink_to(tmp_path / "secret")
    (content / "folder").symlink_to(tmp_path)
    (content / "loop").symlink_to(content)
    os.mkfifo(content / "pipe.md")
    problems = Problems()
    tree = content_tree(content, problems)

    assert tree.files == ()
    assert [(one.path, one.code) for one in problems] == [
        ("file.md", "tep-lien-ket"),
        ("folder", "tep-lien-ket"),
        ("loop", "tep-lien-ket"),
        ("pipe.md", "tep-lien-ket"),
    ]
    assert tree.read_text("file.md", Problems()) is None


def test_a_fingerprint_is_the_beginning_of_a_sum() -> None:
    """Equal bytes have equal fingerprints on every machine."""
    assert fingerprint(b"abc") == "ba7816bf"
    assert fingerprint(b"abc", 12) == "ba7816bf8f01"
