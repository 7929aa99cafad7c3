"""The command `build` on small content folders, as an editor calls it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.base.locks import exclusive
from tests.conftest import ROOT, Site, article

NEWS = article("Tin nóng", body="", date="2026-11-21 08:30", sources="")


def digest(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_build_makes_the_article_in_both_languages(site: Site) -> None:
    """A build of good content ends with 0 and holds each version at its own address."""
    done = site.build()

    assert done.code == 0, done.stderr
    assert "bộ phận một cửa" in done.text("thu-tuc-dat-dai/")
    assert "one-stop desk" in done.text("en/land-procedures/")


def test_one_error_leaves_the_output_as_it_was(site: Site) -> None:
    """A build with a problem ends with 1, names file and line, and changes no byte."""
    before = digest(site.build().output)
    site.write({"articles/hong/index.vi.md": article(date="31/02/2026")})

    done = site.build()

    assert done.code == 1
    assert "content/articles/hong/index.vi.md:3: lỗi [ngay-sai]" in done.stderr
    assert digest(done.output) == before


def test_all_problems_are_told_at_once_sorted_by_path(site: Site) -> None:
    """One call shows every fault, one a line, and then how many there are."""
    site.write(
        {
            "articles/b/index.vi.md": article(category="khong-co", tags="[la]"),
            "articles/a/index.vi.md": article(sources="[la]", mau="đỏ"),
            "comparisons/c.yaml": "title: {vi: Bảng}\n",
        }
    )

    lines = site.build().stderr.splitlines()
    found = [match[0] for line in lines if (match := re.match(r"content/\S+?:\d+: lỗi", line))]

    assert len(found) >= 5
    assert found == sorted(found)
    assert any("5 lỗi" in line or re.match(r"\d+ lỗi", line) for line in lines)


def test_problems_are_in_english_when_asked(site: Site) -> None:
    """PORTAL_LANG=en gives plain English."""
    site.write({"articles/hong/index.vi.md": article(date="31/02/2026")})

    done = Site(site.folder, {"PORTAL_LANG": "en"}).build()

    assert '"31/02/2026" is not a date.' in done.stderr


def test_a_removed_article_leaves_no_page(site: Site) -> None:
    """What is no longer in the content is no longer in the output."""
    before = site.build().files()
    site.write({"articles/dat-dai/index.vi.md": None, "articles/dat-dai/index.en.md": None})

    after = site.build().files()

    assert "xa/thu-tuc-dat-dai/index.html" in before
    assert [
        name
        for name in after
        if "dat-dai" in name and "danh-muc" not in name and "category" not in name
    ] == []


def test_an_unchanged_build_touches_no_file(site: Site) -> None:
    """Times of identical files stay, as copying by time relies on them."""
    output = site.build().output
    for path in output.rglob("*"):
        os.utime(path, (1, 1))

    done = site.build()

    assert {path.stat().st_mtime for path in done.output.rglob("*") if path.is_file()} == {1}
    assert "dựng 0, ghép lại 0," in done.stderr


def test_strangers_and_torn_files_in_the_output_are_put_right(site: Site) -> None:
    """After a killed build or a meddler the folder is exactly the site again."""
    clean = digest(site.build().output)
    portal = site.folder / "output" / "xa"
    (portal / "index.html").write_text("nửa trang", encoding="utf-8")
    (portal / ".new-abc").write_text("dở dang", encoding="utf-8")
    (portal / "la" / "trong").mkdir(parents=True)
    (portal / "robots.txt").unlink()
    (portal / "robots.txt").mkdir()

    done = site.build()

    assert done.code == 0, done.stderr
    assert digest(done.output) == clean
    assert not (portal / "la").exists()


@pytest.mark.parametrize(
    ("fields", "counted"),
    [
        ({"status": "draft"}, "1 bản nháp"),
        ({"date": "2026-11-23 09:00"}, "1 bài hẹn giờ"),
        ({"expires": "2026-11-22 11:59"}, "1 bài hết hạn"),
    ],
)
def test_what_is_not_to_be_shown_is_nowhere(
    site: Site, fields: dict[str, str], counted: str
) -> None:
    """Drafts, future and expired texts leave no trace in any file; the summary counts them."""
    site.write(
        {
            "articles/an/index.vi.md": article("Bài bí mật", **fields),
            "news/2026/an/index.vi.md": article("Tin bí mật", **(fields | {"status": "draft"})),
        }
    )

    done = site.build()

    assert done.code == 0, done.stderr
    assert counted in done.stderr or "2 bản nháp" in done.stderr
    traces = [
        name
        for name, data in digest(done.output).items()
        if "bi-mat" in name or "bí mật".encode() in data or b"bi-mat" in data
    ]
    assert traces == []


def test_a_scheduled_news_item_appears_when_its_hour_has_come(site: Site) -> None:
    """The clock alone decides, to the minute."""
    site.write({"news/2026/nong/index.vi.md": NEWS})

    assert "Tin nóng" not in site.build(clock="2026-11-21T08:29").text("")
    assert "Tin nóng" in site.build(clock="2026-11-21T08:30").text("")


def test_the_same_content_and_clock_give_the_same_bytes_anywhere(
    site: Site, tmp_path: Path
) -> None:
    """Folder, user's locale, time zone, hash seed and number of processes change nothing."""
    site.write({"news/2026/nong/index.vi.md": NEWS})
    first = digest(site.build("--jobs", "1").output)
    elsewhere = Site(
        tmp_path / "nơi khác",
        {"PYTHONHASHSEED": "4711", "TZ": "America/New_York", "LC_ALL": "C", "LANG": "C"},
    )
    content = digest(site.content)
    elsewhere.write({name: content[name] for name in sorted(content, reverse=True)})

    second = digest(elsewhere.build("--jobs", "2").output)

    assert second == first


def test_the_cache_may_be_deleted_or_spoiled(site: Site) -> None:
    """What is kept between builds is never needed, and never believed when it is broken."""
    clean = digest(site.build().output)
    for spoiled in (b"", b"not a database", None):
        store = site.folder / "cache" / "kept.sqlite"
        if spoiled is None:
            store.unlink()
        else:
            store.write_bytes(spoiled)
        for path in site.folder.joinpath("output").rglob("*"):
            os.utime(path, (1, 1))
        done = site.build()
        assert done.code == 0, done.stderr
        assert digest(done.output) == clean
        assert {path.stat().st_mtime for path in done.output.rglob("*") if path.is_file()} == {1}


def test_clean_forgets_only_what_builds_have_kept(site: Site) -> None:
    """A cache folder may hold other things; `--clean` leaves them."""
    (site.folder / "cache").mkdir()
    (site.folder / "cache" / "khác.txt").write_text("giữ", encoding="utf-8")
    before = digest(site.build().output)

    done = site.build("--clean")

    assert digest(done.output) == before
    assert (site.folder / "cache" / "khác.txt").exists()


def test_one_portal_may_be_built_alone(site: Site) -> None:
    """`--portal` makes that portal and leaves the others as they are."""
    other = site.content / "portals" / "xa" / "portal.yaml"
    site.write({"portals/khac/portal.yaml": other.read_bytes().replace(b"mau.", b"khac.")})

    done = site.build("--portal", "khac")

    assert {name.split("/")[0] for name in done.files()} == {"khac"}


def test_a_removed_portal_leaves_the_output(site: Site) -> None:
    """A full build holds exactly the portals there are."""
    other = site.content / "portals" / "xa" / "portal.yaml"
    site.write({"portals/khac/portal.yaml": other.read_bytes().replace(b"mau.", b"khac.")})
    site.build()
    count = len(digest(site.folder / "output" / "khac"))
    site.write({"portals/khac/portal.yaml": None})

    done = site.build()

    assert {name.split("/")[0] for name in done.files()} == {"xa"}
    assert f"khac: nội dung không còn cổng này, đã xóa {count} tệp đã dựng." in (
        done.stdout + done.stderr
    )


def test_a_link_in_place_of_a_removed_portal_is_not_followed(site: Site) -> None:
    """The folder that it leads to stays, though a build could have made it."""
    site.build()
    outside = site.folder / "ngoài"
    (site.folder / "output" / "xa").rename(outside)
    before = digest(outside)
    (site.folder / "output" / "cu").symlink_to(outside, target_is_directory=True)
    (site.folder / "output" / "xa").symlink_to(outside, target_is_directory=True)

    done = site.build()

    assert done.code == 0, done.stderr
    assert digest(outside) == before
    assert digest(site.folder / "output" / "xa") == before
    assert not (site.folder / "output" / "cu").is_symlink()


@pytest.mark.parametrize("folder", ["Hình ảnh", "blog", "xa"])
def test_a_folder_with_other_things_is_never_cleared(site: Site, folder: str) -> None:
    """An output folder that holds what no build made is refused, and stays as it is."""
    (site.folder / "output" / folder).mkdir(parents=True)
    (site.folder / "output" / folder / "robots.txt").write_text("của tôi", encoding="utf-8")

    done = site.build()

    assert done.code == 2
    assert folder in done.stderr
    assert done.files() == {f"{folder}/robots.txt"}


def test_what_file_managers_leave_behind_is_no_obstacle(site: Site) -> None:
    """A folder that was looked into can still be built into, and built from."""
    site.build()
    (site.folder / "output" / ".DS_Store").write_bytes(b"x")
    site.write({"articles/.DS_Store": b"x", "articles/dat-dai/index.vi.md~": b"x"})

    done = site.build()

    assert done.code == 0, done.stderr
    assert (site.folder / "output" / ".DS_Store").exists()


@pytest.mark.parametrize(
    "options",
    [
        ("--portal", "la"),
        ("--clock", "hôm qua"),
        ("--jobs", "0"),
        ("--jobs", "nhiều"),
        ("--executor", "dask://127.0.0.1"),
        ("--executor", "dask://127.0.0.1:0"),
        ("--executor", "dask://127.0.0.1:65536"),
        ("--executor", "dask://127.0.0.1:8786/x"),
        ("--executor", "http://127.0.0.1:8786"),
        ("--executor",),
        ("--output", "content/x"),
        ("--cache", "content/x"),
        ("--portal",),
        ("--bogus",),
    ],
)
def test_a_wrong_call_ends_with_2(site: Site, options: tuple[str, ...]) -> None:
    """A mistake in the command is no fault of the content, and makes nothing."""
    done = site.run("build", *options)

    assert done.code == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert not (site.folder / "output").exists()


def test_an_unknown_task_ends_with_2(site: Site) -> None:
    """So does a task that is not there."""
    assert site.run("dung").code == 2


def test_a_second_build_leaves_with_3(site: Site) -> None:
    """Two builds never write to one folder at once."""
    holder = (
        "import sys, pathlib; from plugins.base.locks import exclusive\n"
        "with exclusive(pathlib.Path(sys.argv[1])):\n"
        "    print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(site.folder / ".output.lock")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        done = site.build()
        process.communicate(b"")

    assert done.code == 3
    assert "Một lần dựng khác" in done.stderr


def test_a_disk_that_refuses_ends_with_3(site: Site) -> None:
    """A failure of the environment is told as such."""
    (site.folder / "output").write_text("một tệp", encoding="utf-8")

    done = site.build()

    assert done.code == 3
    assert "Traceback" not in done.stderr


def test_check_reports_as_json_without_building(site: Site) -> None:
    """`check` prints the list that tools read, and writes nothing."""
    site.write({"articles/hong/index.vi.md": article(date="2026")})

    done = site.check()

    assert done.code == 1
    assert done.problems == [
        {
            "path": "content/articles/hong/index.vi.md",
            "line": 3,
            "severity": "error",
            "code": "ngay-sai",
            "message": '"2026" không phải là ngày.',
            "fix": "Viết theo dạng 2026-02-28 hoặc 2026-02-28 10:55.",
        }
    ]
    assert not (site.folder / "output").exists()


def test_check_of_one_file_reports_that_file_only(site: Site) -> None:
    """Paths narrow the report; good files end with 0."""
    site.write({"articles/hong/index.vi.md": article(date="2026")})

    assert site.check("content/articles/dat-dai").problems == []
    assert site.check("content/articles/dat-dai").code == 0
    found = site.check("content/articles/hong/index.vi.md", "content/sources")
    assert [problem["code"] for problem in found.problems] == ["ngay-sai"]


def test_plain_pelican_builds_the_default_portal(tmp_path: Path) -> None:
    """`pelican content -s pelicanconf.py` makes the same bytes as `build`."""
    output = tmp_path / "thanh-hoa"
    command = [
        sys.executable,
        "-m",
        "pelican",
        "content",
        "-s",
        "pelicanconf.py",
        "-o",
        str(output),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    done = Site(tmp_path).run(
        "build", "--portal", "thanh-hoa", "--content", str(ROOT / "content"), "--cache", "cache"
    )

    assert digest(output) == digest(done.output / "thanh-hoa")


def test_plain_pelican_never_clears_a_strange_folder(tmp_path: Path) -> None:
    """It refuses a folder that no build has made, as `build` does."""
    thesis = tmp_path / "docs" / "luận văn.txt"
    thesis.parent.mkdir()
    thesis.write_text("giữ", encoding="utf-8")
    options = ["content", "-s", "pelicanconf.py", "-o", str(tmp_path)]
    command = [sys.executable, "-m", "pelican", *options]

    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")

    assert done.returncode == 2
    assert digest(tmp_path) == {"docs/luận văn.txt": "giữ".encode()}


def test_plain_pelican_waits_for_no_other_build(tmp_path: Path) -> None:
    """It leaves with 3 while another build holds the folder around its portal's."""
    options = ["content", "-s", "pelicanconf.py", "-o", str(tmp_path / "output" / "thanh-hoa")]
    command = [sys.executable, "-m", "pelican", *options]
    with exclusive(tmp_path / ".output.lock"):
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")

    assert done.returncode == 3
    assert "Một lần dựng khác" in done.stderr
    assert not (tmp_path / "output").exists()


def test_plain_pelican_stops_at_a_problem(site: Site) -> None:
    """Plain Pelican ends with 1 and makes no file when the content has an error."""
    site.write({"articles/hong/index.vi.md": article(date="2026")})
    output = site.folder / "output"
    settings = str(ROOT / "pelicanconf.py")
    folders = [str(site.content), "-s", settings, "-o", str(output)]
    command = [sys.executable, "-m", "pelican", *folders]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")

    assert done.returncode == 1
    assert "[ngay-sai]" in done.stderr
    assert not output.exists()


def test_a_link_in_the_output_is_not_followed(site: Site) -> None:
    """Nothing outside the output folder is written or removed through a symbolic link."""
    site.build()
    outside = site.folder / "ngoài"
    outside.mkdir()
    (outside / "giữ.txt").write_text("giữ", encoding="utf-8")
    english = site.folder / "output" / "xa" / "en"
    for path in sorted(english.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    english.rmdir()
    english.symlink_to(outside, target_is_directory=True)

    done = site.build()

    assert done.code == 0, done.stderr
    assert digest(outside) == {"giữ.txt": "giữ".encode()}
    assert not english.is_symlink()
