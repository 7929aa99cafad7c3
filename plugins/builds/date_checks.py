"""Dates of texts that only the present day, or the other version, shows to be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

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


def days_told(version: Version) -> Iterator[datetime]:
    """The beginnings of the days of which `check_dates` may say that they are still to come."""
    for moment in (version.modified, version.translation_of):
        if moment:
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
