"""A release is whole, or it is not there."""

from __future__ import annotations

import getpass
import gzip
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest

from plugins.base.locks import LockedError
from plugins.releases import publish as publishing_module
from plugins.releases.archive import write_archive
from plugins.releases.disk import swap_link, write_new
from plugins.releases.keys import replace_key
from plugins.releases.log import append, read_log
from plugins.releases.log_signature import LOG_SIGNATURE
from plugins.releases.manifest import LIFETIME
from plugins.releases.place import publishing
from plugins.releases.publish import current_manifest, lost
from plugins.releases.staging import RefusedError
from plugins.releases.verify_disk import verify_folder
from tests.releases.conftest import PAGES, Desk


def refusal(desk: Desk) -> str:
    """Why nothing is published; what visitors see stays as it was."""
    seen = desk.place.current
    with pytest.raises(RefusedError) as caught:
        desk.publish()
    assert desk.place.current == seen
    assert not desk.place.staging.exists()
    return caught.value.name


def test_visitors_see_what_was_built(desk: Desk) -> None:
    """Byte for byte, through a link that leads into the folder of the releases."""
    desk.release()

    assert str(desk.current.readlink()) == "releases/1"
    for path, text in desk.files.items():
        assert (desk.current / path).read_text(encoding="utf-8") == text
    assert desk.verify().findings == []


def test_a_web_server_may_read_a_release(desk: Desk) -> None:
    """Its files, its folders and its log, whatever mask the process has; nobody else may write."""
    before = os.umask(0o077)
    try:
        desk.release({"mot/hai/ba.html": "<p>ba</p>"})
        made = desk.release({"mot/hai/ba.html": "<p>bốn</p>"})
        write_archive(desk.current, made, desk.folder / "archives", desk.signing)
    finally:
        os.umask(before)
    places = [desk.place.folder, *desk.place.folder.rglob("*"), *desk.folder.glob("archives/*")]
    told = {(one.is_dir(), stat.S_IMODE(one.stat().st_mode)) for one in places}

    assert told == {(True, 0o755), (False, 0o644)}


def test_texts_have_their_compressed_forms(desk: Desk) -> None:
    """Of the same bytes whenever they are made; pictures have none."""
    made = desk.release()
    text = desk.files["index.html"].encode()

    assert brotli.decompress((desk.current / "index.html.br").read_bytes()) == text
    assert gzip.decompress((desk.current / "index.html.gz").read_bytes()) == text
    assert "tep/anh.22222222.png.br" not in made.files


def test_what_is_as_it_was_is_not_published_again(desk: Desk) -> None:
    """Unless its manifest would expire soon, or somebody changed a file of it."""
    desk.release()

    (desk.place.staging / "folder").mkdir(parents=True)
    assert desk.publish() is None
    assert not desk.place.staging.exists()
    (desk.current / "index.html").write_text("x", encoding="utf-8")
    assert desk.publish() is not None
    assert desk.verify().findings == []
    desk.later(days=LIFETIME.days / 2 + 1)
    assert desk.publish() is not None


def test_numbers_rise_whatever_the_clock_says(desk: Desk) -> None:
    """A clock that was set back makes no second release of one number."""
    desk.release()
    desk.later(days=-400)

    assert desk.release({"index.html": "<p>mới</p>"}).seq == 2


def test_assets_of_the_last_release_stay(desk: Desk) -> None:
    """For pages that were opened before; those of the one before it go."""
    old, new, newest = (f"giao-dien/style.{digit * 8}.css" for digit in "123")
    desk.release()
    second = desk.release({old: None, new: "p{}"})

    assert second.kept == tuple(sorted([old, f"{old}.br", f"{old}.gz"]))
    assert (desk.current / old).read_text() == "p{color:#111}"
    third = desk.release({new: None, newest: "p{ }"})
    assert old not in third.files
    assert new in third.kept


def test_the_same_build_gives_the_same_release(desk: Desk, tmp_path: Path) -> None:
    """Byte for byte, whoever publishes it, from which folder and in which order of files."""
    desk.release()
    other = Desk(tmp_path / "other", files=dict(reversed(PAGES.items())))
    shutil.copytree(desk.key_file.parent, other.key_file.parent)
    other.release()

    names = sorted(one.relative_to(desk.current) for one in desk.current.rglob("*.*"))
    assert names == sorted(one.relative_to(other.current) for one in other.current.rglob("*.*"))
    for name in names:
        assert (desk.current / name).read_bytes() == (other.current / name).read_bytes()


def test_an_empty_file_is_not_published(desk: Desk) -> None:
    """Whatever the build has checked."""
    desk.release()
    desk.build({"gioi-thieu/index.html": ""})

    assert refusal(desk) == "empty-file"


def test_what_was_changed_after_the_build_is_not_published(desk: Desk) -> None:
    """Only bytes that were checked."""
    desk.release()
    desk.build({"index.html": "<p>mới</p>"})
    (desk.output / "gioi-thieu/index.html").write_text("<p>cá cược</p>", encoding="utf-8")

    assert refusal(desk) == "unchecked-file"


def test_a_link_is_not_published(desk: Desk, tmp_path: Path) -> None:
    """It could lead out of the folder."""
    desk.release()
    desk.build({"index.html": "<p>mới</p>"})
    (desk.output / "ngoai.html").symlink_to(tmp_path / "secret")

    assert refusal(desk) == "link"


def test_a_link_in_the_place_of_a_file_is_not_followed(desk: Desk, tmp_path: Path) -> None:
    """Not even one that leads to the same bytes."""
    desk.release()
    desk.build({"index.html": "<p>mới</p>"})
    (tmp_path / "same").write_text("<p>mới</p>", encoding="utf-8")
    (desk.output / "index.html").unlink()
    (desk.output / "index.html").symlink_to(tmp_path / "same")

    assert refusal(desk) == "link"


def test_a_release_may_not_lose_many_pages(desk: Desk) -> None:
    """Unless that is what is wanted."""
    desk.release()
    desk.build({"gioi-thieu/index.html": None})

    assert refusal(desk) == "loss"
    desk.allow_loss = 34
    assert desk.publish() is not None


def test_the_last_releases_are_kept(desk: Desk) -> None:
    """As many as were asked for."""
    desk.keep = 2
    for number in range(4):
        desk.release({"index.html": f"<p>{number}</p>"})

    assert desk.place.seqs == [3, 4]
    assert sorted(one.name for one in desk.place.folder.iterdir()) == [
        "current",
        "releases",
        "releases.log",
        "releases.log.sig",
    ]


def test_the_log_says_what_was_changed(desk: Desk) -> None:
    """What came, what is new in it, and what went."""
    desk.release()
    desk.allow_loss = 100
    desk.release({"moi/index.html": "<p>mới</p>", "index.html": "<p>2</p>", "404.html": None})
    entry = read_log(desk.place.log)[-1]

    assert (entry.seq, entry.action, entry.commit) == (2, "release", "c0ffee")
    assert entry.added.names == tuple(f"moi/index.html{one}" for one in ("", ".br", ".gz"))
    assert entry.changed.names == tuple(f"index.html{one}" for one in ("", ".br", ".gz"))
    assert entry.removed.count == 3


def test_a_broken_log_stops_publishing(desk: Desk) -> None:
    """Somebody has to see to it first: the next line would vouch for it."""
    desk.release()
    desk.release({"index.html": "<p>mới</p>"})
    log = desk.place.log.read_text()
    desk.place.log.write_text(log.replace("c0ffee", "c0ffef", 1))
    desk.build({"index.html": "<p>mới nữa</p>"})

    assert refusal(desk) == "broken-log"


def test_a_newest_line_that_was_changed_stops_publishing(desk: Desk) -> None:
    """No line after it binds it yet; with another log, numbers go on."""
    desk.release()
    log = desk.place.log
    log.write_text(log.read_text().replace(getpass.getuser(), "ai-do"))
    desk.build({"index.html": "<p>mới</p>"})

    assert refusal(desk) == "unsigned-log"
    log.rename(desk.folder / "aside")
    desk.let_another_log_begin()
    assert desk.release().seq == 2
    assert desk.verify().findings == []


def cut(desk: Desk) -> None:
    lines = desk.place.log.read_text().splitlines(keepends=True)
    desk.place.log.write_text("".join(lines[:-1]))
    resign(desk)


def resign(desk: Desk) -> None:
    """The signature that the line before had, from a backup."""
    shutil.copy(desk.folder / "backup" / LOG_SIGNATURE, desk.place.folder)


def remove_all(desk: Desk) -> None:
    desk.place.log.unlink()


def cut_and_hide(desk: Desk) -> None:
    """With the release that the line told of."""
    cut(desk)
    swap_link(desk.current, "releases/1")
    shutil.rmtree(desk.place.release(2))


def put_an_old_copy_back(desk: Desk) -> None:
    shutil.rmtree(desk.place.folder)
    shutil.copytree(desk.folder / "backup", desk.place.folder, symlinks=True)


@pytest.mark.parametrize("tamper", [cut, remove_all, cut_and_hide, put_an_old_copy_back])
def test_a_log_without_its_newest_line_stops_publishing(
    desk: Desk, tamper: Callable[[Desk], None]
) -> None:
    """A number is never given again; when somebody has seen to it, numbers go on."""
    desk.release()
    shutil.copytree(desk.place.folder, desk.folder / "backup", symlinks=True)
    desk.release({"index.html": "<p>mới</p>"})
    tamper(desk)
    desk.build({"index.html": "<p>mới nữa</p>"})

    assert refusal(desk) == "cut-log"
    desk.place.log.unlink(missing_ok=True)
    desk.let_another_log_begin()
    assert desk.release().seq == 3
    assert desk.release({"index.html": "<p>mới hơn</p>"}).seq == 4
    assert desk.verify().findings == []


def test_a_folder_in_which_nothing_is_left_is_filled_again(desk: Desk) -> None:
    """Of a new disk, or of somebody who tries: numbers go on, and that all was gone is known."""
    desk.release()
    desk.release({"index.html": "<p>mới</p>"})
    shutil.rmtree(desk.place.folder)
    assert lost(desk.place, desk.signing) == 2

    assert desk.release().seq == 3
    assert lost(desk.place, desk.signing) == 0
    assert desk.verify().findings == []


def test_a_cut_log_is_seen_by_what_is_shown(desk: Desk) -> None:
    """Though nobody remembers beside the key what was published."""
    desk.release()
    shutil.copytree(desk.place.folder, desk.folder / "backup", symlinks=True)
    desk.release({"index.html": "<p>mới</p>"})
    cut(desk)
    desk.let_another_log_begin()
    desk.build({"index.html": "<p>mới nữa</p>"})

    assert refusal(desk) == "not-in-log"
    desk.place.log.unlink()
    assert desk.release().seq == 3


def test_a_log_that_goes_on_elsewhere_is_the_same(desk: Desk) -> None:
    """Somebody else has published with a copy of the key; or nobody could write it down."""
    desk.release()
    shutil.copytree(desk.key_file.parent, desk.folder / "copied")
    desk.release({"index.html": "<p>mới</p>"})
    shutil.rmtree(desk.key_file.parent)
    (desk.folder / "copied").rename(desk.key_file.parent)

    assert desk.release({"index.html": "<p>mới nữa</p>"}).seq == 3


def test_what_is_out_is_logged_anew_where_the_log_was_put_aside(desk: Desk) -> None:
    """Though visitors have all of it already."""
    desk.release()
    desk.place.log.unlink()
    desk.let_another_log_begin()

    assert desk.publish() is not None
    assert desk.verify().findings == []


@pytest.mark.parametrize("step", ["sign_next", "append", "leave_one"])
@pytest.mark.parametrize("key", ["same", "new"])
def test_a_publisher_that_was_killed_beside_the_log_leaves_it_signed(
    desk: Desk, step: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before or after each of its writes, time after time, also with the first use of a new key."""
    desk.release()
    verifier = desk.verifier()
    desk.build({"index.html": "<p>mới</p>"})
    if key == "new":
        replace_key(desk.key_file)
    for is_done in (False, True, True):
        step_of = getattr(publishing_module, step)

        def die(*words: object, is_done: bool = is_done, run: Any = step_of) -> None:
            if is_done:
                run(*words)
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(publishing_module, step, die)
            with pytest.raises(KeyboardInterrupt):
                desk.publish()
        desk.build({"index.html": f"<p>{desk.place.seqs[-1]}</p>"})
        assert verify_folder(desk.place.folder, verifier).findings == []
    assert desk.publish() is not None
    assert verify_folder(desk.place.folder, verifier).findings == []
    assert [one.name for one in desk.place.folder.iterdir() if one.name[0] == "."] == []


@pytest.mark.parametrize(("name", "told"), [("current", "not-a-link"), ("releases", "no-folder")])
def test_what_stands_in_the_way_is_named_before_anything_is_written(
    desk: Desk, name: str, told: str
) -> None:
    """A folder where the link belongs, a file where a folder does."""
    way = desk.place.folder / name
    way.parent.mkdir(parents=True)
    way.write_text("x") if name == "releases" else way.mkdir()

    for _ in range(2):
        with pytest.raises(RefusedError) as caught:
            desk.publish()
        assert caught.value.name == told
        assert str(caught.value.values["path"]) == str(way)
    assert [one.name for one in desk.place.folder.iterdir()] == [name]


def test_a_file_in_the_place_of_a_portal_is_named(desk: Desk) -> None:
    """Not one of the files that would lie in it."""
    desk.place.folder.parent.mkdir()
    desk.place.folder.write_text("x", encoding="utf-8")

    with pytest.raises(RefusedError) as caught:
        desk.publish()
    assert (caught.value.name, caught.value.values["path"]) == ("no-folder", str(desk.place.folder))


def test_nobody_else_publishes_meanwhile(tmp_path: Path) -> None:
    """The second publisher hears of it at once."""
    with publishing(tmp_path), pytest.raises(LockedError), publishing(tmp_path):
        pass


@pytest.mark.parametrize("step", ["take_in", "show"])
def test_what_stops_a_release_is_put_right_by_the_next(
    desk: Desk, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk may be full at any step: visitors see the old one, and numbers go on."""
    desk.release()
    desk.build({"index.html": "<p>mới</p>"})

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(f"plugins.releases.place.Place.{step}", fail)
        with pytest.raises(OSError, match="space"):
            desk.publish()
    assert desk.verify().findings == []
    assert desk.publish() is not None
    assert desk.verify().findings == []
    manifest = current_manifest(desk.place)
    assert manifest is not None
    assert [entry.seq for entry in read_log(desk.place.log)][-1] == manifest.seq


def test_a_release_of_a_clock_that_ran_ahead_is_made_anew(desk: Desk) -> None:
    """It would not expire for years, and whoever holds it back would not be told."""
    desk.later(days=1000).release()
    renewed = desk.later(days=-1000).publish()

    assert renewed is not None
    assert renewed.ends - desk.now == LIFETIME
    assert desk.publish() is None


@pytest.mark.parametrize("write", ["file", "log"])
def test_what_cannot_be_written_is_named(
    desk: Desk, write: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of several disks one may be full."""
    desk.release()
    entry = read_log(desk.place.log)[0]

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = desk.place.log if write == "log" else desk.folder / "new"
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="space") as raised:
        append(path, entry) if write == "log" else write_new(path, b"x")
    assert raised.value.filename == str(path)
