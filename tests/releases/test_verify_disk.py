"""Whatever was changed on the disk is found."""

from __future__ import annotations

import shutil
import sys

import pytest

from plugins.releases.log import LOG
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
