"""Packs hold what portals have in common, and change only with their own pages."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

import pytest

from plugins.builds.sheets import Sheets
from plugins.offline.entries import Entry
from plugins.offline.packs import packs_of
from tests.conftest import CLOCK, Site, article
from tests.offline.conftest import NEWS, PORTAL

INNER = (
    str(PORTAL["portals/xa/portal.yaml"])
    .replace("mau.example", "khac.example")
    .replace("Mẫu", "Núi")
)


def inflated(data: bytes) -> bytes:
    """What a browser makes of packed bytes."""
    return zlib.decompress(data, -zlib.MAX_WBITS)


def members(data: bytes) -> dict[str, bytes]:
    """What a pack holds, by address."""
    start = 4 + int.from_bytes(data[:4])
    found = {}
    for address, length in json.loads(inflated(data[4:start])):
        found[address] = inflated(data[start : start + length])
        start += length
    assert start == len(data)
    return found


def data_of(folder: Path) -> dict[str, bytes]:
    """The data of a portal's worker by name."""
    return {path.name: path.read_bytes() for path in (folder / "ngoai-tuyen").glob("*.dat")}


def test_every_page_is_in_one_pack(portal: Site) -> None:
    """Also those that are not translated, and those at old addresses."""
    text = article("Bài số 00", aliases="[cu, cu/hai.html]", date="2026-10-01")
    portal.write({"articles/bai-00/index.vi.md": text})
    assert portal.build().code == 0
    folder = portal.folder / "output/xa"
    packs = [data for name, data in data_of(folder).items() if name.startswith("goi-")]
    found = [address for data in packs for address in members(data)]
    pages = {
        path.relative_to(folder).as_posix().removesuffix("index.html")
        for path in folder.rglob("*.html")
        if path.name != "404.html"
    }

    assert len(found) == len(set(found))
    assert set(found) == pages


def test_a_pack_is_what_it_was_however_it_came_about(portal: Site) -> None:
    """Also where the pages that were made before are kept no longer."""
    before = data_of(portal.folder / "output/xa")
    pack = next((portal.folder / "output/xa/ngoai-tuyen").glob("goi-vi-tin.*"))
    pack.unlink()
    assert portal.build().code == 0
    assert data_of(portal.folder / "output/xa") == before
    assert portal.build("--clean", "--jobs", "1").code == 0
    assert data_of(portal.folder / "output/xa") == before


def test_an_index_is_what_it_was_however_it_came_about(portal: Site) -> None:
    """Whether what is the same in it is taken over from the last build, or all is made anew."""
    text = article("Bài số 00", "Nội dung 0.\n\nThêm.", date="2026-10-01")
    first = {name for name in data_of(portal.folder / "output/xa") if name.startswith("tim-vi")}
    portal.write({"articles/bai-00/index.vi.md": text})
    assert portal.build().code == 0
    changed = data_of(portal.folder / "output/xa")
    assert first.isdisjoint(changed)
    assert portal.build("--clean", "--jobs", "1").code == 0

    assert data_of(portal.folder / "output/xa") == changed
    assert_whole(portal)


def assert_whole(portal: Site) -> None:
    """What is kept of the index is the index."""
    folder = portal.folder / "output/xa"
    (path,) = (folder / "ngoai-tuyen").glob("tim-vi.*.dat")
    files = {one for one in (folder / "tim-kiem").rglob("*.*") if one.name != "index.html"}

    assert members(path.read_bytes()) == {
        one.relative_to(folder).as_posix(): one.read_bytes() for one in files
    }


def test_an_index_takes_over_nothing_that_somebody_changed(portal: Site) -> None:
    """The file of the last build counts as long as it is what was written."""
    (path,) = (portal.folder / "output/xa/ngoai-tuyen").glob("tim-vi.*.dat")
    data = path.read_bytes()
    path.write_bytes(data[:-40] + bytes(40))
    text = article("Bài số 00", "Nội dung 0.\n\nThêm.", date="2026-10-01")
    portal.write({"articles/bai-00/index.vi.md": text})
    assert portal.build().code == 0

    assert_whole(portal)


def test_a_page_that_is_not_kept_is_made_once_more(
    portal: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the same bytes."""
    from plugins.builds.build import BuildOptions, build

    before = data_of(portal.folder / "output/xa")
    asked: list[str] = []

    def forgetful(_: Sheets, draft: Any, *__: object) -> None:
        asked.append(draft.address)

    monkeypatch.setattr(Sheets, "packed", forgetful)
    monkeypatch.chdir(portal.folder)
    next((portal.folder / "output/xa/ngoai-tuyen").glob("goi-vi-tin.*")).unlink()
    options = BuildOptions((), "content", "output", "cache", CLOCK, clean=False, jobs=1)
    assert build(options) == 0

    assert len(asked) == 23
    assert data_of(portal.folder / "output/xa") == before


def test_a_new_headline_changes_the_packs_of_its_pages_alone(portal: Site) -> None:
    """It stands beside every page, and no pack holds what stands there."""
    before = data_of(portal.folder / "output/xa")
    portal.write({"news/2026/tin/index.vi.md": NEWS.replace("đầu tiên", "đổi tên")})
    assert portal.build().code == 0
    after = data_of(portal.folder / "output/xa")

    same = {name for name in before.keys() & after.keys() if name.startswith("goi-")}
    assert {name.split(".")[0] for name in same} == {
        "goi-vi-dat-dai",
        "goi-en-dat-dai",
        "goi-en",
    }


def test_another_paragraph_changes_the_pack_of_its_category(portal: Site) -> None:
    """And the list of its page, the version, and what is searched."""
    before = data_of(portal.folder / "output/xa")
    text = article("Bài số 00", "Nội dung 0.\n\nThêm.", date="2026-10-01")
    portal.write({"articles/bai-00/index.vi.md": text})
    assert portal.build().code == 0
    after = data_of(portal.folder / "output/xa")
    new = {name.split(".")[0] for name, data in after.items() if before.get(name) != data}

    # It is not translated: the English edition shows it as it is.
    assert new == {"ban", "ke", "goi-vi-tin", "goi-en-tin", "tim-vi", "tim-en"}


def test_portals_that_show_the_same_texts_have_the_same_packs(site: Site) -> None:
    """What is one portal's own is put in on the device; the home page alone is its own as a whole."""
    site.write(PORTAL).write({"portals/nui/portal.yaml": INNER})
    assert site.build().code == 0
    here, there = (data_of(site.folder / "output" / name) for name in ("xa", "nui"))

    for name, data in here.items():
        if name.startswith("goi-") and "-" in name[len("goi-") :]:
            assert there[name] == data
    assert here["ban.dat"] != there["ban.dat"]


def test_the_worker_is_told_of_the_portals_below_its_own(site: Site) -> None:
    """And told anew when one comes, though nothing else of its portal has changed."""
    inner = INNER.replace("khac.example/", "mau.example/Nui/")
    site.write(PORTAL)
    assert site.build().code == 0
    first = site.build().text("sw.js").partition("\n")[0]
    site.write({"portals/nui/portal.yaml": inner})
    done = site.build()
    assert done.code == 0
    second = done.text("sw.js").partition("\n")[0]

    assert '"others":[]' in first
    assert '"others":["Nui/"]' in second


def test_a_portal_that_is_switched_off_has_no_data(site: Site) -> None:
    """The worker that removes itself, and no page or link about reading offline."""
    off = str(PORTAL["portals/xa/portal.yaml"]) + "offline: false\n"
    site.write(PORTAL).write({"portals/xa/portal.yaml": off})
    done = site.build()
    assert done.code == 0

    assert "registration.unregister()" in done.text("sw.js")
    assert not [name for name in done.files() if "ngoai-tuyen" in name or "offline/" in name]
    assert "ngoai-tuyen" not in done.text("")
    assert "serviceWorker" not in done.text(
        next(name for name in done.files() if "/portal." in name and name.endswith(".js"))[3:]
    )


def test_what_stands_for_a_pack_tells_pages_and_pictures_apart() -> None:
    """Another form, another picture, its bytes, one page less: each makes another pack."""
    page, other = (Entry(f"{name}/", "", name.encode(), "vi") for name in "ab")
    (pack,) = packs_of([page, other])
    others = [
        packs_of([page]),
        packs_of([page, Entry("b/", "", b"c", "vi")]),
        packs_of([page, Entry("b/", "", b"b", "vi", {"tep/a.png": "12"})]),
        packs_of([page, Entry("b/", "", b"b", "vi", {"tep/a.png": "34"})]),
    ]

    assert len({pack.sum, *(one.sum for (one,) in others)}) == 5
    assert pack.sum == packs_of([page, Entry("b/", "other", b"b", "vi")])[0].sum
