"""The pages of articles and news items."""

from __future__ import annotations

from itertools import cycle, islice

import pytest

from tests.conftest import article
from tests.pages.conftest import Build, Reader

WORDS = (
    "ủy ban nhân dân xã tổ chức họp bàn về công tác thủy lợi đầu mùa mưa với sự tham gia của đại "
    "diện các thôn ban quản lý đê điều cùng đông đảo bà con trong vùng"
).split()


def syllables(count: int) -> str:
    """A text of so many syllables."""
    return " ".join(islice(cycle(WORDS), count))


@pytest.fixture(scope="module")
def reader(build: Build) -> Reader:
    """The built site."""
    return Reader(
        build(
            {
                "articles/mot/index.vi.md": article("Một", syllables(220)),
                "articles/hai/index.vi.md": article("Hai", syllables(221)),
                "articles/nam/index.vi.md": article("Năm", syllables(1100)),
                "news/2026/tin/index.vi.md": article("Tin", syllables(221)),
            }
        )
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("mot/", "1 phút đọc"),
        ("hai/", "2 phút đọc"),
        ("nam/", "5 phút đọc"),
        ("en/hai/", "2 minutes to read"),
    ],
)
def test_an_article_says_how_long_it_takes_to_read(
    reader: Reader, address: str, expected: str
) -> None:
    """A minute for every 220 syllables, and one for the rest."""
    assert f"<span>{expected}</span>" in reader.text(address)


def test_a_news_item_does_not(reader: Reader) -> None:
    """It is short, or a headline."""
    assert "phút đọc" not in reader.text("tin-tuc/tin/")
