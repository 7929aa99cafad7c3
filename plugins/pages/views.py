"""What pages show: frozen plain values, the only thing that templates see.

An `href` is relative to the page; a `lang` is given only where a text is not in the language of
the page around it.
"""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from plugins.comparisons.view import Label, TableView
from plugins.languages.language import Lang


class TimeView(Struct, frozen=True):
    """A moment for machines (`iso`) and for people."""

    iso: str
    text: str


class LinkView(Struct, frozen=True):
    """A link; `count` is how many things are behind it, `current` that it leads to here."""

    text: str
    href: str
    lang: Lang | None = None
    current: bool = False
    count: int = 0


class ItemView(Struct, frozen=True):
    """An article in a list; `lang` is given when it is not yet translated."""

    title: str
    href: str
    summary: str
    category: Label | None
    lang: Lang | None = None
    time: TimeView | None = None
    pinned: bool = False


class ContactView(Struct, frozen=True):
    """Who publishes the portal; None where it is not supplied."""

    agency: Label
    responsible: Label | None
    address: Label | None
    phone: str | None
    phone_href: str
    email: str | None


class MastheadView(Struct, frozen=True):
    """Who publishes this page, and the main links."""

    name: Label
    agency: Label
    home: str
    icon: str
    search: str
    nav: tuple[LinkView, ...]


class LatestView(Struct, frozen=True):
    """The latest news."""

    items: tuple[ItemView, ...]
    all_news: str


class FooterView(Struct, frozen=True):
    """The end of every page."""

    name: Label
    contact: ContactView
    links: tuple[LinkView, ...]
    proof_script: str


class FrameView(Struct, frozen=True):
    """What stands around the content of every page."""

    lang: Lang
    title: str
    site_name: str
    description: str
    canonical: str
    code: str
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
    manifest: str
    stylesheet: str
    script: str
    icon: str
    theme_colour: str
    base: str
    here: str
    masthead: Markup
    latest: Markup
    footer: Markup


class SourceView(Struct, frozen=True):
    """One numbered source; `published` is None when the date is not known."""

    title: Label
    publisher: Label
    published: TimeView | None
    note: Label | None
    url: str | None


class ShownTable(Struct, frozen=True):
    """A table with the sources of its notes and the links that belong to it."""

    table: TableView
    sources: tuple[SourceView, ...]
    page: str
    csv: str
    json: str


class NoticeView(Struct, frozen=True):
    """A translation that is missing, or outdated when the two dates are given."""

    original: LinkView
    original_lang: Lang
    translated_from: TimeView | None = None
    changed: TimeView | None = None


class TextView(Struct, frozen=True):
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
    picture: Markup
    headings: tuple[LinkView, ...]
    body: Markup
    is_headline: bool
    sources: tuple[SourceView, ...]
    tags: tuple[LinkView, ...]
    related: tuple[ItemView, ...]
    contact: ContactView | None


class ListView(Struct, frozen=True):
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


class SectionView(Struct, frozen=True):
    """Links under a heading; `more` leads to all of them."""

    title: str
    lang: Lang | None
    items: tuple[ItemView, ...]
    links: tuple[LinkView, ...]
    more: str


class HomeView(Struct, frozen=True):
    """The first page of a portal."""

    frame: FrameView
    lead: ItemView | None
    help: tuple[LinkView, ...]
    sections: tuple[SectionView, ...]
    comparisons: tuple[LinkView, ...]
    all_comparisons: str


class SectionsView(Struct, frozen=True):
    """A page of sections of links: the site map, the archive, all tags."""

    frame: FrameView
    title: str
    intro: str
    sections: tuple[SectionView, ...]


class OptionView(Struct, frozen=True):
    """One choice of a form: what is sent, and what readers see."""

    value: str
    label: Label


class SearchView(Struct, frozen=True):
    """The page on which readers search: `script` finds what they ask for, linked from `root`.

    `offline` is where the search can be kept, if it can.
    """

    frame: FrameView
    title: str
    intro: str
    script: str
    root: str
    categories: tuple[OptionView, ...]
    years: tuple[OptionView, ...]
    site_map: str
    offline: str = ""


class PackView(Struct, frozen=True):
    """What readers may keep at once: a category, all else, the index to search in, or everything.

    `packs` are the names of what is fetched for it; `href` leads to it, where one page does.
    """

    title: str
    lang: Lang | None
    packs: str
    href: str = ""


class OfflineView(Struct, frozen=True):
    """The page on which readers keep others; `script` does it. `twin` keeps the other language."""

    frame: FrameView
    title: str
    intro: str
    script: str
    packs: tuple[PackView, ...]
    twin: LinkView


class ComparisonView(Struct, frozen=True):
    """The page of one comparison."""

    frame: FrameView
    title: Label
    summary: str
    table: Markup
    used_in: tuple[ItemView, ...]


class MovedView(Struct, frozen=True):
    """A page at an old address."""

    frame: FrameView
    target: LinkView
