"""What machines read: the Atom feed, the sitemap, robots.txt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final
from xml.sax.saxutils import escape

from msgspec import Struct

from plugins.languages.language import Lang, other
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft, fixed
from plugins.pages.holes import Own
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
    entries = _feed_entries(composer)
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


def _feed_entries(composer: Composer) -> tuple[FeedEntry, ...]:
    lang = composer.lang
    newest = [version for version in composer.edition.dated if version.lang == lang]
    names = composer.site.vocabulary.categories
    return tuple(
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


def sitemap_pages(composer: Composer, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """`sitemap.xml`, in parts when there are many pages."""
    entries = [
        _sitemap_entry(draft)
        for draft in sorted(drafts, key=lambda draft: draft.address)
        if draft.indexed
    ]
    parts = [
        entries[start : start + SITEMAP_ENTRIES]
        for start in range(0, max(1, len(entries)), SITEMAP_ENTRIES)
    ]
    if len(parts) == 1:
        yield _composed(composer, "sitemap.xml", _urlset(parts[0]))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _composed(composer, name, _urlset(part))
    listed = "".join(f"<sitemap><loc>{Own.URL}{name}</loc></sitemap>\n" for name in names)
    yield _composed(composer, "sitemap.xml", _document("sitemapindex", "", listed))


def _composed(composer: Composer, address: str, text: str) -> Draft:
    """A file whose text is known, but for the portal's URL: the same text serves many portals."""
    basis = hashlib.sha256(text.encode()).hexdigest()
    return Draft(address, composer.portal.path, basis, lambda: text, composer)


def robots_page(portal: Portal) -> Draft:
    """`robots.txt`, which hides nothing."""
    text = f"User-agent: *\nDisallow:\n\nSitemap: {portal.identity.url}sitemap.xml\n"
    return fixed("robots.txt", portal.path, text.encode())


def _sitemap_entry(page: Draft) -> str:
    links = ""
    if page.twin is not None and page.lang:
        pair = {page.lang: page.address, other(page.lang): page.twin}
        langs = (("vi", pair["vi"]), ("en", pair["en"]), ("x-default", pair["vi"]))
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href="{Own.URL}{escape(address)}"/>'
            for lang, address in langs
        )
    changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
    return f"<url><loc>{Own.URL}{escape(page.address)}</loc>{changed}{links}</url>\n"


def _urlset(entries: list[str]) -> str:
    namespace = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return _document("urlset", namespace, "".join(entries))


def _document(root: str, namespaces: str, inside: str) -> str:
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{schema}"{namespaces}>\n'
        f"{inside}</{root}>\n"
    )
