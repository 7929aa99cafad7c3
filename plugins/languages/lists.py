"""Lists as a part of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.languages.language import Lang, locale_of


def format_list(items: Sequence[str], lang: Lang) -> str:
    """'A, B và C' or 'A, B and C'."""
    from babel import lists  # noqa: PLC0415

    return lists.format_list(items, locale=locale_of(lang))
