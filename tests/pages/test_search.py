"""The page on which readers search, the box on all others, and what the script looks in."""

from __future__ import annotations

import json

import pytest

from tests.conftest import article
from tests.pages.conftest import Build, Reader

TEXTS = {
    "articles/thue/index.vi.md": article("Thuế nhà đất", "Nộp ở xã.", date="2025-03-01"),
    "articles/nhap/index.vi.md": article("Bản nháp bí mật", status="draft"),
    "articles/mai/index.vi.md": article("Ngày mai mới biết", date="2026-12-24"),
    "articles/cu/index.vi.md": article("Đã hết hạn rồi", expires="2026-11-02"),
    "pages/about/index.vi.md": "---\ntitle: Giới thiệu\nsummary: Cổng này.\n---\nChữ.\n",
    "pages/not-found/index.vi.md": "---\ntitle: Không có\nsummary: Không có.\n---\nChữ.\n",
}


@pytest.fixture(scope="module")
def reader(build: Build) -> Reader:
    """A portal with texts of two years, and some that are not shown."""
    return Reader(build(TEXTS))


def titles(reader: Reader, folder: str) -> list[str]:
    """The titles of what can be found, in the order of the numbers."""
    files = (reader.folder / folder / "texts").iterdir()
    texts = (path.read_text(encoding="utf-8") for path in sorted(files))
    return [line.split("\t")[0] for text in texts for line in text.splitlines()]


@pytest.mark.parametrize(
    ("address", "action"),
    [
        ("", "tim-kiem/"),
        ("dat-dai/", "../tim-kiem/"),
        ("thue-nha-dat/", "../tim-kiem/"),
        ("en/land-procedures/", "../../en/search/"),
        ("404.html", "tim-kiem/"),
    ],
)
def test_the_box_of_every_page_leads_to_the_page_of_its_language(
    reader: Reader, address: str, action: str
) -> None:
    """It is a plain form, so that it needs no script."""
    place = {"dat-dai/": "thu-tuc-dat-dai/"}.get(address, address)
    box = reader.one(place, ".//header[@class='masthead']//form[@role='search']")

    assert box.get("action") == action
    assert box.get("method") is None
    assert box.find("input").get("name") == "q"


@pytest.mark.parametrize(
    ("address", "map_"), [("tim-kiem/", "../so-do/"), ("en/search/", "../../en/site-map/")]
)
def test_the_page_leads_to_the_site_map(reader: Reader, address: str, map_: str) -> None:
    """Who has no JavaScript finds all texts there; the other link is to keep the search."""
    links = [one.get("href", "") for one in reader.page(address).findall(".//main//a")]

    assert links[0] == map_
    assert [link.split("/")[-2] for link in links[1:]] in (["ngoai-tuyen"], ["offline"])


def test_a_search_is_narrowed_by_what_there_is(reader: Reader) -> None:
    """Categories with texts as in a dictionary, and years, the last one first."""
    selects = reader.page("tim-kiem/").findall(".//main//select")
    values = [[option.get("value", option.text) for option in one] for one in selects]

    assert values == [["", "dat-dai", "tin"], ["", "2026", "2025"]]


def test_what_can_be_found_is_what_is_shown(reader: Reader) -> None:
    """Pages and tables, then articles and news, the newest last; no draft, nothing to come or gone."""
    assert titles(reader, "tim-kiem") == [
        "Giới thiệu",
        "Bảng mẫu",
        "Thuế nhà đất",
        "Thủ tục đất đai",
    ]
    assert titles(reader, "en/search") == [
        "Giới thiệu",
        "Sample table",
        "Thuế nhà đất",
        "Land procedures",
    ]


def test_a_text_that_is_not_translated_says_in_which_language_it_is(reader: Reader) -> None:
    """As it stands in the lists, with an address in the edition of the reader."""
    fields = reader.text("en/search/texts/1.txt").splitlines()[0].split("\t")

    assert fields[1:] == [
        "en/thue-nha-dat/",
        "2025-03-01",
        "1 March 2025",
        "tin",
        "vi",
        "Tóm tắt. Nộp ở xã.",
    ]


def test_the_script_is_told_what_the_files_hold(reader: Reader) -> None:
    """How many texts there are, which words have files of their own, and which years begin and end where."""
    facts = json.loads(reader.text("tim-kiem/index.json"))

    assert facts == {
        "documents": 4,
        "own": [],
        "shared": 1,
        "years": {"2025": [2, 3], "2026": [3, 4]},
    }


def test_only_the_page_of_the_search_loads_its_script(reader: Reader) -> None:
    """All other pages stay as light as they are."""
    loading = [
        path.relative_to(reader.folder).as_posix()
        for path in reader.folder.rglob("*.html")
        if "giao-dien/search." in path.read_text(encoding="utf-8")
    ]

    assert sorted(loading) == ["en/search/index.html", "tim-kiem/index.html"]
