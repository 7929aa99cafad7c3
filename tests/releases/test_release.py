"""The commands of those who publish, from the command line."""

from __future__ import annotations

import getpass
import json
import shutil
import subprocess

import pytest

from plugins.releases.place import Place, publishing
from tests.conftest import CLOCK, ROOT, Outcome, Site, article

FOLDERS = ("--content", "content", "--output", "output", "--cache", "cache", "--to", "site")
KEY = ("--key", "keys/key")


class Publisher:
    """Whoever publishes the small site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.run("release-key")

    def run(self, task: str, *words: str) -> Outcome:
        return self.site.run(task, *words, *KEY)

    def release(self, *options: str) -> Outcome:
        return self.run("release", *FOLDERS, "--clock", CLOCK, *options)

    @property
    def place(self) -> Place:
        return Place(self.site.folder / "site" / "xa")

    def verify(self) -> Outcome:
        return self.run("verify", "site", "--clock", CLOCK)


@pytest.fixture
def publisher(site: Site) -> Publisher:
    """Somebody with a key."""
    return Publisher(site)


def test_a_site_is_published_listed_and_verified(publisher: Publisher) -> None:
    """Each command says how it ended."""
    first = publisher.release()
    again = publisher.release()
    publisher.site.write({"articles/moi/index.vi.md": article("Bài mới")})
    second = publisher.release()
    listed = publisher.site.run("releases", "--to", "site")
    verified = publisher.verify()

    assert [one.code for one in (first, again, second, listed, verified)] == [0] * 5
    assert "phát hành số 1" in first.stderr
    assert "không có gì mới" in again.stderr
    assert [line[0] for line in listed.stdout.splitlines()[1:]] == ["*", "."]
    assert "đúng như đã phát hành" in verified.stdout


def test_a_release_of_content_that_was_not_committed_is_marked(publisher: Publisher) -> None:
    """By a + behind the commit that it was made after."""
    user = ("-c", "user.name=a", "-c", "user.email=a@mau.example")
    for words in (("init", "-q"), ("add", "content"), (*user, "commit", "-q", "-m", "a")):
        subprocess.run(["git", "-C", str(publisher.site.folder), *words], check=True)
    publisher.release()
    publisher.site.write({"articles/moi/index.vi.md": article("Bài mới")})
    publisher.release()
    listed = publisher.site.run("releases", "--to", "site").stdout.splitlines()
    commits = [line.split("  ")[3] for line in listed[1:]]

    assert [one[12:] for one in commits] == ["+", ""]
    assert commits[0][:12] == commits[1]


def test_what_was_published_by_mistake_is_taken_back(publisher: Publisher) -> None:
    """Under a new number, and rightly signed; the files are those of the earlier release."""
    publisher.release()
    before = (publisher.place.link / "index.html").read_bytes()
    publisher.site.write({"articles/moi/index.vi.md": article("Bài mới")})
    publisher.release()
    assert (publisher.place.link / "index.html").read_bytes() != before

    done = publisher.run("rollback", "--to", "site", "--clock", CLOCK)

    assert done.code == 0, done.stderr
    assert publisher.place.current == 3
    assert (publisher.place.link / "index.html").read_bytes() == before
    assert publisher.verify().code == 0
    assert publisher.run("rollback", "7", "--to", "site").code == 1
    assert publisher.place.current == 3


def test_a_second_rollback_goes_one_step_further(publisher: Publisher) -> None:
    """It does not bring back what the first has taken away; at the first release it is refused."""
    pages = []
    for number in range(3):
        publisher.site.write({"articles/moi/index.vi.md": article(f"Bài {number}")})
        publisher.release()
        pages.append((publisher.place.link / "index.html").read_bytes())

    for expected in (pages[1], pages[0]):
        done = publisher.run("rollback", "--to", "site", "--clock", CLOCK)
        assert done.code == 0, done.stderr
        assert (publisher.place.link / "index.html").read_bytes() == expected
    done = publisher.run("rollback", "--to", "site", "--clock", CLOCK)
    assert (done.code, "không còn bản nào trước bản 1" in done.stderr) == (1, True)
    assert publisher.place.current == 5
    assert publisher.run("rollback", "3", "--to", "site", "--clock", CLOCK).code == 0
    assert (publisher.place.link / "index.html").read_bytes() == pages[2]


@pytest.mark.parametrize(
    ("clock", "told"),
    [
        ("2020-01-01", ["sớm hơn lúc phát hành số 2", "đã quá hạn từ 2020-01-30"]),
        ("2096-01-01", ["ngày sau lúc phát hành số 2"]),
        (CLOCK, []),
    ],
)
def test_a_rollback_by_a_wrong_clock_is_told(
    publisher: Publisher, clock: str, told: list[str]
) -> None:
    """As a release is; it is made all the same, since neither clock is known to be right."""
    publisher.release()
    publisher.site.write({"articles/moi/index.vi.md": article("Bài mới")})
    publisher.release()

    done = publisher.run("rollback", "--to", "site", "--clock", clock)

    assert done.code == 0, done.stderr
    assert all(one in done.stderr for one in told), done.stderr
    assert ("đồng hồ chỉ" in done.stderr) == bool(told)


def test_a_folder_in_the_place_of_the_link_is_told(publisher: Publisher) -> None:
    """By both who would replace it, each time, and nothing is written."""
    publisher.release()
    publisher.site.write({"articles/moi/index.vi.md": article("Bài mới")})
    publisher.place.link.unlink()
    publisher.place.link.mkdir()

    for done in (publisher.release(), publisher.run("rollback", "1", "--to", "site")):
        assert done.code == 1
        assert "current' không phải là liên kết" in done.stderr
    assert publisher.place.seqs == [1]
    publisher.place.link.rmdir()
    assert publisher.release().code == 0


def test_a_name_that_an_intruder_chose_is_shown_escaped(publisher: Publisher) -> None:
    """Where a release cannot be brought back for it."""
    publisher.release()
    publisher.site.write({"articles/moi/index.vi.md": article("Bài mới")})
    publisher.release()
    (publisher.place.release(1) / "a\x1b[2J.html").write_text("x", encoding="utf-8")

    done = publisher.run("rollback", "--to", "site")

    assert done.code == 1
    assert r"a\x1b[2J.html" in done.stderr


def test_a_log_that_was_changed_is_listed_as_such(publisher: Publisher) -> None:
    """By what the manifest says, and by its signature where the public key is at hand."""
    publisher.release()
    log = publisher.place.log
    written = log.read_text(encoding="utf-8")

    assert publisher.run("releases", "--to", "site").code == 0
    log.write_text(written.replace(getpass.getuser(), "ai-do"), encoding="utf-8")
    done = publisher.run("releases", "--to", "site")
    assert (done.code, "ai-do" in done.stdout, "chữ ký" in done.stderr) == (1, True, True)
    log.write_text(written.replace('"when":"2', '"when":"1'), encoding="utf-8")
    done = publisher.site.run("releases", "--to", "site", "--key", "nowhere")
    assert (done.code, "nhật ký đã bị sửa" in done.stderr) == (1, True)


def test_a_portal_with_an_error_is_not_published(publisher: Publisher) -> None:
    """What visitors see of it stays; the others go on."""
    publisher.release()
    portal = (publisher.site.content / "portals/xa/portal.yaml").read_text(encoding="utf-8")
    publisher.site.write(
        {
            "portals/hai/portal.yaml": portal.replace("mau.example", "hai.example"),
            "portals/hai/articles/x/index.vi.md": "x",
        }
    )
    publisher.site.write({"articles/moi/index.vi.md": article("Bài mới")})

    done = publisher.release()

    assert done.code == 1
    assert publisher.place.current == 2
    assert not (publisher.site.folder / "site" / "hai").exists()


def test_a_second_publisher_leaves(publisher: Publisher) -> None:
    """At once, with the exit code of a failed environment."""
    with publishing(publisher.site.folder / "site"):
        done = publisher.release()

    assert done.code == 3
    assert "phát hành khác" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("release", "--content", "content"),
        ("release", *FOLDERS, "--keep", "0"),
        ("release", *FOLDERS, "--allow-loss", "101"),
        ("release", *FOLDERS[:-1], "output/site"),
        ("release", *FOLDERS, "--clock", "x"),
        ("rollback", "--to", "nowhere"),
        ("rollback", "x", "--to", "site"),
        ("rollback", "--to", "site", "--portal", "khac"),
        ("verify",),
        ("verify", "nowhere"),
        ("verify", "site", "--format", "xml"),
        ("release-key",),
    ],
)
def test_a_wrong_call_is_told(publisher: Publisher, words: tuple[str, ...]) -> None:
    """In one sentence, with the exit code of wrong use."""
    (publisher.site.folder / "site/xa/releases").mkdir(parents=True)
    done = publisher.run(*words)

    assert done.code == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_no_key_belongs_into_a_repository(site: Site) -> None:
    """Neither into this one, nor into any other."""
    (site.folder / ".git").mkdir()
    inside = site.run("release-key", "--key", "key")
    here = site.run("release-key", "--key", str(ROOT / "key"))

    assert (inside.code, here.code) == (2, 2)
    assert not (site.folder / "key").exists()
    assert not (ROOT / "key").exists()


def test_without_a_key_nothing_is_published(site: Site) -> None:
    """And the way to one is told."""
    done = site.run("release", *FOLDERS, *KEY)

    assert done.code == 2
    assert "release-key" in done.stderr
    assert not (site.folder / "site").exists()


def test_a_key_is_replaced(publisher: Publisher) -> None:
    """Whoever has the old public key verifies what the new one signs."""
    publisher.release()
    keys = publisher.site.folder / "keys"
    (keys / "old.pub").write_bytes((keys / "key.pub").read_bytes())
    replaced = publisher.run("release-key", "--replace")
    publisher.site.write({"articles/moi/index.vi.md": article("Bài mới")})
    publisher.release()

    done = publisher.site.run("verify", "site", "--key", "keys/old.pub", "--clock", CLOCK)

    assert (replaced.code, done.code) == (0, 0), done.stdout
    assert (keys / "old.pub").read_bytes() != (keys / "key.pub").read_bytes()


def test_a_key_that_has_signed_nothing_yet_is_told(publisher: Publisher) -> None:
    """What is out is rightly signed by the key before it, and nobody has changed the log."""
    publisher.release()
    publisher.run("release-key", "--replace")

    done = publisher.verify()
    assert (done.code, "chưa phát hành gì bằng khóa mới" in done.stdout) == (0, True), done.stdout
    assert "nhật ký" not in done.stdout
    (publisher.place.link / "index.html").write_text("<p>x</p>", encoding="utf-8")
    assert publisher.verify().code == 1
    publisher.release()
    done = publisher.verify()
    assert (done.code, "khóa mới" in done.stdout) == (0, False)


def test_a_report_does_not_wait_for_what_cannot_be_remembered(publisher: Publisher) -> None:
    """It is told behind it, and so is that the publisher cannot remember."""
    publisher.release()
    keys = publisher.site.folder / "keys"
    (keys / "key.pub.seen.json").mkdir()
    done = publisher.verify()

    assert (done.code, "đúng như đã phát hành" in done.stdout) == (0, True)
    assert "Không ghi nhớ được" in done.stderr
    shutil.rmtree(keys / "key.published")
    (keys / "key.published").write_text("x", encoding="utf-8")
    publisher.site.write({"articles/moi/index.vi.md": article("Bài mới")})
    done = publisher.release()
    assert (done.code, "không ghi được cạnh khóa" in done.stderr) == (0, True), done.stderr


def test_hints_can_be_run_as_they_are_written(site: Site) -> None:
    """With the key that was named, and a path with a space in quotes."""
    key = ("--key", "khóa của xã/key")
    hint = "release-key --replace --key 'khóa của xã/key'"

    assert "release-key --key 'khóa của xã/key'" in site.run("release", *FOLDERS, *key).stderr
    site.run("release-key", *key)
    assert hint in site.run("release-key", *key).stderr


def test_a_key_that_others_may_read_is_told(publisher: Publisher) -> None:
    """Whoever reads it can sign."""
    assert "chmod 600" not in publisher.release().stderr
    (publisher.site.folder / "keys/key").chmod(0o640)

    assert "chmod 600 keys/key" in publisher.release().stderr


def test_why_git_does_not_say_the_commit_is_told(publisher: Publisher) -> None:
    """Outside of git there is nothing to say."""
    assert "commit" not in publisher.release().stderr
    (publisher.site.folder / ".git").write_text("gitdir: nowhere\n", encoding="utf-8")

    assert "commit nào" in publisher.release().stderr


def test_a_monitor_reads_the_report(publisher: Publisher) -> None:
    """As JSON, with the exit code that something is wrong."""
    publisher.release()
    (publisher.place.link / "index.html").write_text("<p>x</p>", encoding="utf-8")

    done = publisher.run("verify", "site", "--format", "json", "--clock", CLOCK)

    assert done.code == 1
    (report,) = json.loads(done.stdout)
    assert (report["ok"], report["portal"], report["seq"]) == (False, "xa", 1)
    assert report["findings"][0]["path"] == "index.html"
