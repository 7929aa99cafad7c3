"""A category, or the whole portal, is kept when its reader asks for it, and removed again."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.conftest import PNG, Site, article
from tests.offline.conftest import Server, stop_workers, visit
from tests.offline.test_versions import kept, pages_asked, publish

LAND = "vi-dat-dai"
GENERAL = "vi-tin"


def entry(name: str) -> str:
    """What finds a pack on the offline page."""
    return f'[data-packs="{name}"]'


def keep(page: Page, server: Server, name: str) -> None:
    """Open the offline page, and have a pack kept."""
    visit(page, f"{server.address}ngoai-tuyen/")
    page.locator(f'{entry(name)} [data-part="keep"]').click()
    page.locator(f'{entry(name)} [data-part="has"]').wait_for()


def test_a_category_is_kept_in_one_request(page: Page, server: Server) -> None:
    """All of its pages can be read then, and none of another category."""
    visit(page, f"{server.address}ngoai-tuyen/")
    server.asked.clear()
    page.locator(f'{entry(GENERAL)} [data-part="keep"]').click()
    page.locator(f'{entry(GENERAL)} [data-part="has"]').wait_for()

    asked = [path for path in server.asked if path != "/ngoai-tuyen/ban.dat"]
    assert [path.split(".")[0] for path in asked] == [
        f"/ngoai-tuyen/goi-{GENERAL}",
        "/ngoai-tuyen/khung-vi",
    ]
    server.stop()
    for number in range(20):
        response = page.goto(f"{server.address}bai-so-{number:02}/")
        assert response is not None
        assert response.status == 200
        assert page.locator("h1").inner_text() == f"Bài số {number:02}"
    response = page.goto(f"{server.address}the/so-do/")
    assert response is not None
    assert response.status == 503


def test_a_page_of_a_pack_is_the_page_that_is_served(page: Page, server: Server) -> None:
    """Byte for byte: the worker puts in what the build puts in, but for the code for paper."""
    keep(page, server, f"vi {LAND} {GENERAL} tim-vi")
    different = page.evaluate("""async () => {
      const different = []
      for (const name of (await caches.keys()).filter((name) => name.includes(" pack "))) {
        const cache = await caches.open(name)
        for (const { url } of await cache.keys()) {
          const there = await (await fetch(url)).text()
          const read = there.replace(/<svg class="code".*<\\/svg>/, "")
          if (await (await cache.match(url)).text() !== read) different.push(url)
        }
      }
      return different
    }""")
    packs = [path for path in kept(page) if path.endswith("/")]

    assert different == []
    assert len(packs) > 35


def test_the_size_is_named_before_anything_is_fetched(
    page: Page, portal: Site, server: Server
) -> None:
    """It is that of the file; what is kept is said, and what is there of it."""
    visit(page, f"{server.address}ngoai-tuyen/")
    pack = page.locator(entry(GENERAL))
    (file,) = (portal.folder / "output/xa/ngoai-tuyen").glob(f"goi-{GENERAL}.*.dat")

    shown = pack.locator('[data-part="amount"]').inner_text()
    assert shown.startswith("23 trang, cần tải ")
    assert float(shown.split()[-2].replace(",", ".")) == round(file.stat().st_size / 1000, 1)
    assert not pack.locator('[data-part="has"]').is_visible()
    assert not pack.locator('[data-part="drop"]').is_visible()
    assert not [path for path in server.asked if "goi-" in path]


def test_progress_is_shown(page: Page, server: Server) -> None:
    """The bar is as long as all that is fetched, and full in the end."""
    visit(page, f"{server.address}ngoai-tuyen/")
    page.evaluate("""() => {
      window.seen = []
      const bar = document.querySelector('[data-packs^="vi "] progress')
      new MutationObserver(() => window.seen.push([bar.hidden, bar.value, bar.max]))
        .observe(bar, { attributes: true })
    }""")
    page.locator('[data-packs^="vi "] [data-part="keep"]').click()
    page.locator('[data-packs^="vi "] [data-part="has"]').wait_for()
    seen = page.evaluate("window.seen")

    assert [value for hidden, value, most in seen if not hidden and value == most]
    assert seen[-1][0]


def test_a_pack_is_removed(page: Page, server: Server) -> None:
    """Its pages go with it, those that were visited stay."""
    visit(page, f"{server.address}bai-so-00/")
    keep(page, server, GENERAL)
    page.locator(f'{entry(GENERAL)} [data-part="drop"]').click()
    page.locator(f'{entry(GENERAL)} [data-part="keep"]').wait_for()

    left = kept(page)
    assert "/bai-so-01/" not in left
    assert "/bai-so-00/" in left


def test_a_kept_category_follows_what_is_published(
    page: Page, portal: Site, server: Server
) -> None:
    """A new article comes, a changed one is fetched, a withdrawn one goes, nothing else is asked."""
    keep(page, server, GENERAL)
    publish(
        portal,
        {
            "articles/bai-00/index.vi.md": article("Bài số 00", "Đã sửa.", date="2026-10-01"),
            "articles/bai-01/index.vi.md": None,
            "articles/them/index.vi.md": article("Bài thêm", "Mới thêm.", date="2026-10-05"),
        },
    )
    pages_asked(server)
    visit(page, f"{server.address}bai-so-03/")
    fetched = pages_asked(server)

    assert {path for path in fetched if "bai-" in path} == {
        "/bai-so-00/",
        "/bai-so-03/",
        "/bai-them/",
    }
    left = kept(page)
    assert "/bai-so-01/" not in left
    assert "/bai-them/" in left
    server.stop()
    page.goto(f"{server.address}bai-so-00/")
    assert "Đã sửa." in page.inner_text("main")


def test_a_pack_holds_the_pictures_of_its_pages(page: Page, portal: Site, server: Server) -> None:
    """They are shown without the server."""
    publish(
        portal,
        {
            "articles/anh/index.vi.md": article("Bài có ảnh", "![Trụ sở]({static}anh.png)"),
            "articles/anh/anh.png": PNG,
        },
    )
    keep(page, server, GENERAL)
    server.stop()
    page.goto(f"{server.address}bai-co-anh/")

    assert page.locator("main img").evaluate("one => one.naturalWidth") == 8


def test_a_pack_that_cannot_be_fetched_is_not_kept(page: Page, server: Server) -> None:
    """Its reader is told, and may try again."""
    visit(page, f"{server.address}ngoai-tuyen/")
    server.stop()
    pack = page.locator(entry(GENERAL))
    pack.locator('[data-part="keep"]').click()
    pack.locator('[data-part="failed"]').wait_for()
    assert not pack.locator('[data-part="has"]').is_visible()
    server.start()
    pack.locator('[data-part="keep"]').click()
    pack.locator('[data-part="has"]').wait_for()

    assert not pack.locator('[data-part="failed"]').is_visible()


def test_a_download_whose_worker_is_gone_is_told(page: Page, portal: Site, server: Server) -> None:
    """Its reader is not left before a bar that stands still, and may go on."""
    page.clock.install()
    visit(page, f"{server.address}ngoai-tuyen/")
    (file,) = (portal.folder / "output/xa/ngoai-tuyen").glob(f"goi-{GENERAL}.*.dat")
    server.slow.add(f"/ngoai-tuyen/{file.name}")
    pack = page.locator(entry(GENERAL))
    pack.locator('[data-part="keep"]').click()
    stop_workers(page)
    server.slow.clear()
    page.clock.fast_forward(61_000)
    pack.locator('[data-part="failed"]').wait_for()
    pack.locator('[data-part="keep"]').click()
    pack.locator('[data-part="has"]').wait_for()

    assert not pack.locator('[data-part="failed"]').is_visible()


def test_a_pack_that_breaks_off_leaves_nothing_behind(page: Page, server: Server) -> None:
    """Its reader is told, and what was kept before is all there."""
    keep(page, server, LAND)
    before = kept(page)
    server.cut.add(f"/ngoai-tuyen/goi-{GENERAL}")
    pack = page.locator(entry(GENERAL))
    pack.locator('[data-part="keep"]').click()
    pack.locator('[data-part="failed"]').wait_for()

    assert sorted(kept(page)) == sorted(before)
    assert not pack.locator('[data-part="full"]').is_visible()
    server.cut.clear()
    pack.locator('[data-part="keep"]').click()
    pack.locator('[data-part="has"]').wait_for()
    assert len(kept(page)) > len(before)


def test_a_pack_for_which_there_is_no_room_leaves_nothing_behind(
    page: Page, server: Server
) -> None:
    """Its reader is told that it is the room, and what was kept before is all there."""
    keep(page, server, LAND)
    before = kept(page)
    session = page.context.new_cdp_session(page)
    quota = {"origin": server.address.rstrip("/"), "quotaSize": 1}
    session.send("Storage.overrideQuotaForOrigin", quota)
    pack = page.locator(entry(GENERAL))
    pack.locator('[data-part="keep"]').click()
    pack.locator('[data-part="full"]').wait_for()

    assert sorted(kept(page)) == sorted(before)
    assert not pack.locator('[data-part="failed"]').is_visible()
    assert page.locator(f'{entry(LAND)} [data-part="has"]').is_visible()
    session.send("Storage.overrideQuotaForOrigin", {"origin": quota["origin"]})
    pack.locator('[data-part="keep"]').click()
    pack.locator('[data-part="has"]').wait_for()


def test_a_worker_that_is_stopped_in_the_middle_leaves_nothing_behind(
    page: Page, server: Server
) -> None:
    """Not even what it had unpacked: nobody would bring that up to date. It can be tried again."""
    visit(page, f"{server.address}ngoai-tuyen/")
    (path,) = page.evaluate("""async () => {
      const cache = await caches.open("portal / pack vi-tin")
      await cache.put("/bai-so-01/", new Response("half"))
      return (await cache.keys()).map(({ url }) => new URL(url).pathname)
    }""")
    assert path in kept(page)
    server.cut.add(f"/ngoai-tuyen/goi-{GENERAL}")
    page.locator(f'{entry(GENERAL)} [data-part="keep"]').click()
    stop_workers(page)
    server.cut.clear()
    visit(page, f"{server.address}ngoai-tuyen/")

    assert path not in kept(page)
    keep(page, server, GENERAL)
    assert path in kept(page)


def test_what_the_device_keeps_is_listed_without_a_network(page: Page, server: Server) -> None:
    """Each page with its title in its language, as a link."""
    visit(page, f"{server.address}en/bai-so-00/")
    visit(page, f"{server.address}bai-so-00/")
    server.stop()
    page.goto(f"{server.address}en/none/")
    links = page.locator('[data-part="copies"] a')
    links.first.wait_for()
    assert links.filter(has_text="Bài số 00").evaluate_all("all => all.map(one => one.lang)") == [
        "vi",
        "vi",
    ]
    assert links.filter(has_text="Site map").get_attribute("lang") == "en"
    page.goto(f"{server.address}khong/co/")
    page.locator('[data-part="copies"] a', has_text="Bài số 00").last.click()
    page.wait_for_url(f"{server.address}bai-so-00/")

    assert page.locator("h1").inner_text() == "Bài số 00"
