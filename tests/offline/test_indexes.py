"""Readers search without a network, in an index that their device keeps as a whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Site, article
from tests.offline.conftest import Server, settle, stop_workers, until, visit
from tests.offline.test_packs import entry
from tests.offline.test_versions import kept, publish

BRIDGE = {"articles/cau/index.vi.md": article("Cầu mới", "Khánh thành cầu.", date="2026-10-25")}
NO_BRIDGE: dict[str, str | bytes | None] = {"articles/cau/index.vi.md": None}
INDEX = "tim-vi"
BUNDLE = "/ngoai-tuyen/tim-"
# The portal of these tests is a small one: this makes its index too large to be fetched unasked.
SMALL = ("const SMALL = 150000", "const SMALL = 100")


@pytest.fixture
def sparing(browser: Browser) -> Iterator[Page]:
    """A page of a reader who spares data."""
    context = browser.new_context(locale="vi-VN")
    context.add_init_script(
        "Object.defineProperty(navigator.connection, 'saveData', { get: () => true })"
    )
    yield context.new_page()
    context.close()


def make_large(portal: Site) -> None:
    """Have the worker of a portal count its index as a large one."""
    worker = portal.folder / "output/xa/sw.js"
    code = worker.read_text()
    assert SMALL[0] in code
    worker.write_text(code.replace(*SMALL))


def seek(page: Page, server: Server, words: str, folder: str = "tim-kiem/") -> list[str]:
    """The titles that a reader finds who opens the page to search; where that fails, nothing."""
    page.goto(f"{server.address}{folder}?q={words}")
    return titles(page)


def seek_more(page: Page, words: str) -> list[str]:
    """The titles that a reader finds who searches on in the same page."""
    page.locator('[data-part="search-results"]').evaluate("one => one.replaceChildren()")
    page.fill("#_words", words)
    page.press("#_words", "Enter")
    return titles(page)


def titles(page: Page) -> list[str]:
    """What was found, once it is there."""
    page.wait_for_function("""() => {
      const { textContent, dataset } = document.querySelector('[data-part="search-status"]')
      return textContent && textContent !== dataset.busy
    }""")
    return page.locator('[data-part="search-results"] h2').all_inner_texts()


def has_failed(page: Page) -> bool:
    """Whether the reader is told that the search could not be loaded."""
    status = page.locator('[data-part="search-status"]')
    return status.inner_text() == status.get_attribute("data-failed")


def indexes(page: Page) -> list[str]:
    """The indexes that the device keeps, without their sums."""
    return sorted(path.split("/")[-1].split(".")[0] for path in kept(page) if BUNDLE in path)


def asked_of_index(server: Server) -> list[str]:
    """The files of indexes that were asked for one by one."""
    files = (path for path in server.asked if path.endswith((".txt", ".json")))
    return [path for path in files if "/tim-kiem/" in path or "/search/" in path]


def test_readers_search_without_a_network_after_one_visit(page: Page, server: Server) -> None:
    """In both languages, in what one request each has brought."""
    visit(page, server.address)
    bundles = [path.split(".")[0] for path in server.asked if BUNDLE in path]
    assert sorted(bundles) == ["/ngoai-tuyen/tim-en", "/ngoai-tuyen/tim-vi"]
    assert asked_of_index(server) == []
    server.stop()

    assert seek(page, server, "tin+dau+tien") == ["Tin đầu tiên"]
    assert seek_more(page, "bai so 07")[0] == "Bài số 07"
    stop_workers(page)
    assert seek_more(page, "bai so 09")[0] == "Bài số 09"
    assert seek(page, server, "first+news", "en/search/") == ["First news"]


def test_without_an_index_a_reader_is_told_what_to_do(sparing: Page, server: Server) -> None:
    """The control: who spares data has none, and the way to keep one stands on the page."""
    sparing.goto(f"{server.address}tim-kiem/")
    settle_sparing(sparing)
    seek(sparing, server, "tin")
    server.stop()

    assert indexes(sparing) == []
    assert seek(sparing, server, "tin") == []
    assert has_failed(sparing)
    assert "hãy lưu phần tìm kiếm vào máy" in sparing.inner_text('[data-part="search-status"]')
    assert sparing.locator('main a[href$="ngoai-tuyen/"]').is_visible()


def settle_sparing(page: Page) -> None:
    """Wait until the worker has taken what the portal says, as far as one who spares data does."""
    until(
        page,
        """async () => {
      const { scope } = await navigator.serviceWorker.ready
      const cache = await caches.open(`portal ${new URL(scope).pathname} state`)
      const state = await (await cache.match(`${scope}ngoai-tuyen/state`))?.json()
      const known = await fetch(`${scope}ngoai-tuyen/ban.dat`, { cache: "no-cache" })
      const stream = known.body.pipeThrough(new DecompressionStream("deflate-raw"))
      return state?.version?.sum === (await new Response(stream).json()).sum
    }""",
    )


def test_an_index_follows_what_is_published(page: Page, portal: Site, server: Server) -> None:
    """One request replaces it as a whole; what is withdrawn is in nothing that the device keeps."""
    publish(portal, {**BRIDGE})
    visit(page, server.address)
    publish(portal, NO_BRIDGE)
    server.asked.clear()
    visit(page, server.address)

    assert [path.split(".")[0] for path in server.asked if f"{BUNDLE}vi" in path] == [
        "/ngoai-tuyen/tim-vi"
    ]
    assert indexes(page) == ["tim-en", "tim-vi"]
    server.stop()
    assert "Cầu mới" not in seek(page, server, "cau+moi")
    assert seek(page, server, "bai+so+07")[0] == "Bài số 07"


def test_without_a_change_no_index_is_fetched(page: Page, server: Server) -> None:
    """The control."""
    visit(page, server.address)
    server.asked.clear()
    visit(page, server.address)

    assert not [path for path in server.asked if BUNDLE in path]


def test_nothing_that_a_query_fetched_is_kept_besides(page: Page, server: Server) -> None:
    """Texts that are withdrawn later would stay in it."""
    visit(page, server.address)
    seek(page, server, "bai")

    assert not [path for path in kept(page) if path.endswith((".txt", "index.json"))]


def test_files_of_two_indexes_never_meet_in_a_page(
    page: Page, portal: Site, server: Server
) -> None:
    """A page goes on in the index with which it has begun, or begins anew with the next."""
    publish(portal, {**BRIDGE})
    visit(page, server.address)
    assert seek(page, server, "cau+moi")[0] == "Cầu mới"
    settle(page)
    publish(portal, NO_BRIDGE)
    server.asked.clear()
    assert seek_more(page, "bai so 07")[0] == "Bài số 07"
    assert [path for path in asked_of_index(server) if "index.json" not in path] == []
    other = page.context.new_page()
    visit(other, server.address)

    assert seek_more(page, "gioi thieu") == []
    assert has_failed(page)
    assert seek_more(page, "gioi thieu") == ["Giới thiệu"]
    assert "Cầu mới" not in seek_more(page, "cau moi")


def test_a_new_index_on_the_network_is_searched_there(
    page: Page, portal: Site, server: Server
) -> None:
    """Though the device still keeps the old one."""
    visit(page, server.address)
    publish(portal, {**BRIDGE})
    server.cut.add(BUNDLE)

    assert seek(page, server, "cau+moi")[0] == "Cầu mới"
    assert asked_of_index(server)


def test_a_large_index_is_kept_when_a_reader_asks_for_it(
    page: Page, portal: Site, server: Server
) -> None:
    """Its size stands beside it; it is brought up to date, and goes for good when removed."""
    make_large(portal)
    visit(page, f"{server.address}ngoai-tuyen/")
    line = page.locator(entry(INDEX))
    (file,) = (portal.folder / "output/xa/ngoai-tuyen").glob("tim-vi.*.dat")
    amount = line.locator('[data-part="amount"]').inner_text()
    assert amount.startswith("Cần tải ")
    assert float(amount.split()[2].replace(",", ".")) == round(file.stat().st_size / 1000, 1)
    assert indexes(page) == []
    line.locator('[data-part="keep"]').click()
    line.locator('[data-part="has"]').wait_for()
    publish(portal, {**BRIDGE})
    make_large(portal)
    visit(page, server.address)
    assert indexes(page) == [INDEX]
    server.stop()
    assert seek(page, server, "cau+moi")[0] == "Cầu mới"
    server.start()
    visit(page, f"{server.address}ngoai-tuyen/")
    line.locator('[data-part="drop"]').click()
    line.locator('[data-part="keep"]').wait_for()
    visit(page, server.address)
    assert indexes(page) == []


def test_a_small_index_that_was_removed_stays_away(page: Page, server: Server) -> None:
    """And can be kept again."""
    visit(page, f"{server.address}ngoai-tuyen/")
    line = page.locator(entry(INDEX))
    line.locator('[data-part="drop"]').click()
    line.locator('[data-part="keep"]').wait_for()
    visit(page, f"{server.address}ngoai-tuyen/")
    assert indexes(page) == ["tim-en"]
    line.locator('[data-part="keep"]').click()
    line.locator('[data-part="has"]').wait_for()

    assert indexes(page) == ["tim-en", "tim-vi"]


def test_who_removes_the_whole_portal_goes_on_searching(page: Page, server: Server) -> None:
    """Nothing is offered to be removed as the whole portal while only the search is kept."""
    visit(page, f"{server.address}ngoai-tuyen/")
    whole = page.locator('[data-packs^="vi "]')
    assert page.locator(f'{entry(INDEX)} [data-part="drop"]').is_visible()
    assert not whole.locator('[data-part="drop"]').is_visible()
    whole.locator('[data-part="keep"]').click()
    whole.locator('[data-part="has"]').wait_for()
    whole.locator('[data-part="drop"]').click()
    whole.locator('[data-part="keep"]').wait_for()
    visit(page, server.address)

    assert indexes(page) == ["tim-en", "tim-vi"]
    assert "/bai-so-00/" not in kept(page)


def test_the_whole_portal_has_the_index_of_its_language(
    page: Page, portal: Site, server: Server
) -> None:
    """Also where it is large; its name says which language that is."""
    make_large(portal)
    visit(page, f"{server.address}ngoai-tuyen/")
    whole = page.locator('[data-packs^="vi "]')
    assert whole.locator("h3").inner_text() == "Toàn bộ cổng bằng tiếng Việt"
    whole.locator('[data-part="keep"]').click()
    whole.locator('[data-part="has"]').wait_for()
    assert indexes(page) == [INDEX]
    server.stop()

    assert seek(page, server, "bai+so+07")[0] == "Bài số 07"


def test_who_spares_data_keeps_the_index_that_was_asked_for(
    sparing: Page, portal: Site, server: Server
) -> None:
    """And has it brought up to date; no other is fetched."""
    sparing.goto(f"{server.address}ngoai-tuyen/")
    line = sparing.locator(entry(INDEX))
    line.locator('[data-part="keep"]').click()
    line.locator('[data-part="has"]').wait_for()
    publish(portal, {**BRIDGE})
    sparing.goto(server.address)
    settle_sparing(sparing)
    assert indexes(sparing) == [INDEX]
    server.stop()

    assert seek(sparing, server, "cau+moi")[0] == "Cầu mới"


def test_an_index_that_breaks_off_leaves_the_old_one(
    page: Page, portal: Site, server: Server
) -> None:
    """Half of a new one is nothing; the next contact brings all of it."""
    visit(page, server.address)
    publish(portal, {**BRIDGE})
    server.cut.add(BUNDLE)
    server.asked.clear()
    page.goto(server.address)
    while not [path for path in server.asked if BUNDLE in path]:
        page.wait_for_timeout(50)
    server.cut.clear()
    server.stop()
    assert seek(page, server, "bai+so+07")[0] == "Bài số 07"
    server.start()
    visit(page, server.address)
    server.stop()
    assert seek(page, server, "cau+moi")[0] == "Cầu mới"
