"""What machines read: the Atom feed, the sitemap, robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from plugins.languages.language import Lang, other
from plugins.pages import addresses
from plugins.pages.composer import Composer, Page
from plugins.portals.portal import Portal

FEED_ENTRIES: Final = 20
# The protocol allows 50,000 addresses in one file.
SITEMAP_ENTRIES: Final = 45_000


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry: `updated` and `published` are RFC 3339 times."""

    title: str
    url: str
    summary: str
    category: str
    published: str
    updated: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """The feed of one edition."""

    lang: Lang
    title: str
    author: str
    url: str
    home: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feed_page(composer: Composer) -> Page:
    """The newest articles and news that are written in this language."""
    lang = composer.lang
    identity = composer.portal.identity
    newest = [version for version in composer.edition.dated() if version.lang == lang]
    names = composer.site.vocabulary.categories
    entries = tuple(
        FeedEntry(
            version.title,
            composer.url(addresses.text(version, lang)),
            version.summary,
            names[version.category].text(lang),
            version.date.value.isoformat(),
            (version.modified or version.date).value.isoformat(),
        )
        for version in newest[:FEED_ENTRIES]
        if version.date
    )
    view = FeedView(
        lang,
        identity.name.text(lang),
        identity.agency.text(lang),
        composer.url(addresses.feed(lang)),
        composer.url(addresses.home(lang)),
        max((entry.updated for entry in entries), default="1970-01-01T00:00:00Z"),
        entries,
    )
    content = composer.renderer.page("feed.xml", lang, view)
    return Page(addresses.feed(lang), content, composer.portal.path)


def sitemap_pages(portal: Portal, pages: Iterable[Page]) -> Iterator[Page]:
    """`sitemap.xml`, in parts when there are many pages."""
    base = portal.identity.url
    entries = [
        _sitemap_entry(base, page)
        for page in sorted(pages, key=lambda page: page.address)
        if page.indexed
    ]
    parts = [
        entries[start : start + SITEMAP_ENTRIES]
        for start in range(0, max(1, len(entries)), SITEMAP_ENTRIES)
    ]
    if len(parts) == 1:
        yield Page("sitemap.xml", _urlset(parts[0]), portal.path)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield Page(name, _urlset(part), portal.path)
    listed = "".join(f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in names)
    yield Page("sitemap.xml", _document("sitemapindex", "", listed), portal.path)


def robots_page(portal: Portal) -> Page:
    """`robots.txt`, which hides nothing."""
    text = f"User-agent: *\nDisallow:\n\nSitemap: {portal.identity.url}sitemap.xml\n"
    return Page("robots.txt", text.encode(), portal.path)


def _sitemap_entry(base: str, page: Page) -> str:
    links = ""
    if page.twin is not None and page.lang:
        pair = {page.lang: page.address, other(page.lang): page.twin}
        langs = (("vi", pair["vi"]), ("en", pair["en"]), ("x-default", pair["vi"]))
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(base + address)}"/>'
            for lang, address in langs
        )
    changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
    return f"<url><loc>{escape(base + page.address)}</loc>{changed}{links}</url>\n"


def _urlset(entries: list[str]) -> bytes:
    namespace = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return _document("urlset", namespace, "".join(entries))


def _document(root: str, namespaces: str, inside: str) -> bytes:
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{schema}"{namespaces}>\n'
        f"{inside}</{root}>\n"
    ).encode()
