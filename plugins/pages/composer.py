"""The means with which the pages of one edition are composed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from markupsafe import Markup

from plugins.articles.article import Article, Version
from plugins.comparisons.view import Label, label
from plugins.languages.dates import Moment, format_day, format_moment
from plugins.languages.language import Lang
from plugins.pages import addresses
from plugins.pages.assets import Assets
from plugins.pages.edition import Edition
from plugins.pages.render import Renderer
from plugins.pages.site import Site
from plugins.pages.views import ContactView, ItemView, LinkView, SourceView, TimeView
from plugins.portals.portal import Portal


@dataclass(frozen=True, slots=True)
class Page:
    """A finished file; `origin` is the content path that explains it, empty for the theme.

    `twin` is its address in the other language, None without one. `indexed` pages stand in the sitemap with the day `changed`, when that is known.
    """

    address: str
    content: bytes
    origin: str
    lang: Lang | None = None
    twin: str | None = None
    indexed: bool = False
    changed: str = ""


@dataclass(frozen=True)
class Composer:
    """One edition of a portal with what its pages share.

    `latest_news` is how many items the list beside every page has; `parts` holds finished pieces
    by name, depth and variant.
    """

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
    elsewhere: Callable[[str], str]
    latest_news: int
    parts: dict[tuple[str, str, str], Markup] = field(default_factory=dict)

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
            self.label(category.get(self.lang)) if category else None,
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
