"""The languages that every portal is published in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, TypeGuard

from babel import Locale

Lang: TypeAlias = Literal["vi", "en"]

LANGS: Final[tuple[Lang, ...]] = ("vi", "en")

# British English: day before month, and no comma before the last item of a list.
LOCALES: Final[Mapping[Lang, Locale]] = MappingProxyType(
    {"vi": Locale("vi"), "en": Locale("en", "GB")}
)


def other(lang: Lang) -> Lang:
    """The language that `lang` is translated to and from."""
    return "en" if lang == "vi" else "vi"


def is_lang(text: str) -> TypeGuard[Lang]:
    """Whether `text` is the code of a language of the portals."""
    return text in LANGS
