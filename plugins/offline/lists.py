"""Lists of what stands for each page: cut so that one page changes one short list.

A list ends where the sum of an address says so, whichever addresses stand before it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from plugins.base.files import fingerprint
from plugins.offline.entries import Entry

# So many pages stand in a list, more or less.
_PAGES: Final = 128
_DIGITS: Final = 12


class PageList(Struct, frozen=True):
    """A list of pages with addresses from `first` on: what stands for it, and its bytes."""

    first: str
    sum: str
    data: bytes


def page_lists(entries: Iterable[Entry]) -> list[PageList]:
    """All lists, in order; the first begins before any address."""
    return [
        _page_list("" if not number else part[0].address, part)
        for number, part in enumerate(_parts(entries))
    ]


def _parts(entries: Iterable[Entry]) -> list[list[Entry]]:
    parts: list[list[Entry]] = [[]]
    for entry in entries:
        parts[-1].append(entry)
        if zlib.crc32(entry.address.encode()) % _PAGES == 0:
            parts.append([])
    return parts if parts[-1] or len(parts) == 1 else parts[:-1]


def _page_list(first: str, part: Sequence[Entry]) -> PageList:
    data = msgspec.json.encode([(one.address, one.core, one.pack) for one in part])
    return PageList(first, fingerprint(data, _DIGITS), data)
