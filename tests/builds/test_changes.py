"""A change makes what it touches, and the summary shows how much that is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.builds.build import BuildOptions, build
from tests.conftest import CLOCK, CONTENT, PNG, ROOT, Site, article

PORTAL = CONTENT["portals/xa/portal.yaml"]
NEWS = "news/2026/tin/index.vi.md"
FILES: Mapping[str, str | bytes] = {
    NEWS: article("Tin cũ", "", summary="Tóm lược.", sources="", date="2026-11-02"),
    "articles/bang/index.vi.md": article("Bài có bảng", "/// comparison | bang\n///"),
    "articles/anh/index.vi.md": article("Bài có ảnh", "![Trụ sở]({static}a.png)"),
    "articles/anh/a.png": PNG,
    "articles/thue/index.vi.md": article("Bài về thuế", tags="[thue]"),
    **{f"articles/khac-{number}/index.vi.md": article(f"Bài {number}") for number in range(30)},
}


class Counts(NamedTuple):
    """What the summary says of a portal."""

    made: int
    spliced: int
    kept: int
    removed: int


@pytest.fixture
def folder(tmp_path: Path) -> Site:
    """A content folder of some thirty texts that is built."""
    site = Site(tmp_path).write(CONTENT).write(FILES)
    (made,) = counts(site).values()
    assert made.made > 100
    assert made[1:] == (0, 0, 0)
    return site


def counts(site: Site, clock: str = CLOCK) -> dict[str, Counts]:
    """Build, and read the summary of each portal."""
    content, output, cache = (str(site.folder / name) for name in ("content", "output", "cache"))
    said = StringIO()
    with redirect_stderr(said):
        code = build(BuildOptions((), content, output, cache, clock, clean=False, jobs=1), ROOT)
    assert code == 0, said.getvalue()
    found = re.findall(
        r"^(\S+): dựng (\d+), ghép lại (\d+), giữ nguyên (\d+), xóa (\d+)",
        said.getvalue(),
        re.MULTILINE,
    )
    return {name: Counts(*map(int, numbers)) for name, *numbers in found}


def change(site: Site, name: str, old: str, new: str) -> Counts:
    """What a build does after some words of a file were changed."""
    text = (site.content / name).read_text(encoding="utf-8")
    assert old in text
    site.write({name: text.replace(old, new)})
    return built_again(site)


def built_again(site: Site) -> Counts:
    """What a build does to all but the data for reading offline."""
    before = data_files(site)
    (found,) = counts(site).values()
    after = data_files(site)
    new_data = [one for one, data in after.items() if before.get(one) != data]
    return found._replace(
        made=found.made - len(new_data),
        kept=found.kept - len(after) + len(new_data),
        removed=found.removed - len(before.keys() - after.keys()),
    )


def data_files(site: Site) -> dict[str, bytes]:
    """The data from which the worker of the portal learns what there is to keep."""
    folder = site.folder / "output/xa/ngoai-tuyen"
    return {path.name: path.read_bytes() for path in folder.glob("*.dat")}


def test_nothing_is_made_when_nothing_was_changed(folder: Site) -> None:
    """Not even the summary is new."""
    (found,) = counts(folder).values()

    assert found[:2] == (0, 0)
    assert found.removed == 0


def test_another_paragraph_makes_the_pages_of_its_text(folder: Site) -> None:
    """One in each edition; what is related may be others too."""
    found = change(folder, "articles/khac-7/index.vi.md", "Nội dung.", "Nội dung khác.")

    assert 2 <= found.made <= 8
    assert found.spliced == 0


def test_a_new_headline_is_put_into_every_page(folder: Site) -> None:
    """Rendered are its own pages and the lists in which it stands."""
    found = change(folder, NEWS, "Tin cũ", "Tin mới")

    assert found.made < 40
    assert found.spliced > 60
    page = (folder.folder / "output/xa/bai-7/index.html").read_text(encoding="utf-8")
    assert "Tin mới" in page
    assert "Tin cũ" not in page


def test_a_cell_makes_the_pages_that_show_its_table(folder: Site) -> None:
    """The table's own, that of the text with it, the data, and three files of what is searched.

    Those in English stay as they are.
    """
    found = change(folder, "comparisons/bang.yaml", "Không mất phí", "Miễn phí")

    assert found[:2] == (8, 0)


def test_the_name_of_a_tag_makes_the_pages_with_the_tag(folder: Site) -> None:
    """Its list, the list of all tags, the text."""
    found = change(folder, "vocabulary.yaml", "vi: thuế", "vi: thuế đất")

    assert 3 <= found.made <= 6
    assert found.spliced == 0


def test_a_telephone_number_is_put_into_every_footer(folder: Site) -> None:
    """No page is rendered for it."""
    found = change(folder, "portals/xa/portal.yaml", "shares: all", "shares: all\nphone: 0237 1")

    assert found.made == 0
    assert found.spliced > 100


def test_another_colour_is_put_into_every_page(folder: Site) -> None:
    """Also into the lists whose frames are made before it is noted what they read."""
    change(folder, "portals/xa/portal.yaml", "#8f1d1f", "#12315f")

    pages = list((folder.folder / "output").rglob("*.html"))
    style = next((folder.folder / "output/xa/giao-dien").glob("portal.*.css")).name
    shown = [path for path in pages if style in path.read_text(encoding="utf-8")]
    assert len(shown) > 100
    assert shown == [path for path in pages if "stylesheet" in path.read_text(encoding="utf-8")]


def test_a_picture_that_no_page_shows_any_more_goes(folder: Site) -> None:
    """Its file is one of the portal's as long as a page that is kept shows it."""
    folder.write({"articles/khac-1/index.vi.md": article("Bài 1", "Khác.")})
    kept = built_again(folder)
    folder.write({"articles/anh/index.vi.md": article("Bài có ảnh", "Không ảnh.")})
    found = built_again(folder)

    assert kept.removed == 0
    assert found.removed == 1


def test_the_news_of_one_portal_builds_that_portal_only(folder: Site) -> None:
    """The others are not looked into."""
    other = PORTAL.replace("mau.example", "khac.example")
    folder.write({"portals/khac/portal.yaml": other})
    counts(folder)
    name = "portals/khac/news/2026/rieng/index.vi.md"
    folder.write({name: article("Tin riêng", "", sources="", date="2026-11-03")})
    found = counts(folder)

    assert found["xa"][:2] == (0, 0)
    assert found["khac"].spliced > 60


def test_the_hour_of_a_text_comes_with_nothing_else_changed(folder: Site) -> None:
    """A scheduled text appears, an expired one goes."""
    soon = article("Bài hẹn giờ", date="2026-11-23 08:00", expires="2026-11-24")
    folder.write({"articles/hen/index.vi.md": soon})
    counts(folder)
    page = folder.folder / "output/xa/bai-hen-gio/index.html"
    there = []
    for clock in ("2026-11-23T07:59", "2026-11-23T08:00", "2026-11-23T23:59", "2026-11-24T00:00"):
        counts(folder, clock)
        there.append(page.exists())

    assert there == [False, True, True, False]
