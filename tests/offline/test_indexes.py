"""Readers search without a network in the index that their device keeps as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Site, article
from tests.offline.conftest import Server, visit
from tests.offline.test_packs import entry
from tests.offline.test_versions import publish

ADDED = article("Cầu mới", "Khánh thành cầu treo.", date="2026-10-25")
SEARCH = "tim-vi"


@pytest.fixture
def sparing(browser: Browser) -> Iterator[Page]:
    """A page of a reader who spares his data."""
    context = browser.new_context(locale="vi-VN")
    context.add_init_script(
        "Object.defineProperty(navigator.connection, 'saveData', { get: () => true })"
    )
    yield context.new_page()
    context.close()


def seek(page: Page, server: Server, words: str, folder: str = "tim-kiem") -> list[str]:
    """The titles of what a reader finds who opens the page to search."""
    page.goto(f"{server.address}{folder}/?q={words}")
    return titles(page)


def titles(page: Page) -> list[str]:
    """The titles of what was found."""
    expect(page.locator('[data-part="search-status"]')).to_have_text(
        page_says := __import__("re").compile(r"kết quả|result|Không|The search")
    )
    assert page_says
    return page.locator('[data-part="search-results"] h2').all_inner_texts()
