"""Whatever was changed on the disk is found."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.releases.keys import load_public, public_file, replace_key
from plugins.releases.log import LOG, append, line_of, next_link, read_log
from plugins.releases.log_signature import LOG_SIGNATURE
from plugins.releases.signatures import LOGS, RELEASE, sign
from plugins.releases.verify_disk import verify_folder
from tests.releases.conftest import Desk


def test_strangers_missing_and_changed_files_are_named(desk: Desk) -> None:
    """Each with its path."""
    desk.release()
    (desk.current / "index.html.br").unlink()
    (desk.current / "404.html").write_text("x", encoding="utf-8")
    (desk.current / "moi").mkdir()
    (desk.current / "moi" / "shell.php").write_text("<?php ?>", encoding="utf-8")

    found = desk.codes()

    assert {
        ("index.html.br", "missing"),
        ("404.html", "changed"),
        ("moi/shell.php", "stranger"),
    } <= found


def test_links_are_named_with_what_they_lead_to(desk: Desk) -> None:
    """Also where the same bytes stand there."""
    desk.release()
    shutil.copy(desk.current / "404.html", desk.folder / "404.html")
    (desk.current / "404.html").unlink()
    (desk.current / "404.html").symlink_to(desk.folder / "404.html")

    (finding,) = desk.verify().findings
    assert (finding.path, finding.code) == ("404.html", "link")
    assert finding.detail == str(desk.folder / "404.html")


def test_planted_spam_is_quoted(desk: Desk) -> None:
    """And where planted links lead; links to allowed hosts are none."""
    desk.release()
    page = (
        "<!DOCTYPE html><p>Nhà cái uy tín, nạp đầu thưởng 100k, cá cược bóng đá</p>"
        '<a href="https://xau.example/">x</a><a href="https://mau.example/">y</a>'
    )
    (desk.current / "index.html").write_text(page, encoding="utf-8")

    details = [one.detail for one in desk.verify().findings if one.code == "injected"]

    assert any("Nhà cái" in one for one in details)
    assert "https://xau.example/" in details
    assert "https://mau.example/" not in details


@pytest.mark.parametrize("target", ["releases/7", "../../else", "/tmp", None])
def test_the_link_to_the_release_leads_nowhere_else(desk: Desk, target: str | None) -> None:
    """To a release of this portal and to nothing else."""
    desk.release()
    desk.current.unlink()
    if target:
        desk.current.symlink_to(target)

    assert ("current", "no-current") in desk.codes()


def test_a_changed_log_is_found(desk: Desk) -> None:
    """A line of it, or all of it in a chain of its own."""
    desk.release()
    desk.release({"index.html": "<p>mới</p>"})
    log = desk.place.log.read_text(encoding="utf-8")
    first, second = log.splitlines(keepends=True)

    desk.place.log.write_text(first.replace("c0ffee", "decade") + second, encoding="utf-8")
    assert desk.codes() == {(LOG, "log")}
    desk.place.log.write_text(first, encoding="utf-8")
    assert desk.codes() == {(LOG, "not-logged")}
    desk.place.log.write_text(log, encoding="utf-8")
    assert desk.codes() == set()


@pytest.mark.parametrize(
    ("what", "codes"),
    [
        ("who", {"unsigned-log"}),
        ("commit", {"log", "unsigned-log"}),
        ("when", {"log", "unsigned-log"}),
    ],
)
@pytest.mark.parametrize("count", [1, 2])
def test_a_newest_line_of_the_log_that_was_changed_is_found(
    desk: Desk, what: str, codes: set[str], count: int
) -> None:
    """Though no line after it binds it; what the manifest says as well is compared with that."""
    for number in range(count):
        desk.release({"index.html": f"<p>{number}</p>"})
    *before, last = desk.place.log.read_text(encoding="utf-8").splitlines()
    value = json.loads(last)[what]
    changed = last.replace(f'"{what}":"{value}"', f'"{what}":"{value[:-1]}x"')
    desk.place.log.write_text("".join(f"{one}\n" for one in (*before, changed)), encoding="utf-8")

    assert desk.codes() == {(LOG, code) for code in codes}


def test_a_log_without_its_signature_is_found(desk: Desk) -> None:
    """Or with that of a line before, or of something else that the same key has signed."""
    desk.release()
    signature = desk.place.folder / LOG_SIGNATURE
    first = signature.read_text()
    desk.release({"index.html": "<p>mới</p>"})
    line = desk.place.log.read_bytes().splitlines(keepends=True)[-1]

    for text in ("", "x", first, sign(line, desk.signing.key, RELEASE)):
        signature.write_text(text)
        assert desk.codes() == {(LOG, "unsigned-log")}
    signature.write_text(sign(line, desk.signing.key, LOGS))
    assert desk.codes() == set()


def test_a_replaced_key_signs_no_newest_line(desk: Desk) -> None:
    """Not even one of a release that nobody sees, with the lists of its time beside it."""
    desk.release()
    old, folder = desk.signing.key, desk.place.release(1)
    verifier = desk.verifier()
    replace_key(desk.key_file)
    desk.release({"index.html": "<p>mới</p>"})
    shutil.copytree(folder, desk.place.release(3))
    entries = read_log(desk.place.log)
    forged = replace(entries[-1], seq=3, before=next_link(desk.place.log))
    append(desk.place.log, forged)
    (desk.place.folder / LOG_SIGNATURE).write_text(sign(line_of(forged), old, LOGS))

    found = verify_folder(desk.place.folder, verifier).findings
    assert {(one.path, one.code) for one in found} == {(LOG, "unsigned-log")}


def test_ssh_keygen_checks_the_newest_line(desk: Desk, tmp_path: Path) -> None:
    """With nothing of ours."""
    desk.release()
    desk.release({"index.html": "<p>mới</p>"})
    (tmp_path / "signers").write_text(f"* {load_public(public_file(desk.key_file))}\n")
    words = ["-Y", "verify", "-f", "signers", "-I", "x", "-n", LOGS]
    command = ["ssh-keygen", *words, "-s", str(desk.place.folder / LOG_SIGNATURE)]
    line = desk.place.log.read_bytes().splitlines(keepends=True)[-1]

    subprocess.run(command, cwd=tmp_path, input=line, capture_output=True, check=True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_permissions_that_differ_are_warned_of(desk: Desk) -> None:
    """The bytes are right; but a server could not read them, or anybody could change them."""
    desk.release()
    (desk.current / "index.html").chmod(0o600)
    (desk.current / "gioi-thieu").chmod(0o777)
    report = desk.verify()

    assert [(one.path, one.code, one.detail) for one in report.findings] == [
        ("gioi-thieu", "mode", "777"),
        ("index.html", "mode", "600"),
    ]
    assert report.errors == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_release_that_is_open_to_all_is_warned_of(desk: Desk) -> None:
    """Whoever is on the machine may change each file of it."""
    desk.release()
    for path in desk.current.resolve().rglob("*"):
        path.chmod(0o777 if path.is_dir() else 0o666)

    assert ("release.json", "mode") in desk.codes()
