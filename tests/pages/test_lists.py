"""Lists: their pages, years and months, tags, the archive, and old addresses."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import CONTENT, article
from tests.pages.conftest import Build, Reader, words

NEWS = 45
TAGS = {
    "an": "An",
    "anh": "Ánh",
    "a-n": "Ăn",
    "am": "Ẩm",
    "duong": "Dương",
    "dduong": "Đường",
    "ha-long": "Hạ Long",
    "ha-trung": "Hà Trung",
    "ba-moc": "3 mốc",
    "same-one": "Trùng tên",
    "same-two": "Trùng tên",
}
VOCABULARY = CONTENT["vocabulary.yaml"] + "".join(
    f'  {name}: {{vi: "{text}"}}\n' for name, text in TAGS.items()
)


def news(number: int) -> dict[str, str]:
    """Both versions of a news item; the greater its number, the newer it is."""
    month, day = 1 + number // 10, 1 + number % 10
    date = f"2025-{month:02}-{day:02} 08:00"
    folder = f"news/2025/tin-{number}"
    return {
        f"{folder}/index.vi.md": article(f"Tin số {number}", "", date=date),
        f"{folder}/index.en.md": article(f"News item {number}", "", date=date),
    }


FILES: dict[str, str | bytes | None] = {
    "vocabulary.yaml": VOCABULARY,
    **{name: text for number in range(NEWS) for name, text in news(number).items()},
    "news/2024/cuoi-nam/index.vi.md": article("Tin cuối năm", "", date="2024-12-31 23:59"),
    "news/2024/cuoi-nam/index.en.md": article("New Year news", "", date="2025-01-01 00:00"),
    "news/2020/ghim/index.vi.md": article("Tin ghim", "", date="2020-01-01", pinned="true"),
    "news/2025/het/index.vi.md": article("Hết hạn", "", expires="2026-11-22 12:00"),
    "news/2025/nhap/index.vi.md": article("Tin nháp", "", status="draft"),
    "news/2026/hen/index.vi.md": article("Tin hẹn giờ", "", date="2026-11-22 12:01"),
    "articles/the/index.vi.md": article(
        "Đường 942/QĐ-TTg",
        "## Nội dung 1/2 của Đề án\n\nChữ.\n\n## Địa điểm\n\nChữ.",
        tags=f"[{', '.join(TAGS)}]",
        aliases="[cu/bai-cu, bai-cu-2.html]",
    ),
    "articles/the/index.en.md": article("Road", aliases="[en/old-road/]"),
}


@pytest.fixture(scope="module")
def reader(build: Build) -> Reader:
    """The built site."""
    return Reader(build(FILES))


def titles(reader: Reader, address: str) -> list[str]:
    """The titles in the list of a page, in order."""
    return [words(link) for link in reader.page(address).findall(".//ol[@class='entries']/li/h2/a")]


def latest(reader: Reader, address: str) -> list[str]:
    """The titles of the latest news of a page, in order."""
    aside = reader.one(address, ".//aside[@data-part='latest-news']")
    return [words(link) for link in aside.findall(".//li/a")]


def test_latest_news_shows_the_pinned_and_the_newest(reader: Reader) -> None:
    """Eight of them; drafts, future and expired ones are never there."""
    newest = [f"Tin số {number}" for number in range(44, 37, -1)]

    assert latest(reader, "") == ["Tin ghim", *newest]
    assert latest(reader, "tin-tuc/2025/01/") == ["Tin ghim", *newest]
    assert latest(reader, "en/")[:2] == ["Tin ghim", "News item 44"]


@pytest.mark.parametrize("hidden", ["Hết hạn", "Tin nháp", "Tin hẹn giờ"])
def test_what_is_hidden_is_nowhere(reader: Reader, hidden: str) -> None:
    """No page, list, feed or sitemap names a draft, a future or an expired text."""
    for path in reader.folder.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".atom", ".xml"}:
            assert hidden not in path.read_text(encoding="utf-8"), path
    assert not reader.exists("tin-tuc/tin-hen-gio/")
    assert not reader.exists("tin-tuc/2026/")


def test_a_long_list_has_pages(reader: Reader) -> None:
    """Twenty a page, newest first, in both languages; none is lost or shown twice."""
    pages = [titles(reader, f"tin-tuc/{more}") for more in ("", "trang/2/", "trang/3/")]
    shown = [title for page in pages for title in page]

    assert [len(page) for page in pages] == [20, 20, 7]
    assert shown[:2] == ["Tin số 44", "Tin số 43"]
    assert shown[-2:] == ["Tin cuối năm", "Tin ghim"]
    assert len(set(shown)) == NEWS + 2
    assert titles(reader, "en/news/page/3/")[-1] == "Tin ghim"
    assert not reader.exists("tin-tuc/trang/4/")
    assert not reader.exists("tin-tuc/trang/1/")


def test_a_further_page_says_its_number(reader: Reader) -> None:
    """In its title, its heading and the path to it, so that no two pages have one title."""
    assert reader.words("tin-tuc/trang/2/", "head/title").startswith("Tin tức – trang 2")
    assert reader.words("en/news/page/2/", ".//h1") == "News – page 2"
    crumbs = reader.words("tin-tuc/trang/2/", ".//nav[@class='crumbs small wrap']")
    assert crumbs.endswith("Trang 2")


def test_pages_of_a_list_lead_to_each_other(reader: Reader) -> None:
    """The one before, the one after, and the numbered ones; the current one is no link."""
    page = "tin-tuc/trang/2/"
    numbers = reader.one(page, ".//ul[@class='pages num']")

    assert [link.get("href") for link in reader.head(page, "prev")] == ["../../../tin-tuc/"]
    assert [link.get("href") for link in reader.head(page, "next")] == ["../../../tin-tuc/trang/3/"]
    assert [words(one) for one in numbers] == ["‹ Trước", "1", "2", "3", "Sau ›"]
    assert words(numbers.find(".//span[@aria-current='page']")) == "2"
    assert reader.head("tin-tuc/", "prev") == []
    assert reader.head("tin-tuc/trang/3/", "next") == []


def test_pages_of_a_list_have_their_counterparts(reader: Reader) -> None:
    """Page 2 in one language and page 2 in the other are translations."""
    assert reader.languages("tin-tuc/trang/2/")["en"].endswith("/en/news/page/2/")
    assert reader.canonical("tin-tuc/trang/2/").endswith("/tin-tuc/trang/2/")


def test_news_is_listed_by_year_and_month(reader: Reader) -> None:
    """The list leads to its years, a year to its months, with how many there are."""
    years = reader.words("tin-tuc/", ".//nav[@class='groups small']")
    months = reader.words("en/news/2025/", ".//nav[@class='groups small']")

    assert "2025 (45)" in years
    assert "2020 (1)" in years
    assert "January 2025 (11)" in months
    assert titles(reader, "tin-tuc/2025/01/")[0] == "Tin số 9"
    assert len(titles(reader, "tin-tuc/2025/01/")) == 10
    assert reader.words("tin-tuc/2025/01/", ".//h1") == "Tin tức: Tháng 1 năm 2025"


def test_a_period_of_one_language_has_no_counterpart(reader: Reader) -> None:
    """Where the other language has nothing in a month, no translation is claimed."""
    assert titles(reader, "tin-tuc/2024/12/") == ["Tin cuối năm"]
    assert not reader.exists("en/news/2024/")
    assert reader.languages("tin-tuc/2024/12/") == {}
    assert reader.switch("tin-tuc/2024/12/") == "../../../en/"


def test_the_archive_holds_articles_and_news(reader: Reader) -> None:
    """By year and month, newest year first."""
    sections = reader.page("luu-tru/").findall(".//section[@class='part']")

    assert [words(section.find(".//h2")) for section in sections] == [
        "2026",
        "2025",
        "2024",
        "2020",
    ]
    assert "Thủ tục đất đai" in titles(reader, "luu-tru/2026/11/")
    assert "Tin số 9" in titles(reader, "luu-tru/2025/01/")


def test_tags_stand_as_in_a_vietnamese_dictionary(reader: Reader) -> None:
    """Letters before tones, syllable by syllable, 'd' before 'đ', numbers first."""
    sections = reader.page("the/").findall(".//section[@class='part']")
    shown = {
        words(section.find(".//h2")): [words(link) for link in section.findall(".//li/a")]
        for section in sections
    }

    assert list(shown) == ["#", "A", "Ă", "Â", "D", "Đ", "H", "S", "T"]
    assert shown["A"] == ["An", "Ánh"]
    assert shown["H"] == ["Hà Trung", "Hạ Long"]
    assert shown["#"] == ["3 mốc"]


def test_tags_with_one_name_keep_an_order(reader: Reader) -> None:
    """Where names are equal the ids decide, so that two builds give the same bytes."""
    links = [link.get("href") for link in reader.one("the/", ".//main").iter("a")]

    assert [link.split("/")[-2] for link in links if "same" in link] == ["same-one", "same-two"]


def test_a_tag_without_texts_has_no_page(reader: Reader) -> None:
    """The vocabulary may name tags that nothing uses yet."""
    assert reader.exists("the/dduong/")
    assert not reader.exists("the/thue/")
    assert reader.exists("en/tag/dduong/")


def test_an_empty_category_says_so(build: Build) -> None:
    """A category of the menu has a page before it has a text."""
    reader = Reader(build({}))

    assert titles(reader, "danh-muc/tin/") == []
    assert "Ở đây chưa có gì." in reader.words("danh-muc/tin/", ".//main")


def test_addresses_and_headings_keep_every_letter(reader: Reader) -> None:
    """'đ' becomes d and '/' a hyphen; neither is dropped."""
    headings = reader.page("duong-942-qd-ttg/").findall(".//div[@class='body']/h2")

    assert [heading.get("id") for heading in headings] == ["noi-dung-1-2-cua-de-an", "dia-diem"]


@pytest.mark.parametrize(
    ("old", "link"),
    [
        ("cu/bai-cu/", "../../duong-942-qd-ttg/"),
        ("bai-cu-2.html", "duong-942-qd-ttg/"),
        ("en/old-road/", "../../en/road/"),
    ],
)
def test_an_old_address_leads_to_the_new_one(reader: Reader, old: str, link: str) -> None:
    """At once, by a link for those whose browser does not, and not in the sitemap."""
    refresh = reader.one(old, "head/meta[@http-equiv='refresh']")
    main = reader.one(old, ".//main")

    assert refresh.get("content") == f"0; url={link}"
    assert [one.get("href") for one in main.iter("a")] == [link]
    assert reader.canonical(old).endswith(link.lstrip("./"))
    assert reader.one(old, "head/meta[@name='robots']").get("content") == "noindex"
    assert old not in reader.text("sitemap.xml")


def test_the_order_of_ties_is_by_path(build: Build) -> None:
    """Two news items of one minute stand in the order of their files, in every list."""
    same = {
        f"news/2026/{name}/index.vi.md": article(f"Tin {name}", "", date="2026-11-20 08:00")
        for name in ("b", "a", "c")
    }
    reader = Reader(build(same))
    expected: Any = ["Tin a", "Tin b", "Tin c"]

    assert latest(reader, "") == expected
    assert titles(reader, "tin-tuc/") == expected
    assert titles(reader, "tin-tuc/2026/11/") == expected
