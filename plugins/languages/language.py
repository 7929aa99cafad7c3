"""The languages that every portal is published in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeGuard

if TYPE_CHECKING:
    from babel import Locale

Lang: TypeAlias = Literal["vi", "en"]

LANGS: Final[tuple[Lang, ...]] = ("vi", "en")


@cache
def locale_of(lang: Lang) -> Locale:
    """What Babel knows of a language."""
    # Babel is imported where readers are shown something: checking shows them nothing.
    from babel import Locale  # noqa: PLC0415

    # British English: day before month, and no comma before the last item of a list.
    return Locale("vi") if lang == "vi" else Locale("en", "GB")


def other(lang: Lang) -> Lang:
    """The language that `lang` is translated to and from."""
    return "en" if lang == "vi" else "vi"


def is_lang(text: str) -> TypeGuard[Lang]:
    """Whether `text` is the code of a language of the portals."""
    return text in LANGS
