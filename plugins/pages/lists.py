"""Lists with pages: news, its years and months, categories, tags, the months of the archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plugins.articles.article import Version
from plugins.articles.vocabulary import VOCABULARY_FILE
from plugins.languages.collation import sort_key
from plugins.languages.dates import format_month
from plugins.languages.language import Lang, other
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft
from plugins.pages.frames import Crumb, Shell, frame
from plugins.pages.views import LinkView, ListView

PAGE_SIZE: Final = 20
# Links to the first, the last, and this many pages on both sides of the current one.
_NEIGHBOURS: Final = 2

# The texts of a year by month.
_Months: TypeAlias = dict[int, list[Version]]


class Listing(Struct, frozen=True):
    """A list before it is cut into pages.

    `twin` is its address in the other language, `twin_size` how many texts it has there, None
    where there is no such list. `origin` is the content path that explains it, if not the
    portal's.
    """

    address: str
    twin: str
    twin_size: int | None
    title: str
    description: str
    versions: Sequence[Version]
    crumbs: tuple[Crumb, ...]
    title_lang: Lang | None = None
    nav: str = ""
    groups_title: str = ""
    groups: tuple[tuple[str, str, int], ...] = ()
    origin: str = ""


def list_pages(composer: Composer) -> Iterator[Draft]:
    """The pages of all lists of an edition."""
    for listing in _listings(composer):
        count = _page_count(len(listing.versions))
        for number in range(1, count + 1):
            yield _draft(composer, listing, number, count)


def list_page(composer: Composer, address: str) -> Draft | None:
    """The one of `list_pages` at an address."""
    for listing in _listings(composer):
        if address.startswith(listing.address):
            count = _page_count(len(listing.versions))
            for number in range(1, count + 1):
                if addresses.numbered(listing.address, number, composer.lang) == address:
                    return _draft(composer, listing, number, count)
    return None


def _listings(composer: Composer) -> Iterator[Listing]:
    yield from _news(composer)
    yield from _categories(composer)
    yield from _tags(composer)
    yield from _archive_months(composer)


def _page_count(size: int) -> int:
    return max(1, -(-size // PAGE_SIZE))


def _draft(composer: Composer, listing: Listing, number: int, count: int) -> Draft:
    address = addresses.numbered(listing.address, number, composer.lang)
    twin = None
    if listing.twin_size is not None and number <= _page_count(listing.twin_size):
        twin = addresses.numbered(listing.twin, number, other(composer.lang))
    start = (number - 1) * PAGE_SIZE
    part = replace(listing, versions=listing.versions[start : start + PAGE_SIZE])
    paths = [version.path for version in part.versions]
    return Draft(
        address,
        listing.origin or composer.portal.path,
        repr((replace(listing, versions=()), paths, number, count, twin)),
        partial(_page, composer, part, number, count, twin),
        composer,
        twin,
        indexed=True,
    )


def _page(composer: Composer, part: Listing, number: int, count: int, twin: str | None) -> str:
    """Page `number` of `count` of a list; `part` has only the texts of this page."""
    lang, there = composer.lang, other(composer.lang)
    address = addresses.numbered(part.address, number, lang)
    title, crumbs = part.title, part.crumbs
    if number > 1:
        title += " – " + composer.gettext("page %(number)s") % {"number": number}
        words = composer.gettext("Page %(number)s") % {"number": number}
        crumbs = (*crumbs, (words, address, None))
    switch = addresses.home(there) if part.twin_size is None else part.twin
    shell = Shell(address, title, part.description, crumbs, twin, switch=switch, nav=part.nav)
    return composer.rendered("list.html", _view(composer, part, shell, number, count))


def _view(composer: Composer, part: Listing, shell: Shell, number: int, count: int) -> ListView:
    address = shell.address

    def to(target: int) -> str:
        return composer.href(address, addresses.numbered(part.address, target, composer.lang))

    return ListView(
        frame=frame(composer, shell),
        title=shell.title,
        title_lang=part.title_lang,
        intro=part.description,
        items=composer.items(address, part.versions),
        groups_title=part.groups_title,
        groups=tuple(
            LinkView(text, composer.href(address, group), count=size)
            for text, group, size in part.groups
        ),
        pages=tuple(
            LinkView(str(one) if one else "…", to(one) if one else "", current=one == number)
            for one in page_numbers(number, count)
        ),
        previous=to(number - 1) if number > 1 else "",
        next=to(number + 1) if number < count else "",
    )


def page_numbers(current: int, count: int) -> list[int]:
    """The page numbers to show, 0 where some are left out; none when there is one page."""
    if count == 1:
        return []
    near = range(current - _NEIGHBOURS, current + _NEIGHBOURS + 1)
    wanted = sorted({1, count, *(one for one in near if 1 <= one <= count)})
    shown: list[int] = []
    for one in wanted:
        if shown and one - shown[-1] == 2:
            shown.append(one - 1)
        elif shown and one - shown[-1] > 2:
            shown.append(0)
        shown.append(one)
    return shown


def by_year_and_month(versions: Sequence[Version]) -> dict[int, _Months]:
    """`versions` by year and month, in the order in which they come."""
    years: dict[int, _Months] = {}
    for version in versions:
        if version.date is not None:
            day = version.date.value
            years.setdefault(day.year, {}).setdefault(day.month, []).append(version)
    return years


def _news(composer: Composer) -> Iterator[Listing]:
    lang = composer.lang
    here: Crumb = (composer.gettext("News"), addresses.news(lang), None)
    years = by_year_and_month(composer.edition.news)
    years_there = by_year_and_month(composer.editions[other(lang)].news)
    yield _all_news(composer, years, here)
    for year, months in years.items():
        months_there = years_there.get(year, {})
        crumbs = (here, (str(year), addresses.news(lang, year), None))
        yield _news_of_year(composer, year, months, months_there, crumbs)
        yield from _news_of_months(composer, year, months, months_there, crumbs)


def _all_news(composer: Composer, years: Mapping[int, _Months], here: Crumb) -> Listing:
    lang, there = composer.lang, other(composer.lang)
    title, address, _ = here
    return Listing(
        address,
        addresses.news(there),
        len(composer.editions[there].news),
        title,
        composer.gettext("All news of this portal, newest first."),
        composer.edition.news,
        (here,),
        nav="tin-tuc",
        groups_title=composer.gettext("By year"),
        groups=tuple(
            (str(year), addresses.news(lang, year), sum(map(len, months.values())))
            for year, months in years.items()
        ),
    )


def _news_of_year(
    composer: Composer,
    year: int,
    months: _Months,
    months_there: _Months,
    crumbs: tuple[Crumb, ...],
) -> Listing:
    lang = composer.lang
    return Listing(
        addresses.news(lang, year),
        addresses.news(other(lang), year),
        sum(map(len, months_there.values())) if months_there else None,
        composer.gettext("News of %(year)s") % {"year": year},
        composer.gettext("News published in %(year)s, newest first.") % {"year": year},
        [version for month in months.values() for version in month],
        crumbs,
        nav="tin-tuc",
        groups_title=composer.gettext("By month"),
        groups=tuple(
            (format_month(year, month, lang), addresses.news(lang, year, month), len(found))
            for month, found in months.items()
        ),
    )


def _news_of_months(
    composer: Composer,
    year: int,
    months: _Months,
    months_there: _Months,
    crumbs: tuple[Crumb, ...],
) -> Iterator[Listing]:
    for month, found in months.items():
        text = format_month(year, month, composer.lang)
        address = addresses.news(composer.lang, year, month)
        yield Listing(
            address,
            addresses.news(other(composer.lang), year, month),
            _size(months_there.get(month)),
            composer.gettext("News: %(month)s") % {"month": text},
            composer.gettext("News published in this month, newest first."),
            found,
            (*crumbs, (text, address, None)),
            nav="tin-tuc",
        )


def _archive_months(composer: Composer) -> Iterator[Listing]:
    lang, there = composer.lang, other(composer.lang)
    archive: Crumb = (composer.gettext("Archive"), addresses.archive(lang), None)
    years_there = by_year_and_month(composer.editions[there].dated)
    for year, months in by_year_and_month(composer.edition.dated).items():
        for month, found in months.items():
            text = format_month(year, month, lang)
            address = addresses.archive(lang, year, month)
            yield Listing(
                address,
                addresses.archive(there, year, month),
                _size(years_there.get(year, {}).get(month)),
                composer.gettext("Archive: %(month)s") % {"month": text},
                composer.gettext("Articles and news published in this month, newest first."),
                found,
                (archive, (text, address, None)),
                nav="luu-tru",
            )


def _categories(composer: Composer) -> Iterator[Listing]:
    lang, there = composer.lang, other(composer.lang)
    found = group_by(composer.edition.dated, _category)
    found_there = group_by(composer.editions[there].dated, _category)
    for name, shown in composer.site.vocabulary.categories.items():
        label = composer.label(shown.get(lang))
        address = addresses.category(lang, name)
        yield Listing(
            address,
            addresses.category(there, name),
            len(found_there.get(name, ())),
            label.text,
            composer.gettext("Articles and news about: %(topic)s.") % {"topic": label.text},
            found.get(name, ()),
            ((label.text, address, label.lang),),
            label.lang,
            nav=name,
            origin=VOCABULARY_FILE,
        )


def _tags(composer: Composer) -> Iterator[Listing]:
    lang, there = composer.lang, other(composer.lang)
    all_tags: Crumb = (composer.gettext("Tags"), addresses.tag(lang), None)
    found_there = group_by(composer.editions[there].dated, _tags_of)
    for name, versions in tagged(composer).items():
        label = composer.label(composer.site.vocabulary.tags[name].get(lang))
        address = addresses.tag(lang, name)
        yield Listing(
            address,
            addresses.tag(there, name),
            len(found_there.get(name, ())),
            composer.gettext("Tag: %(name)s") % {"name": label.text},
            composer.gettext("Articles and news with the tag “%(name)s”.") % {"name": label.text},
            versions,
            (all_tags, (label.text, address, label.lang)),
            origin=VOCABULARY_FILE,
        )


def tagged(composer: Composer) -> dict[str, Sequence[Version]]:
    """The tags that have texts, in the order of a dictionary of this language."""
    names, lang = composer.site.vocabulary.tags, composer.lang
    # Both editions have the same tags, so that every list has its counterpart.
    here = group_by(composer.edition.dated, _tags_of)
    there = group_by(composer.editions[other(lang)].dated, _tags_of)
    used = sorted({*here, *there}, key=lambda name: (sort_key(names[name].text(lang)), name))
    return {name: here.get(name, ()) for name in used}


def group_by(
    versions: Sequence[Version], keys: Callable[[Version], Sequence[str]]
) -> dict[str, list[Version]]:
    """The versions under each of the keys that they have, in the order in which they come."""
    found: dict[str, list[Version]] = defaultdict(list)
    for version in versions:
        for key in keys(version):
            found[key].append(version)
    return found


def _category(version: Version) -> tuple[str, ...]:
    return (version.category,)


def _tags_of(version: Version) -> tuple[str, ...]:
    return version.tags


def _size(versions: Sequence[Version] | None) -> int | None:
    return None if versions is None else len(versions)
