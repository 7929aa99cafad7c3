"""The means with which the pages of one edition are composed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from markupsafe import Markup
from msgspec import Struct, field

from plugins.articles.article import Article, Version
from plugins.comparisons.view import Label, label
from plugins.languages.dates import Moment, format_day, format_moment
from plugins.languages.language import Lang
from plugins.pages import addresses
from plugins.pages.assets import Assets
from plugins.pages.edition import Edition
from plugins.pages.holes import ROOT
from plugins.pages.reads import Read, Reads
from plugins.pages.render import Renderer
from plugins.pages.site import Site
from plugins.pages.views import ContactView, ItemView, LinkView, SourceView, TimeView
from plugins.portals.portal import Portal
from plugins.translations.choice import shown_version

# Not an address: what is composed for it may stand on every page.
ANY_PAGE: Final = ROOT


class Composer(Struct, frozen=True, dict=True):
    """One edition of a portal with what its pages share.

    `latest_news` is how many items the list beside every page has. Whatever a page shows is asked
    of the methods here, which note it in `reads`; `pieces` holds finished pieces of pages with
    what they were made from.
    """

    site: Site
    portal: Portal
    editions: Mapping[Lang, Edition]
    lang: Lang
    clock: datetime
    renderer: Renderer
    assets: Assets
    nearest: Callable[[str], Sequence[str]]
    elsewhere: Callable[[str], str]
    latest_news: int
    reads: Reads = field(default_factory=Reads)
    pieces: dict[tuple[str, ...], tuple[Markup, tuple[Read, ...]]] = field(default_factory=dict)

    @property
    def edition(self) -> Edition:
        """What is shown in this language."""
        return self.editions[self.lang]

    def gettext(self, message: str) -> str:
        """An interface text in this language."""
        self.reads.add("word", message)
        return self.renderer.catalogs[self.lang].gettext(message)

    def rendered(self, template: str, view: object) -> str:
        """What a template makes of a view."""
        self.reads.add("template", template)
        return self.renderer.text(template, self.lang, view)

    def piece(self, key: tuple[str, ...], make: Callable[[], Markup]) -> Markup:
        """A piece that several pages show, made once."""
        if key not in self.pieces:
            with self.reads.noted() as reads:
                self.pieces[key] = make(), tuple(reads)
        made, reads_of_it = self.pieces[key]
        self.reads.again(reads_of_it)
        return made

    def url(self, address: str) -> str:
        """The full URL of an address of this portal."""
        return self.portal.identity.url + address

    def href(self, page: str, address: str) -> str:
        """What leads from the page at the address `page` to `address`."""
        if page == ANY_PAGE:
            return ROOT + address
        return addresses.root_of(page) + address or "./"

    def time(self, moment: Moment | None) -> TimeView | None:
        """A moment as readers of this language write it."""
        return TimeView(moment.iso(), format_moment(moment, self.lang)) if moment else None

    def day(self, moment: Moment | None) -> TimeView | None:
        """A moment without its hour."""
        return TimeView(moment.iso(), format_day(moment.value, self.lang)) if moment else None

    def item(self, page: str, version: Version) -> ItemView:
        """An entry of a list on the page at the address `page`."""
        self.reads.add("item", version.path)
        return ItemView(
            version.title,
            self.href(page, addresses.text(version, self.lang)),
            version.summary,
            self.category(version.category),
            self.foreign(version),
            self.time(version.date),
            version.pinned,
        )

    def foreign(self, version: Version) -> Lang | None:
        """The language of a version where it is not that of the page."""
        return None if version.lang == self.lang else version.lang

    def lead_picture(self, version: Version) -> str:
        """The address of the picture above a text, or an empty text."""
        return self.picture(version.image) if version.image else ""

    def picture(self, path: str) -> str:
        """The address of the picture at a content path."""
        self.reads.add("picture", path)
        return self.assets.picture(path)

    def category(self, name: str) -> Label | None:
        """The name of a category; None for a page, which has none."""
        found = self.site.vocabulary.categories.get(name)
        if found is None:
            return None
        self.reads.add("category", name)
        return self.label(found.get(self.lang))

    def tag(self, name: str) -> Label:
        """The name of a tag."""
        self.reads.add("tag", name)
        return self.label(self.site.vocabulary.tags[name].get(self.lang))

    def article(self, version: Version) -> Article:
        """The article that `version` is one version of, with the others."""
        article = self.site.by_path[version.path]
        self.reads.add("article", article.id)
        return article

    def in_language(self, lang: Lang, version: Version) -> Version | None:
        """What readers of `lang` are shown of an article of which this edition shows `version`."""
        return shown_version(self.article(version), lang, self.clock)

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

    def version(self, path: str) -> Version:
        """The version that the content file at `path` holds."""
        return next(one for one in self.site.by_path[path].versions.values() if one.path == path)

    def source(self, name: str) -> SourceView:
        """A source of the registry."""
        self.reads.add("source", name)
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
        self.reads.add("contact")
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
