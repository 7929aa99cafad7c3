"""The texts as results show them: a line each, a few in a file, so that ten results cost little."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

# So many texts stand in one file, as the script knows: more make fewer files, fewer make less
# to fetch.
IN_A_FILE: Final = 2


class Shown(Struct, frozen=True):
    """What a result shows; `lang` is given where a text is not in the language of the page.

    `href` leads to it from the portal's root; `day` is `date` as readers write it. The spaces of
    `text` are folded.
    """

    title: str
    href: str
    date: str
    day: str
    category: str
    lang: str
    text: str


def text_file(texts: Iterable[Shown]) -> bytes:
    """The file of a few texts."""
    return "".join(f"{_line(one)}\n" for one in texts).encode()


def _line(one: Shown) -> str:
    fields = (one.title, one.href, one.date, one.day, one.category, one.lang)
    return "\t".join((*(" ".join(field.split()) for field in fields), one.text))
