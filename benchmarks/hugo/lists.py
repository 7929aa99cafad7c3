"""The lists and overviews of a Hugo site: sections, taxonomies and their terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from benchmarks.hugo.page import HugoPage
from benchmarks.hugo.source import Side
from plugins.articles.article import Version
from plugins.comparisons.model import Comparison
from plugins.languages.collation import index_letter
from plugins.languages.dates import format_month
from plugins.languages.lists import format_list
from plugins.pages import addresses


def list_pages(side: Side) -> Iterator[HugoPage]:
    """Everything that leads to the texts."""
    yield _home(side)
    yield from _hidden(side)
    yield from _overviews(side)
    yield from _news(side)
    yield from _categories(side)
    yield from _tags(side)
    yield from _archive_months(side)
    yield from _comparisons(side)


def _page(side: Side, path: str, address: str, **front: object) -> HugoPage:
    return HugoPage(side.lang, path, {"url": f"/{address}", **front})


def _home(side: Side) -> HugoPage:
    agency = side.portal.identity.agency.text(side.lang)
    description = side.gettext("Official information of the %(agency)s.") % {"agency": agency}
    front = {"title": side.portal.identity.name.text(side.lang), "description": description}
    return HugoPage(side.lang, "_index", {**front, "nav": "home"})


def _hidden(side: Side) -> Iterator[HugoPage]:
    """What Hugo would list though no portal has such a page."""
    for name in ("articles", "pages", "newsyears", "newsmonths"):
        yield HugoPage(side.lang, f"{name}/_index", {"title": name, "build": {"render": "never"}})


def _overviews(side: Side) -> Iterator[HugoPage]:
    text, lang = side.gettext, side.lang
    yield _page(
        side,
        "site-map",
        addresses.site_map(lang),
        title=text("Site map"),
        description=text("The parts of this portal, with the newest texts of each topic."),
        layout="site-map",
        nav="so-do",
    )
    yield _page(
        side,
        "search",
        addresses.search(lang),
        title=text("Search"),
        description=text("Words with or without marks; a phrase in quotation marks."),
        layout="search",
        script=side.assets.search_script,
        choices=_choices(side),
    )
    yield _page(
        side,
        "offline",
        addresses.offline(lang),
        title=text("Read offline"),
        description=text("The pages that you open here stay on your device for some time."),
        layout="offline",
        offline_script=side.assets.offline_script,
        packs=_packs(side),
    )
    yield _page(
        side,
        "archivemonths/_index",
        addresses.archive(lang),
        title=text("Archive"),
        description=text("Everything that was published here, by year and month."),
        nav="luu-tru",
    )
    yield _page(
        side,
        "tags/_index",
        addresses.tag(lang),
        title=text("Tags"),
        description=text("The tags of articles and news in alphabetical order."),
    )
    yield _page(
        side,
        "categories/_index",
        addresses.category(lang),
        title=text("Categories"),
        description=text("The topics of this portal."),
    )


def _choices(side: Side) -> dict[str, object]:
    """The categories and years by which readers narrow a search."""
    used = {version.category for version in side.here.dated}
    years = {day.year for day in _days(side.here.dated)}
    return {
        "categories": {name: side.names(name) for name in sorted(used)},
        "years": sorted(years, reverse=True),
    }


def _packs(side: Side) -> list[dict[str, str]]:
    """What readers may keep: everything, a category, all else."""
    used = sorted({version.category for version in side.here.dated})
    names: dict[str, str] = {side.lang: side.gettext("Overviews and fixed pages")}
    names |= {f"{side.lang}-{name}": side.names(name) for name in used}
    whole = {"packs": " ".join(names), "title": side.gettext("The whole portal")}
    return [whole, *({"packs": one, "title": title} for one, title in names.items())]


def _news(side: Side) -> Iterator[HugoPage]:
    months = _months(side.here.news)
    years = Counter(day.year for day in _days(side.here.news))
    yield _all_news(side, years)
    for year in years:
        yield _news_of_year(side, year, months)
    for year, month in months:
        yield _news_of_month(side, year, month)


def _all_news(side: Side, years: Mapping[int, int]) -> HugoPage:
    return _page(
        side,
        "news/_index",
        addresses.news(side.lang),
        title=side.gettext("News"),
        description=side.gettext("All news of this portal, newest first."),
        nav="tin-tuc",
        paged=True,
        groups_title=side.gettext("By year"),
        groups=[
            {"path": f"/newsyears/{year}", "name": str(year), "count": count}
            for year, count in sorted(years.items(), reverse=True)
        ],
    )


def _news_of_year(side: Side, year: int, months: Mapping[tuple[int, int], int]) -> HugoPage:
    text, lang = side.gettext, side.lang
    return _page(
        side,
        f"newsyears/{year}/_index",
        addresses.news(lang, year),
        title=text("News of %(year)s") % {"year": year},
        description=text("News published in %(year)s, newest first.") % {"year": year},
        nav="tin-tuc",
        paged=True,
        parents=["/news"],
        groups_title=text("By month"),
        groups=[
            {
                "path": f"/newsmonths/{year}-{month:02}",
                "name": format_month(year, month, lang),
                "count": count,
            }
            for (of, month), count in sorted(months.items(), reverse=True)
            if of == year
        ],
    )


def _news_of_month(side: Side, year: int, month: int) -> HugoPage:
    text, lang = side.gettext, side.lang
    return _page(
        side,
        f"newsmonths/{year}-{month:02}/_index",
        addresses.news(lang, year, month),
        title=text("News: %(month)s") % {"month": format_month(year, month, lang)},
        description=text("News published in this month, newest first."),
        nav="tin-tuc",
        paged=True,
        parents=["/news", f"/newsyears/{year}"],
    )


def _archive_months(side: Side) -> Iterator[HugoPage]:
    text, lang = side.gettext, side.lang
    for (year, month), count in _months(side.here.dated).items():
        name = format_month(year, month, lang)
        yield _page(
            side,
            f"archivemonths/{year}-{month:02}/_index",
            addresses.archive(lang, year, month),
            title=text("Archive: %(month)s") % {"month": name},
            description=text("Articles and news published in this month, newest first."),
            nav="luu-tru",
            paged=True,
            parents=["/archivemonths"],
            name=name,
            year=year,
            order=-month,
            count=count,
        )


def _categories(side: Side) -> Iterator[HugoPage]:
    for name in side.source.site.vocabulary.categories:
        title = side.names(name)
        intro = side.gettext("Articles and news about: %(topic)s.") % {"topic": title}
        yield _page(
            side,
            f"categories/{name}/_index",
            addresses.category(side.lang, name),
            title=title,
            description=intro,
            nav=name,
            paged=True,
        )


def _tags(side: Side) -> Iterator[HugoPage]:
    counts = Counter(name for version in side.here.dated for name in version.tags)
    counts_there = Counter(name for version in side.there.dated for name in version.tags)
    for name in {**counts, **counts_there}:
        shown = {"name": side.names(name)}
        intro = side.gettext("Articles and news with the tag “%(name)s”.") % shown
        yield _page(
            side,
            f"tags/{name}/_index",
            addresses.tag(side.lang, name),
            title=side.gettext("Tag: %(name)s") % shown,
            description=intro,
            paged=True,
            parents=["/tags"],
            name=shown["name"],
            letter=index_letter(shown["name"]),
            count=counts[name],
        )


def _comparisons(side: Side) -> Iterator[HugoPage]:
    text = side.gettext
    intro = text("Tables with a source for every cell. The number counts the criteria.")
    yield _page(
        side,
        "comparisons/_index",
        addresses.comparison(side.lang),
        title=text("Comparisons"),
        description=intro,
        nav="so-sanh",
    )
    for comparison in side.here.comparisons:
        yield _comparison(side, comparison)


def _comparison(side: Side, comparison: Comparison) -> HugoPage:
    options = [name.text(side.lang) for _, name in comparison.options]
    shown = {"options": format_list(options, side.lang)}
    return _page(
        side,
        f"comparisons/{comparison.id}",
        addresses.comparison(side.lang, comparison.id),
        title=comparison.title.text(side.lang),
        description=side.gettext("Side by side: %(options)s.") % shown,
        nav="so-sanh",
        parents=["/comparisons"],
        comparison=comparison.id,
        count=len(comparison.criteria),
    )


def _months(versions: Sequence[Version]) -> Counter[tuple[int, int]]:
    return Counter((day.year, day.month) for day in _days(versions))


def _days(versions: Sequence[Version]) -> Iterator[datetime]:
    return (version.date.value for version in versions if version.date)
