"""Pages in two languages: translations, texts without one, and outdated ones."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import article
from tests.pages.conftest import Build, Reader, words

BASE = "https://mau.example/"
NOTICE = ".//p[@data-part='translation-notice']"
PAGE = "---\ntitle: {title}\nsummary: Tóm tắt.\n{more}---\n{body}\n"
FILES = {
    "articles/rieng/index.vi.md": article(
        "Chỉ có tiếng Việt",
        "Đoạn **đầu**.\n\n/// comparison | bang\n///\n\n"
        "## Một\n\n## Hai\n\n## Ba\n\n[Xem]({filename}/articles/dat-dai/index.vi.md)",
        date="2026-11-03",
        tags="[thue]",
    ),
    "articles/anh/index.en.md": article("English only", "Words.", date="2026-11-04"),
    "articles/cu/index.vi.md": article("Bản gốc", date="2026-11-05", modified="2026-11-10"),
    "articles/cu/index.en.md": article("Old translation", translation_of="2026-11-05"),
    "articles/gio/index.vi.md": article("Bản gốc có giờ", date="2026-11-05 08:00"),
    "articles/gio/index.en.md": article("Fresh translation", translation_of="2026-11-05 08:00"),
    "articles/nhap/index.vi.md": article("Có bản nháp"),
    "articles/nhap/index.en.md": article("Draft translation", status="draft"),
    "articles/hen/index.vi.md": article("Có bản hẹn giờ"),
    "articles/hen/index.en.md": article("Scheduled translation", date="2026-11-23"),
    "news/2026/tin/index.vi.md": article("Tin chưa dịch", "", date="2026-11-06 10:55"),
    "pages/about/index.vi.md": PAGE.format(title="Giới thiệu", more="", body="Chữ."),
    "pages/not-found/index.vi.md": PAGE.format(title="Không thấy trang", more="", body="Chữ."),
    "pages/not-found/index.en.md": PAGE.format(title="Page not found", more="", body="Words."),
    "comparisons/hai.yaml": """\
title: {vi: Bảng <hai>}
options:
  a: {vi: Cách A, en: Way A}
  b: {vi: "Cách B"}
criteria:
  - id: phi
    label: {vi: Phí}
    cells:
      a: {vi: "Chỉ **tiếng Việt**", source: bao}
      b: {values: {number: 1350000000}, source: bao}
""",
}


@pytest.fixture(scope="module")
def reader(build: Build) -> Reader:
    """The built site."""
    return Reader(build(FILES))


def item(reader: Reader, address: str, title: str) -> Any:
    """The entry with a title in the list of a page."""
    (found,) = [
        entry
        for entry in reader.page(address).findall(".//ol[@class='entries']/li")
        if title in words(entry)
    ]
    return found


def test_translations_name_each_other(reader: Reader) -> None:
    """Both languages and the default are named alike by both, with full addresses."""
    expected = {
        "vi": f"{BASE}thu-tuc-dat-dai/",
        "en": f"{BASE}en/land-procedures/",
        "x-default": f"{BASE}thu-tuc-dat-dai/",
    }

    assert reader.languages("thu-tuc-dat-dai/") == expected
    assert reader.languages("en/land-procedures/") == expected
    assert reader.canonical("en/land-procedures/") == f"{BASE}en/land-procedures/"


@pytest.mark.parametrize(
    ("address", "switch"),
    [
        ("thu-tuc-dat-dai/", "../en/land-procedures/"),
        ("en/land-procedures/", "../../thu-tuc-dat-dai/"),
        ("chi-co-tieng-viet/", "../en/chi-co-tieng-viet/"),
        ("en/chi-co-tieng-viet/", "../../chi-co-tieng-viet/"),
        ("english-only/", "../en/english-only/"),
        ("", "en/"),
        ("en/", "../"),
        ("tin-tuc/", "../en/news/"),
        ("tin-tuc/2026/11/", "../../../en/news/2026/11/"),
        ("en/category/dat-dai/", "../../../danh-muc/dat-dai/"),
        ("the/thue/", "../../en/tag/thue/"),
        ("so-sanh/bang/", "../../en/comparisons/bang/"),
        ("luu-tru/2026/11/", "../../../en/archive/2026/11/"),
        ("so-do/", "../en/site-map/"),
        ("404.html", "en/404.html"),
    ],
)
def test_the_switch_leads_to_the_same_page(reader: Reader, address: str, switch: str) -> None:
    """A reader who changes the language stays where they are."""
    assert reader.switch(address) == switch


@pytest.mark.parametrize(
    ("address", "original", "lang", "notice"),
    [
        (
            "en/chi-co-tieng-viet/",
            "chi-co-tieng-viet/",
            "vi",
            "This page has not been translated yet; it is shown in Vietnamese.",
        ),
        (
            "english-only/",
            "en/english-only/",
            "en",
            "Trang này chưa có bản dịch; đang hiện bản tiếng Anh.",
        ),
    ],
)
def test_a_text_without_translation_stands_in_with_a_notice(
    reader: Reader, address: str, original: str, lang: str, notice: str
) -> None:
    """The notice is in the page's language; title and body say which one they are in."""
    assert reader.words(address, NOTICE) == notice
    for path in (".//h1", ".//div[@class='body']", ".//article/header/p[@class='lead']"):
        assert reader.one(address, path).get("lang") == lang
    assert reader.page(address).get("lang") != lang
    assert reader.canonical(address) == f"{BASE}{original}"
    assert reader.languages(address) == {}
    assert reader.data(address)[0]["inLanguage"] == lang
    assert reader.data(address)[0]["url"] == f"{BASE}{original}"


@pytest.mark.parametrize(
    "address", ["chi-co-tieng-viet/", "en/english-only/", "co-ban-nhap/", "co-ban-hen-gio/"]
)
def test_the_only_version_has_no_hreflang_and_no_notice(reader: Reader, address: str) -> None:
    """A draft or a translation that waits for its time is no translation yet."""
    assert reader.languages(address) == {}
    assert reader.page(address).findall(NOTICE) == []
    assert reader.canonical(address) == BASE + address


@pytest.mark.parametrize("address", ["en/co-ban-nhap/", "en/co-ban-hen-gio/"])
def test_the_original_stands_in_until_the_translation_is_shown(
    reader: Reader, address: str
) -> None:
    """What is hidden leaves no trace, and readers see the other language meanwhile."""
    assert reader.one(address, ".//h1").get("lang") == "vi"
    assert not reader.exists("en/draft-translation/")
    assert not reader.exists("en/scheduled-translation/")


def test_an_outdated_translation_says_so(reader: Reader) -> None:
    """With the day it follows, the day of the change, and a link to the original."""
    notice = reader.one("en/old-translation/", NOTICE)

    assert "5 November 2026" in words(notice)
    assert "10 November 2026" in words(notice)
    (link,) = notice.findall("a")
    assert (link.get("href"), link.get("hreflang")) == ("../../ban-goc/", "vi")
    assert reader.languages("en/old-translation/")["vi"] == f"{BASE}ban-goc/"


@pytest.mark.parametrize("address", ["ban-goc/", "en/fresh-translation/", "en/land-procedures/"])
def test_what_is_up_to_date_has_no_notice(reader: Reader, address: str) -> None:
    """Neither the original nor a translation of its present state is marked."""
    assert reader.page(address).findall(NOTICE) == []


def test_lists_mark_what_is_not_translated(reader: Reader) -> None:
    """The title and the summary name their language, and a mark says why."""
    in_english = item(reader, "en/category/tin/", "Chỉ có tiếng Việt")
    in_vietnamese = item(reader, "danh-muc/tin/", "English only")

    assert in_english.find(".//a").get("lang") == "vi"
    assert in_english.find("p").get("lang") == "vi"
    assert "not yet translated" in words(in_english)
    assert in_vietnamese.find(".//a").get("lang") == "en"
    assert "chưa dịch" in words(in_vietnamese)
    assert "chưa dịch" not in words(item(reader, "danh-muc/tin/", "Bản gốc có giờ"))


def test_latest_news_marks_what_is_not_translated(reader: Reader) -> None:
    """The part beside every page shows the headline with its language and its time."""
    aside = reader.one("en/", ".//aside[@data-part='latest-news']")

    assert aside.find(".//a[@lang='vi']").text == "Tin chưa dịch"
    assert "not yet translated" in words(aside)
    assert aside.find(".//time").text == "6 November 2026, 10:55 am"


def test_links_stay_in_the_language_of_the_reader(reader: Reader) -> None:
    """A link in a Vietnamese text leads to the English page when read in English."""
    link = ".//div[@class='body']/p/a"

    assert reader.one("chi-co-tieng-viet/", link).get("href") == "../thu-tuc-dat-dai/"
    assert reader.one("en/chi-co-tieng-viet/", link).get("href") == "../../en/land-procedures/"


def test_a_table_in_a_foreign_text_is_in_the_language_of_the_page(reader: Reader) -> None:
    """Its words are those of the page's readers, and say so inside the foreign body."""
    body = reader.one("en/chi-co-tieng-viet/", ".//div[@class='body']")
    around = {child: parent for parent in body.iter() for child in parent}
    table = body.find(".//table[@data-comparison='bang']")

    languages = []
    element = table
    while element is not body:
        languages.append(element.get("lang"))
        element = around[element]
    assert "Free" in words(table)
    assert next(lang for lang in languages if lang) == "en"
    assert body.get("lang") == "vi"


def test_a_table_marks_what_is_in_one_language_only(reader: Reader) -> None:
    """Title, option, criterion and cell are shown in the other language, with `lang`."""
    table = reader.one("en/comparisons/hai/", ".//table[@data-comparison='hai']")
    heads = table.findall(".//th[@scope='col']")
    fee = table.find(".//th[@scope='row']")
    first, second = table.findall(".//td")

    assert (table.find("caption").get("lang"), words(table.find("caption"))) == (
        "vi",
        "Bảng <hai>",
    )
    assert [head.get("lang") for head in heads] == [None, None, "vi"]
    assert (fee.get("lang"), fee.text) == ("vi", "Phí")
    assert words(first.find(".//*[@lang='vi']")) == "Chỉ tiếng Việt"
    assert "not yet translated" in words(first)
    assert words(second).startswith("1,350,000,000")
    assert reader.one("en/comparisons/hai/", ".//h1").get("lang") == "vi"


def test_figures_and_empty_cells_of_a_table(reader: Reader) -> None:
    """Figures are written for the language, and no cell is empty."""
    vi = reader.page("so-sanh/hai/").findall(".//td")
    unknown = [
        words(reader.page(f"{page}/").findall(".//td")[1])
        for page in (
            "so-sanh/bang",
            "en/comparisons/bang",
        )
    ]

    assert words(vi[1]).startswith("1.350.000.000")
    assert unknown == ["chưa rõ", "not known"]


def test_the_table_page_names_the_articles_that_use_it(reader: Reader) -> None:
    """A reader finds the text around a table."""
    assert "Chỉ có tiếng Việt" in reader.words("so-sanh/bang/", ".//section[@class='related']")


def test_table_data_is_offered_in_the_language_of_the_page(reader: Reader) -> None:
    """The CSV files differ by language; the JSON holds both and is the same."""
    assert "Cách A" in reader.text("so-sanh/bang/data.csv")
    assert "Way A" in reader.text("en/comparisons/bang/data.csv")
    assert reader.text("so-sanh/bang/data.json") == reader.text("en/comparisons/bang/data.json")


def test_feeds_hold_one_language_each(reader: Reader) -> None:
    """A text that only stands in for a translation is in its own feed alone."""
    assert "Chỉ có tiếng Việt" in reader.text("feed.atom")
    assert "English only" not in reader.text("feed.atom")
    assert "English only" in reader.text("en/feed.atom")
    assert "Tin chưa dịch" not in reader.text("en/feed.atom")


def test_the_sitemap_leaves_out_what_stands_in(reader: Reader) -> None:
    """Search engines are told of the originals and of real translations."""
    sitemap = reader.text("sitemap.xml")

    assert f"<loc>{BASE}chi-co-tieng-viet/</loc>" in sitemap
    assert f"<loc>{BASE}en/chi-co-tieng-viet/</loc>" not in sitemap
    assert f"<loc>{BASE}english-only/</loc>" not in sitemap
    assert "404" not in sitemap
    for hidden in ("draft-translation", "scheduled-translation"):
        assert hidden not in sitemap
        assert hidden not in reader.text("en/feed.atom")


def test_related_texts_are_in_the_language_of_the_page(reader: Reader) -> None:
    """A translation is named where there is one, else the other language with its mark."""
    path = ".//section[@class='related']"
    vi = reader.one("ban-goc/", path)
    en = reader.one("en/old-translation/", path)

    assert "Bản gốc có giờ" in words(vi)
    assert "Bản gốc" not in [link.text for link in vi.iter("a")]
    assert "Fresh translation" in words(en)
    assert "Bản gốc có giờ" not in words(en)
