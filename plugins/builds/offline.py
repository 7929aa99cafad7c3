"""The files from which the worker of a portal learns what there is to keep.

They are made of the finished pages, and only those that a changed page concerns are made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
from plugins.offline.version import version_data
from plugins.offline.worker import DATA
from plugins.pages import addresses
from plugins.pages.drafts import Draft, fixed
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

    def pictures(self, record: FileRecord) -> tuple[str, ...]:
        """The addresses of the pictures that a page shows."""


class OfflineFiles:
    """What is made of the `pages` of a portal once they are finished."""

    def __init__(self, pages: PortalPages, finished: Finished) -> None:
        self._pages = pages
        self._finished = finished
        self._origin = next(iter(pages.composers.values())).portal.path
        found = entries(pages.drafts.values(), pages.composers, self._made)
        self._lists = page_lists(found)
        self._packs = {_pack_file(one.name, one.sum): one for one in packs_of(found)}
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
            yield self._draft(
                f"{DATA}khung-{lang}.{fingerprint(data)}.dat", partial(deflated, data)
            )

    def version(self) -> Draft:
        """What names the others, which are made by now."""
        packs = [(pack, self._finished.size(address)) for address, pack in self._packs.items()]
        indexes = [(one, self._finished.size(address)) for address, one in self._indexes.items()]
        frames = {lang: fingerprint(data) for lang, data in self._frames.items()}
        data = version_data(self._lists, packs, indexes, frames, self._pages.composers)
        return fixed(f"{DATA}ban.dat", self._origin, data)

    def _draft(self, address: str, make: Callable[[], bytes]) -> Draft:
        return Draft(address, self._origin, address, make)

    def _made(self, draft: Draft) -> tuple[bytes, bytes, tuple[str, ...]]:
        record = self._finished.record(addresses.output_file(draft.address))
        return record.core, record.form, self._finished.pictures(record)

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


def _pack_file(name: str, total: str) -> str:
    return f"{DATA}goi-{name}.{total}.dat"
