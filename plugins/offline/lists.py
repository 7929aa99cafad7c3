"""Lists of what stands for each page: cut so that one page changes one short list.

A list ends where the sum of an address says so, whichever addresses stand before it. It tells of
all addresses behind the end of the one before it, so that a page that is gone is missed in it.
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
_PAGES: Final = 64
# Nobody finds other bytes with a sum of this length: the name vouches for the list.
_DIGITS: Final = 32


class PageList(Struct, frozen=True):
    """A list of the pages with addresses behind `behind`: what stands for it, and its bytes."""

    behind: str
    sum: str
    data: bytes


def page_lists(entries: Iterable[Entry]) -> list[PageList]:
    """All lists, in order; the first is behind nothing, and has the home page."""
    parts = _parts(entries)
    ends = ("", *(part[-1].address for part in parts[:-1]))
    return [_page_list(end, part) for end, part in zip(ends, parts, strict=True)]


def _parts(entries: Iterable[Entry]) -> list[list[Entry]]:
    parts: list[list[Entry]] = [[]]
    for entry in entries:
        parts[-1].append(entry)
        if zlib.crc32(entry.address.encode()) % _PAGES == 1:
            parts.append([])
    return parts if parts[-1] or len(parts) == 1 else parts[:-1]


def _page_list(behind: str, part: Sequence[Entry]) -> PageList:
    data = msgspec.json.encode([_row(one) for one in part])
    return PageList(behind, fingerprint(data, _DIGITS), data)


def _row(entry: Entry) -> tuple[object, ...]:
    row = (entry.address, entry.core, entry.pack)
    return (*row, dict(entry.pictures)) if entry.pictures else row
