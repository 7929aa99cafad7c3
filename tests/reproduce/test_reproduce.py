"""The same commit, clock and requirements give the same bytes everywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CLOCK, CONTENT, PNG, ROOT, Site, article, skip
from tests.reproduce.__main__ import report
from tests.reproduce.comparing import contents, differences
from tests.reproduce.trial import Trial, reproduce

PROGRAM = ("plugins", "theme", "tasks.py", "pelicanconf.py")


@pytest.fixture
def work() -> Iterator[Path]:
    """A folder in which another user reaches what is its own."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        yield Path(folder)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the program and a few pages."""
    folder = tmp_path / "repository"
    for name in PROGRAM:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, folder / name)
    picture = article("Bài có ảnh", "![Cổng ủy ban]({static}anh.png)")
    more: dict[str, str | bytes] = {
        "articles/anh/index.vi.md": picture,
        "articles/anh/anh.png": PNG,
    }
    Site(folder).write({**CONTENT, **more})
    (folder / ".gitignore").write_text("__pycache__\n")
    user = ("-c", "user.name=a", "-c", "user.email=a@mau.example")
    for words in (("init", "-q"), ("add", "."), (*user, "commit", "-q", "-m", "a")):
        subprocess.run(["git", "-C", str(folder), *words], check=True)
    return folder


def varied(trial: Trial) -> Trial:
    """A trial in which all has been varied that can be."""
    if trial.same_conditions:
        skip(f"NOT VARIED: {', '.join(trial.same_conditions)} (root and faketime are needed)")
    return trial


def test_a_release_has_the_same_bytes_under_all_conditions(root: Path, work: Path) -> None:
    """Pages, manifest, signature, compressed forms and the archive."""
    trial = varied(reproduce(root, work, CLOCK))
    paths = trial.first.files.keys()

    assert trial.differences == []
    assert {"output/xa/index.html", "archives/xa-1.tar.zst", "site/xa/current"} <= paths
    assert "site/xa/releases/1/release.json.sig" in paths
    assert report(trial).endswith(" 0 differ\n")


def test_a_moment_that_gets_into_files_is_found(root: Path, work: Path) -> None:
    """As gzip would write it if it was let."""
    module = root / "plugins/releases/compressed.py"
    text = module.read_text(encoding="utf-8")
    module.write_text(text.replace("mtime=0", "mtime=None"), encoding="utf-8")
    trial = varied(reproduce(root, work, CLOCK))
    first = trial.differences[0]
    told = {line.partition(":")[0] for line in trial.differences}

    assert first.startswith("archives/xa-1.tar.zst: ")
    assert "site/xa/releases/1/index.html.gz" in told
    assert not any(path.endswith((".html", ".br")) for path in told)
    assert first in report(trial)


def test_each_kind_of_difference_is_told(tmp_path: Path) -> None:
    """Missing, other bytes, another mode, another link; a lock and a publisher are none."""
    for name, mode in (("a", 0o644), ("b", 0o600)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "same").write_text("x")
        (folder / f"only-{name}").write_text("x")
        (folder / "bytes").write_text(f"x{name}")
        (folder / "mode").write_text("x")
        (folder / "mode").chmod(mode)
        (folder / "link").symlink_to(name)
        (folder / ".lock").write_text(name)
        (folder / "releases.log").write_text(f'{{"who": "{name}", "seq": 1}}\n')
        os.utime(folder / "same", (len(name), ord(name)))

    assert differences(contents(tmp_path / "a"), contents(tmp_path / "b")) == [
        "bytes: 2 and 2 bytes, the first difference at 1",
        "link: 1 and 1 bytes, the first difference at 0",
        "mode: mode -rw-r--r-- and -rw-------",
        "only-a: only in the first",
        "only-b: only in the second",
    ]
