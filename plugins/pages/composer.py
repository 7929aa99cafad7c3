"""The means with which the pages of one edition are composed."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, TypeAlias
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from plugins.articles.article import Article, Version
from plugins.comparisons.model import Comparison
from plugins.comparisons.view import Label, label, table_view
from plugins.languages.dates import Moment, format_day, format_moment
from plugins.languages.language import Lang, other
from plugins.markup.body import ComparisonSlot, LinkSlot, fill
from plugins.news.latest import latest
from plugins.pages import addresses
from plugins.pages.assets import Assets
from plugins.pages.edition import Edition
from plugins.pages.render import Renderer
from plugins.pages.site import Site
from plugins.pages.structured import breadcrumbs, graph, organization
from plugins.pages.views import (
    ContactView,
    FooterView,
    FrameView,
    ItemView,
    LatestView,
    LinkView,
    MastheadView,
    ShownTable,
    SourceView,
    TimeView,
)
from plugins.portals.portal import Portal

LATEST_NEWS: Final = 8
_FOOTER_PAGES: Final = ("about", "contact", "help", "accessibility", "privacy")


# The words of a step on the way to a page, its address, and its language if another.
Crumb: TypeAlias = tuple[str, str, Lang | None]


@dataclass(frozen=True, slots=True)
class Page:
    """A finished file; `twin` is its address in the other language, '' without one.

    `indexed` pages stand in the sitemap with the day `changed`, when that is known.
    """

    address: str
    content: bytes
    lang: Lang | None = None
    twin: str = ""
    indexed: bool = False
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """What the frame of a page is made from.

    `twin` is the address of its real translation; `switch` where the language switch leads when
    it is not there.
    """

    address: str
    title: str
    description: str
    crumbs: tuple[Crumb, ...] = ()
    twin: str | None = None
    switch: str | None = None
    canonical: str = ""
    nav: str = ""
    kind: str = "website"
    published: str = ""
    modified: str = ""
    image: str = ""
    thing: dict[str, object] | None = None


@dataclass(frozen=True)
class Composer:
    """One edition of a portal with what its pages share; parts are rendered once a depth."""

    site: Site
    portal: Portal
    editions: Mapping[Lang, Edition]
    lang: Lang
    clock: datetime
    renderer: Renderer
    assets: Assets
    articles: Mapping[str, Article]
    shown: Mapping[Lang, Mapping[str, Version]]
    nearest: Mapping[str, Sequence[str]]
    elsewhere: Callable[[Version], str]
    _parts: dict[tuple[str, str, str], Markup] = field(default_factory=dict)

    @property
    def edition(self) -> Edition:
        """What is shown in this language."""
        return self.editions[self.lang]

    def gettext(self, message: str) -> str:
        """An interface text in this language."""
        return self.renderer.catalogs[self.lang].gettext(message)

    def url(self, address: str) -> str:
        """The full URL of an address of this portal."""
        return self.portal.identity.url + address

    # Links and small views

    def href(self, page: str, address: str) -> str:
        """What leads from the page at the address `page` to `address`."""
        return addresses.root_of(page) + address or "./"

    def time(self, moment: Moment | None) -> TimeView | None:
        """A moment as readers of this language write it."""
        return TimeView(moment.iso(), format_moment(moment, self.lang)) if moment else None

    def day(self, moment: Moment | None) -> TimeView | None:
        """A moment without its hour."""
        return TimeView(moment.iso(), format_day(moment.value, self.lang)) if moment else None

    def item(self, page: str, version: Version) -> ItemView:
        """An entry of a list on the page at the address `page`."""
        category = self.site.vocabulary.categories.get(version.category)
        return ItemView(
            version.title,
            self.href(page, addresses.text(version, self.lang)),
            version.summary,
            category.text(self.lang) if category else "",
            self.foreign(version),
            self.time(version.date),
            version.pinned,
        )

    def foreign(self, version: Version) -> Lang | None:
        """The language of a version where it is not that of the page."""
        return None if version.lang == self.lang else version.lang

    def lead_picture(self, version: Version) -> str:
        """The address of the picture above a text, or an empty text."""
        return self.assets.picture(version.image) if version.image else ""

    def items(self, page: str, versions: Sequence[Version]) -> tuple[ItemView, ...]:
        """Entries of a list."""
        return tuple(self.item(page, version) for version in versions)

    def page_links(self, page: str, keys: Iterable[str]) -> tuple[LinkView, ...]:
        """Links to those of the fixed pages `keys` that there are."""
        found = [self.edition.pages[key] for key in keys if key in self.edition.pages]
        return tuple(
            LinkView(
                version.title,
                self.href(page, addresses.text(version, self.lang)),
                self.foreign(version),
            )
            for version in found
        )

    def label(self, text: tuple[str, Lang]) -> Label:
        """A text with its language where that is not the page's."""
        return label(*text, self.lang)

    def source(self, name: str) -> SourceView:
        """A source of the registry."""
        file = self.site.sources[name].file
        return SourceView(
            self.label(file.title.get(self.lang)),
            self.label(file.publisher.get(self.lang)),
            self.day(file.published),
            self.label(file.note.get(self.lang)) if file.note else None,
            file.url,
        )

    def contact(self) -> ContactView:
        """Who publishes this portal."""
        identity = self.portal.identity
        responsible, address = identity.responsible, identity.address
        return ContactView(
            self.label(identity.agency.get(self.lang)),
            self.label(responsible.get(self.lang)) if responsible else None,
            self.label(address.get(self.lang)) if address else None,
            identity.phone,
            "tel:" + "".join(sign for sign in identity.phone or "" if sign in "+0123456789"),
            identity.email,
        )

    # Bodies

    def body(self, page: str, version: Version) -> Markup:
        """The text of a version with its links and tables filled in."""
        shown = 0

        def table(slot: ComparisonSlot) -> str:
            nonlocal shown
            shown += 1
            return self.table(page, self.site.comparisons[slot.id], shown)

        def link(slot: LinkSlot) -> str:
            return self.link(page, slot, version.lang)

        # Sanitised when it was converted.
        return Markup(fill(version.body.pieces, link, table))  # noqa: S704

    def table(self, page: str, comparison: Comparison, number: int) -> Markup:
        """A comparison, the `number`th of its page."""
        key = ("table", addresses.root_of(page) + comparison.id, str(number))
        if key not in self._parts:
            # A link may be written in either language; the words of a cell decide.
            view = table_view(
                comparison, self.lang, f"_t{number}", lambda slot: self.link(page, slot, self.lang)
            )
            own = addresses.comparison(self.lang, comparison.id)
            shown = ShownTable(
                view,
                tuple(self.source(name) for name in view.sources),
                self.href(page, own),
                self.href(page, f"{own}data.csv"),
                self.href(page, f"{own}data.json"),
            )
            self._parts[key] = self.renderer.part("parts/comparison.html", self.lang, shown)
        return self._parts[key]

    def link(self, page: str, slot: LinkSlot, written_in: Lang) -> str:
        """The escaped value of a link in a text that is written in `written_in`."""
        return html.escape(self._link(page, slot, written_in))

    def _link(self, page: str, slot: LinkSlot, written_in: Lang) -> str:
        if slot.kind == "static":
            return self.href(page, self.assets.picture(slot.target))
        if slot.kind == "file":
            return self._article_link(page, slot, written_in)
        return f"#{quote(slot.fragment)}" if slot.kind == "fragment" else slot.raw

    def _article_link(self, page: str, slot: LinkSlot, written_in: Lang) -> str:
        article = self.articles[slot.target]
        target = next(one for one in article.versions.values() if one.path == slot.target)
        # A link to the text's own language stays in the edition the reader is in.
        stays = target.lang == written_in or written_in not in article.versions
        lang = self.lang if stays else target.lang
        shown = self.shown[lang].get(article.id)
        if shown is None:
            return self.elsewhere(target)
        is_target = shown.path == slot.target
        fragment = f"#{quote(slot.fragment)}" if slot.fragment and is_target else ""
        return self.href(page, addresses.text(shown, lang)) + fragment

    # The frame

    def frame(self, shell: Shell) -> FrameView:
        """The frame of a page."""
        page, lang = shell.address, self.lang
        identity = self.portal.identity
        name = identity.name.text(lang)
        home_title: Crumb = (self.gettext("Home"), addresses.home(lang), None)
        crumbs = (home_title, *shell.crumbs) if page != addresses.home(lang) else ()
        twin = shell.twin
        base = urlsplit(identity.url).path if page == addresses.not_found(lang) else ""
        return FrameView(
            lang=lang,
            title=f"{shell.title} – {name}" if shell.title != name else name,
            site_name=name,
            description=shell.description,
            canonical=self.url(shell.canonical or page),
            alternates=self._alternates(page, twin) if not shell.canonical else (),
            indexed=not base,
            kind=shell.kind,
            published=shell.published,
            modified=shell.modified,
            image=self.url(shell.image) if shell.image else "",
            json_ld=self._json_ld(shell, crumbs),
            crumbs=tuple(
                LinkView(text, self.href(page, to) if to != page else "", text_lang, to == page)
                for text, to, text_lang in crumbs
            ),
            switch=self._switch(shell),
            feed=self.href(page, addresses.feed(lang)),
            stylesheet=self.href(page, self.assets.stylesheet),
            script=self.href(page, self.assets.script),
            icon=self.href(page, self.assets.icon),
            theme_colour=identity.colours.brand,
            base=base,
            here=page if base else "",
            masthead=self._masthead(page, shell.nav),
            latest=self._latest(page),
            footer=self._footer(page),
        )

    def _alternates(self, page: str, twin: str | None) -> tuple[tuple[str, str], ...]:
        if twin is None:
            return ()
        pair = {self.lang: page, other(self.lang): twin}
        urls = [(lang, self.url(pair[lang])) for lang in ("vi", "en")]
        return (*urls, ("x-default", self.url(pair["vi"])))

    def _switch(self, shell: Shell) -> LinkView:
        there = other(self.lang)
        wanted = shell.switch if shell.twin is None else shell.twin
        address = addresses.home(there) if wanted is None else wanted
        return LinkView("", self.href(shell.address, address), there)

    def _json_ld(self, shell: Shell, crumbs: Sequence[Crumb]) -> Markup:
        identity = self.portal.identity
        publisher = organization(identity.agency.text(self.lang), identity.url)
        thing = shell.thing or {"@type": "WebPage", "name": shell.title}
        page = {
            **thing,
            "url": self.url(shell.canonical or shell.address),
            "inLanguage": self.lang,
            "publisher": publisher,
        }
        path = [(text, self.url(address)) for text, address, _ in crumbs]
        return graph(page, breadcrumbs(path)) if path else graph(page)

    # Parts that many pages share

    def _part(self, name: str, page: str, variant: str, view: Callable[[], object]) -> Markup:
        key = (name, addresses.root_of(page), variant)
        if key not in self._parts:
            self._parts[key] = self.renderer.part(f"parts/{name}.html", self.lang, view())
        return self._parts[key]

    def _masthead(self, page: str, nav: str) -> Markup:
        def view() -> MastheadView:
            identity = self.portal.identity
            return MastheadView(
                self.label(identity.name.get(self.lang)),
                self.label(identity.agency.get(self.lang)),
                self.href(page, addresses.home(self.lang)),
                self.href(page, self.assets.icon),
                tuple(
                    LinkView(text, self.href(page, to), text_lang, name == nav)
                    for name, text, to, text_lang in self._nav()
                ),
            )

        return self._part("masthead", page, nav, view)

    def _nav(self) -> list[tuple[str, str, str, Lang | None]]:
        lang = self.lang
        lists = {
            "tin-tuc": (self.gettext("News"), addresses.news(lang)),
            "so-sanh": (self.gettext("Comparisons"), addresses.comparison(lang)),
            "luu-tru": (self.gettext("Archive"), addresses.archive(lang)),
            "so-do": (self.gettext("Site map"), addresses.site_map(lang)),
        }
        found: list[tuple[str, str, str, Lang | None]] = [
            ("home", self.gettext("Home"), addresses.home(lang), None)
        ]
        for name in self.portal.identity.nav:
            category = self.site.vocabulary.categories.get(name)
            page = self.edition.pages.get(name)
            if name in lists:
                found.append((name, *lists[name], None))
            elif category:
                shown = self.label(category.get(lang))
                found.append((name, shown.text, addresses.category(lang, name), shown.lang))
            elif page:
                address = addresses.text(page, lang)
                found.append((name, page.title, address, self.foreign(page)))
        return found

    def _latest(self, page: str) -> Markup:
        def view() -> LatestView:
            newest = latest(self.edition.news, LATEST_NEWS)
            return LatestView(self.items(page, newest), self.href(page, addresses.news(self.lang)))

        return self._part("latest-news", page, "", view)

    def _footer(self, page: str) -> Markup:
        def view() -> FooterView:
            lists = (
                (self.gettext("Site map"), addresses.site_map(self.lang)),
                (self.gettext("Archive"), addresses.archive(self.lang)),
                (self.gettext("Atom feed"), addresses.feed(self.lang)),
            )
            links = tuple(LinkView(text, self.href(page, to)) for text, to in lists)
            name = self.label(self.portal.identity.name.get(self.lang))
            return FooterView(name, self.contact(), self.page_links(page, _FOOTER_PAGES) + links)

        return self._part("footer", page, "", view)
