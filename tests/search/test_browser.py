"""What readers find, in a browser under the strictest policy."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import brotli
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import CONTENT, Site, article

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"
)
TEXTS = {
    "articles/cpdt/index.vi.md": article("Chính phủ điện tử là gì", "Một bài về cơ quan."),
    "articles/cpdt/index.en.md": article("What is e-government", "A text about agencies."),
    "articles/phu/index.vi.md": article("Chuyện khác", "Chính sách của tỉnh, phủ xanh đồi trọc."),
    "articles/thue/index.vi.md": article("Nộp thuế nhà đất", "Hạn nộp."),
    "articles/thue-nha/index.vi.md": article("Hợp đồng thuê nhà", "Có mẫu."),
    "articles/hoa/index.vi.md": article("Khu phố hòa thuận", "Tổ hòa giải."),
    "articles/qd/index.vi.md": article("Chiến lược mới", "Theo Quyết định số 942/QĐ-TTg ở đây."),
    "articles/cau/index.vi.md": article(
        "Sửa cầu", "Xe &lt;b&gt;nặng&lt;/b&gt; không qua cầu treo."
    ),
    "articles/tam/index.vi.md": article("Nghề cũ", "Trồng dâu nuôi tằm ở xã."),
    "articles/buoi/index.vi.md": article("Vườn bưởi", "Mỗi buổi sáng đi qua vườn bưởi."),
    "articles/dia/index.vi.md": article("Đổi địa chỉ", "Nơi đặt bảng tên."),
    "articles/dat/index.vi.md": article("Hồ sơ đất đai", "Xem đất đai ở địa bàn."),
    "articles/nhap/index.vi.md": article("Bản nháp zulu", status="draft"),
    "articles/mai/index.vi.md": article("Hẹn giờ zulu", date="2026-12-24"),
    "articles/cu/index.vi.md": article("Hết hạn zulu", expires="2026-11-02"),
    "news/2025/tin/index.vi.md": article("Họp tổ", "Tiếp dân.", sources="", date="2025-05-06"),
    **{
        f"articles/nhieu-{number}/index.vi.md": article(f"Lịch tiêm chủng đợt {number}", "Trạm.")
        for number in range(14)
    },
}


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under the policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder, so that the portal stands on a path of its host."""
    site = Site(tmp_path_factory.mktemp("site")).write(CONTENT).write(TEXTS)
    done = site.build()
    assert done.code == 0, done.stderr
    return done.output


@pytest.fixture(scope="module")
def base(output: Path) -> Iterator[str]:
    """The address of the portal."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/xa/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that says nothing on its console."""
    said: list[str] = []
    context = browser.new_context(locale="vi-VN")
    opened = context.new_page()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert said == []


@pytest.fixture
def find(page: Page, base: str) -> Callable[..., list[str]]:
    """What gives the titles that are found, in their order."""

    def finding(query: str, folder: str = "tim-kiem/", more: str = "") -> list[str]:
        page.goto(f"{base}{folder}?q={quote(query)}{more}")
        answered(page)
        return page.locator("[data-part='search-results'] h2").all_inner_texts()

    return finding


def answered(page: Page) -> None:
    """Wait until the page tells how much was found."""
    status = page.locator("[data-part='search-status']")
    expect(status).not_to_have_text("")
    expect(status).not_to_have_text(status.get_attribute("data-busy") or "")


def said(page: Page) -> list[str]:
    """What the page tells, line by line."""
    lines = page.locator("[data-part='search-status']").inner_text().split("\n")
    return [line for line in lines if line]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("chinh phu dien tu", "Chính phủ điện tử là gì"),
        ("Chính Phủ Điện Tử", "Chính phủ điện tử là gì"),
        (unicodedata.normalize("NFD", "chính phủ điện tử"), "Chính phủ điện tử là gì"),
        ("chính phủu điện tử", "Chính phủ điện tử là gì"),
        ("hoà thuận", "Khu phố hòa thuận"),
        ("hòa thuận", "Khu phố hòa thuận"),
        ("hoa thuan", "Khu phố hòa thuận"),
        ("942/QĐ-TTg", "Chiến lược mới"),
        ("942 qd ttg", "Chiến lược mới"),
        ("942", "Chiến lược mới"),
        ("khong qua cau treo", "Sửa cầu"),
        ("lich tiem chunng dot 7", "Lịch tiêm chủng đợt 7"),
        ("khong mat phi", "Bảng mẫu"),
        ("tuu", "Chính phủ điện tử là gì"),
        ("hopp ttoo", "Họp tổ"),
        ("chinhphu dientu", "Chính phủ điện tử là gì"),
        ("quyếtđịnh", "Chiến lược mới"),
        ("khu phố hoàthuận", "Khu phố hòa thuận"),
        ("khuphốhòathuận", "Khu phố hòa thuận"),
        ("#ChinhPhuDienTu", "Chính phủ điện tử là gì"),
        ("nopthuenhadat.gov.vn", "Nộp thuế nhà đất"),
        ("lichtiemchungdot 7", "Lịch tiêm chủng đợt 7"),
        ("hoaf thuaanj", "Khu phố hòa thuận"),
        ("quye61t d9inh5 942", "Chiến lược mới"),
        ("ddieejn tuwr", "Chính phủ điện tử là gì"),
        ("thuna", "Khu phố hòa thuận"),
        ("nuooi tqm", "Nghề cũ"),
    ],
)
def test_a_text_is_found_however_it_is_asked_for(
    find: Callable[..., list[str]], query: str, title: str
) -> None:
    """Without marks, with letters and marks apart, with the tone elsewhere, with a letter wrong.

    Words may be short, joined, with letters swapped, or as Telex and VNI leave them undone.
    """
    assert find(query)[0] == title


@pytest.mark.parametrize(
    ("query", "first"), [("thuế", "Nộp thuế nhà đất"), ("thuê", "Hợp đồng thuê nhà")]
)
def test_the_same_marks_come_first(find: Callable[..., list[str]], query: str, first: str) -> None:
    """The others are found too, as people err in marks."""
    assert find(query)[0] == first
    assert set(find(query)) == {"Nộp thuế nhà đất", "Hợp đồng thuê nhà"}


def test_a_phrase_is_found_as_it_stands(find: Callable[..., list[str]]) -> None:
    """In quotation marks, with marks or without; its words alone are not enough."""
    assert find('"chính phủ"') == ["Chính phủ điện tử là gì"]
    assert find('"chinh phu"') == ["Chính phủ điện tử là gì"]
    assert "Chuyện khác" in find("chinh phu")
    assert find('"phủ chính"') == []


@pytest.mark.parametrize("folder", ["tim-kiem/", "en/search/"])
def test_what_is_not_shown_is_not_found(find: Callable[..., list[str]], folder: str) -> None:
    """No draft, nothing that is still to come, nothing that has expired."""
    assert find("zulu", folder) == []


def test_english_readers_find_texts_in_both_languages(
    page: Page, find: Callable[..., list[str]]
) -> None:
    """What is not translated is marked with its language, and so the screen reader says it right."""
    assert find("government", "en/search/") == ["What is e-government"]
    assert find("thuế", "en/search/")[0] == "Nộp thuế nhà đất"
    link = page.locator("[data-part='search-results'] a").first
    assert link.evaluate("one => one.closest('[lang]').lang") == "vi"
    link.click()
    expect(page.locator("h1")).to_have_text("Nộp thuế nhà đất")


def test_a_result_shows_where_the_words_stand(page: Page, find: Callable[..., list[str]]) -> None:
    """With its day and category; what looks like markup is shown as it was written."""
    find("xe nặng")
    item = page.locator("[data-part='search-results'] li").first

    assert item.locator("mark").all_inner_texts() == ["Xe", "nặng"]
    assert "Xe <b>nặng</b> không qua" in item.inner_text()
    assert item.locator("time").get_attribute("datetime") == "2026-11-01"
    assert item.locator(".meta").inner_text().split("\n") == ["01/11/2026", "Tin chung"]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("bưởi", ["bưởi", "bưởi"]),
        ("buổi", ["buổi"]),
        ("buổi bưởi", ["bưởi", "buổi", "bưởi"]),
        ("buoi", ["bưởi", "buổi", "bưởi"]),
        ("bươi", ["bưởi", "buổi", "bưởi"]),
        ("mỗi buoi", ["bưởi", "Mỗi", "buổi", "bưởi"]),
    ],
)
def test_words_of_other_marks_are_marked_only_where_none_has_the_same(
    page: Page, find: Callable[..., list[str]], query: str, marked: list[str]
) -> None:
    """Who writes without marks means all of them."""
    assert find(query) == ["Vườn bưởi"]
    assert page.locator("[data-part='search-results'] mark").all_inner_texts() == marked


def test_a_search_is_narrowed_and_has_an_address(
    page: Page, base: str, find: Callable[..., list[str]]
) -> None:
    """Category and year; the form shows what the address says, and going back works."""
    assert find("tiếp dân", more="&year=2025&category=tin") == ["Họp tổ"]
    assert find("tiếp dân", more="&year=2026") == []
    assert find("nộp", more="&category=dat-dai") == ["Thủ tục đất đai"]
    assert find("", more="&year=2025") == ["Họp tổ"]
    page.locator("#_words").fill("họp")
    page.locator("main button", has_text="Tìm kiếm").click()
    answered(page)
    assert page.url == f"{base}tim-kiem/?q={quote('họp')}&year=2025"
    page.go_back()
    expect(page.locator("#_words")).to_have_value("")
    expect(page.locator("#_year")).to_have_value("2025")


def test_the_keyboard_and_the_ear_are_enough(page: Page, base: str) -> None:
    """From the box of any page; how much was found is told, the next key leads to the results."""
    page.goto(base)
    page.locator(".masthead input").focus()
    page.keyboard.type("hòa giải")
    page.keyboard.press("Enter")
    status = page.get_by_role("status")
    expect(status).to_have_text("1 kết quả")
    page.locator("#_words").focus()
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Khu phố hòa thuận")).to_be_focused()


def test_ten_results_are_shown_and_then_more(page: Page, find: Callable[..., list[str]]) -> None:
    """The first of the new ones gets the focus."""
    assert len(find("tiêm chủng")) == 10
    expect(page.get_by_role("status")).to_have_text("14 kết quả")
    more = page.get_by_role("button", name="Xem thêm kết quả")
    more.click()
    links = page.locator("[data-part='search-results'] a")
    expect(links).to_have_count(14)
    expect(links.nth(10)).to_be_focused()
    expect(more).to_be_hidden()


def test_nothing_found_says_so(page: Page, find: Callable[..., list[str]]) -> None:
    """And the way to the site map is there."""
    assert find("qwertyuiop") == []
    expect(page.get_by_role("status")).to_contain_text("Không tìm thấy kết quả")
    expect(page.locator("main").get_by_role("link", name="Sơ đồ cổng")).to_be_visible()


@pytest.mark.parametrize("query", ["???", '"', "…"])
def test_signs_find_nothing(page: Page, find: Callable[..., list[str]], query: str) -> None:
    """And the reader is told so."""
    assert find(query) == []
    assert said(page) == ["Không tìm thấy kết quả. Hãy thử bớt từ hoặc dùng từ khác."]


def test_what_was_searched_instead_is_told(page: Page, find: Callable[..., list[str]]) -> None:
    """The word that no text has, and all that was searched, with its marks."""
    assert find("chinh phu dienn ttu")[0] == "Chính phủ điện tử là gì"
    assert said(page)[1:] == ["Không bài nào có: dienn ttu", "Đã tìm: Chính phủ điện tử"]
    find("hoaf giair phủi")
    assert said(page) == ["1 kết quả", "Không bài nào có: hoaf giair phủi", "Đã tìm: hòa giải"]


@pytest.mark.parametrize("query", ["xyz" * 66, "hoa" * 66, "h" * 200])
def test_letters_without_end_are_answered(find: Callable[..., list[str]], query: str) -> None:
    """However many words could have been joined in them."""
    find(query)


def test_a_misspelt_word_is_mended_by_its_neighbours(
    page: Page, find: Callable[..., list[str]]
) -> None:
    """'tóm' is in most texts, but beside 'nuôi' stands 'tằm'."""
    find("nuôi tqm")
    assert said(page)[1:] == ["Không bài nào có: tqm", "Đã tìm: nuôi tằm"]


def test_a_right_word_that_no_text_has_is_told(page: Page, find: Callable[..., list[str]]) -> None:
    """Nothing else is shown for it, and the other words are searched without it."""
    assert find("phủi") == []
    assert said(page)[1:] == ["Không bài nào có: phủi"]
    assert find("hòa giải phủi") == ["Khu phố hòa thuận"]
    assert said(page) == ["1 kết quả", "Không bài nào có: phủi"]
    assert find("943") == []
    assert said(page)[1:] == ["Không bài nào có: 943"]


def test_words_that_no_result_has_are_told(page: Page, find: Callable[..., list[str]]) -> None:
    """Though some other text has them."""
    assert find("xe nặng qua cầu tiêm") == ["Sửa cầu"]
    assert said(page) == ["1 kết quả", "Không có trong các kết quả: tiêm"]


def test_a_misspelling_that_is_a_word_is_offered_right(
    page: Page, find: Callable[..., list[str]]
) -> None:
    """By what stands beside the other words; the address carries what is offered."""
    find("dat dia", more="&year=2026")
    assert said(page)[1:] == ["Có phải bạn tìm: đất đai"]
    page.get_by_role("status").get_by_role("link", name="đất đai").click()
    expect(page.locator("#_words")).to_have_value("đất đai")
    expect(page.locator("#_year")).to_have_value("2026")
    expect(page.locator("[data-part='search-results'] a").first).to_contain_text("đất đai")
    assert len(said(page)) == 1


@pytest.mark.parametrize("query", ["địa chỉ", "dat dai", "lich tiem chung", "đất đai", "xa ho"])
def test_right_words_are_offered_nothing(
    page: Page, find: Callable[..., list[str]], query: str
) -> None:
    """With marks or without."""
    find(query)
    assert len(said(page)) == 1


def test_a_very_long_query_is_cut(page: Page, find: Callable[..., list[str]]) -> None:
    """As the form cuts it; and the reader is told."""
    assert find("hòa giải! " * 300) == ["Khu phố hòa thuận"]
    assert said(page) == ["1 kết quả", "Chỉ tìm theo 200 ký tự đầu."]
    expect(page.locator("#_words")).to_have_value(("hòa giải! " * 300)[:200])
    for box in page.get_by_role("searchbox").all():
        assert box.get_attribute("maxlength") == "200"


@pytest.mark.parametrize(
    ("folder", "words"), [("", "Tìm trên cổng này"), ("en/", "Search this portal")]
)
def test_the_box_says_what_it_is_for(page: Page, base: str, folder: str, words: str) -> None:
    """To the eye and to the ear."""
    page.goto(base + folder)
    box = page.get_by_role("searchbox", name=words)
    expect(box).to_have_attribute("placeholder", words)


def test_without_the_index_nothing_is_found(browser: Browser, output: Path, base: str) -> None:
    """The results come out of it, and a reader is told that it cannot be reached."""
    page = browser.new_page()
    folder = output / "xa/tim-kiem/terms"
    folder.rename(output / "away")
    page.goto(f"{base}tim-kiem/?q=thue")
    expect(page.get_by_role("status")).to_have_text(
        "Không tải được dữ liệu để tìm. Hãy thử lại khi có mạng. Muốn tìm cả khi không có mạng, "
        "hãy lưu phần tìm kiếm vào máy, ở trang có liên kết bên dưới."
    )
    (output / "away").rename(folder)
    page.locator("main button", has_text="Tìm kiếm").click()
    expect(page.get_by_role("status")).to_have_text("2 kết quả")
    page.close()


def test_without_javascript_the_box_leads_to_the_site_map(browser: Browser, base: str) -> None:
    """By the page of the search, whose form stays a plain one."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base)
    page.locator(".masthead input").fill("thuế")
    page.locator(".masthead input").press("Enter")
    page.locator("main").get_by_role("link", name="Sơ đồ cổng").click()

    expect(page.locator("h1")).to_have_text("Sơ đồ cổng")
    context.close()


def test_the_script_is_small(output: Path) -> None:
    """At most three kilobytes over the wire."""
    (script,) = (output / "xa/giao-dien").glob("search.*.js")

    assert len(brotli.compress(script.read_bytes())) <= 3072
