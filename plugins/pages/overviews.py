"""The pages that lead to the others: home, site map, archive, all tags, all categories."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from plugins.articles.article import Version
from plugins.languages.collation import index_letter, sort_key
from plugins.languages.dates import format_month
from plugins.languages.language import Lang, other
from plugins.pages import addresses
from plugins.pages.comparison_pages import comparison_links
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft
from plugins.pages.frames import Shell, frame
from plugins.pages.lists import by_year_and_month, group_by, tagged
from plugins.pages.offline import offline_page
from plugins.pages.search import search_page
from plugins.pages.views import HomeView, LinkView, SectionsView, SectionView

_SECTION_ITEMS: Final = 3
_SITE_MAP_ITEMS: Final = 10
_FIRST_PAGES: Final = ("about", "contact", "help")
_HELP_PAGES: Final = ("help", "accessibility", "contact")


def overview_pages(composer: Composer) -> Iterator[Draft]:
    """The overviews of an edition."""
    yield from (make(composer) for make in _made(composer).values())


def overview_page(composer: Composer, address: str) -> Draft | None:
    """The one of `overview_pages` at an address."""
    made = (make for place, make in _made(composer).items() if place(composer.lang) == address)
    return next((make(composer) for make in made), None)


def overview_addresses(composer: Composer) -> tuple[str, ...]:
    """Where the overviews of an edition stand."""
    return tuple(place(composer.lang) for place in _made(composer))


def _made(composer: Composer) -> Mapping[Callable[[Lang], str], Callable[[Composer], Draft]]:
    if composer.portal.identity.offline:
        return {**_OVERVIEWS, addresses.offline: offline_page}
    return _OVERVIEWS


def _home(composer: Composer) -> Draft:
    lang = composer.lang
    page = addresses.home(lang)
    name = composer.portal.identity.name.text(lang)
    agency = composer.portal.identity.agency.text(lang)
    description = composer.gettext("Official information of the %(agency)s.") % {"agency": agency}
    shell = Shell(
        page,
        name,
        description,
        twin=addresses.home(other(lang)),
        nav="home",
        thing={"@type": "WebSite", "name": name, "description": description},
    )
    lead, others = _led(composer.edition.articles)
    view = HomeView(
        frame(composer, shell),
        composer.item(page, lead) if lead else None,
        composer.page_links(page, _HELP_PAGES),
        _category_sections(composer, page, others, _SECTION_ITEMS),
        comparison_links(composer, page),
        composer.href(page, addresses.comparison(lang)),
    )
    return _overview(composer, shell, "home.html", view)


def _led(articles: Sequence[Version]) -> tuple[Version | None, list[Version]]:
    """The text that comes before all, a pinned one or the newest, and the others."""
    pinned = (version for version in articles if version.pinned)
    lead = next(chain(pinned, articles), None)
    return lead, [version for version in articles if version is not lead]


def _overview(
    composer: Composer, shell: Shell, template: str, view: HomeView | SectionsView
) -> Draft:
    """A page that shows something of everything: its view tells whether it is another."""
    make = partial(composer.rendered, template, view)
    origin = composer.portal.path
    return Draft(shell.address, origin, repr(view), make, composer, shell.twin, indexed=True)


def _site_map(composer: Composer) -> Draft:
    lang = composer.lang
    page = addresses.site_map(lang)
    sections = (
        _pages_section(composer, page),
        _lists_section(composer, page),
        *_category_sections(composer, page, composer.edition.dated, _SITE_MAP_ITEMS),
        SectionView(
            composer.gettext("Comparisons"),
            None,
            (),
            comparison_links(composer, page),
            composer.href(page, addresses.comparison(lang)),
        ),
    )
    title = composer.gettext("Site map")
    intro = composer.gettext("The parts of this portal, with the newest texts of each topic.")
    shell = Shell(page, title, intro, twin=addresses.site_map(other(lang)), nav="so-do")
    return _sections_page(composer, shell, sections)


def _pages_section(composer: Composer, page: str) -> SectionView:
    known = (key for key in composer.edition.pages if key != addresses.NOT_FOUND_PAGE)
    pages = sorted(known, key=lambda key: (key not in _FIRST_PAGES, key))
    return SectionView(composer.gettext("Pages"), None, (), composer.page_links(page, pages), "")


def _lists_section(composer: Composer, page: str) -> SectionView:
    lang = composer.lang
    lists = (
        (composer.gettext("News"), addresses.news(lang)),
        (composer.gettext("Archive"), addresses.archive(lang)),
        (composer.gettext("Search"), addresses.search(lang)),
        (composer.gettext("All categories"), addresses.category(lang)),
        (composer.gettext("All tags"), addresses.tag(lang)),
        (composer.gettext("Atom feed"), addresses.feed(lang)),
    )
    links = tuple(LinkView(text, composer.href(page, to)) for text, to in lists)
    return SectionView(composer.gettext("Lists"), None, (), links, "")


def _archive(composer: Composer) -> Draft:
    lang = composer.lang
    page = addresses.archive(lang)
    sections = tuple(
        SectionView(
            str(year),
            None,
            (),
            tuple(
                LinkView(
                    format_month(year, month, lang),
                    composer.href(page, addresses.archive(lang, year, month)),
                    count=len(found),
                )
                for month, found in months.items()
            ),
            "",
        )
        for year, months in by_year_and_month(composer.edition.dated).items()
    )
    title = composer.gettext("Archive")
    intro = composer.gettext("Everything that was published here, by year and month.")
    shell = Shell(page, title, intro, twin=addresses.archive(other(lang)), nav="luu-tru")
    return _sections_page(composer, shell, sections)


def _all_tags(composer: Composer) -> Draft:
    lang = composer.lang
    page = addresses.tag(lang)
    letters: dict[str, list[LinkView]] = {}
    for name, versions in tagged(composer).items():
        shown = composer.label(composer.site.vocabulary.tags[name].get(lang))
        href = composer.href(page, addresses.tag(lang, name))
        link = LinkView(shown.text, href, shown.lang, count=len(versions))
        letters.setdefault(index_letter(shown.text), []).append(link)
    sections = tuple(
        SectionView(letter, None, (), tuple(links), "") for letter, links in letters.items()
    )
    intro = composer.gettext("The tags of articles and news in alphabetical order.")
    shell = Shell(page, composer.gettext("Tags"), intro, twin=addresses.tag(other(lang)))
    return _sections_page(composer, shell, sections)


def _all_categories(composer: Composer) -> Draft:
    lang = composer.lang
    page = addresses.category(lang)
    sections = _category_sections(composer, page, composer.edition.dated, _SECTION_ITEMS)
    title, intro = composer.gettext("Categories"), composer.gettext("The topics of this portal.")
    shell = Shell(page, title, intro, twin=addresses.category(other(lang)))
    return _sections_page(composer, shell, sections)


def _sections_page(composer: Composer, shell: Shell, sections: tuple[SectionView, ...]) -> Draft:
    crumbed = replace(shell, crumbs=((shell.title, shell.address, None),))
    view = SectionsView(frame(composer, crumbed), shell.title, shell.description, sections)
    return _overview(composer, crumbed, "sections.html", view)


def _category_sections(
    composer: Composer, page: str, versions: list[Version] | tuple[Version, ...], count: int
) -> tuple[SectionView, ...]:
    """The newest texts of each category that has any, categories as in a dictionary."""
    lang = composer.lang
    found = group_by(versions, lambda version: (version.category,))
    names = composer.site.vocabulary.categories
    ordered = sorted(found, key=lambda name: sort_key(names[name].text(lang)))
    sections = []
    for name in ordered:
        label = composer.label(names[name].get(lang))
        items = composer.items(page, found[name][:count])
        more = composer.href(page, addresses.category(lang, name))
        sections.append(SectionView(label.text, label.lang, items, (), more))
    return tuple(sections)


_OVERVIEWS: Final[Mapping[Callable[[Lang], str], Callable[[Composer], Draft]]] = MappingProxyType(
    {
        addresses.home: _home,
        addresses.site_map: _site_map,
        addresses.archive: _archive,
        addresses.tag: _all_tags,
        addresses.category: _all_categories,
        addresses.search: search_page,
    }
)
