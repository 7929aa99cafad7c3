"""Whatever an editor types stays text: in pages, feeds, the sitemap and structured data."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import datetime

import pytest

from tests.conftest import article
from tests.pages.conftest import Build, Reader, words

HOSTILE = "A <b>&amp; \"B\" 'C' {{ 7 * 7 }} {% raw %} </title></form ><img src=x> 100% dịch vụ"
ATOM = "{http://www.w3.org/2005/Atom}"


def quoted(text: str) -> str:
    """`text` as a YAML scalar in single quotes."""
    return "'" + text.replace("'", "''") + "'"


FILES: dict[str, str | bytes | None] = {
    "vocabulary.yaml": (
        f"categories:\n  tin: {{vi: {quoted(HOSTILE)}, en: {quoted(HOSTILE)}}}\n"
        f"  dat-dai: {{vi: Đất đai, en: Land}}\n"
        f"tags:\n  thue: {{vi: {quoted(HOSTILE)}}}\n  so-do: {{vi: sổ đỏ}}\n"
    ),
    "sources/bao.yaml": (
        f"title: {quoted(HOSTILE)}\npublisher: {quoted(HOSTILE)}\npublished: unknown\n"
        f"note: {quoted(HOSTILE)}\n"
    ),
    "portals/xa/portal.yaml": (
        f"name: {quoted(HOSTILE)}\nagency: {quoted(HOSTILE)}\nurl: https://mau.example/\n"
        f"nav: [tin, hop]\nresponsible: {quoted(HOSTILE)}\naddress: {quoted(HOSTILE)}\n"
    ),
    "comparisons/bang.yaml": (
        f"title: {quoted(HOSTILE)}\noptions: {{a: {quoted(HOSTILE)}, b: B, c: C}}\ncriteria:\n"
        f"  - id: mot\n    label: {quoted(HOSTILE)}\n"
        "    cells: {a: {unknown: true}, b: {unknown: true},"
        " c: {vi: '<b>Có</b>', source: bao}}\n"
    ),
    "articles/thu/index.vi.md": article(
        quoted(HOSTILE),
        "{{ view }} {% include 'base.html' %}\n\n"
        "/// comparison | bang\n///\n\n/// comparison | bang\n///",
        slug="thu",
        date="2026-11-20 10:55",
        modified="2026-11-21",
        summary=quoted(HOSTILE),
        author=quoted(HOSTILE),
        tags="[thue]",
    ),
    "news/2026/thu/index.vi.md": article(
        quoted(HOSTILE), "", slug="thu", summary=quoted(HOSTILE), pinned="true"
    ),
    "pages/hop/index.vi.md": (
        f"---\ntitle: {quoted(HOSTILE)}\nsummary: {quoted(HOSTILE)}\nslug: hop\n---\nChữ.\n"
    ),
}
PAGES = (
    "",
    "thu/",
    "en/thu/",
    "tin-tuc/",
    "tin-tuc/thu/",
    "hop/",
    "danh-muc/tin/",
    "en/category/tin/",
    "the/",
    "the/thue/",
    "so-sanh/",
    "so-sanh/bang/",
    "en/comparisons/bang/",
    "luu-tru/2026/11/",
    "so-do/",
)


@pytest.fixture(scope="module")
def reader(build: Build) -> Reader:
    """The built site."""
    return Reader(build(FILES))


@pytest.mark.parametrize("address", PAGES)
def test_no_field_makes_an_element(reader: Reader, address: str) -> None:
    """The page has its own two scripts and no other, and no picture of the field."""
    page = reader.page(address)
    scripts = [script.get("type") or "own" for script in page.iter("script")]

    assert scripts == ["application/ld+json", "own"]
    assert [element for element in page.iter() if element.get("src") == "x"] == []
    assert "{{ 7 * 7 }}" in words(page.find("head/title"))


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("thu/", ".//h1"),
        ("thu/", ".//article/header/p[@class='lead']"),
        ("thu/", ".//section[@data-part='sources']//cite"),
        ("tin-tuc/", ".//ol[@class='entries']/li/h2/a"),
        ("danh-muc/tin/", ".//h1"),
        ("so-sanh/bang/", ".//caption"),
        ("so-sanh/bang/", ".//tbody//th"),
        ("hop/", ".//h1"),
    ],
)
def test_markup_in_a_field_is_shown_as_it_was_typed(
    reader: Reader, address: str, path: str
) -> None:
    """Every sign of it, braces and percent signs too."""
    assert words(reader.page(address).find(path)) == HOSTILE


def test_attributes_hold_the_text_as_it_was_typed(reader: Reader) -> None:
    """The description and the labels of cards."""
    page = reader.page("thu/")

    assert page.find("head/meta[@name='description']").get("content") == HOSTILE
    assert page.find("head/meta[@property='og:title']").get("content").startswith(HOSTILE)
    assert page.find(".//td").get("data-label") == HOSTILE


def test_structured_data_holds_the_text_as_it_was_typed(reader: Reader) -> None:
    """The script of a page is one valid document, whatever the title says."""
    found = reader.data("thu/")[0]

    assert found["@type"] == "Article"
    assert found["headline"] == HOSTILE
    assert found["author"]["name"] == HOSTILE
    assert found["datePublished"] == "2026-11-20T10:55+07:00"
    assert found["dateModified"] == "2026-11-21"


def test_an_expression_in_a_body_stays_text(reader: Reader) -> None:
    """Texts are data and never templates."""
    first = reader.page("thu/").find(".//div[@class='body']/p")

    assert words(first) == "{{ view }} {% include 'base.html' %}"


def test_one_table_twice_on_a_page_has_distinct_ids(reader: Reader) -> None:
    """Each caption and each note has an id of its own, and each note's link finds its own."""
    for address in ("thu/", "en/thu/"):
        page = reader.page(address)
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        targets = [
            link.get("href").removeprefix("#")
            for link in page.iter("a")
            if link.get("class") == "note-ref"
        ]

        assert len(page.findall(".//table[@data-comparison='bang']")) == 2
        assert len(ids) == len(set(ids))
        assert len(set(targets)) == 2
        assert set(targets) <= set(ids)


def test_the_feed_is_valid_atom(reader: Reader) -> None:
    """Every element that the standard asks for, full addresses, RFC 3339 times, plain text."""
    feed = ET.fromstring(reader.text("feed.atom"))
    entries = feed.findall(f"{ATOM}entry")

    def text(parent: ET.Element, name: str) -> str:
        (found,) = parent.findall(f"{ATOM}{name}")
        return found.text or ""

    assert feed.tag == f"{ATOM}feed"
    assert text(feed, "id") == "https://mau.example/feed.atom"
    assert text(feed, "title") == HOSTILE
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == HOSTILE
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "self": "https://mau.example/feed.atom",
        "alternate": "https://mau.example/",
    }
    assert text(feed, "updated") == max(text(entry, "updated") for entry in entries)
    assert len({text(entry, "id") for entry in entries}) == len(entries) == 3
    for entry in entries:
        for name in ("updated", "published"):
            assert datetime.fromisoformat(text(entry, name)).utcoffset() is not None
            assert len(text(entry, name)) == len("2026-11-22T10:55:00+07:00")
        assert text(entry, "id").startswith("https://mau.example/")
    newest = next(entry for entry in entries if text(entry, "id") == "https://mau.example/thu/")
    assert (text(newest, "title"), text(newest, "summary")) == (HOSTILE, HOSTILE)
    assert text(newest, "updated") == "2026-11-21T00:00:00+07:00"


def test_an_empty_feed_is_valid_too(reader: Reader) -> None:
    """It has a time all the same: the standard asks for one."""
    feed = ET.fromstring(reader.text("en/feed.atom"))

    assert datetime.fromisoformat(feed.findtext(f"{ATOM}updated") or "").tzinfo is not None


def test_every_xml_file_is_well_formed(reader: Reader) -> None:
    """Feeds and the sitemap can be parsed."""
    found = [path for path in reader.folder.rglob("*") if path.suffix in {".xml", ".atom"}]

    assert len(found) == 3
    for path in found:
        ET.fromstring(path.read_bytes())
