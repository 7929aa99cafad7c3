"""A window that is open hears what becomes of its page, whichever window brings the news."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from tests.conftest import Site
from tests.offline.conftest import Server, stop_workers, until, visit
from tests.offline.test_versions import CHANGED, OLD, kept, publish

NEW: dict[str, str | bytes | None] = {"articles/bai-00/index.vi.md": CHANGED}
GONE: dict[str, str | bytes | None] = {"articles/bai-00/index.vi.md": None}


@pytest.fixture
def reader(page: Page, server: Server) -> Page:
    """A window that shows an article."""
    visit(page, server.address + OLD)
    return page


def notice(page: Page, name: str) -> Locator:
    """What a window says of its page."""
    return page.locator(f'[data-part="{name}"]')


def come_back(page: Page) -> None:
    """What a browser does when its reader comes back to a window."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def get_network(page: Page) -> None:
    """What a browser does when there is a network again."""
    page.evaluate("dispatchEvent(new Event('online'))")


@pytest.mark.parametrize("path", ["bai-so-01/", OLD])
def test_a_window_hears_what_another_one_fetched(
    reader: Page, portal: Site, server: Server, path: str
) -> None:
    """Whether that shows another page, or the same one, which it got as it is now."""
    publish(portal, NEW)
    other = reader.context.new_page()
    visit(other, server.address + path)
    notice(reader, "renewed").wait_for()

    assert "Nội dung 0." in reader.inner_text("main")
    assert not notice(other, "renewed").is_visible()


@pytest.mark.parametrize("happens", [come_back, get_network])
def test_a_window_hears_by_itself_when_it_is_seen_again(
    reader: Page, portal: Site, happens: Callable[[Page], None]
) -> None:
    """No other window needs to be opened, and none of the worker's memory is needed."""
    publish(portal, NEW)
    stop_workers(reader)
    happens(reader)

    notice(reader, "renewed").wait_for()


def test_a_window_that_slept_hears_what_came_meanwhile(
    reader: Page, portal: Site, server: Server
) -> None:
    """The news that another window brought did not reach it."""
    reader.evaluate("navigator.serviceWorker.onmessage = null")
    publish(portal, NEW)
    other = reader.context.new_page()
    visit(other, server.address + OLD)
    assert not notice(reader, "renewed").is_visible()
    reader.evaluate("""() => {
      navigator.serviceWorker.addEventListener("message", ({ data }) => {
        if (data.renewed) document.querySelector('[data-part="renewed"]').hidden = false
      })
    }""")
    come_back(reader)

    notice(reader, "renewed").wait_for()


def test_without_a_change_a_window_hears_nothing(reader: Page, server: Server) -> None:
    """The control: not from another window, nor when it is seen again."""
    other = reader.context.new_page()
    visit(other, server.address + OLD)
    server.asked.clear()
    come_back(reader)
    while "/ngoai-tuyen/ban.dat" not in server.asked:
        reader.wait_for_timeout(50)
    visit(other, f"{server.address}bai-so-01/")

    assert not notice(reader, "renewed").is_visible()
    assert not notice(reader, "withdrawn").is_visible()


@pytest.mark.parametrize("path", ["bai-so-01/", OLD])
def test_a_window_hears_that_its_page_is_withdrawn(
    reader: Page, portal: Site, server: Server, path: str
) -> None:
    """And the device keeps it no longer, though a window still shows it and is seen again."""
    publish(portal, GONE)
    other = reader.context.new_page()
    other.goto(server.address + path)
    notice(reader, "withdrawn").wait_for()
    come_back(reader)
    visit(other, f"{server.address}bai-so-02/")

    assert f"/{OLD}" not in kept(reader)
    assert not notice(reader, "renewed").is_visible()
    assert not notice(other, "withdrawn").is_visible()


def test_a_window_finds_out_by_itself_that_its_page_is_withdrawn(
    reader: Page, portal: Site
) -> None:
    """When it is seen again."""
    publish(portal, GONE)
    come_back(reader)

    notice(reader, "withdrawn").wait_for()


def test_who_spares_data_hears_of_a_change_too(page: Page, portal: Site, server: Server) -> None:
    """Nothing is fetched for that but what the portal says of itself."""
    page.add_init_script(
        "Object.defineProperty(navigator.connection, 'saveData', { get: () => true })"
    )
    page.goto(server.address + OLD)
    until(page, "() => caches.match(location.href)")
    publish(portal, NEW)
    server.asked.clear()
    come_back(page)
    notice(page, "renewed").wait_for()

    assert not [path for path in server.asked if path.endswith("/")]


def test_a_portal_that_is_switched_off_leaves_open_windows_as_they_are(
    reader: Page, portal: Site, server: Server
) -> None:
    """What they show stays; the worker and all that it kept is gone, and nothing comes again."""
    settings = (portal.folder / "content/portals/xa/portal.yaml").read_text()
    publish(portal, {"portals/xa/portal.yaml": f"{settings}offline: false\n"})
    other = reader.context.new_page()
    other.goto(server.address)
    until(
        other,
        """async () =>
      !(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length""",
    )
    come_back(reader)
    assert "Nội dung 0." in reader.inner_text("main")
    reader.locator(".brand").click()
    reader.wait_for_url(server.address)

    assert reader.evaluate("caches.keys()") == []
