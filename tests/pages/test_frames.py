"""What stands around the content of every page."""

from __future__ import annotations

import pytest

from tests.conftest import article
from tests.pages.conftest import Build, Reader, words


@pytest.fixture(scope="module")
def reader(build: Build) -> Reader:
    """The built site."""
    return Reader(build({"news/2026/moi/index.vi.md": article("Tin mới", "", sources="")}))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("danh-muc/tin/", ["Tin chung"]),
        ("tin-tuc/tin-moi/", ["Tin tức"]),
        ("so-sanh/bang/", ["So sánh"]),
        ("the/so-do/", []),
        ("", ["Trang chủ"]),
    ],
)
def test_the_menu_marks_where_the_reader_is(
    reader: Reader, address: str, expected: list[str]
) -> None:
    """Pages of one depth, which link alike, still mark the entry of their own part."""
    menu = reader.one(address, ".//nav[@class='nav']")

    assert [words(link) for link in menu.findall(".//a[@aria-current]")] == expected
