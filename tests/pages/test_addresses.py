"""The address of every page inside its portal."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.articles.article import Version
from plugins.markup.body import Outline
from plugins.pages import addresses


def version(**fields: Any) -> Version:
    """A Vietnamese version, an article unless the fields say otherwise."""
    given: dict[str, Any] = {"kind": "article", "key": "a", "lang": "vi", "slug": "bai", **fields}
    return Version(path="p", owner="", title="", summary="", body=Outline(), **given)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (addresses.home("vi"), ""),
        (addresses.home("en"), "en/"),
        (addresses.text(version(), "vi"), "bai/"),
        (addresses.text(version(), "en"), "en/bai/"),
        (addresses.text(version(kind="news"), "vi"), "tin-tuc/bai/"),
        (addresses.text(version(kind="news"), "en"), "en/news/bai/"),
        (addresses.text(version(kind="page", key="about"), "vi"), "bai/"),
        (addresses.text(version(kind="page", key="not-found"), "vi"), "404.html"),
        (addresses.text(version(kind="page", key="not-found"), "en"), "en/404.html"),
        (addresses.news("vi"), "tin-tuc/"),
        (addresses.news("vi", 2022), "tin-tuc/2022/"),
        (addresses.news("en", 2022, 5), "en/news/2022/05/"),
        (addresses.archive("vi"), "luu-tru/"),
        (addresses.archive("en", 2022, 12), "en/archive/2022/12/"),
        (addresses.category("vi"), "danh-muc/"),
        (addresses.category("en", "dat-dai"), "en/category/dat-dai/"),
        (addresses.tag("vi", "thue"), "the/thue/"),
        (addresses.tag("en"), "en/tag/"),
        (addresses.comparison("vi", "bang"), "so-sanh/bang/"),
        (addresses.comparison("en"), "en/comparisons/"),
        (addresses.site_map("vi"), "so-do/"),
        (addresses.site_map("en"), "en/site-map/"),
        (addresses.search("vi"), "tim-kiem/"),
        (addresses.search("en"), "en/search/"),
        (addresses.index_file("en", "terms/0.txt"), "en/search/terms/0.txt"),
        (addresses.feed("vi"), "feed.atom"),
        (addresses.feed("en"), "en/feed.atom"),
        (addresses.not_found("vi"), "404.html"),
        (addresses.not_found("en"), "en/404.html"),
        (addresses.alias("cu/bai"), "cu/bai/"),
        (addresses.alias("cu/bai/"), "cu/bai/"),
        (addresses.alias("cu/bai.html"), "cu/bai.html"),
    ],
)
def test_every_kind_of_page_has_its_address(address: str, expected: str) -> None:
    """Vietnamese at the root, English under en/, each with words of its language."""
    assert address == expected


@pytest.mark.parametrize(
    ("old_path", "expected"),
    [
        ("cu/bai", True),
        ("cu/bai.html", True),
        ("tin-tuc/bai-cu", True),
        ("en/news/old", True),
        ("en/old", True),
        ("danh-muc", False),
        ("so-sanh/bang/", False),
        ("tin-tuc", False),
        ("tin-tuc/2026", False),
        ("tin-tuc/2026/11", False),
        ("tin-tuc/trang/2", False),
        ("tin-tuc/trang", False),
        ("index.html", False),
        ("404.html", False),
        ("danh-muc/index.html", False),
        ("en", False),
        ("en/index.html", False),
        ("en/comparisons", False),
        ("en/news/2026", False),
        ("giao-dien/a", False),
        ("tim-kiem/terms", False),
        ("en/search", False),
    ],
)
def test_an_old_path_is_free_unless_the_portal_needs_it(
    old_path: str,
    expected: bool,  # noqa: FBT001
) -> None:
    """The places of lists, of files and of the other language are taken."""
    assert addresses.is_free(old_path) is expected


def test_the_first_page_of_a_list_has_the_address_of_the_list() -> None:
    """Further pages stand below it, under the word of the language."""
    assert addresses.numbered("tin-tuc/", 1, "vi") == "tin-tuc/"
    assert addresses.numbered("tin-tuc/", 2, "vi") == "tin-tuc/trang/2/"
    assert addresses.numbered("en/tag/a/", 12, "en") == "en/tag/a/page/12/"


@pytest.mark.parametrize(
    ("address", "file", "root"),
    [
        ("", "index.html", ""),
        ("en/", "en/index.html", "../"),
        ("tin-tuc/2022/05/", "tin-tuc/2022/05/index.html", "../../../"),
        ("404.html", "404.html", ""),
        ("en/404.html", "en/404.html", "../"),
        ("so-sanh/bang/data.csv", "so-sanh/bang/data.csv", "../../"),
    ],
)
def test_an_address_names_its_file_and_the_way_to_the_root(
    address: str, file: str, root: str
) -> None:
    """A folder is written as its index.html; links lead up once for each folder."""
    assert addresses.output_file(address) == file
    assert addresses.root_of(address) == root


def test_the_files_of_an_index_are_told_from_its_page() -> None:
    """In both languages."""
    assert addresses.is_of_index("tim-kiem/terms/0.txt")
    assert addresses.is_of_index("en/search/index.json")
    assert not any(map(addresses.is_of_index, ("tim-kiem/", "en/search/", "tim/kiem/a.txt")))
