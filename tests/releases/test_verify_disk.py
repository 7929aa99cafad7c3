"""Whatever was changed on the disk is found."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.releases.disk import tree_of
from plugins.releases.findings import Report, as_json
from plugins.releases.keys import load_public, public_file, replace_key
from plugins.releases.log import LOG, append, line_of, next_link, read_log
from plugins.releases.log_signature import LOG_SIGNATURE
from plugins.releases.place import publishing
from plugins.releases.rights import rights_in
from plugins.releases.signatures import LOGS, RELEASE, sign
from plugins.releases.verify import as_words
from plugins.releases.verify_disk import places_at, verify_folder
from tests.conftest import skip
from tests.releases.conftest import Desk
from tests.releases.far import IS_ROOT


def all_at(folder: Path, desk: Desk) -> list[Report]:
    """What is found at all that a folder is or holds."""
    return [verify_folder(one, desk.verifier()) for one in places_at(folder)]


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
    assert desk.codes() == {(LOG, "not-logged"), (LOG, "unsigned-log")}
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


@pytest.mark.parametrize("is_gone", [False, True])
def test_an_older_release_that_is_shown_is_found_by_the_log(desk: Desk, *, is_gone: bool) -> None:
    """Though it is whole and nobody remembers the newer one; the next release is above both."""
    for number in range(3):
        desk.release({"index.html": f"<p>{number}</p>"})
    desk.place.show(2)
    if is_gone:
        shutil.rmtree(desk.place.release(3))

    assert desk.codes() == {("current", "behind")}
    desk.build({"index.html": "<p>1</p>"})
    assert desk.publish() is not None
    assert desk.place.current == 4
    assert desk.codes() == set()


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


def test_a_link_to_a_release_is_followed(desk: Desk) -> None:
    """Where it is the path that was given; those inside of the release stay faults."""
    desk.release()

    (report,) = all_at(desk.current, desk)
    assert (report.findings, report.seq) == ([], 1)
    (desk.current / "gioi-thieu" / "current").symlink_to(".")
    (report,) = all_at(desk.current, desk)
    assert [(one.path, one.code) for one in report.findings] == [("gioi-thieu/current", "link")]


@pytest.mark.parametrize("name", ["current", LOG])
def test_what_is_planted_in_a_release_makes_no_portal_of_it(desk: Desk, name: str) -> None:
    """It is verified as the release that it is."""
    desk.release()
    (desk.current / name).symlink_to("..")

    (report,) = all_at(desk.place.release(1), desk)

    assert [(one.path, one.code) for one in report.findings] == [(name, "link")]


def test_a_host_of_archives_is_verified(desk: Desk) -> None:
    """Through its folder, through `current`, and with all that stand beside it."""
    desk.release()
    host = desk.folder / "host" / "xa"
    shutil.copytree(desk.current, host / "xa-1")
    (host / "current").symlink_to("xa-1")

    for folder in (host, host / "current", host.parent):
        (report,) = all_at(folder, desk)
        assert (report.findings, report.seq) == ([], 1)
    (host / "xa-1" / "index.html").write_text("x", encoding="utf-8")
    (report,) = all_at(host, desk)
    assert ("index.html", "changed") in {(one.path, one.code) for one in report.findings}


def test_a_portal_shows_no_folder_beside_its_releases(desk: Desk) -> None:
    """Only where there are none: an intruder could put an old copy there."""
    desk.release()
    shutil.copytree(desk.current, desk.place.folder / "xa-1")
    desk.current.unlink()
    desk.current.symlink_to("xa-1")

    assert ("current", "no-current") in desk.codes()


def test_strangers_of_any_size_are_named(desk: Desk) -> None:
    """They are read no further than anybody would look, and other files no further than signed."""
    desk.release()
    for name in ("zz.bin", "index.html"):
        with (desk.current / name).open("ab") as file:
            file.truncate(10**12)

    assert desk.codes() == {("zz.bin", "stranger"), ("index.html", "changed")}


def test_folders_of_any_depth_are_named(desk: Desk) -> None:
    """The report goes on behind them, also where no path is long enough for them."""
    desk.release()
    (desk.current / "index.html").write_text("x", encoding="utf-8")
    handle = os.open(desk.current, os.O_RDONLY)
    for _ in range(3_000):
        os.mkdir("sau", dir_fd=handle)
        inner = os.open("sau", os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
    os.close(handle)

    report = desk.verify()
    # Nothing else could remove them.
    deep, rest = desk.current / "sau", desk.current / "trong"
    while (deep / "sau").is_dir():
        (deep / "sau").rename(rest)
        deep.rmdir()
        rest.rename(deep)

    codes = {one.code for one in report.findings}
    assert codes == {"changed", "deep"}
    assert json.loads(as_json([report], "vi"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"a\x1b[2J.html", r"a\x1b[2J.html"),
        (b"a\n.html", r"a\x0a.html"),
        ("a\u202elmth.php".encode(), r"a\u202elmth.php"),
        ("a\u3164.html".encode(), r"a\u3164.html"),
        (b"a\xff.html", r"a\xff.html"),
        ("ảnh.html".encode(), "ảnh.html"),
    ],
)
def test_names_that_intruders_chose_are_shown_escaped(desk: Desk, name: bytes, shown: str) -> None:
    """Wherever they are told, and whatever they would do to a terminal."""
    desk.release()
    (desk.current / os.fsdecode(name)).write_text("x", encoding="utf-8")
    report = desk.verify()

    assert [one.path for one in report.findings] == [shown]
    assert shown in as_words(report, "vi")
    assert json.loads(as_json([report], "vi").encode())[0]["findings"][0]["path"] == shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_portal_with_a_strange_name_is_verified(desk: Desk) -> None:
    """As it may be called by whoever copied it there."""
    desk.release()
    shutil.copytree(desk.place.folder, desk.folder / "site" / os.fsdecode(b"b\xff"), symlinks=True)

    places = [Path(one.place).name for one in all_at(desk.folder / "site", desk)]

    assert places == [r"b\xff", "xa"]


def test_compressed_bytes_are_not_read_as_text(desk: Desk) -> None:
    """What is in them is: a form that was replaced is quoted, one that is broken is only told."""
    desk.release()
    spam = "<!DOCTYPE html><p>Nhà cái uy tín, nạp đầu thưởng 100k</p>".encode()
    (desk.current / "index.html.gz").write_bytes(gzip.compress(spam))
    broken = (desk.current / "404.html.br").read_bytes()
    (desk.current / "404.html.br").write_bytes(bytes(one ^ 255 for one in broken))

    found = [(one.path, one.code, one.detail) for one in desk.verify().findings]

    assert [one[:2] for one in found if one[0] == "404.html.br"] == [("404.html.br", "changed")]
    quoted = [detail for path, code, detail in found if code == "injected"]
    assert any("Nhà cái" in one for one in quoted)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.parametrize("path", ["index.html", "gioi-thieu", ".", "..", "../.."])
def test_what_anybody_may_write_is_not_called_as_published(desk: Desk, path: str) -> None:
    """The next moment it may be another."""
    desk.release()
    place = desk.place.release(1) / path
    place.chmod(place.stat().st_mode | 0o022)
    report = desk.verify()

    assert [one.code for one in report.findings] == ["mode"]
    assert report.errors == 0
    assert "đúng như đã phát hành" not in as_words(report, "vi")
    assert "just as it was published" not in as_words(report, "en")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.parametrize("mode", [0o020, 0o002])
@pytest.mark.parametrize(
    ("path", "told"),
    [
        (".", ""),
        ("..", ".."),
        ("releases", "releases"),
        (LOG, LOG),
        (LOG_SIGNATURE, LOG_SIGNATURE),
    ],
)
def test_what_others_may_write_around_a_release_is_warned_of(
    desk: Desk, path: str, told: str, mode: int
) -> None:
    """Whoever may write into a folder may put another release, link or log there."""
    desk.release()
    place = desk.place.folder / path
    place.chmod(place.stat().st_mode | mode)
    report = desk.verify()

    assert [(one.path, one.code) for one in report.findings] == [(told, "mode")]
    assert report.state == "unguarded"
    place.chmod(place.stat().st_mode & ~mode)
    assert desk.verify().state == "right"


@pytest.mark.parametrize("path", ["", "..", "releases", "current", LOG])
def test_what_is_somebody_elses_around_a_release_is_warned_of(desk: Desk, path: str) -> None:
    """Its owner may write there; the system itself may do so anyway."""
    if not IS_ROOT:
        skip("NO OTHER OWNERS: run the tests as root")
    desk.release()
    for one in desk.place.folder.rglob("*"):
        os.chown(one, 1, 1, follow_symlinks=False)
    assert desk.verify().state == "right"
    os.chown(desk.place.folder / path, 2, 2, follow_symlinks=False)
    report = desk.verify()

    assert [(one.path, one.code, one.detail) for one in report.findings] == [
        (path, "owner", "2 ≠ 1")
    ]
    assert report.state == "unguarded"


def test_the_folder_of_portals_is_made_for_one_who_writes(tmp_path: Path) -> None:
    """Whatever mask the process has."""
    before = os.umask(0o002)
    try:
        with publishing(tmp_path / "site"):
            pass
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == 0o755


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other owners")
def test_files_of_another_owner_are_warned_of(desk: Desk) -> None:
    """Whoever owns a file may change it at any time."""
    desk.release()
    tree = tree_of(desk.place.release(1))
    fields = list(tree.found["index.html"])
    fields[stat.ST_UID] += 1
    found = {**tree.found, "index.html": os.stat_result(fields)}

    findings = [*rights_in(replace(tree, found=found), desk.place.release(1))]

    assert [(one.path, one.code, one.severity) for one in findings] == [
        ("index.html", "owner", "warning")
    ]
    assert "đúng như đã phát hành" not in as_words(Report("x", findings, 0.1, "xa", 1, 9), "vi")


def test_empty_folders_are_named(desk: Desk) -> None:
    """Somebody made them."""
    desk.release()
    (desk.current / "moi" / "trong").mkdir(parents=True)

    assert desk.codes() == {("moi/trong", "folder")}


def test_strangers_beside_the_releases_are_warned_of(desk: Desk) -> None:
    """What a publisher is at work with is none."""
    desk.release()
    for name in (".staging", ".gone-1", ".current.new", "shell"):
        (desk.place.folder / name).mkdir()
    report = desk.verify()

    assert [(one.path, one.code) for one in report.findings] == [("shell", "beside")]
    assert report.errors == 0
