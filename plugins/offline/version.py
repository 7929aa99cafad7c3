"""What a worker asks for at each contact: what stands for all that may be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import Final

import msgspec
from msgspec import Struct

from plugins.base.files import fingerprint
from plugins.languages.language import Lang
from plugins.offline.entries import Entry
from plugins.offline.lists import PageList
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.overviews import overview_addresses
from plugins.pages.packing import deflated

# So many texts every reader gets, besides the overviews.
_NEWEST: Final = 10
_DIGITS: Final = 12
# What readers get of the language that they do not read.
_ENTRANCES: Final = (addresses.home, addresses.search, addresses.offline)
# Nobody finds other bytes with a sum of this length.
_VOUCHING: Final = 32


class PackSize(Struct, frozen=True):
    """A pack as the version names it; `digest` stands for the bytes of its file."""

    sum: str
    digest: str
    bytes: int
    pages: int


class IndexSize(Struct, frozen=True):
    """The index of a language as the version names it; `digest` stands for the bytes of its file."""

    sum: str
    digest: str
    bytes: int


class Version(Struct, frozen=True):
    """One version: `sum` stands for all the rest.

    `lists` are the lists of pages, each with the address behind which it begins; `frames` stand for
    what all pages of a language share. `first` are the pages that every reader gets, `entrances`
    those of the other language besides, and `files` the theme's files with what stands for each.
    `cores` stand for the pages that readers get before any list, `asides` for the latest news as
    they stand on pages.
    """

    lists: Sequence[tuple[str, str]]
    packs: Mapping[str, PackSize]
    indexes: Mapping[Lang, IndexSize]
    frames: Mapping[Lang, str]
    first: Mapping[Lang, Sequence[str]]
    entrances: Mapping[Lang, Sequence[str]]
    files: Mapping[str, str]
    cores: Mapping[str, str]
    asides: Sequence[str]
    sum: str = ""


class Parts(Struct, frozen=True):
    """What a version is made of: all pages, their lists, packs and indexes with their sizes, frames.

    `asides` are the latest news as they stand on pages.
    """

    entries: Sequence[Entry]
    lists: Sequence[PageList]
    packs: Mapping[str, PackSize]
    indexes: Mapping[Lang, IndexSize]
    frames: Mapping[Lang, str]
    asides: Iterable[bytes]


def version_data(parts: Parts, composers: Mapping[Lang, Composer]) -> bytes:
    """The version with these parts."""
    first = {lang: _first(composer) for lang, composer in composers.items()}
    entrances = {lang: [place(lang) for place in _ENTRANCES] for lang in composers}
    soon = {*chain(*first.values(), *entrances.values())}
    files = next(iter(composers.values())).assets.files
    version = Version(
        [(one.behind, one.sum) for one in parts.lists],
        parts.packs,
        parts.indexes,
        parts.frames,
        first,
        entrances,
        {address: fingerprint(data, _VOUCHING) for address, data in sorted(files.items())},
        {one.address: one.core for one in parts.entries if one.address in soon},
        sorted({fingerprint(one, _VOUCHING) for one in parts.asides}),
    )
    total = fingerprint(msgspec.json.encode(version), _DIGITS)
    return deflated(msgspec.json.encode(msgspec.structs.replace(version, sum=total)))


def _first(composer: Composer) -> list[str]:
    newest = islice(composer.edition.dated, _NEWEST)
    texts = (addresses.text(version, composer.lang) for version in newest)
    return [*overview_addresses(composer), *texts]
