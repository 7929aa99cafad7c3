"""A portal that was visited once can be read when its server is gone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from playwright.sync_api import Error, Page

from tests.offline.conftest import Server, until, visit

KEPT = ["", "so-do/", "ngoai-tuyen/", "luu-tru/", "the/", "danh-muc/", "thu-tuc-dat-dai/"]


def statuses(page: Page, base: str, paths: Sequence[str]) -> dict[str, int]:
    """How each path is answered to somebody who opens it."""
    found = {}
    for path in paths:
        response = page.goto(base + path)
        found[path] = response.status if response else 0
    return found


def test_nothing_can_be_read_that_was_never_visited(page: Page, server: Server) -> None:
    """The control: without a visit there is no worker, and without the server no page."""
    server.stop()

    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        page.goto(server.address)


def test_a_portal_is_read_without_its_server_after_one_visit(page: Page, server: Server) -> None:
    """Home, overviews, the offline page and the newest articles, in their own look."""
    visit(page, server.address)
    server.stop()

    assert statuses(page, server.address, KEPT) == dict.fromkeys(KEPT, 200)
    assert page.locator("h1").inner_text() == "Thủ tục đất đai"
    assert page.locator(".banner").evaluate("one => getComputedStyle(one).display") == "block"
    colour = page.locator(".banner").evaluate("one => getComputedStyle(one).borderBottomColor")
    assert colour == "rgb(242, 194, 75)"
    assert page.locator(".brand img").evaluate("one => one.naturalWidth") > 0


def test_every_page_that_was_visited_is_kept(page: Page, server: Server) -> None:
    """An old article that nobody fetches by himself is there when it was read before."""
    visit(page, server.address)
    visit(page, f"{server.address}bai-so-00/")
    server.stop()

    found = statuses(page, server.address, ["bai-so-00/", "bai-so-00/index.html", "bai-so-01/"])

    assert found == {"bai-so-00/": 200, "bai-so-00/index.html": 200, "bai-so-01/": 503}


def test_the_page_open_at_the_first_visit_is_kept(page: Page, server: Server) -> None:
    """It was there before the worker."""
    visit(page, f"{server.address}bai-so-00/")
    server.stop()

    assert statuses(page, server.address, ["bai-so-00/"]) == {"bai-so-00/": 200}


def test_a_page_opens_without_the_last_slash_of_its_address(page: Page, server: Server) -> None:
    """At its own address, so that its links lead where they should; another stays unknown."""
    visit(page, f"{server.address}bai-so-00/")
    server.stop()

    found = statuses(page, server.address, ["bai-so-0", "bai-so-00?x=1", "bai-so-00"])
    assert found == {"bai-so-0": 503, "bai-so-00?x=1": 200, "bai-so-00": 200}
    assert page.url == f"{server.address}bai-so-00/"
    assert page.locator(".brand img").evaluate("one => one.naturalWidth") > 0
    page.locator(".brand").click()
    page.wait_for_url(server.address)


def test_the_other_language_has_its_entrances(page: Page, server: Server) -> None:
    """Who has read one language gets home, search and the offline page of the other too."""
    visit(page, server.address)
    server.stop()

    found = statuses(page, server.address, ["en/", "en/search/", "en/offline/", "en/archive/"])
    assert found == {"en/": 200, "en/search/": 200, "en/offline/": 200, "en/archive/": 503}


@pytest.mark.parametrize(
    ("path", "lang", "title"),
    [
        ("khong/co/trang/", "vi", "Đọc khi không có mạng"),
        ("en/no/such/page/", "en", "Read offline"),
    ],
)
def test_an_unknown_address_gets_the_offline_page(
    page: Page, server: Server, path: str, lang: str, title: str
) -> None:
    """With status 503, in the language of the address, whole at any depth, and with its reason."""
    visit(page, server.address)
    server.stop()
    response = page.goto(server.address + path)

    assert response is not None
    assert response.status == 503
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("h1").inner_text() == title
    assert page.locator('[data-part="not-there"]').is_visible()
    assert page.locator(".brand img").evaluate("one => one.naturalWidth") > 0
    page.locator(".brand").click()
    page.wait_for_url(server.address if lang == "vi" else f"{server.address}en/")


def test_a_copy_says_since_when_it_dates(page: Page, server: Server) -> None:
    """And a page that comes from the server does not."""
    visit(page, server.address)
    notice = page.locator('[data-part="kept"]')
    assert not notice.is_visible()
    server.stop()
    page.goto(server.address)
    notice.wait_for()

    moment = notice.locator("time").get_attribute("datetime")
    assert page.evaluate("moment => Math.abs(Date.now() - new Date(moment)) < 60000", moment)
    assert "bản lưu" in notice.inner_text()


def test_the_policy_of_hosts_stops_nothing(page: Page, server: Server) -> None:
    """Worker, manifest and scripts run under the strict policy, Trusted Types included."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    visit(page, server.address)
    visit(page, f"{server.address}ngoai-tuyen/")

    assert said == []


def test_other_answers_are_not_kept(page: Page, server: Server) -> None:
    """What may not be stored, is missing, leads elsewhere or is a part, and the worker itself."""
    server.headers["/bai-so-03/"] = {"Cache-Control": "no-store"}
    visit(page, server.address)
    assert statuses(
        page, server.address, ["bai-so-03/", "bai-so-02", "khong-co/", "sw.js", "sitemap.xml"]
    ) == {"bai-so-03/": 200, "bai-so-02": 200, "khong-co/": 404, "sw.js": 200, "sitemap.xml": 200}
    visit(page, f"{server.address}bai-so-04/")
    server.partial.add("/feed.atom")
    page.evaluate("Promise.all(['/feed.atom', '/en/feed.atom'].map((path) => fetch(path)))")
    until(page, "() => caches.match('/en/feed.atom')")
    kept = page.evaluate("""async () => {
      const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
      const keys = await Promise.all(caches_.map((one) => one.keys()))
      return keys.flat().map(({ url }) => new URL(url).pathname)
    }""")

    assert "/bai-so-04/" in kept
    assert "/bai-so-02/" in kept
    for path in ("/bai-so-03/", "/bai-so-02", "/khong-co/", "/sw.js", "/sitemap.xml", "/feed.atom"):
        assert path not in kept
