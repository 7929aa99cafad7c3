"""What machines read: the Atom feed, the sitemap, robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final
from xml.sax.saxutils import escape

from msgspec import Struct

from plugins.languages.language import Lang, other
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft, fixed
from plugins.portals.portal import Portal

FEED_ENTRIES: Final = 20
# The protocol allows 50,000 addresses in one file.
SITEMAP_ENTRIES: Final = 45_000


class FeedEntry(Struct, frozen=True):
    """One entry: `updated` and `published` are RFC 3339 times."""

    title: str
    url: str
    summary: str
    category: str
    published: str
    updated: str


class FeedView(Struct, frozen=True):
    """The feed of one edition."""

    lang: Lang
    title: str
    author: str
    url: str
    home: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feed_page(composer: Composer) -> Draft:
    """The newest articles and news that are written in this language."""
    lang = composer.lang
    identity = composer.portal.identity
    newest = [version for version in composer.edition.dated if version.lang == lang]
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
    make = partial(composer.rendered, "feed.xml", view)
    return Draft(addresses.feed(lang), composer.portal.path, repr(view), make, composer)


def sitemap_pages(portal: Portal, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """`sitemap.xml`, in parts when there are many pages."""
    base = portal.identity.url
    entries = [
        _sitemap_entry(base, draft)
        for draft in sorted(drafts, key=lambda draft: draft.address)
        if draft.indexed
    ]
    parts = [
        entries[start : start + SITEMAP_ENTRIES]
        for start in range(0, max(1, len(entries)), SITEMAP_ENTRIES)
    ]
    if len(parts) == 1:
        yield fixed("sitemap.xml", portal.path, _urlset(parts[0]))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield fixed(name, portal.path, _urlset(part))
    listed = "".join(f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in names)
    yield fixed("sitemap.xml", portal.path, _document("sitemapindex", "", listed))


def robots_page(portal: Portal) -> Draft:
    """`robots.txt`, which hides nothing."""
    text = f"User-agent: *\nDisallow:\n\nSitemap: {portal.identity.url}sitemap.xml\n"
    return fixed("robots.txt", portal.path, text.encode())


def _sitemap_entry(base: str, page: Draft) -> str:
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
