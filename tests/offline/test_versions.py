"""What a device keeps is brought up to date page by page, and loses what is no longer published."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import BrowserContext, Page

from tests.conftest import Site, article
from tests.offline.conftest import NEWS, Server, visit

OLD = "bai-so-00/"
CHANGED = article("Bài số 00", "Nội dung đã sửa.", date="2026-10-01")


def publish(portal: Site, files: Mapping[str, str | bytes | None], clock: str = "") -> None:
    """Change the content and publish the portal anew."""
    portal.write(files)
    done = portal.build(clock=clock) if clock else portal.build()
    assert done.code == 0, done.stderr


def pages_asked(server: Server) -> set[str]:
    """The pages that were asked for since this was last called."""
    asked = {path for path in server.asked if path.endswith("/")}
    server.asked.clear()
    return asked


def test_a_changed_article_is_fetched_and_no_page_besides(
    page: Page, portal: Site, server: Server
) -> None:
    """The worker fetches it as soon as any page of the portal is opened with a network."""
    visit(page, server.address + OLD)
    visit(page, f"{server.address}bai-so-01/")
    publish(portal, {"articles/bai-00/index.vi.md": CHANGED})
    pages_asked(server)
    visit(page, f"{server.address}bai-so-01/")

    assert pages_asked(server) == {"/bai-so-01/", f"/{OLD}"}
    server.stop()
    page.goto(server.address + OLD)
    assert "Nội dung đã sửa." in page.inner_text("main")


def test_without_a_change_nothing_is_fetched(page: Page, server: Server) -> None:
    """The control: whoever opens a page gets that page, and the word that all is the same."""
    visit(page, server.address + OLD)
    server.asked.clear()
    visit(page, server.address + OLD)

    assert [path for path in server.asked if path.endswith("/")] == [f"/{OLD}"]
    assert [path for path in server.asked if path.endswith(".dat")] == ["/ngoai-tuyen/ban.dat"]


def test_a_new_headline_fetches_the_lists_in_which_it_stands(
    page: Page, portal: Site, server: Server
) -> None:
    """Not the pages that show it beside their own words: they keep the old one until visited."""
    for path in (OLD, "bai-so-01/", "tin-tuc/"):
        visit(page, server.address + path)
    publish(portal, {"news/2026/tin/index.vi.md": NEWS.replace("đầu tiên", "đổi tên")})
    pages_asked(server)
    visit(page, f"{server.address}bai-so-01/")
    fetched = pages_asked(server)

    assert "/tin-tuc/" in fetched
    assert f"/{OLD}" not in fetched
    assert {path for path in fetched if path.startswith("/bai-so-")} == {"/bai-so-01/"}
    server.stop()
    page.goto(f"{server.address}bai-so-01/")
    assert "Tin đổi tên" in page.inner_text("aside")
    page.goto(server.address + OLD)
    assert "Tin đầu tiên" in page.inner_text("aside")


def test_what_is_not_translated_stays(page: Page, portal: Site, server: Server) -> None:
    """And so does a page at an old address, though neither stands in the sitemap."""
    text = article("Bài số 00", aliases="[cu]", date="2026-10-01")
    publish(portal, {"articles/bai-00/index.vi.md": text})
    visit(page, f"{server.address}en/{OLD}")
    page.goto(f"{server.address}cu/")
    page.wait_for_url(server.address + OLD)
    publish(portal, {"articles/bai-01/index.vi.md": None})
    visit(page, server.address)

    assert {"/cu/", f"/en/{OLD}"} <= set(kept(page))


def test_a_withdrawn_article_leaves_the_device(page: Page, portal: Site, server: Server) -> None:
    """At the next contact, whichever page is opened then."""
    visit(page, server.address + OLD)
    visit(page, f"{server.address}bai-so-01/")
    publish(portal, {"articles/bai-00/index.vi.md": None})
    visit(page, f"{server.address}bai-so-01/")
    server.stop()
    response = page.goto(server.address + OLD)

    assert response is not None
    assert response.status == 503


def test_an_expired_article_leaves_with_its_picture(
    page: Page, portal: Site, server: Server
) -> None:
    """Nothing was written anew: its time has passed."""
    body = "![Trụ sở]({static}anh.svg)"
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    )
    ending = article("Bài có hạn", body, expires="2026-11-25")
    publish(
        portal,
        {"articles/han/index.vi.md": ending, "articles/han/anh.svg": drawing},
    )
    visit(page, f"{server.address}bai-co-han/")
    (picture,) = (portal.folder / "output/xa/tep").iterdir()
    assert f"/tep/{picture.name}" in kept(page)
    publish(portal, {}, clock="2026-11-26T12:00")
    visit(page, f"{server.address}bai-so-01/")

    assert not {"/bai-co-han/", f"/tep/{picture.name}"} & set(kept(page))


def kept(page: Page) -> list[str]:
    """The paths of all that the device keeps."""
    found: list[str] = page.evaluate("""async () => {
      const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
      const keys = await Promise.all(opened.map((one) => one.keys()))
      return keys.flat().map(({ url }) => new URL(url).pathname)
    }""")
    return found


def test_a_new_version_is_announced_to_who_reads_the_old_one(
    page: Page, context: BrowserContext, portal: Site, server: Server
) -> None:
    """What is open stays as it is until its reader asks for the new version."""
    visit(page, server.address + OLD)
    assert not page.locator('[data-part="renewed"]').is_visible()
    publish(portal, {"articles/bai-00/index.vi.md": CHANGED})
    other = context.new_page()
    visit(other, f"{server.address}bai-so-01/")
    page.locator('[data-part="renewed"]').wait_for()

    assert "Nội dung 0." in page.inner_text("main")
    assert not other.locator('[data-part="renewed"]').is_visible()
    page.locator('[data-part="renewed"] a').click()
    page.get_by_text("Nội dung đã sửa.").wait_for()
    assert not page.locator('[data-part="renewed"]').is_visible()


def test_an_update_that_breaks_off_is_taken_up_again(
    page: Page, portal: Site, server: Server
) -> None:
    """A version counts as taken when all of its pages are."""
    visit(page, server.address + OLD)
    visit(page, f"{server.address}bai-so-01/")
    publish(portal, {"articles/bai-00/index.vi.md": CHANGED})
    server.broken.add(f"/{OLD}")
    server.asked.clear()
    page.goto(f"{server.address}bai-so-01/")
    while f"/{OLD}" not in server.asked:
        page.wait_for_timeout(50)
    server.broken.clear()
    visit(page, f"{server.address}bai-so-01/")
    server.stop()
    page.goto(server.address + OLD)

    assert "Nội dung đã sửa." in page.inner_text("main")
