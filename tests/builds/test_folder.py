"""The folder of a portal comes to hold exactly its files, each of them whole."""

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

from plugins.base.paths import UnsafePathError
from plugins.builds.folder import Stage, entries_of
from tests.conftest import ROOT

NAMES = st.sampled_from(["a", "b", "a.html", "index.html", "ă", ".x"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def sync(folder: Path, files: dict[str, bytes]) -> tuple[int, int]:
    """Let `folder` hold `files`; how many were written, and how many others removed."""
    there = entries_of(folder)
    changed = {
        name: data
        for name, data in files.items()
        if name not in there.files or (folder / name).read_bytes() != data
    }
    stage = Stage(folder)
    stage.begin()
    try:
        for number, data in enumerate(changed.values()):
            stage.put(number, data)
        numbers = {name: number for number, name in enumerate(changed)}
        stats, removed = stage.publish(numbers, there, files)
    finally:
        stage.clear()
    return len(stats), removed


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
    sync(folder, before)
    changes = sync(folder, after)

    assert files_below(folder) == after
    assert all(any(path.iterdir()) for path in folder.rglob("*") if path.is_dir())
    same = sum(before.get(path) == data for path, data in after.items())
    assert changes == (len(after) - same, len(before.keys() - after.keys()))
    assert sync(folder, after) == (0, 0)


def test_files_that_are_the_same_are_not_touched(tmp_path: Path) -> None:
    """Their times stay, for those who copy only what is newer."""
    sync(tmp_path / "o", {"a": b"1", "b": b"1"})
    os.utime(tmp_path / "o" / "a", (1, 1))
    sync(tmp_path / "o", {"a": b"1", "b": b"2"})

    assert (tmp_path / "o" / "a").stat().st_mtime == 1
    assert (tmp_path / "o" / "b").read_bytes() == b"2"


def test_what_goes_stays_until_the_new_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A visitor who comes meanwhile finds the old page or the new one."""
    sync(tmp_path / "o", {"cu/index.html": b"1", "index.html": b"1"})
    replace, seen = os.replace, []

    def noting(source: Path, target: Path) -> None:
        seen.append((tmp_path / "o" / "cu/index.html").exists())
        replace(source, target)

    monkeypatch.setattr(os, "replace", noting)
    sync(tmp_path / "o", {"moi/index.html": b"1", "index.html": b"2"})

    assert seen == [True, True]
    assert files_below(tmp_path / "o") == {"moi/index.html": b"1", "index.html": b"2"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_written_files_may_be_read_by_the_web_server(tmp_path: Path) -> None:
    """All may read them and only the owner may write, whatever the mask of the process."""
    before = os.umask(0o077)
    try:
        sync(tmp_path / "o", {"a": b"1", "b/c/d": b"2"})
    finally:
        os.umask(before)

    modes = {
        name: stat.S_IMODE((tmp_path / "o" / name).stat().st_mode) for name in ("", "b", "b/c")
    }
    assert modes == dict.fromkeys(("", "b", "b/c"), 0o755)
    assert stat.S_IMODE((tmp_path / "o" / "a").stat().st_mode) == 0o644


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
    sync(folder, {"a": b"new", "b/a": b"new"})

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
    sync(folder, {**files, "tep/a.png": b"3"})
    shutil.rmtree(tmp_path / there)
    (tmp_path / there).symlink_to(outside)
    sync(folder, files)

    assert files_below(outside) == before
    assert files_below(folder) == files
    assert not folder.is_symlink()


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "C:x", "a\\..\\x", "a\0"])
def test_a_path_out_of_the_folder_changes_nothing(tmp_path: Path, path: str) -> None:
    """It is refused before the first file is written or removed."""
    folder = tmp_path / "output"
    sync(folder, {"a": b"1"})
    with pytest.raises(UnsafePathError):
        sync(folder, {"b": b"2", path: b"3"})

    assert files_below(tmp_path) == {"output/a": b"1"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("after", [1, 3, 4])
def test_a_killed_writer_tears_no_file(tmp_path: Path, after: int) -> None:
    """Each file is the old or the new one as a whole, and the next run puts all right."""
    old = {f"{number}.html": b"old" * 50_000 for number in range(6)}
    new = {f"{number}.html": b"new" * 50_000 for number in range(6)}
    folder = tmp_path / "output"
    sync(folder, old)
    script = f"""
        import os, signal, sys
        sys.path.insert(0, {str(ROOT)!r})
        from pathlib import Path
        from tests.builds.test_folder import sync
        count = 0
        real = os.write
        def torn(file, data):
            global count
            count += 1
            written = real(file, data[: len(data) // 2 + 1])
            if count == {after}:
                os.kill(os.getpid(), signal.SIGKILL)
            return written
        os.write = torn
        new = {{f"{{number}}.html": b"new" * 50_000 for number in range(6)}}
        sync(Path({str(folder)!r}), new)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False)

    assert done.returncode == -signal.SIGKILL
    left = files_below(folder)
    assert all(left[name] in (old[name], new[name]) for name in old)
    assert left == old
    sync(folder, new)
    assert files_below(folder) == new


def test_a_write_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk keeps the old file and no half of a new one."""
    sync(tmp_path / "o", {"a": b"old"})

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        sync(tmp_path / "o", {"a": b"new"})

    assert files_below(tmp_path) == {"o/a": b"old"}


def test_a_file_that_finds_no_room_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of several disks one may be full."""
    stage = Stage(tmp_path / "xa")
    stage.begin()

    def fail(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.write", fail)
    with pytest.raises(OSError, match="space") as raised:
        stage.put(0, b"x")
    assert str(tmp_path) in raised.value.filename
