"""The addresses that portals keep for themselves."""

from __future__ import annotations

import pytest

from plugins.portals.addresses import WORDS, is_reserved


@pytest.mark.parametrize("slug", ["en", "vi", "index", "404", "feed", "sw", "tep", "giao-dien"])
def test_an_article_cannot_have_the_address_of_another_part(slug: str) -> None:
    """Its page would be written over, or write over others."""
    assert is_reserved(slug, news=False)
    assert not is_reserved(f"{slug}-a", news=False)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_lists_of_a_language_are_reserved(lang: str) -> None:
    """Those of both languages, for the slug of a translation may become that of the other."""
    words = WORDS[lang]  # type: ignore[index]

    assert is_reserved(words.news, news=False)
    assert is_reserved(words.category, news=False)
    assert is_reserved(words.tag, news=False)


@pytest.mark.parametrize("slug", ["2022", "5", "05", "trang", "page", "index"])
def test_a_news_item_cannot_have_the_address_of_a_month_or_page(slug: str) -> None:
    """The lists of news stand beside the items."""
    assert is_reserved(slug, news=True)
    assert not is_reserved(f"nam-{slug}", news=True)


@pytest.mark.parametrize("slug", ["con", "aux", "com1"])
def test_what_windows_takes_for_a_device_is_no_address(slug: str) -> None:
    """A title may make one."""
    assert is_reserved(slug, news=True)
    assert is_reserved(slug, news=False)


def test_news_may_be_named_as_articles_may_not() -> None:
    """They stand in a folder of their own."""
    assert not is_reserved("tin-tuc", news=True)
    assert not is_reserved("2022", news=False)
