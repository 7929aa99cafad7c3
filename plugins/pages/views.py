"""What pages show: frozen plain values, the only thing that templates see.

An `href` is relative to the page; a `lang` is given only where a text is not in the language of
the page around it.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from plugins.comparisons.view import Label, TableView
from plugins.languages.language import Lang


@dataclass(frozen=True, slots=True)
class TimeView:
    """A moment for machines (`iso`) and for people."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link; `count` is how many things are behind it, `current` that it leads to here."""

    text: str
    href: str
    lang: Lang | None = None
    current: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class ItemView:
    """An article in a list; `lang` is given when it is not yet translated."""

    title: str
    href: str
    summary: str
    category: Label | None
    lang: Lang | None = None
    time: TimeView | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class ContactView:
    """Who publishes the portal; None where it is not supplied."""

    agency: Label
    responsible: Label | None
    address: Label | None
    phone: str | None
    phone_href: str
    email: str | None


@dataclass(frozen=True, slots=True)
class MastheadView:
    """Who publishes this page, and the main links."""

    name: Label
    agency: Label
    home: str
    icon: str
    nav: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class LatestView:
    """The latest news."""

    items: tuple[ItemView, ...]
    all_news: str


@dataclass(frozen=True, slots=True)
class FooterView:
    """The end of every page."""

    name: Label
    contact: ContactView
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class FrameView:
    """What stands around the content of every page."""

    lang: Lang
    title: str
    site_name: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    indexed: bool
    kind: str
    published: str
    modified: str
    image: str
    json_ld: Markup
    crumbs: tuple[LinkView, ...]
    switch: LinkView
    feed: str
    stylesheet: str
    script: str
    icon: str
    theme_colour: str
    base: str
    here: str
    masthead: Markup
    latest: Markup
    footer: Markup


@dataclass(frozen=True, slots=True)
class SourceView:
    """One numbered source; `published` is None when the date is not known."""

    title: Label
    publisher: Label
    published: TimeView | None
    note: Label | None
    url: str | None


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table with the sources of its notes and the links that belong to it."""

    table: TableView
    sources: tuple[SourceView, ...]
    page: str
    csv: str
    json: str


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A translation that is missing, or outdated when the two dates are given."""

    original: LinkView
    original_lang: Lang
    translated_from: TimeView | None = None
    changed: TimeView | None = None


@dataclass(frozen=True, slots=True)
class TextView:
    """An article, a news item, or a page."""

    frame: FrameView
    title: str
    summary: str
    lang: Lang | None
    notice: NoticeView | None
    author: str
    publishers: tuple[Label, ...]
    published: TimeView | None
    modified: TimeView | None
    minutes: int
    image: str
    headings: tuple[LinkView, ...]
    body: Markup
    is_headline: bool
    sources: tuple[SourceView, ...]
    tags: tuple[LinkView, ...]
    related: tuple[ItemView, ...]
    contact: ContactView | None


@dataclass(frozen=True, slots=True)
class ListView:
    """A page of a list; `groups` lead to its parts, `pages` to its other pages."""

    frame: FrameView
    title: str
    title_lang: Lang | None
    intro: str
    items: tuple[ItemView, ...]
    groups_title: str
    groups: tuple[LinkView, ...]
    pages: tuple[LinkView, ...]
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """Links under a heading; `more` leads to all of them."""

    title: str
    lang: Lang | None
    items: tuple[ItemView, ...]
    links: tuple[LinkView, ...]
    more: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page of a portal."""

    frame: FrameView
    lead: ItemView | None
    help: tuple[LinkView, ...]
    sections: tuple[SectionView, ...]
    comparisons: tuple[LinkView, ...]
    all_comparisons: str


@dataclass(frozen=True, slots=True)
class SectionsView:
    """A page of sections of links: the site map, the archive, all tags."""

    frame: FrameView
    title: str
    intro: str
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The page of one comparison."""

    frame: FrameView
    title: Label
    summary: str
    table: Markup
    used_in: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class MovedView:
    """A page at an old address."""

    frame: FrameView
    target: LinkView
