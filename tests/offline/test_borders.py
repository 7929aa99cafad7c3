"""What a worker leaves alone: other portals, other requests, and readers who spare their data."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import PNG, Site, article
from tests.offline.conftest import PORTAL, Server, settle, visit
from tests.offline.test_versions import kept, publish

OUTER = str(PORTAL["portals/xa/portal.yaml"])
INNER = OUTER.replace("https://mau.example/", "https://mau.example/nui/").replace(
    "xã Mẫu", "xã Núi"
)

# The paths that the caches keep whose names begin so.
PATHS = """async (name) => {
  const own = (await caches.keys()).filter((one) => one.startsWith(name))
  const keys = await Promise.all(own.map(async (one) => (await caches.open(one)).keys()))
  return keys.flat().map(({ url }) => new URL(url).pathname)
}"""


@pytest.fixture
def two(site: Site) -> Iterator[tuple[Site, Server]]:
    """A portal at the root of an origin, another below it, and a page of neither."""
    site.write(PORTAL).write({"portals/nui/portal.yaml": INNER})
    root = site.folder / "root"
    lay_out(site, root)
    server = Server(root)
    yield site, server
    server.stop()


def lay_out(site: Site, root: Path) -> None:
    """Build both portals, and put them where they are served."""
    done = site.build()
    assert done.code == 0, done.stderr
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(done.output / "xa", root)
    shutil.copytree(done.output / "nui", root / "nui")


def names(page: Page) -> list[str]:
    """The caches of the origin."""
    found: list[str] = page.evaluate("caches.keys()")
    return sorted(found)


def test_two_portals_on_one_origin_keep_their_own_pages(
    page: Page, two: tuple[Site, Server]
) -> None:
    """The outer one's worker keeps no page of the inner one, nor shows its own in its place."""
    _, server = two
    visit(page, server.address)
    visit(page, f"{server.address}nui/bai-so-00/")
    visit(page, f"{server.address}nui/bai-so-01/")
    assert page.evaluate(PATHS, "portal / ")
    assert not [path for path in page.evaluate(PATHS, "portal / ") if path.startswith("/nui/")]
    assert {path[:5] for path in page.evaluate(PATHS, "portal /nui/ ")} == {"/nui/"}
    server.stop()

    for path, name in (("bai-so-19/", "xã Mẫu"), ("nui/bai-so-00/", "xã Núi")):
        page.goto(server.address + path)
        assert name in page.inner_text(".brand")
    response = page.goto(f"{server.address}nui/khong/")
    assert response is not None
    assert response.status == 503
    assert "xã Núi" in page.inner_text(".brand")


def test_a_portal_that_is_switched_off_takes_its_own_caches_only(
    page: Page, two: tuple[Site, Server]
) -> None:
    """Whichever of the two it is: the other can be read without its server as before."""
    site, server = two
    visit(page, server.address)
    visit(page, f"{server.address}nui/")
    before = names(page)
    assert {name.split()[1] for name in before} == {"/", "/nui/"}
    site.write({"portals/xa/portal.yaml": f"{OUTER}offline: false\n"})
    lay_out(site, site.folder / "root")
    page.goto(server.address)
    workers = page.evaluate("""async () => {
      for (let turn = 0; turn < 100; turn++) {
        const all = await navigator.serviceWorker.getRegistrations()
        if (all.length < 2) return all.map(({ scope }) => scope)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }""")
    assert workers == [f"{server.address}nui/"]
    assert names(page) == [name for name in before if name.startswith("portal /nui/ ")]
    assert page.locator("a", has_text="Đọc khi không có mạng").count() == 0
    server.stop()
    response = page.goto(f"{server.address}nui/")
    assert response is not None
    assert response.status == 200


def test_a_portal_without_the_switch_registers_no_worker(page: Page, portal: Site) -> None:
    """Whoever comes after it was turned off gets pages alone."""
    publish(portal, {"portals/xa/portal.yaml": f"{OUTER}offline: false\n"})
    server = Server(portal.folder / "output/xa")
    page.goto(server.address)
    page.wait_for_timeout(300)
    server.stop()

    assert "/sw.js" not in server.asked
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    assert not (portal.folder / "output/xa/ngoai-tuyen").exists()


def test_a_portal_below_a_path_works(page: Page, portal: Site) -> None:
    """Nothing in it knows the path under which it is served."""
    root = portal.folder / "root"
    shutil.copytree(portal.folder / "output/xa", root / "cong/xa")
    server = Server(root)
    visit(page, f"{server.address}cong/xa/")
    server.stop()
    statuses = []
    for path in ("", "thu-tuc-dat-dai/", "khong/"):
        response = page.goto(f"{server.address}cong/xa/{path}")
        statuses.append(response.status if response else 0)

    assert statuses == [200, 200, 503]
    assert page.locator(".brand img").evaluate("one => one.naturalWidth") > 0


@pytest.mark.parametrize(("asks", "expected"), [("bytes=2-5", "206 4 bytes 2-5/{size}"),
    ("bytes=-3", "206 3 bytes {last}/{size}"), ("bytes=9999-", "416 0 bytes */{size}"),
    ("", "200 {size} None")])  # fmt: skip
def test_a_part_of_a_file_is_given_from_what_is_kept(
    page: Page, portal: Site, server: Server, asks: str, expected: str
) -> None:
    """As a server does: its first bytes, its last ones, or none."""
    publish(
        portal,
        {
            "articles/anh/index.vi.md": article("Bài có ảnh", "![Trụ sở]({static}anh.png)"),
            "articles/anh/anh.png": PNG,
        },
    )
    visit(page, f"{server.address}bai-co-anh/")
    server.stop()
    page.goto(f"{server.address}bai-co-anh/")
    found = page.evaluate(
        """async (range) => {
          const { src } = document.querySelector("main img")
          const response = await fetch(src, range ? { headers: { range } } : {})
          const { size } = await response.blob()
          return `${response.status} ${size} ${response.headers.get("content-range") ?? "None"}`
        }""",
        asks,
    )
    size = len(next((portal.folder / "output/xa/tep").iterdir()).read_bytes())

    assert found == expected.format(size=size, last=f"{size - 3}-{size - 1}")


def test_requests_that_send_something_are_left_alone(page: Page, server: Server) -> None:
    """The server answers them, and nothing of them is kept."""
    visit(page, server.address)
    page.reload()
    status = page.evaluate("fetch('bai-so-00/', { method: 'POST' }).then(({ status }) => status)")

    assert status == 501
    assert "/bai-so-00/" not in kept(page)


def test_who_spares_data_fetches_what_he_opens_and_no_more(
    browser: Browser, server: Server
) -> None:
    """With Save-Data the pages that were opened are kept, and one that stands in for all others."""
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(navigator.connection, 'saveData', { get: () => true })"
    )
    page = context.new_page()
    page.goto(server.address)
    page.evaluate("navigator.serviceWorker.ready")
    while "/ngoai-tuyen/ban.dat" not in server.asked:
        page.wait_for_timeout(50)
    page.goto(f"{server.address}bai-so-00/")
    page.wait_for_timeout(500)

    pages = {"/", "/bai-so-00/", "/ngoai-tuyen/"}
    assert {path for path in server.asked if path.endswith("/")} == pages
    assert {path for path in kept(page) if path.endswith("/")} == pages
    server.stop()
    page.goto(f"{server.address}bai-so-00/")
    assert page.locator('[data-part="kept"]').is_visible()
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 0
    answer = page.goto(f"{server.address}bai-so-01/")
    assert answer is not None
    assert answer.status == 503
    page.locator('[data-part="copies"] a').nth(1).wait_for()
    context.close()


def test_nothing_is_fetched_ahead_before_the_page_is_there(page: Page, server: Server) -> None:
    """What a first visit needs comes first: at most 8 requests."""
    page.goto(server.address, wait_until="load")
    settle(page)
    first = server.asked[: server.asked.index("/sw.js")]

    assert len(first) <= 8
    assert set(first) <= {"/", "/favicon.ico"} | {path for path in first if "giao-dien" in path}


def test_a_page_that_is_late_is_shown_from_the_device(page: Page, server: Server) -> None:
    """Where the network is there but does not answer, a reader does not wait, nor is called offline."""
    visit(page, server.address)
    server.slow.add("/so-do/")
    page.goto(f"{server.address}so-do/")
    server.slow.clear()

    notice = page.locator('[data-part="kept"]')
    notice.wait_for()
    assert notice.inner_text().startswith("Chưa tải được từ máy chủ. Bạn đang đọc bản lưu")
    assert page.locator("h1").inner_text() == "Sơ đồ cổng"


def test_a_host_whose_policy_forbids_the_worker_to_ask_loses_nothing(
    page: Page, server: Server
) -> None:
    """Such a worker never begins: the pages come from the network as without it."""
    server.policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
    page.goto(server.address)
    while "/sw.js" not in server.asked:
        page.wait_for_timeout(50)
    page.wait_for_timeout(300)
    response = page.goto(f"{server.address}bai-so-00/")

    assert response is not None
    assert response.status == 200
    assert kept(page) == []
