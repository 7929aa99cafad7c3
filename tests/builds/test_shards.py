"""Pages that others make are the pages that this process makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster
from msgspec.structs import replace
from PIL import Image

from plugins.builds import shards
from plugins.builds.build import BuildOptions, build
from tests.builds.away import ADDRESS, take_threads
from tests.conftest import CLOCK, CONTENT, PNG, Site, article

PORTAL = CONTENT["portals/xa/portal.yaml"]
BODY = """\
## Thuế

Xem [bài đầu]({filename}/articles/bai-0/index.vi.md), ![Ảnh trụ sở]({static}/articles/bai-0/anh.png)

/// comparison | bang
///
"""


def content(count: int, drafts: int = 0) -> dict[str, str | bytes]:
    """Two portals, one of which has a text of its own, with so many shared articles and drafts."""
    return {
        "portals/xb/portal.yaml": PORTAL.replace("mau.example", "khac.example"),
        "portals/xb/articles/rieng/index.vi.md": article("Bài riêng", BODY),
        "articles/bai-0/anh.png": PNG,
        **{
            f"articles/bai-{number}/index.vi.md": article(
                f"Bài số {number}", BODY, tags="[thue]", date=f"2026-10-{number % 28 + 1:02}"
            )
            for number in range(count)
        },
        **{
            f"articles/nhap-{number}/index.vi.md": article(f"Nháp {number}", BODY, status="draft")
            for number in range(drafts)
        },
    }


@contextmanager
def two_workers() -> Iterator[str]:
    """Two processes behind a scheduler of this machine; gives its address."""
    local: Any = LocalCluster
    address = "127.0.0.1"
    with local(
        n_workers=2, threads_per_worker=1, dashboard_address=f"{address}:0", host=address
    ) as cluster:
        yield cluster.scheduler_address.replace("tcp", "dask")


def digest(folder: Path) -> Mapping[str, bytes]:
    """The bytes of all files below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def told(output: str, jobs: int = 1, executor: str = "") -> tuple[int, str]:
    """Build here into a folder; gives the exit code and what was said."""
    options = BuildOptions(
        (), "content", output, f"{output}-kept", CLOCK, clean=False, jobs=jobs, executor=executor
    )
    with redirect_stderr(StringIO()) as said:
        return build(options), said.getvalue()


def test_a_cluster_makes_the_same_bytes(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """So do one process, two, and two workers elsewhere, from nothing and after an edit."""
    monkeypatch.chdir(site.folder)
    monkeypatch.setattr("plugins.builds.portal_build._WORTH_SENDING", 1)
    site.write(content(12, drafts=50))

    def made(output: str, jobs: int = 1, executor: str = "") -> Mapping[str, bytes]:
        code, said = told(output, jobs, executor)
        assert code == 0, said
        return digest(site.folder / output)

    # Processes are forked before the cluster brings threads.
    first = made("alone")
    assert made("pair", 2) == first
    with two_workers() as address:
        assert made("away", executor=address) == first

        vocabulary = CONTENT["vocabulary.yaml"].replace("vi: thuế", "vi: thuế má")
        site.write({"vocabulary.yaml": vocabulary})
        assert made("away", executor=address) == made("fresh") != first


@pytest.fixture
def built(site: Site, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Builds in this process with two threads as workers; gives the exit code and the words."""
    take_threads(monkeypatch)
    monkeypatch.chdir(site.folder)

    return lambda output, executor=ADDRESS: told(output, 1, executor)


def test_large_portals_go_in_parts(site: Site, built: Any) -> None:
    """The parts of one portal make the same pages as the whole."""
    site.write(content(5))

    assert built("away")[0] == 0
    assert built("here", "")[0] == 0
    assert digest(site.folder / "away") == digest(site.folder / "here")


@pytest.mark.parametrize(("least", "is_handed_out"), [(1, True), (32, False)])
def test_only_what_must_be_made_is_handed_out(
    site: Site, built: Any, monkeypatch: pytest.MonkeyPatch, least: int, *, is_handed_out: bool
) -> None:
    """After an edit that is the pages it touches, and where they are few they are made here."""
    site.write(content(5))
    handed: list[str] = []
    hand = shards.Shards.hand

    def noted(self: shards.Shards, portal: Any, pages: Any, names: Any) -> Any:
        handed.extend(f"{portal.id}/{name}" for name in names)
        return hand(self, portal, pages, names)

    monkeypatch.setattr(shards.Shards, "hand", noted)
    monkeypatch.setattr("plugins.builds.portal_build._WORTH_SENDING", least)
    built("away")
    before = digest(site.folder / "away")
    source = CONTENT["sources/bao.yaml"].replace("Báo cáo", "Báo cáo mới")
    site.write({"sources/bao.yaml": source})
    handed.clear()
    built("away")
    built("here", "")
    after = digest(site.folder / "away")

    assert after == digest(site.folder / "here")
    changed = {name for name, data in after.items() if before.get(name) != data}
    # What the workers of readers get is made of finished pages, and here.
    changed = {name for name in changed if not name.endswith(".dat")}
    assert set(handed) <= changed
    pages = [name.partition("/")[2] for name in handed]
    assert set(pages) == {name.partition("/")[2] for name in changed if is_handed_out}
    # Both portals show it, and it is made once.
    assert pages.count("thu-tuc-dat-dai/index.html") == is_handed_out


def test_no_worker_remembers_an_earlier_build(site: Site, built: Any) -> None:
    """A picture that was another for one build leaves nothing behind, here or there."""
    site.write({name: text for name, text in content(5).items() if "xb" not in name})
    other = BytesIO()
    Image.new("L", (9, 9)).save(other, "PNG")
    for picture in (PNG, other.getvalue()) * 2:
        site.write({"articles/bai-0/anh.png": picture})
        fresh = f"here-{len(picture)}"

        assert built("away")[0] == built(fresh, "")[0] == 0
        assert digest(site.folder / "away") == digest(site.folder / fresh)


def test_nothing_that_comes_back_chooses_a_place(
    site: Site, built: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page stands where the build wants it, whatever its maker calls it."""
    make = shards._make

    def renamed(*arguments: Any) -> Any:
        return [
            (replace(made, name="../../xau.html", number=7, stays=True), data)
            for made, data in make(*arguments)
        ]

    site.write(content(5))
    built("here", "")
    monkeypatch.setattr(shards, "_make", renamed)
    monkeypatch.setattr("plugins.builds.workers.pickle", Plain)

    assert built("away")[0] == 0
    assert digest(site.folder / "away") == digest(site.folder / "here")


class Plain:
    """Sends things as they are: a function of a test has no name that others know."""

    HIGHEST_PROTOCOL = 0

    @staticmethod
    def dumps(value: Any, _: int) -> Any:
        """The value itself."""
        return value

    @staticmethod
    def loads(value: Any) -> Any:
        """The value itself."""
        return value


def test_a_fault_on_a_page_made_elsewhere_holds_its_portal_back(
    site: Site, built: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages are checked where they are made, and the build hears of it."""
    site.write(content(5))
    monkeypatch.setattr("plugins.builds.plan.allowed_hosts", lambda *_: frozenset())
    here, away = built("here", ""), built("away")

    assert here[0] == away[0] == 1
    assert "trang-dan-ngoai" in away[1]
    assert here[1].replace("here", "") == away[1].replace("away", "")


def test_a_failure_of_the_program_elsewhere_stops_its_portal_only(
    site: Site, built: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other portals are built, and the failure is told."""
    site.write(content(5))
    making = shards._Workshop.maker

    def broken(self: Any, part: Any) -> Any:
        if part.portal == "xa":
            raise RuntimeError("broken there")
        return making(self, part)

    monkeypatch.setattr(shards._Workshop, "maker", broken)
    with pytest.raises(ExceptionGroup) as failed:
        built("away")

    assert [str(one) for one in failed.value.exceptions] == ["broken there"]
    assert (site.folder / "away" / "xb" / "index.html").exists()
    assert not (site.folder / "away" / "xa").exists()
