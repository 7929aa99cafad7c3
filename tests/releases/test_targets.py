"""A release reaches other machines and archives whole, or not at all."""

from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from plugins.builds.calls import EnvironmentFailedError, WrongUseError
from plugins.releases.archive import archive_name, write_archive
from plugins.releases.keys import public_file
from plugins.releases.manifest import Manifest
from plugins.releases.targets import TargetOptions, hand_out, targets_of
from plugins.releases.verify_disk import verify_folder
from tests.conftest import ROOT, skip
from tests.releases.conftest import Desk, desk_in

FAKE_SSH = """\
#!/bin/sh
# A machine that is this one: options, then a host, then what is to be run.
while [ "${1#-}" != "$1" ]; do
  case "$1" in -o|-l|-p) shift 2 ;; *) shift ;; esac
done
[ "$1" = away ] && { echo "ssh: connect to host away: No route" >&2; exit 255; }
shift
exec sh -c "$*"
"""


@pytest.fixture
def far(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of portals of another machine."""
    if not shutil.which("rsync"):
        skip("NO TESTS OF COPIES: install rsync")
    ssh = desk.folder / "bin" / "ssh"
    ssh.parent.mkdir()
    ssh.write_text(FAKE_SSH, encoding="utf-8")
    ssh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{ssh.parent}{os.pathsep}{os.environ['PATH']}")
    return desk.folder / "far"


def copy(desk: Desk, to: str, keep: int = 5) -> None:
    """Copy what visitors see to another machine."""
    targets = targets_of(TargetOptions((to,), ()), keep, desk.signing, "en")
    hand_out([desk.place], targets, "en")


def names_and_bytes(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}


def test_a_release_is_shown_on_the_other_machine(desk: Desk, far: Path) -> None:
    """The same bytes, through a link of its own; the last releases stay there."""
    for number in range(4):
        desk.release({"index.html": f"<p>{number}</p>"})
        copy(desk, f"host:{far}", keep=2)

    assert str((far / "xa/current").readlink()) == "releases/4"
    assert names_and_bytes(far / "xa/current/") == names_and_bytes(desk.current)
    assert sorted(one.name for one in (far / "xa/releases").iterdir()) == ["3", "4"]
    assert verify_folder(far / "xa/releases/4", desk.verifier()).findings == []


def test_a_copy_that_was_stopped_is_finished_by_the_next(desk: Desk, far: Path) -> None:
    """What was left there in the middle is no part of it."""
    desk.release()
    copy(desk, f"host:{far}")
    desk.release({"index.html": "<p>mới</p>"})
    for name in (".2", "2"):
        (far / "xa/releases" / name).mkdir()
        (far / "xa/releases" / name / "half.html").write_text("x", encoding="utf-8")

    copy(desk, f"host:{far}")

    assert names_and_bytes(far / "xa/current/") == names_and_bytes(desk.current)


def test_a_newer_release_is_not_overwritten(desk: Desk, far: Path) -> None:
    """Somebody else publishes there too."""
    desk.release()
    copy(desk, f"host:{far}")
    (far / "xa/releases/9").mkdir()
    (far / "xa/current").unlink()
    (far / "xa/current").symlink_to("releases/9")
    desk.release({"index.html": "<p>mới</p>"})

    with pytest.raises(EnvironmentFailedError, match="number 9"):
        copy(desk, f"host:{far}")
    assert str((far / "xa/current").readlink()) == "releases/9"


def test_a_machine_that_is_away_is_told(desk: Desk, far: Path) -> None:
    """With what ssh said."""
    desk.release()

    with pytest.raises(EnvironmentFailedError, match="No route"):
        copy(desk, f"away:{far}")


def test_a_copy_is_verified_with_its_log(desk: Desk, far: Path) -> None:
    """Where it stands: the log comes with each release, also where some were not copied."""
    for number in range(4):
        desk.release({"index.html": f"<p>{number}</p>"})
        if number != 1:
            copy(desk, f"host:{far}")
            assert verify_folder(far / "xa", desk.verifier()).findings == []

    assert [one.name for one in (far / "xa").iterdir() if one.name[0] == "."] == []
    (far / "xa/releases.log").unlink()
    copy(desk, f"host:{far}")
    assert verify_folder(far / "xa", desk.verifier()).findings == []


def plant(release: Path) -> None:
    (release / "index.html").write_text("<p>Cá cược</p>", encoding="utf-8")


def put_beside(release: Path) -> None:
    (release / "moi").mkdir()
    (release / "moi" / "shell.php").write_text("<?php ?>", encoding="utf-8")


def take_away(release: Path) -> None:
    shutil.rmtree(release / "gioi-thieu")


def edit_manifest(release: Path) -> None:
    (release / "release.json").write_text("{}", encoding="utf-8")


def lead_elsewhere(release: Path) -> None:
    release.rename(release.parents[2] / "else")
    release.symlink_to(release.parents[2] / "else")


def lead_current_elsewhere(release: Path) -> None:
    shutil.copytree(release, release.parents[2] / "else" / release.name)
    (release.parents[1] / "current").unlink()
    (release.parents[1] / "current").symlink_to(f"../else/{release.name}")


@pytest.mark.parametrize(
    "tamper",
    [plant, put_beside, take_away, edit_manifest, lead_elsewhere, lead_current_elsewhere],
)
def test_a_copy_that_was_tampered_with_is_put_right_and_told(
    desk: Desk, far: Path, tamper: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """By the next call, though nothing new is published."""
    desk.release()
    copy(desk, f"host:{far}")
    copy(desk, f"host:{far}")
    assert "was not as it was published" not in capsys.readouterr().err
    tamper(far / "xa/releases/1")

    copy(desk, f"host:{far}")

    assert "was not as it was published" in capsys.readouterr().err
    assert str((far / "xa/current").readlink()) == "releases/1"
    assert names_and_bytes(far / "xa/current/") == names_and_bytes(desk.current)
    assert verify_folder(far / "xa", desk.verifier()).findings == []


@pytest.mark.parametrize(
    "address", ["-oProxyCommand=x:/a", "host", "host:", "host:a", "h;x:/a", "h:/a;x"]
)
def test_what_is_no_address_is_refused(desk: Desk, address: str) -> None:
    """Nothing of it reaches a shell."""
    with pytest.raises(WrongUseError):
        targets_of(TargetOptions((address,), ()), 5, desk.signing, "en")


def packed(desk: Desk, made: Manifest, to: str) -> Path:
    """The archive of a release, in a folder."""
    write_archive(desk.current, made, desk.folder / to, desk.signing)
    return desk.folder / to / archive_name(made)


def test_an_archive_holds_the_release_and_nothing_else(desk: Desk) -> None:
    """In one folder, readable by all."""
    made = desk.release()
    path = packed(desk, made, "archives")
    data = zstandard.ZstdDecompressor().stream_reader(path.read_bytes()).read()
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        tar.extractall(desk.folder / "unpacked", filter="data")
        heads = {(one.uid, one.gid, one.uname, one.gname) for one in tar}

    assert path.name == "xa-1.tar.zst"
    assert heads == {(0, 0, "", "")}
    assert names_and_bytes(desk.folder / "unpacked/xa-1") == names_and_bytes(desk.current)
    assert verify_folder(desk.folder / "unpacked/xa-1", desk.verifier()).findings == []


def test_an_archive_has_the_same_bytes_everywhere(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever packs it, when, and from which copy."""
    made = desk.release()
    first = packed(desk, made, "a")
    copied = desk.folder / "copied"
    shutil.copytree(desk.current, copied)
    for path in copied.rglob("*"):
        path.chmod(0o700)
        os.utime(path, (1, 1))
    monkeypatch.setenv("TZ", "America/New_York")
    write_archive(copied, made, desk.folder / "b", desk.signing)
    second = desk.folder / "b" / archive_name(made)

    assert first.read_bytes() == second.read_bytes()
    assert (
        first.with_name("xa-1.tar.zst.sig").read_bytes()
        == second.with_name("xa-1.tar.zst.sig").read_bytes()
    )


def archive(desk: Desk) -> Path:
    """Pack what visitors see; where the archive is."""
    folder = desk.folder / "archives"
    targets = targets_of(TargetOptions((), (str(folder),)), 5, desk.signing, "en")
    hand_out([desk.place], targets, "en")
    return folder / f"xa-{desk.place.current}.tar.zst"


@pytest.mark.parametrize("part", ["archive", "signature", "half", "nothing"])
def test_an_archive_that_is_broken_is_written_anew_and_told(
    desk: Desk, part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Or one that somebody changed; a whole one stays."""
    desk.release()
    path = archive(desk)
    right, written = path.read_bytes(), path.stat().st_mtime_ns
    assert archive(desk).stat().st_mtime_ns == written
    assert "was not as it was published" not in capsys.readouterr().err
    if part == "signature":
        signature = path.with_name(f"{path.name}.sig")
        signature.write_text(signature.read_text().replace("A", "B", 1))
    else:
        bad = {"archive": right[:-9] + b"x" + right[-8:], "half": right[: len(right) // 2]}
        path.write_bytes(bad.get(part, b""))

    assert archive(desk).read_bytes() == right
    assert "was not as it was published" in capsys.readouterr().err
    assert archive(desk).stat().st_mtime_ns != written
    assert "was not as it was published" not in capsys.readouterr().err


def test_another_archive_of_the_same_number_is_not_taken_for_this(desk: Desk) -> None:
    """Nor is it replaced: numbers began anew here, or somebody else packs there."""
    other = desk_in(desk.folder / "other")
    other.release({"index.html": "<p>khác</p>"})
    path = archive(other)
    shutil.copytree(path.parent, desk.folder / "archives")
    desk.release()

    with pytest.raises(EnvironmentFailedError, match="another release with the number 1"):
        archive(desk)
    assert (desk.folder / "archives" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", ["hosts.md", "hosts.vi.md"])
def test_a_host_checks_and_unpacks_an_archive_as_the_manual_says(desk: Desk, name: str) -> None:
    """With the programs of its system and the public key; a changed archive stays packed."""
    if not (shutil.which("ssh-keygen") and shutil.which("zstd")):
        skip("NO ARCHIVE TESTS: install openssh-client and zstd")
    made = desk.release()
    archives, host = desk.folder / "archives", desk.folder / "host"
    path = packed(desk, made, "archives")
    shutil.copytree(archives, host)
    shutil.copy(public_file(desk.key_file), host / "release-key.pub")
    manual = (ROOT / "docs" / name).read_text(encoding="utf-8").replace("nhu-thanh-12", "xa-1")
    lines = [
        line
        for line in manual.splitlines()
        if line.startswith(('echo "* $(cat release-key.pub)"', "ln -sfn xa-1"))
        or "-s xa-1.tar.zst.sig" in line
    ]

    def run(*lines: str) -> int:
        script = "\n".join(["umask 077", *lines])
        command = ["sh", "-c", script]
        return subprocess.run(command, cwd=host, capture_output=True, check=False).returncode

    signers, unpacked, shown = lines
    assert run(signers, unpacked) == 0
    assert run(shown) == 0
    assert names_and_bytes(host / "current/") == names_and_bytes(desk.current)
    assert stat.S_IMODE((host / "xa-1/index.html").stat().st_mode) == 0o644
    shutil.rmtree(host / "xa-1")
    (host / path.name).write_bytes(path.read_bytes() + b"x")
    assert run(unpacked) != 0
    assert not (host / "xa-1").exists()
