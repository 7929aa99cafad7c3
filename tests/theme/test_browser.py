"""The pages in a browser: reachable, readable, nothing cut off, with and without the script."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from plugins.base.policy import SENT_POLICY
from tests.conftest import article

ROOT = Path(__file__).resolve().parents[2]
PORTAL = "thanh-hoa"
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
# Where a page of a kind lies, and a mark that it has.
MARKED = {
    "article with a pair": ("*/index.html", 'class="comparison pair"'),
    "comparison of two": ("so-sanh/*/index.html", 'class="comparison pair"'),
    "comparison of three or four": ("so-sanh/*/index.html", 'class="comparison cards"'),
    "comparison of five": ("so-sanh/*/index.html", 'class="comparison cards wide"'),
}


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under the strict policy that hosts are advised to set."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", SENT_POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which the files of `folder` are served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def base(portals: Path) -> Iterator[str]:
    """The address of the portal."""
    with served(portals / PORTAL) as address:
        yield address


@pytest.fixture(scope="module")
def address(portals: Path, base: str) -> Callable[[str], str]:
    """What gives the address of a page of a kind."""

    def find(kind: str) -> str:
        if kind == "home":
            return base
        pattern, mark = MARKED[kind]
        for path in sorted((portals / PORTAL).glob(pattern)):
            if mark in path.read_text(encoding="utf-8"):
                return base + path.parent.relative_to(portals / PORTAL).as_posix() + "/"
        return pytest.fail(f"no page of the content has {mark}")

    return find


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a window of its own, on a Sunday noon in Viet Nam."""
    context = browser.new_context(timezone_id="Asia/Ho_Chi_Minh", locale="vi-VN")
    opened = context.new_page()
    opened.clock.set_fixed_time("2026-11-22T12:00:00+07:00")
    yield opened
    context.close()


def resize(page: Page, width: int) -> None:
    """Make the window as wide as that of a device."""
    page.set_viewport_size({"width": width, "height": 900})


def violations(page: Page) -> list[str]:
    """What axe finds wrong, one line for each rule."""
    found: list[dict[str, Any]] = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    return [
        f"{one['id']}: " + "; ".join(str(node["html"]) for node in one["nodes"]) for one in found
    ]


def overflow(page: Page) -> list[str]:
    """The elements that make the page wider than the window."""
    script = """() => {
      const width = document.documentElement.clientWidth
      if (document.documentElement.scrollWidth <= width) return []
      return [...document.querySelectorAll("body *")]
        .filter((one) => one.getBoundingClientRect().right > width + 1)
        .map((one) => one.outerHTML.slice(0, 120))
    }"""
    found: list[str] = page.evaluate(script)
    return found


def test_a_big_comparison_fits(page: Page, site: Any) -> None:
    """Ten options and many criteria scroll by themselves, or become cards in a small window."""
    site.write({"comparisons/bang.yaml": big_comparison(10, 40)})
    built = site.build()
    with served(built.output / "xa") as base:
        resize(page, 1280)
        page.goto(base + "so-sanh/bang/")

        assert violations(page) == []
        assert overflow(page) == []
        head = "document.querySelector('tbody th').getBoundingClientRect().x"
        before = page.evaluate(head)
        page.evaluate("document.querySelector('.scroll').scrollTo(600, 600)")
        assert page.evaluate("document.querySelector('.scroll').scrollLeft") > 0
        assert page.evaluate(head) == before

        resize(page, 320)
        assert overflow(page) == []


def test_a_page_that_moved_is_whole(page: Page, site: Any) -> None:
    """The page at an old address breaks no rule of axe while it leads on."""
    article = site.content / "articles/dat-dai/index.vi.md"
    text = article.read_text(encoding="utf-8").replace("tags:", "aliases: [cu]\ntags:")
    site.write({"articles/dat-dai/index.vi.md": text})
    built = site.build()
    moved = built.output / "xa/cu/index.html"
    moved.write_text(
        moved.read_text(encoding="utf-8").replace("http-equiv", "data-was"), encoding="utf-8"
    )
    with served(built.output / "xa") as base:
        page.goto(base + "cu/")

        assert violations(page) == []


def test_no_index_is_too_small_to_read(page: Page, site: Any) -> None:
    """However deep one stands in another."""
    site.write({"articles/co-nho/index.vi.md": article(body=f"{'<sub>' * 8}nhỏ{'</sub>' * 8}")})
    built = site.build()
    with served(built.output / "xa") as base:
        page.goto(base + "bai-thu/")
        index = page.locator("main sub").last

        size = index.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")

    assert size >= 12


def test_the_first_key_reaches_the_skip_link(page: Page, base: str) -> None:
    """Tab shows the link past the navigation, and Enter leads to the content."""
    page.goto(base)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")

    assert skip.get_attribute("class") == "skip"
    box = skip.bounding_box()
    assert box is not None
    assert box["height"] >= 24

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_main"


def test_every_main_link_can_be_reached_on_a_phone(page: Page, base: str) -> None:
    """On a small phone the main links stand in one row that slides, each big enough for a finger.

    Whichever is brought into sight slides clear of the fade at the end of the row.
    """
    resize(page, 320)
    page.goto(base)
    links = page.locator(".nav a")
    tops = set()

    assert links.count() >= 2
    for index in range(links.count()):
        links.nth(index).evaluate(
            "one => one.scrollIntoView({block: 'nearest', inline: 'nearest'})"
        )
        box = links.nth(index).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320 - 16
        assert box["height"] >= 24
        tops.add(box["y"])
    assert len(tops) == 1


def test_the_menu_of_a_phone_begins_at_the_entry_of_the_page(page: Page, base: str) -> None:
    """Whoever looks at the list of comparisons sees its entry in the row that slides."""
    resize(page, 320)
    page.goto(f"{base}so-sanh/")
    box = page.locator(".nav [aria-current]").bounding_box()

    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320 - 40


@pytest.mark.parametrize(
    ("path", "expected"),
    [("", "Chủ nhật, ngày 22 tháng 11 năm 2026"), ("en/", "Sunday 22 November 2026")],
)
def test_the_date_line_is_today(page: Page, base: str, path: str, expected: str) -> None:
    """The script writes the visitor's day in the words of the page's language."""
    page.goto(base + path)

    assert page.locator('[data-part="today"]').inner_text() == expected
    assert page.locator('[data-part="today"]').get_attribute("datetime") == "2026-11-22"


def test_nothing_is_lost_without_the_script(
    page: Page, browser: Browser, address: Callable[[str], str]
) -> None:
    """Without JavaScript a page shows the same words, but for the date line and its buttons."""
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    for kind in ("home", "article with a pair", "comparison of five"):
        page.goto(address(kind))
        plain.goto(address(kind))
        page.locator("button:not(form button), [data-part='today']").evaluate_all(
            "all => all.forEach((one) => one.remove())"
        )

        words = page.inner_text("body")

        assert plain.inner_text("body").split() == words.split()
    context.close()


def test_the_portal_works_from_a_disk(page: Page, portals: Path) -> None:
    """Opened as a file, a page's links lead to pages, and back home."""
    page.goto((portals / PORTAL / "index.html").as_uri())
    page.locator(".nav a", has_text="So sánh").click()
    page.wait_for_url("**/so-sanh/index.html")
    assert page.locator("h1").inner_text() == "So sánh"

    page.locator(".tasks a").first.click()
    page.wait_for_url("**/so-sanh/*/index.html")
    page.locator(".brand").click()
    page.wait_for_url(f"**/{PORTAL}/index.html")


def test_directory_links_are_completed_on_a_disk(page: Page, tmp_path: Path) -> None:
    """Every form of a link to a folder gets `index.html`; other links stay as they are."""
    links = ["x/", "./", "../", "x/?q=1#b", "x/#b", "", "a.html", "#b", "https://x.example/y/"]
    anchors = "".join(f'<a href="{link}">x</a>' for link in links)
    script = (ROOT / "theme/static/portal.js").as_uri()
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "p.html").write_text(f'{anchors}<script src="{script}"></script>', encoding="utf-8")
    page.goto((folder / "p.html").as_uri())
    here = folder.as_uri()

    assert page.evaluate("[...document.links].map((link) => link.href)") == [
        f"{here}/x/index.html",
        f"{here}/index.html",
        f"{tmp_path.as_uri()}/index.html",
        f"{here}/x/index.html?q=1#b",
        f"{here}/x/index.html#b",
        f"{here}/p.html",
        f"{here}/a.html",
        f"{here}/p.html#b",
        "https://x.example/y/",
    ]


def test_the_box_leads_to_its_page_on_a_disk(page: Page, portals: Path) -> None:
    """There is no server to find the page of a folder, and none to ask for the index."""
    page.goto((portals / PORTAL / "index.html").as_uri())
    page.locator(".masthead input").fill("thuế")
    page.locator(".masthead input").press("Enter")

    expect(page.locator("h1")).to_have_text("Tìm kiếm")
    page.locator("main").get_by_role("link", name="Sơ đồ cổng").click()
    expect(page.locator("h1")).to_have_text("Sơ đồ cổng")


def test_the_box_leads_to_one_address(page: Page, base: str) -> None:
    """On a server the same as without the script."""
    page.goto(base)
    page.locator(".masthead input").fill("thuế")
    page.locator(".masthead input").press("Enter")

    page.wait_for_url("**/tim-kiem/?q=thu%E1%BA%BF")
    assert page.get_by_role("searchbox").count() == 1


@pytest.mark.parametrize("width", [320, 390])
def test_the_box_shows_what_is_written_in_big_letters(page: Page, base: str, width: int) -> None:
    """A dozen letters of twice the size, in a small window."""
    resize(page, width)
    page.goto(base)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    box = page.locator(".masthead input").bounding_box()

    assert box is not None
    assert box["width"] > 240


def test_two_options_stay_side_by_side(page: Page, address: Callable[[str], str]) -> None:
    """On a phone two options stand beside each other under the name of the criterion."""
    resize(page, 390)
    page.goto(address("comparison of two"))
    row = page.locator("tbody tr").first
    name = row.locator("th").bounding_box()
    one, two = (row.locator("td").nth(index).bounding_box() for index in range(2))

    assert name is not None
    assert one is not None
    assert two is not None
    assert one["y"] == two["y"] >= name["y"] + name["height"]
    assert one["x"] + one["width"] <= two["x"] + 1
    assert page.locator("thead th").nth(1).is_visible()


def test_three_options_become_labelled_cards(page: Page, address: Callable[[str], str]) -> None:
    """On a phone more options stand below each other, each with its name."""
    resize(page, 390)
    page.goto(address("comparison of three or four"))
    cells = page.locator("tbody tr").first.locator("td")
    boxes = [cells.nth(index).bounding_box() for index in range(cells.count())]
    label = cells.first.evaluate("(cell) => getComputedStyle(cell, '::before').content")
    tops = [box["y"] for box in boxes if box]

    assert tops == sorted(set(tops))
    assert len(tops) >= 3
    assert str(cells.first.get_attribute("data-label")) in label


def test_the_head_of_a_table_stays_in_sight(page: Page, address: Callable[[str], str]) -> None:
    """While a long table is read, the names of its options stay at the top of a wide window."""
    resize(page, 1280)
    page.goto(address("article with a pair"))
    page.set_viewport_size({"width": 1280, "height": 400})
    page.evaluate(
        "document.querySelector('tbody tr:last-child').scrollIntoView({block: 'end', behavior: 'instant'})"
    )
    box = page.locator("thead th").first.bounding_box()

    assert box is not None
    assert 0 <= box["y"] < 2


def test_paper_names_the_portal_and_the_page(page: Page, address: Callable[[str], str]) -> None:
    """In print the navigation is gone, and the sources and the page's own address are there."""
    page.goto(address("article with a pair"))
    page.emulate_media(media="print")

    assert not page.locator(".nav").is_visible()
    assert not page.locator(".side").is_visible()
    assert page.locator('[data-part="sources"]').is_visible()
    own = page.locator('link[rel="canonical"]').get_attribute("href")
    assert str(own) in page.locator(".printed").inner_text()
    code = page.locator(".printed svg").bounding_box()
    assert code is not None
    # 27 millimetres.
    assert 100 <= code["width"] == code["height"] <= 104
    assert page.locator("thead").evaluate("(head) => getComputedStyle(head).display") == (
        "table-header-group"
    )


def big_comparison(options: int, criteria: int) -> str:
    """The YAML of a comparison."""
    lines = ["title: {vi: Bảng lớn, en: Big table}", "options:"]
    lines += [f"  o{n}: {{vi: Phương án số {n}, en: Option {n}}}" for n in range(options)]
    lines += ["criteria:"]
    for row in range(criteria):
        lines += [f"  - id: c{row}", f"    label: {{vi: Tiêu chí {row}}}", "    cells:"]
        lines += [f"      o{n}: {{vi: Điều thứ {n}, source: bao}}" for n in range(options)]
    return "\n".join(lines) + "\n"
