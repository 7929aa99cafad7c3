"""The page on which readers keep others can be used by everyone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.offline.conftest import Server, visit
from tests.theme.test_browser import overflow, resize, violations


def faults(page: Page) -> list[str]:
    """What axe finds in the light and in the dark, and what a small window cuts off."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += violations(page)
    resize(page, 320)
    found += overflow(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    resize(page, 390)
    return found + overflow(page)


@pytest.mark.parametrize("path", ["ngoai-tuyen/", "en/offline/"])
def test_nothing_is_wrong_where_pages_are_kept(page: Page, server: Server, path: str) -> None:
    """With packs to keep, one that is kept, and the pages that are there."""
    visit(page, server.address + path)
    page.locator('[data-part="keep"]').nth(2).click()
    page.locator('[data-part="has"]').nth(2).wait_for()

    assert page.locator('[data-part="copies"] a').count() > 5
    assert not page.locator('[data-part="no-worker"]').is_visible()
    assert faults(page) == []


def test_nothing_is_wrong_where_no_page_can_be_kept(browser: Browser, server: Server) -> None:
    """Where a browser has no script, the page says what it would need, and offers nothing."""
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{server.address}ngoai-tuyen/")

    assert plain.locator('[data-part="no-worker"]').is_visible()
    assert plain.locator("main button:visible").count() == 0
    context.close()


@pytest.mark.parametrize("path", ["khong/co/", "en/none/", ""])
def test_nothing_is_wrong_with_a_copy(page: Page, server: Server, path: str) -> None:
    """Where the offline page stands for another, and where a copy says since when it dates."""
    visit(page, f"{server.address}en/")
    visit(page, server.address)
    server.stop()
    page.goto(server.address + path)
    page.locator('[data-part="kept"], [data-part="not-there"]').locator(
        "visible=true"
    ).first.wait_for()

    assert faults(page) == []


def lists_nothing(page: Page) -> bool:
    """Whether no category is said to be there."""
    page.locator('[data-part="no-worker"]').wait_for(state="hidden")
    said = '[data-packs="vi-dat-dai"] [data-part="has"]:visible'
    listed = '[data-part="copies"] a:text-is("Đất đai")'
    return page.locator(f"{said}, {listed}").count() == 0


def test_what_is_not_there_yet_is_not_listed(page: Page, server: Server) -> None:
    """Somebody begins with the offline page: until the first contact ends, nothing is known."""
    server.slow.add("/en/search/")
    page.goto(f"{server.address}ngoai-tuyen/")
    while "/en/" not in server.asked:
        assert lists_nothing(page)
    assert lists_nothing(page)
    server.slow.clear()
    page.locator('[data-part="keep"]:visible').first.wait_for()

    assert lists_nothing(page)


def test_a_device_without_room_is_told_of(page: Page, server: Server) -> None:
    """Nothing can be kept at the first visit; it can be once there is room."""
    session = page.context.new_cdp_session(page)
    origin = server.address.rstrip("/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    page.goto(f"{server.address}ngoai-tuyen/")
    page.locator('[data-part="no-room"]').wait_for()
    assert lists_nothing(page)
    assert faults(page) == []
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    page.goto(f"{server.address}ngoai-tuyen/")
    page.locator('[data-part="keep"]:visible').first.wait_for()

    assert not page.locator('[data-part="no-room"]').is_visible()


def test_a_pack_is_kept_with_keys_alone(page: Page, server: Server) -> None:
    """Each button says what it keeps, and the focus is seen."""
    visit(page, f"{server.address}ngoai-tuyen/")
    button = page.get_by_role("button", name="Lưu Đất đai")
    button.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert button.evaluate("one => getComputedStyle(one).outlineWidth") == "3px"
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Xóa Đất đai").wait_for()

    of_pack = page.locator("[data-packs]").filter(
        has=page.get_by_role("button", name="Xóa Đất đai")
    )
    assert of_pack.get_by_role("status").filter(has_text="Đã lưu").count() == 1


@pytest.mark.parametrize("path", ["khong-co/hai/", "en/khong-co/"])
def test_the_skip_link_stays_on_the_page_that_was_wanted(
    page: Page, server: Server, path: str
) -> None:
    """Also where another page stands in for it: with a network again, it can be loaded anew."""
    visit(page, server.address)
    server.stop()
    page.goto(server.address + path)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.url == f"{server.address}{path}#_main"
    assert page.evaluate("document.activeElement.id") == "_main"


def test_the_manifest_names_the_portal(page: Page, server: Server) -> None:
    """In the language of its edition, for all of the portal, with its emblem."""
    for path, name, scope in (("", "Cổng xã Mẫu", "/"), ("en/", "Mẫu commune portal", "/")):
        page.goto(server.address + path)
        found = page.evaluate("""async () => {
          const { href } = document.querySelector('link[rel="manifest"]')
          const manifest = await (await fetch(href)).json()
          const at = (address) => new URL(address, href).pathname
          const icon = await fetch(at(manifest.icons[0].src))
          return [manifest.name, at(manifest.scope), at(manifest.start_url), icon.status]
        }""")

        assert found == [name, scope, f"/{path}", 200]
