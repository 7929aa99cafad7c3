"""Pages before what is a portal's own is put in: made once for all portals, and kept.

A page is decided by its address, its basis and the things that it reads, but for the portal's name
and addresses, which stand in it as marks. Where all these are what they were when it was made, for
whichever portal and in whichever folder, it is not made again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final, TypeAlias

import msgspec

from plugins.base.program import program
from plugins.base.store import Store, key_of
from plugins.builds.ledger import digest
from plugins.pages.drafts import Draft
from plugins.pages.holes import Layout, laid_out, segments
from plugins.pages.packing import deflated, inflated
from plugins.pages.reads import Read
from plugins.pages.values import may_vary

_TABLE: Final = "pages"
# What is marked in pages is all that this thing stands for.
_MARKED: Final = "frame"
# Bytes of pages that stay unpacked where many portals show them.
_ROOM: Final = 1 << 26
# Of so few portals none comes back for a page that is unpacked.
_FEW: Final = 2
# A list of tens of thousands of pages is made again sooner than all its versions are kept.
_LARGEST: Final = 1 << 20
# So many pages of one address are kept for the portals of a build.
_VERSIONS: Final = 4
# What several things are worth now, one behind the other.
_WorthOf: TypeAlias = Callable[[Iterable[Read]], bytes]


class Sheet(msgspec.Struct, frozen=True):
    """A page with marks, laid out to be put together.

    It goes with what it read, and with what it needed: `met` are the exceptions without which it
    may not be published, by fingerprint. Of what it read, `varying` may be worth something else to
    another portal of the same build; `worth` is what it was to the first one. `packed` is the page
    as it is kept, deflated, and `form` stands for it.
    """

    reads: tuple[Read, ...]
    met: dict[str, str]
    layout: Layout
    varying: tuple[Read, ...]
    worth: bytes
    packed: bytes
    form: bytes


class _Packed(msgspec.Struct, frozen=True, array_like=True):
    reads: tuple[Read, ...]
    worth: bytes
    met: dict[str, str]
    page: bytes
    form: bytes


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(_Packed)


class Sheets:
    """The pages of this build and of earlier ones that were judged when the same was `allowed`.

    They are for so many `portals`.
    """

    def __init__(self, store: Store, allowed: Collection[str], portals: int = 1) -> None:
        self._store = store
        self._room = _ROOM if portals > _FEW else 0
        self._unpacked: dict[tuple[str, str, str], list[Sheet]] = {}
        self._rules = key_of(program(), *sorted(allowed))
        # Portals that show other texts show another page at the same address; the newest is last.
        self._new: dict[bytes, list[bytes]] = {}
        self._untold: dict[bytes, bytes] = {}
        self._awaited: set[bytes] = set()

    def key(self, draft: Draft) -> bytes:
        """What a page is kept by."""
        return key_of(self._rules, *_known_by(draft))

    def find(self, draft: Draft, worth: _WorthOf) -> Sheet | None:
        """The page that is kept of `draft`, if it still is what would be made."""
        sheet = self._in_memory(draft, worth)
        found = None if sheet else self._kept(draft, worth)
        return self._unpack(draft, found, worth) if found else sheet

    def packed(self, draft: Draft, worth: _WorthOf) -> bytes | None:
        """The page that is kept of `draft`, deflated, if it still is what would be made."""
        sheet = self._in_memory(draft, worth)
        if sheet is not None:
            return sheet.packed
        found = self._kept(draft, worth)
        return found.page if found else None

    def _in_memory(self, draft: Draft, worth: _WorthOf) -> Sheet | None:
        sheets = self._unpacked.get(_known_by(draft), ())
        return next((one for one in sheets if worth(one.varying) == one.worth), None)

    def _kept(self, draft: Draft, worth: _WorthOf) -> _Packed | None:
        key = self.key(draft)
        for data in self._new.get(key) or [self._store.one(_TABLE, key) or b""]:
            try:
                found = _DECODER.decode(data)
            except ValueError:
                continue
            if _worth(found.reads, worth) == found.worth:
                return found
        return None

    def _unpack(self, draft: Draft, found: _Packed, worth: _WorthOf) -> Sheet:
        data = inflated(found.page)
        varying = tuple(read for read in found.reads if may_vary(read))
        layout = laid_out(segments(data))
        sheet = Sheet(
            found.reads, found.met, layout, varying, worth(varying), found.page, found.form
        )
        if len(data) <= self._room:
            self._room -= len(data)
            self._unpacked.setdefault(_known_by(draft), []).append(sheet)
        return sheet

    def is_to_come(self, key: bytes) -> bool:
        """Whether somebody makes the page for a portal whose turn is before."""
        return key in self._awaited

    def await_all(self, keys: Iterable[bytes]) -> None:
        """Have it known that pages are being made elsewhere."""
        self._awaited.update(keys)

    def keep(self, pages: Mapping[bytes, bytes]) -> None:
        """Keep pages by their keys."""
        for key, page in pages.items():
            self._new[key] = [*self._new.get(key, ())[1 - _VERSIONS :], page]
        self._untold |= pages

    def taken(self) -> dict[bytes, bytes]:
        """The pages that were kept since this was last asked for."""
        pages, self._untold = self._untold, {}
        return pages

    def save(self, most: int) -> None:
        """Keep the pages of this build for others; no more than the `most` newest ones in all."""
        newest = {key: pages[-1] for key, pages in self._new.items()}
        self._store.change(_TABLE, newest, most=most)


def packed(
    page: bytes,
    reads: Collection[Read],
    met: Mapping[str, str],
    worth: _WorthOf,
) -> bytes:
    """A page with its marks, for keeping."""
    things = tuple(reads)
    sheet = _Packed(things, _worth(things, worth), dict(met), deflated(page), digest(page))
    return _ENCODER.encode(sheet)


def is_common(made: str | bytes, reads: Collection[Read]) -> bool:
    """Whether other portals may show what was made, and it is small enough to be kept.

    What is one's own must be marked in it.
    """
    is_marked = isinstance(made, str) or all(kind != _MARKED for kind, _ in reads)
    return is_marked and len(made) <= _LARGEST


def _known_by(draft: Draft) -> tuple[str, str, str]:
    return draft.lang or "", draft.address, draft.basis


def _worth(reads: Iterable[Read], worth: _WorthOf) -> bytes:
    return digest(worth([read for read in reads if read[0] != _MARKED]))
