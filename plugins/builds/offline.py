"""The files from which the worker of a portal learns what there is to keep.

They are made of the finished pages, and only those that a changed page concerns are made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Protocol

from plugins.base.files import fingerprint
from plugins.builds.ledger import FileRecord
from plugins.languages.language import Lang
from plugins.offline.entries import entries
from plugins.offline.frame_data import frame_data
from plugins.offline.indexes import SearchIndex, search_index
from plugins.offline.lists import page_lists
from plugins.offline.packs import packs_of, parted
from plugins.offline.pictures import kept_form
from plugins.offline.version import IndexSize, PackSize, Parts, version_data
from plugins.offline.worker import DATA, VERSION
from plugins.pages import addresses
from plugins.pages.drafts import Draft, fixed
from plugins.pages.frames import LATEST_NEWS, shared_part
from plugins.pages.holes import at_depth
from plugins.pages.offline import index_name
from plugins.pages.packing import FAST, deflated
from plugins.pages.portal_pages import PortalPages


class Finished(Protocol):
    """The finished files of a portal."""

    def record(self, name: str) -> FileRecord:
        """How a file was made."""

    def size(self, name: str) -> int:
        """How many bytes it has."""

    def content(self, name: str) -> bytes:
        """Its bytes."""

    def packed(self, draft: Draft) -> bytes:
        """A page before what is its portal's own was put in, deflated."""

    def before(self, start: str) -> bytes:
        """The file of the last build whose name begins so, or nothing."""

    def is_as_before(self, name: str) -> bool:
        """Whether a file is what it was in the last build."""

    def pictures(self, record: FileRecord) -> list[str]:
        """The content paths of the pictures that a page shows."""


class OfflineFiles:
    """What is made of the `pages` of a portal once they are finished."""

    def __init__(self, pages: PortalPages, finished: Finished) -> None:
        self._pages = pages
        self._finished = finished
        self._origin = next(iter(pages.composers.values())).portal.path
        self._entries = entries(pages.drafts.values(), pages.composers, self._made)
        self._lists = page_lists(self._entries)
        self._packs = {_pack_file(one.name, one.sum): one for one in packs_of(self._entries)}
        self._indexes = {_index_file(one): one for one in self._search_indexes()}
        self._frames = {
            lang: frame_data(composer, self._parts(lang))
            for lang, composer in pages.composers.items()
        }

    def lists_and_packs(self) -> Iterator[Draft]:
        """All but the version that names them: each has what decides it in its address."""
        for one in self._lists:
            yield self._draft(f"{DATA}ke.{one.sum}.dat", partial(deflated, one.data))
        for address, pack in self._packs.items():
            yield self._draft(address, partial(pack.data, self._member))
        for address, index in self._indexes.items():
            yield self._draft(address, partial(self._index_data, index))
        for lang, data in self._frames.items():
            yield self._draft(f"{DATA}khung-{lang}.{_sum(data)}.dat", partial(deflated, data))

    def version(self) -> Draft:
        """What names the others, which are made by now."""
        packs = {
            pack.name: PackSize(pack.sum, *self._size(address), len(pack.pages))
            for address, pack in self._packs.items()
        }
        indexes = {
            index.lang: IndexSize(index.sum, *self._size(address))
            for address, index in self._indexes.items()
        }
        frames = {lang: _sum(data) for lang, data in self._frames.items()}
        parts = Parts(self._entries, self._lists, packs, indexes, frames, self._asides())
        return fixed(VERSION, self._origin, version_data(parts, self._pages.composers))

    def _size(self, address: str) -> tuple[str, int]:
        """What stands for the bytes of a file, and how many they are."""
        return self._finished.record(address).digest.hex(), self._finished.size(address)

    def _asides(self) -> Iterator[bytes]:
        """The latest news as they stand on the pages of each language, at each depth."""
        roots = {addresses.root_of(one.address) for one in self._entries}
        for composer in self._pages.composers.values():
            yield from (at_depth(shared_part(composer, LATEST_NEWS), root) for root in roots)

    def _draft(self, address: str, make: Callable[[], bytes]) -> Draft:
        return Draft(address, self._origin, address, make)

    def _made(self, draft: Draft) -> tuple[bytes, bytes, Mapping[str, str]]:
        record = self._finished.record(addresses.output_file(draft.address))
        kept = {self._kept_form(path) for path in self._finished.pictures(record)}
        return record.core, record.form, {one: self._digest(one).hex() for one in sorted(kept)}

    def _kept_form(self, path: str) -> str:
        """The address of the form in which a picture is kept."""
        return kept_form(next(iter(self._pages.composers.values())).assets.picture(path))

    def _search_indexes(self) -> Iterator[SearchIndex]:
        every = [draft.address for draft in self._pages.drafts.values()]
        for lang in self._pages.composers:
            found = search_index(lang, every, self._digest)
            if found:
                yield found

    def _digest(self, name: str) -> bytes:
        return self._finished.record(name).digest

    def _parts(self, lang: str) -> set[str]:
        """The shared parts that pages of a language have."""
        names = (name for name, draft in self._pages.drafts.items() if draft.lang == lang)
        return {hole.part for name in names for hole in self._finished.record(name).holes}

    def _member(self, address: str) -> bytes:
        name = addresses.output_file(address)
        draft = self._pages.drafts.get(name)
        return self._finished.packed(draft) if draft else deflated(self._finished.content(name))

    def _index_data(self, index: SearchIndex) -> bytes:
        """Only what has changed since the last build is deflated anew."""
        before = self._finished.before(_index_start(index.lang))
        kept = parted(before) if before else {}

        def member(address: str) -> bytes:
            if address in kept and self._finished.is_as_before(address):
                return kept[address]
            return deflated(self._finished.content(address), FAST)

        return index.data(member)


def _index_start(lang: Lang) -> str:
    return f"{DATA}{index_name(lang)}."


def _index_file(index: SearchIndex) -> str:
    return f"{_index_start(index.lang)}{index.sum}.dat"


def _sum(data: bytes) -> str:
    """Stands for what all pages of a language share: nobody finds other bytes with it."""
    return fingerprint(data, 32)


def _pack_file(name: str, total: str) -> str:
    return f"{DATA}goi-{name}.{total}.dat"
