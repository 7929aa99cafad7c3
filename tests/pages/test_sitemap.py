"""The sitemap and robots.txt."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.languages.fields import LocalText
from plugins.pages import feeds
from plugins.pages.drafts import Draft
from plugins.pages.feeds import robots_page, sitemap_pages
from plugins.pages.holes import Own
from plugins.portals.portal import Identity, Portal

BASE = "https://mau.example/xa/"
NAME = LocalText(vi="Cổng xã Mẫu")
PORTAL = Portal("xa", Identity(name=NAME, agency=NAME, url=BASE))
# Of its composer a sitemap needs the portal alone.
COMPOSER: Any = SimpleNamespace(portal=PORTAL)
SCHEMA = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def page(address: str, lang: str = "vi", **fields: Any) -> Draft:
    """A page that stands in the sitemap."""
    edition: Any = SimpleNamespace(lang=lang)
    shown = {"indexed": True, **fields}
    return Draft(address, PORTAL.path, "", lambda: b"", edition, **shown)


def written(draft: Draft) -> str:
    """The text of a file with the portal's URL in its place."""
    made = draft.make()
    assert isinstance(made, str)
    return made.replace(Own.URL, BASE)


def entries(xml: str) -> list[dict[str, str]]:
    """What a sitemap says of each page, the addresses of its languages by their codes."""
    return [
        {
            **{child.tag.removeprefix(SCHEMA): child.text or "" for child in url if child.text},
            **{link.attrib["hreflang"]: link.attrib["href"] for link in url.iter(LINK)},
        }
        for url in ET.fromstring(xml)
    ]


def test_indexed_pages_are_listed_by_address() -> None:
    """Files, error pages and pages that stand in for a translation are left out."""
    pages = [
        page("tin-tuc/", changed="2026-11-22"),
        page(""),
        page("404.html", indexed=False),
        page("a/", changed="2026-11-22T10:55+07:00"),
    ]
    (found,) = sitemap_pages(COMPOSER, pages)

    assert found.address == "sitemap.xml"
    assert entries(written(found)) == [
        {"loc": BASE},
        {"loc": f"{BASE}a/", "lastmod": "2026-11-22T10:55+07:00"},
        {"loc": f"{BASE}tin-tuc/", "lastmod": "2026-11-22"},
    ]


def test_translations_name_each_other() -> None:
    """A page with a translation lists both, and Vietnamese for everybody else."""
    (found,) = sitemap_pages(
        COMPOSER, [page("a/", twin="en/b/"), page("en/b/", lang="en", twin="a/")]
    )
    both = {"vi": f"{BASE}a/", "en": f"{BASE}en/b/", "x-default": f"{BASE}a/"}

    assert entries(written(found)) == [
        {"loc": f"{BASE}a/", **both},
        {"loc": f"{BASE}en/b/", **both},
    ]


def test_an_empty_sitemap_is_still_one() -> None:
    """Robots.txt names the file, so it must be there."""
    (found,) = sitemap_pages(COMPOSER, [])

    assert entries(written(found)) == []


def test_many_pages_are_split_into_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit of one file there are several, and an index of them."""
    monkeypatch.setattr(feeds, "SITEMAP_ENTRIES", 2)
    found = {one.address: written(one) for one in sitemap_pages(COMPOSER, map(page, "abcde"))}

    assert sorted(found) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert [one["loc"] for one in entries(found["sitemap.xml"])] == [
        f"{BASE}sitemap-{number}.xml" for number in (1, 2, 3)
    ]
    listed = [len(entries(found[f"sitemap-{number}.xml"])) for number in (1, 2, 3)]
    assert listed == [2, 2, 1]


@pytest.mark.parametrize(("count", "files"), [(2, 1), (3, 3)])
def test_the_limit_itself_fits_into_one_file(
    count: int, files: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exactly as many pages as a file may hold need no index."""
    monkeypatch.setattr(feeds, "SITEMAP_ENTRIES", 2)

    assert len(list(sitemap_pages(COMPOSER, map(page, "abc"[:count])))) == files


def test_robots_may_read_all() -> None:
    """Nothing is hidden, and the sitemap is named by its full address."""
    assert robots_page(PORTAL).make() == (
        b"User-agent: *\nDisallow:\n\nSitemap: https://mau.example/xa/sitemap.xml\n"
    )
