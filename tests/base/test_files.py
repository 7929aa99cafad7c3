"""Reading what is not trusted, and writing what must not tear."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.base.files import MAX_TEXT_BYTES, Changes, content_tree, fingerprint, sync_folder
from plugins.base.paths import UnsafePathError
from plugins.base.problems import Problems

ROOT = Path(__file__).resolve().parents[2]
NAMES = st.sampled_from(["a", "b", "a.html", "index.html", "ă", ".x"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


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


def files_below(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def without_clashes(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of which none stands where another needs a folder."""
    return {
        path: data
        for path, data in files.items()
        if not any(other.startswith(f"{path}/") for other in files)
    }


FILES = st.dictionaries(PATHS, st.binary(max_size=3), max_size=5).map(without_clashes)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=FILES, after=FILES)
def test_a_folder_holds_exactly_the_files(
    tmp_path: Path, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    """Whatever stood there, files where folders are needed and the reverse."""
    folder = tmp_path / "output"
    shutil.rmtree(folder, ignore_errors=True)
    sync_folder(folder, before)
    changes = sync_folder(folder, after)

    assert files_below(folder) == after
    assert all(any(path.iterdir()) for path in folder.rglob("*") if path.is_dir())
    same = sum(before.get(path) == data for path, data in after.items())
    assert changes == Changes(len(after) - same, same, len(before.keys() - after.keys()))
    assert sync_folder(folder, after) == Changes(kept=len(after))


def test_files_that_are_the_same_are_not_touched(tmp_path: Path) -> None:
    """Their times stay, for those who copy only what is newer."""
    sync_folder(tmp_path, {"a": b"1", "b": b"1"})
    os.utime(tmp_path / "a", (1, 1))
    sync_folder(tmp_path, {"a": b"1", "b": b"2"})

    assert (tmp_path / "a").stat().st_mtime == 1
    assert (tmp_path / "b").read_bytes() == b"2"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_written_files_may_be_read_by_the_web_server(tmp_path: Path) -> None:
    """All may read them and only the owner may write, whatever the mask of the process."""
    before = os.umask(0o077)
    try:
        sync_folder(tmp_path, {"a": b"1"})
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes links for administrators only")
def test_links_in_the_folder_are_removed_and_not_followed(tmp_path: Path) -> None:
    """What they lead to stays as it is."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a").write_text("stays")
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "a").symlink_to(outside / "a")
    (folder / "b").symlink_to(outside)
    sync_folder(folder, {"a": b"new", "b/a": b"new"})

    assert (outside / "a").read_text() == "stays"
    assert files_below(folder) == {"a": b"new", "b/a": b"new"}
    assert not (folder / "a").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes links for administrators only")
@pytest.mark.parametrize("there", ["output", "output/en", "output/en/news", "output/tep"])
def test_a_folder_that_became_a_link_is_made_anew(tmp_path: Path, there: str) -> None:
    """Someone else's folder is neither written to nor cleared, wherever the link was planted."""
    outside = tmp_path / "outside"
    for name in ("stays", "news/stays", "en/news/a.html"):
        (outside / name).parent.mkdir(parents=True, exist_ok=True)
        (outside / name).write_text("stays")
    before = files_below(outside)
    folder = tmp_path / "output"
    files = {"index.html": b"1", "en/news/a.html": b"2"}
    sync_folder(folder, {**files, "tep/a.png": b"3"})
    shutil.rmtree(tmp_path / there)
    (tmp_path / there).symlink_to(outside)
    sync_folder(folder, files)

    assert files_below(outside) == before
    assert files_below(folder) == files
    assert not folder.is_symlink()


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "C:x", "a\\..\\x", "a\0"])
def test_a_path_out_of_the_folder_changes_nothing(tmp_path: Path, path: str) -> None:
    """It is refused before the first file is written or removed."""
    folder = tmp_path / "output"
    sync_folder(folder, {"a": b"1"})
    with pytest.raises(UnsafePathError):
        sync_folder(folder, {"b": b"2", path: b"3"})

    assert files_below(tmp_path) == {"output/a": b"1"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("after", [1, 3, 4])
def test_a_killed_writer_tears_no_file(tmp_path: Path, after: int) -> None:
    """Each file is the old or the new one as a whole, and the next run puts all right."""
    old = {f"{number}.html": b"old" * 50_000 for number in range(6)}
    new = {f"{number}.html": b"new" * 50_000 for number in range(6)}
    folder = tmp_path / "output"
    sync_folder(folder, old)
    script = f"""
        import os, signal, sys
        sys.path.insert(0, {str(ROOT)!r})
        from pathlib import Path
        from plugins.base import files
        count = 0
        real = os.fdopen
        class Torn:
            def __init__(self, file): self.file = file
            def __enter__(self): return self
            def __exit__(self, *_): self.file.close()
            def write(self, data):
                global count
                count += 1
                self.file.write(data[: len(data) // 2])
                self.file.flush()
                if count == {after}:
                    os.kill(os.getpid(), signal.SIGKILL)
                self.file.write(data[len(data) // 2 :])
        os.fdopen = lambda *given: Torn(real(*given))
        new = {{f"{{number}}.html": b"new" * 50_000 for number in range(6)}}
        files.sync_folder(Path({str(folder)!r}), new)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False)

    assert done.returncode == -signal.SIGKILL
    left = files_below(folder)
    assert all(left[name] in (old[name], new[name]) for name in old)
    assert sum(left[name] == new[name] for name in old) == after - 1
    sync_folder(folder, new)
    assert files_below(folder) == new


def test_a_write_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk keeps the old file and no half of a new one."""
    sync_folder(tmp_path, {"a": b"old"})

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        sync_folder(tmp_path, {"a": b"new"})

    assert files_below(tmp_path) == {"a": b"old"}


def test_a_fingerprint_is_the_beginning_of_a_sum() -> None:
    """Equal bytes have equal fingerprints on every machine."""
    assert fingerprint(b"abc") == "ba7816bf"
    assert fingerprint(b"abc", 12) == "ba7816bf8f01"


def test_changes_add_up() -> None:
    """Two folders are told as one."""
    assert Changes(1, 2, 3) + Changes(10, 20, 30) == Changes(11, 22, 33)
