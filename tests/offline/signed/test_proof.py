"""Each page tells of which release it is, and whether it is what was signed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from plugins.releases.keys import make_key
from plugins.releases.manifest import HEAD
from tests.conftest import Site
from tests.offline.conftest import Server, visit
from tests.offline.signed.conftest import OLD, Host

PROOF = 'details[data-part="proof"]'


def opened(page: Page) -> str:
    """What is said when somebody opens 'Verify this page'."""
    page.locator(f"{PROOF} summary").click()
    result = page.locator(f'{PROOF} [role="status"]', has_text=".")
    result.wait_for()
    return result.inner_text()


def test_a_page_says_of_which_release_it_is(page: Page, server: Server) -> None:
    """And that it is what was signed; in its own language."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    visit(page, server.address + OLD)
    vietnamese = opened(page)
    visit(page, f"{server.address}en/")
    english = opened(page)

    assert re.match(
        r"Bản phát hành số 1, lúc \d\d:\d\d ngày \d{1,2}/\d{1,2}/\d{4}, giờ Việt Nam\. ", vietnamese
    )
    assert vietnamese.endswith("Trang này đúng như đã ký.")
    assert re.match(r"Release 1, \d+ \w+ \d{4} at \d\d:\d\d, Vietnam time\. ", english)
    assert english.endswith("This page is what was signed.")
    assert said == []


def test_its_script_is_fetched_when_it_is_opened(browser: Browser, server: Server) -> None:
    """And not before, where nothing is fetched ahead."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(server.address)
    scripts = [path for path in server.asked if "/proof." in path]
    assert scripts == []
    assert "không tự kiểm tra được chữ ký" in opened(page)

    assert [path for path in server.asked if "/proof." in path] != []
    assert f"/{HEAD}" in server.asked
    context.close()


@pytest.mark.parametrize("before", ["</main>", "</aside>", "</footer>"])
def test_a_changed_page_says_so(page: Page, host: Host, server: Server, before: str) -> None:
    """Wherever something was planted in it."""
    host.plant(OLD, before)
    visit(page, server.address + OLD)

    assert "KHÔNG đúng như đã ký" in opened(page)
    visit(page, f"{server.address}bai-so-01/")
    assert "đúng như đã ký" in opened(page)


@pytest.mark.parametrize("ending", ["css", "js"])
def test_a_page_in_a_changed_dress_says_so(
    page: Page, host: Host, server: Server, ending: str
) -> None:
    """A style sheet can put words on a page that is right in itself."""
    (file,) = (host.current / "giao-dien").glob(f"portal.*.{ending}")
    file.write_text(f"{file.read_text(encoding='utf-8')}/**/", encoding="utf-8")
    page.goto(server.address + OLD)

    assert "KHÔNG đúng như đã ký" in opened(page)


def test_what_is_planted_in_the_code_for_paper_is_seen(
    page: Page, host: Host, server: Server
) -> None:
    """It may be nothing but a drawing."""
    host.plant("thu-tuc-dat-dai", "</svg>", '<a href="https://xau.example/"><text>Xem</text></a>')
    visit(page, f"{server.address}thu-tuc-dat-dai/")

    assert "KHÔNG đúng như đã ký" in opened(page)


def test_a_page_that_was_published_anew_says_so(page: Page, host: Host, server: Server) -> None:
    """It was right when it was opened; there is another now."""
    visit(page, server.address + OLD)
    host.built = "changed"
    host.release()
    assert "đã đổi sau khi bạn mở" in opened(page)
    page.reload()

    assert opened(page).endswith("Trang này đúng như đã ký.")
    assert "số 2" in page.locator(PROOF).inner_text()


def test_a_release_that_is_not_believed_is_told(page: Page, host: Host, server: Server) -> None:
    """Signed by a key that nobody knows."""
    visit(page, server.address + OLD)
    make_key(host.folder / "keys/other")
    host.key_file = host.folder / "keys/other"
    host.built = "changed"
    host.release()
    page.reload()

    assert "Đừng tin trang này" in opened(page)


def test_a_page_that_is_not_listed_says_so(page: Page, host: Host, server: Server) -> None:
    """Somebody put it there."""
    folder = host.current / "bai-la"
    folder.mkdir()
    text = (host.current / OLD / "index.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(text, encoding="utf-8")
    visit(page, f"{server.address}bai-la/")

    assert "không nằm trong số những trang đã ký" in opened(page)


def test_without_a_server_nothing_is_claimed(page: Page, server: Server) -> None:
    """The copy is shown, and that it could not be checked now."""
    visit(page, server.address + OLD)
    server.stop()
    page.goto(server.address + OLD)

    assert "chưa kiểm chứng được" in opened(page)


def test_a_copy_without_a_release_says_so(page: Page, portal: Site) -> None:
    """As it is served from the folder of a build."""
    running = Server(portal.folder / "output/xa")
    visit(page, running.address)
    found = opened(page)
    running.stop()

    assert "không được phát hành kèm chữ ký" in found


def test_without_javascript_it_says_how_to_check(browser: Browser, portal: Site) -> None:
    """The line that anybody can type, and where the files are."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    running = Server(portal.folder / "output/xa")
    page.goto(running.address)
    page.locator(f"{PROOF} summary").click()
    shown = page.locator(PROOF).inner_text()
    running.stop()
    context.close()

    assert "ssh-keygen -Y verify" in shown
    assert "release.json.sig" in shown
