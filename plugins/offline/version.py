"""What a worker asks for at each contact: what stands for all that may be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final

import msgspec
from msgspec import Struct

from plugins.base.files import fingerprint
from plugins.languages.language import Lang
from plugins.offline.indexes import SearchIndex
from plugins.offline.lists import PageList
from plugins.offline.packs import Pack
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.overviews import overview_addresses
from plugins.pages.packing import deflated

# So many texts every reader gets, besides the overviews.
_NEWEST: Final = 10
_DIGITS: Final = 12
# What readers get of the language that they do not read.
_ENTRANCES: Final = (addresses.home, addresses.search, addresses.offline)


class PackSize(Struct, frozen=True):
    """A pack as the version names it."""

    sum: str
    bytes: int
    pages: int


class IndexSize(Struct, frozen=True):
    """The index of a language as the version names it."""

    sum: str
    bytes: int


class Version(Struct, frozen=True):
    """One version: `sum` stands for all the rest.

    `lists` are the lists of pages, each with the address behind which it begins; `frames` stand for
    what all pages of a language share. `first` are the pages and `files` the theme's files that
    every reader gets, `entrances` the pages of the other language besides.
    """

    lists: Sequence[tuple[str, str]]
    packs: Mapping[str, PackSize]
    indexes: Mapping[Lang, IndexSize]
    frames: Mapping[Lang, str]
    first: Mapping[Lang, Sequence[str]]
    entrances: Mapping[Lang, Sequence[str]]
    files: Sequence[str]
    sum: str = ""


def version_data(
    lists: Iterable[PageList],
    packs: Iterable[tuple[Pack, int]],
    indexes: Iterable[tuple[SearchIndex, int]],
    frames: Mapping[Lang, str],
    composers: Mapping[Lang, Composer],
) -> bytes:
    """The version with these lists, packs and indexes with their sizes, and frames."""
    version = Version(
        [(one.behind, one.sum) for one in lists],
        {pack.name: PackSize(pack.sum, size, len(pack.pages)) for pack, size in packs},
        {index.lang: IndexSize(index.sum, size) for index, size in indexes},
        frames,
        {lang: _first(composer) for lang, composer in composers.items()},
        {lang: [place(lang) for place in _ENTRANCES] for lang in composers},
        sorted(next(iter(composers.values())).assets.files),
    )
    total = fingerprint(msgspec.json.encode(version), _DIGITS)
    return deflated(msgspec.json.encode(msgspec.structs.replace(version, sum=total)))


def _first(composer: Composer) -> list[str]:
    newest = islice(composer.edition.dated, _NEWEST)
    texts = (addresses.text(version, composer.lang) for version in newest)
    return [*overview_addresses(composer), *texts]
