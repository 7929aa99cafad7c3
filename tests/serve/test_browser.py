"""What a person sees in the browser while writing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Site, article
from tests.serve.running import PATIENCE, running

ARTICLE = "articles/bai/index.vi.md"
PANEL = '[data-part="serve"] section'
WAIT = PATIENCE * 1000


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    """A page as wide as a telephone."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def complaints(page: Page) -> list[str]:
    """What the browser says from now on, such as that a policy forbids something."""
    found: list[str] = []
    page.on("console", lambda one: found.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def broken_rules(page: Page) -> Any:
    """The rules of accessibility that the page breaks, with contrast and size of targets."""
    rules = {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}
    options = {"resultTypes": ["violations"], "rules": rules}
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def test_the_page_follows_what_is_saved(site: Site, narrow: Page) -> None:
    """It loads itself anew; an error appears over it, can be put aside, and goes when mended."""
    site.write({ARTICLE: article("Bài đầu")})
    found = complaints(narrow)
    with running(site) as server:
        narrow.goto(f"{server.address}bai-dau/")
        main, panel = narrow.locator("main"), narrow.locator(PANEL)
        expect(main).to_contain_text("Nội dung.")

        site.write({ARTICLE: article("Bài đầu", "Câu mới.")})
        expect(main).to_contain_text("Câu mới.", timeout=WAIT)
        expect(panel.locator("details")).to_have_count(0)

        site.write({ARTICLE: article("Bài đầu", date="2026-02-31")})
        expect(panel).to_contain_text(f"content/{ARTICLE}:3", timeout=WAIT)
        expect(panel).to_have_attribute("role", "alert")
        expect(panel.locator("em")).not_to_be_empty()
        expect(main).to_contain_text("Câu mới.")

        panel.get_by_role("link", name="Back to the page").click()
        expect(panel.locator("em")).to_be_hidden()
        site.write({ARTICLE: article("Bài đầu", "Đã sửa.")})
        expect(main).to_contain_text("Đã sửa.", timeout=WAIT)
        expect(panel.locator("details")).to_have_count(0)
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_problems_can_be_read_on_a_telephone(site: Site, narrow: Page, scheme: Any) -> None:
    """In light and dark, without scrolling sideways, and by all rules of accessibility."""
    long = "https://mot-ten-mien-rat-dai-khong-xuong-dong.example/" + "a" * 120
    site.write({ARTICLE: article("Bài đầu", f"[x]({long})\n\n[y](z)", date="x")})
    with running(site) as server:
        narrow.emulate_media(color_scheme=scheme)
        narrow.goto(server.address)
        body = narrow.locator(f"{PANEL} details > div")
        expect(body).to_be_visible(timeout=WAIT)

        for box in (narrow.locator(f"{PANEL} details"), body):
            width = box.evaluate("one => [one.scrollWidth - one.clientWidth, one.clientWidth]")
            assert width[0] <= 0
            assert width[1] <= 390
        assert broken_rules(narrow) == []
