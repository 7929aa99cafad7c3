"""The pages that lead to the others."""

from __future__ import annotations

import pytest

from tests.conftest import article
from tests.pages.conftest import Build, Reader

LEAD = ".//article[@class='featured stack']/h2/a"


@pytest.mark.parametrize(
    ("pinned", "title"), [("", "Thủ tục đất đai"), ("true", "Bài thử")], ids=["newest", "pinned"]
)
def test_the_home_page_begins_with_the_pinned_article(
    build: Build, pinned: str, title: str
) -> None:
    """However old it is; where none is pinned, with the newest."""
    reader = Reader(build({"articles/cu/index.vi.md": article(pinned=pinned)}))

    assert reader.words("", LEAD) == title
