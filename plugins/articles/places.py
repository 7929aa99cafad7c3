"""Which content file is what, by its path alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from plugins.base.listing import is_leftover
from plugins.base.paths import is_plain_name
from plugins.languages.language import Lang, is_lang
from plugins.pictures.forms import ENDINGS, ending_of

Kind: TypeAlias = Literal["article", "news", "page"]

_FOLDERS: Final[Mapping[str, Kind]] = MappingProxyType(
    {"articles": "article", "news": "news", "pages": "page"}
)
_PLACE = re.compile(
    r"(?:portals/(?P<owner>[^/]+)/)?"
    r"(?:(?P<folder>articles|pages)|(?P<news>news)/(?P<year>[0-9]{4}))"
    r"/(?P<key>[^/]+)/(?P<name>[^/]+)\Z"
)
_TEXT_NAME = re.compile(r"index\.([a-z]+)\.md\Z")
_OTHER = re.compile(
    r"(comparisons|sources)/[^/]+\.yaml\Z|portals/[^/]+/portal\.yaml\Z"
    r"|(vocabulary|links|exceptions)\.yaml\Z|(LICENSE|README)(\.[a-z]+)?\.md\Z"
)


class Place(Struct, frozen=True):
    """The text of one language of an article: `owner` is a portal's id, or empty if shared.

    `key` is the name of its folder, with the year before it for news.
    """

    path: str
    kind: Kind
    key: str
    lang: Lang
    owner: str


def text_place(path: str) -> Place | None:
    """What the file at `path` is the text of, if of anything."""
    match = _PLACE.match(path)
    name = _TEXT_NAME.match(match["name"]) if match else None
    if match is None or name is None or not is_lang(name[1]):
        return None
    kind = _FOLDERS[match["folder"] or match["news"]]
    key = f"{match['year']}/{match['key']}" if match["year"] else match["key"]
    return Place(path, kind, key, name[1], match["owner"] or "")


def is_picture(path: str) -> bool:
    """Whether `path` names a picture that lies beside an article's text."""
    return bool(_PLACE.match(path)) and ending_of(path) in ENDINGS


def is_picture_name(path: str) -> bool:
    """Whether a picture may be called so: on every system, and by every program that is handed it.

    Spaces and marks may stand in it, for its address is made from its bytes.
    """
    name = path.rpartition("/")[2]
    return is_plain_name(name) and name == name.strip() and name[0] not in "-."


def is_known(path: str) -> bool:
    """Whether the program knows what the file at `path` is for, or that it is for nothing."""
    if _OTHER.match(path) or is_leftover(path):
        return True
    return is_picture(path) or text_place(path) is not None
