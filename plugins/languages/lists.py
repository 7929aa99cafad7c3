"""Lists as a part of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from babel import lists

from plugins.languages.language import LOCALES, Lang


def format_list(items: Sequence[str], lang: Lang) -> str:
    """'A, B và C' or 'A, B and C'."""
    return lists.format_list(items, locale=LOCALES[lang])
