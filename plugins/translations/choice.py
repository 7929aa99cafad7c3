"""Chooses between the versions of an article for readers of one language."""

from __future__ import annotations

from datetime import datetime

from plugins.articles.article import Article, Version
from plugins.languages.language import Lang, other


def shown_version(article: Article, lang: Lang, clock: datetime) -> Version | None:
    """The version in `lang`, else that in the other language, of those shown at `clock`."""
    for wanted in (lang, other(lang)):
        version = article.versions.get(wanted)
        if version is not None and not version.hidden_because(clock):
            return version
    return None


def translation(article: Article, version: Version, clock: datetime) -> Version | None:
    """The shown version in the other language, if there is one."""
    counterpart = article.versions.get(other(version.lang))
    if counterpart is None or counterpart.hidden_because(clock):
        return None
    return counterpart


def is_outdated(version: Version, original: Version | None) -> bool:
    """Whether `original` was changed after the state that `version` was translated from."""
    if version.translation_of is None or original is None or original.changed is None:
        return False
    if version.translation_of.has_time and original.changed.has_time:
        return original.changed.value > version.translation_of.value
    return original.changed.value.date() > version.translation_of.value.date()
