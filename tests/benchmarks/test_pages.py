"""The kinds of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.pages import compare_pages, kind_of


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "home"),
        ("en/index.html", "home"),
        ("404.html", "not found"),
        ("mot-bai/index.html", "article or fixed page"),
        ("tin-tuc/index.html", "list of news"),
        ("tin-tuc/2026/05/index.html", "list of news"),
        ("tin-tuc/trang/2/index.html", "list of news"),
        ("en/news/page/2/index.html", "list of news"),
        ("tin-tuc/mot-tin/index.html", "news item"),
        ("en/category/y-te/index.html", "category"),
        ("the/thue/trang/3/index.html", "tag"),
        ("luu-tru/2026/05/index.html", "archive"),
        ("so-do/index.html", "site map"),
        ("en/search/index.html", "search"),
    ],
)
def test_the_address_tells_the_kind(path: str, kind: str) -> None:
    """Each page counts under the kind that its address begins with."""
    assert kind_of(path) == kind


def test_pages_of_one_output_only_are_named(tmp_path: Path) -> None:
    """A page that the other output lacks is reported by its address."""
    for name in ("ours/index.html", "ours/a/index.html", "hugo/index.html", "hugo/404.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    pages = compare_pages(tmp_path / "ours", tmp_path / "hugo")

    assert pages.only_ours == ("a/index.html",)
    assert pages.only_hugos == ("404.html",)
