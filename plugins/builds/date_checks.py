"""Dates of texts and sources that only the present day, or the other version, shows to be wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from itertools import chain

from plugins.articles.article import Article, Version
from plugins.articles.check_links import line_of
from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.languages.clock import TIME_ZONE
from plugins.languages.language import other
from plugins.pages.site import Site


def check_dates(site: Site, clock: datetime, problems: Problems) -> None:
    """Warn of changes that lie in the future, and of translations of what is not there.

    What is dated later than today because it is scheduled is no fault.
    """
    today = clock.astimezone(TIME_ZONE).date()
    for article in site.articles:
        for version in article.versions.values():
            if version.draft or not (version.modified or version.translation_of):
                continue
            for field, code in _faults(article, version, today, site.tree):
                line = line_of(site.tree, version.path, f"{field}:")
                problems.add(version.path, line, code, field=field)
    _check_sources(site, today, problems)


def days_told(site: Site) -> Iterator[datetime]:
    """The beginnings of the days of which `check_dates` may say that they are still to come."""
    versions = [one for article in site.articles for one in article.versions.values()]
    told = chain(
        (one.modified for one in versions),
        (one.translation_of for one in versions),
        (one.file.published for one in site.sources.values()),
    )
    for moment in filter(None, told):
        yield datetime.combine(moment.value.date(), time(), TIME_ZONE)


def _faults(
    article: Article, version: Version, today: date, tree: ContentTree
) -> Iterator[tuple[str, str]]:
    """The fields of a version with a date without sense, and the code for each."""
    if version.modified and version.modified.value.date() > _latest(version, today):
        yield "modified", "ngay-chua-toi"
    if version.translation_of is None:
        return
    original = article.versions.get(other(version.lang))
    if original:
        if version.translation_of.value.date() > _latest(original, today):
            yield "translation_of", "ngay-chua-toi"
    # A version with a fault is none of the article, and is told by itself.
    elif f"{version.path.rpartition('/')[0]}/index.{other(version.lang)}.md" not in tree:
        yield "translation_of", "ban-dich-le"


def _latest(version: Version, today: date) -> date:
    """The last day on which the text can have been changed: before it is shown, or today."""
    return max(today, version.date.value.date()) if version.date else today


def _check_sources(site: Site, today: date, problems: Problems) -> None:
    """Warn of sources of a day to come, but for those that only texts of that day or later cite."""
    days = {
        source.path: (source.id, published.value.date())
        for source in site.sources.values()
        if (published := source.file.published) and published.value.date() > today
    }
    cited = _first_cited(site) if days else {}
    for path, (name, day) in days.items():
        if day > cited.get(name, today):
            line = line_of(site.tree, path, "published:")
            problems.add(path, line, "ngay-chua-toi", field="published")


def _first_cited(site: Site) -> Mapping[str | None, date]:
    """The day from which each source is shown: the first of its texts, or any day in a table."""
    found: dict[str | None, date] = {}
    for article in site.articles:
        for version in article.versions.values():
            day = version.date.value.date() if version.date else date.max
            found |= {name: min(day, found.get(name, day)) for name in version.sources}
    for table in site.comparisons.values():
        cells = (cell for row in table.criteria for cell in row.cells)
        found |= {cell.file.source: date.min for cell in cells}
    return found
