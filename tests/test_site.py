"""The real content, built once and crawled as a reader and as a search engine would."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
import pytest

NEWS_TIMES = [
    ("nhu-thanh/index.html", "31/05/2022 10:55 SA"),
    ("nhu-thanh/index.html", "30/05/2022 5:53 CH"),
    ("nhu-thanh/index.html", "31/01/2022 12:19 CH"),
    ("thanh-hoa/index.html", "31/05/2022 10:55 SA"),
    ("nhu-thanh/en/index.html", "31 May 2022, 10:55 am"),
    ("nhu-thanh/en/index.html", "30 May 2022, 5:53 pm"),
]
HEADLINES = [
    ("NHỮNG LỢI ÍCH KHI SỬ DỤNG HÓA ĐƠN ĐIỆN TỬ", "31/05/2022 10:55 SA"),
    (
        "Hướng dẫn sử dụng VNPT Mobile Money trên Điện thoại phổ thông và Điện thoại thông minh",
        "30/05/2022 5:53 CH",
    ),
    ("KHÁI NIỆM IPV6 LÀ GÌ? TỔNG HỢP KIẾN THỨC VỀ IPV6", "17/05/2022 10:41 SA"),
    (
        "Bộ trưởng Nguyễn Mạnh Hùng nói về chuyển đổi số và sự ổn định thị trường vốn",
        "25/04/2022 4:31 CH",
    ),
    ("3 mốc tuổi cần đổi thẻ Căn cước công dân", "24/04/2022 3:15 CH"),
    ("Chuyển đổi số - một năm nhìn lại", "31/01/2022 12:19 CH"),
    ("Kế hoạch chuyển đổi số ngành xây dựng", "18/12/2021 10:37 CH"),
    ("Chuyển đổi số trong ngành Y tế", "15/12/2021 10:36 CH"),
]
HOST = "https://portal.test/"


class Crawl:
    """All pages of the finished portals, parsed once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.html")}
        self.trees: dict[str, Any] = {}
        self.errors: dict[str, list[Any]] = {}
        for name, path in self.pages.items():
            parser = html5lib.HTMLParser(namespaceHTMLElements=False)
            self.trees[name] = parser.parse(path.read_text(encoding="utf-8"))
            self.errors[name] = parser.errors

    def links(self, name: str) -> Iterator[tuple[str, str]]:
        """What a page links to inside the portals, as file and fragment."""
        base = urljoin(HOST, name)
        for element in self.trees[name].iter():
            value = element.get("href") or element.get("src")
            if value is None or element.tag == "base":
                continue
            url, fragment = urldefrag(urljoin(base, value))
            if url.startswith(HOST):
                path = unquote(urlsplit(url).path).lstrip("/")
                yield (f"{path}index.html" if path.endswith("/") else path), unquote(fragment)

    def ids(self, name: str) -> Counter[str]:
        """How often each id stands in a page."""
        return Counter(
            element.get("id") for element in self.trees[name].iter() if element.get("id")
        )


@pytest.fixture(scope="module")
def crawl(portals: Path) -> Crawl:
    return Crawl(portals)


def pages_with(crawl: Crawl, found: Any) -> list[str]:
    return [name for name in crawl.pages if found(name)]


def test_pages_are_html_without_an_error(crawl: Crawl) -> None:
    """Every page is parsed without one error."""
    assert pages_with(crawl, lambda name: crawl.errors[name]) == []


def test_every_internal_link_and_fragment_resolves(crawl: Crawl) -> None:
    """No link leads to a file or a fragment that does not exist."""
    ids = {name: crawl.ids(name) for name in crawl.pages}
    broken = [
        (name, target, fragment)
        for name in crawl.pages
        if not name.endswith("404.html")
        for target, fragment in crawl.links(name)
        if not (crawl.folder / target).is_file() or (fragment and fragment not in ids[target])
    ]

    assert broken == []


def test_every_page_is_reached_from_the_home_page(crawl: Crawl) -> None:
    """A reader can follow links to every page."""
    reached = {"nhu-thanh/index.html", "thanh-hoa/index.html"}
    waiting = sorted(reached)
    while waiting:
        for target, _ in crawl.links(waiting.pop()):
            if target in crawl.pages and target not in reached:
                reached.add(target)
                waiting.append(target)

    assert {name for name in set(crawl.pages) - reached if not name.endswith("404.html")} == set()


def test_ids_are_distinct(crawl: Crawl) -> None:
    """No page has one id twice, though it may have one table twice."""
    assert pages_with(crawl, lambda name: max(crawl.ids(name).values()) > 1) == []


@pytest.mark.parametrize("tag", ["h1", "title", "main", "header", "footer"])
def test_every_page_has_exactly_one(crawl: Crawl, tag: str) -> None:
    """Titles and landmarks stand once in every page."""
    outside_articles = {
        name: [
            element
            for element in crawl.trees[name].iter(tag)
            if tag != "header" or element.get("class") == "masthead"
        ]
        for name in crawl.pages
    }

    assert [name for name, found in outside_articles.items() if len(found) != 1] == []


def test_every_page_says_its_language_and_what_it_is_about(crawl: Crawl) -> None:
    """`lang` follows the folder, and the description is not empty."""
    for name, tree in crawl.trees.items():
        lang = "en" if name.split("/")[1] == "en" else "vi"
        description = tree.find(".//meta[@name='description']")

        assert tree.get("lang") == lang, name
        assert description is not None, name
        assert description.get("content"), name


def test_every_page_has_the_common_parts(crawl: Crawl) -> None:
    """Skip link, navigation, latest news, canonical address and Open Graph are everywhere."""
    for name, tree in crawl.trees.items():
        body = tree.find("body")
        assert body[0].get("class") == "skip", name
        assert body[0].get("href").endswith("#_main"), name
        assert tree.findall(".//nav"), name
        assert len(tree.findall(".//aside[@data-part='latest-news']")) == 1, name
        assert tree.find(".//meta[@property='og:title']") is not None, name
        if not name.endswith("404.html"):
            canonical = tree.find(".//link[@rel='canonical']").get("href")
            assert canonical.startswith("https://"), name


def test_structured_data_is_json(crawl: Crawl) -> None:
    """Every JSON-LD script can be read, and gives the page's language."""
    for name, tree in crawl.trees.items():
        scripts = tree.findall(".//script[@type='application/ld+json']")
        data = json.loads(scripts[0].text)

        assert data["@graph"][0]["inLanguage"] in {"vi", "en"}, name


def test_alternates_are_mutual(crawl: Crawl) -> None:
    """Each pair of hreflang names two pages that name each other, with Vietnamese as the default."""
    found = {}
    for name, tree in crawl.trees.items():
        pairs = {
            link.get("hreflang"): link.get("href")
            for link in tree.findall(".//link[@rel='alternate'][@hreflang]")
        }
        canonical = tree.find(".//link[@rel='canonical']")
        if pairs:
            found[canonical.get("href")] = pairs
            assert set(pairs) == {"vi", "en", "x-default"}, name
            assert pairs["x-default"] == pairs["vi"], name

    assert found
    assert all(found[url] == pairs for pairs in found.values() for url in pairs.values())


@pytest.mark.parametrize(("page", "time"), NEWS_TIMES)
def test_latest_news_shows_times_as_readers_know_them(crawl: Crawl, page: str, time: str) -> None:
    """The times of the eight old headlines stand in the list beside every page."""
    aside = crawl.trees[page].find(".//aside[@data-part='latest-news']")
    times = [element.text for element in aside.iter("time")]

    assert time in times


@pytest.mark.parametrize("portal", ["nhu-thanh", "thanh-hoa"])
def test_all_old_headlines_stand_in_the_news_with_their_times(crawl: Crawl, portal: str) -> None:
    """The eight headlines keep their words and their exact times."""
    page = crawl.trees[f"{portal}/tin-tuc/index.html"]
    main = page.find(".//main")
    shown = [
        (item.find("h2/a").text, item.find(".//time").text)
        for item in main.iter("li")
        if item.find("h2/a") is not None
    ]

    assert [headline for headline in HEADLINES if headline not in shown] == []


def test_no_page_depends_on_the_day_it_was_built(crawl: Crawl) -> None:
    """The date line is left to the reader's own clock."""
    for name, tree in crawl.trees.items():
        today = tree.find(".//time[@data-part='today']")
        assert today.text is None, name
        assert today.get("hidden") is not None, name


def test_nothing_from_the_content_stays_unfilled(crawl: Crawl) -> None:
    """No template, no marker of the editors' syntax and no private-use character is shown."""
    left = re.compile(r"\{filename\}|\{static\}|\{\{|\{%|^///|[\ue000-\uf8ff]", re.MULTILINE)

    assert pages_with(crawl, lambda name: left.search(crawl.pages[name].read_text("utf-8"))) == []


def test_sitemap_lists_exactly_the_real_pages(crawl: Crawl) -> None:
    """Every indexed page stands in the sitemap, and every address there is a page."""
    for portal, base in (
        ("nhu-thanh", "https://nhuthanh.example/"),
        ("thanh-hoa", "https://thanhhoa.example/"),
    ):
        tree = ET.parse(crawl.folder / portal / "sitemap.xml")
        listed = {
            element.text
            for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
        }
        canonical = {
            crawl.trees[name].find(".//link[@rel='canonical']").get("href")
            for name in crawl.pages
            if name.startswith(portal) and not name.endswith("404.html")
        }

        assert listed == canonical
        assert all(str(url).startswith(base) for url in listed)


def test_feeds_are_well_formed_and_of_one_language(crawl: Crawl) -> None:
    """Each edition has an Atom feed whose links are pages of that edition."""
    atom = "{http://www.w3.org/2005/Atom}"
    for portal in ("nhu-thanh", "thanh-hoa"):
        for folder, lang in (("", "vi"), ("en/", "en")):
            feed = ET.parse(crawl.folder / portal / folder / "feed.atom").getroot()
            links = [
                link.get("href", "")
                for entry in feed.iter(f"{atom}entry")
                for link in entry.iter(f"{atom}link")
            ]

            assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
            assert links
            assert all(("/en/" in link) == (lang == "en") for link in links)
