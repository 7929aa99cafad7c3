"""Packs: the pages of a category, or all that belong to none, in one file.

A page stands in it before what is its portal's own, and what all pages share, is put in. So a new
headline changes no pack but those of the pages that list it, and portals that show the same texts
have the same packs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from plugins.base.files import fingerprint
from plugins.offline.entries import Entry
from plugins.pages.packing import deflated, inflated

_DIGITS: Final = 12
_LENGTH: Final = 4
_HEAD: Final = msgspec.json.Decoder(list[tuple[str, int]])


class Pack(Struct, frozen=True):
    """The pages and pictures of a pack by address, and what stands for them all.

    Of each picture it has the one form that is kept: it is shown in place of all others.
    """

    name: str
    sum: str
    pages: Sequence[str]
    pictures: Sequence[str]

    def data(self, member: Callable[[str], bytes]) -> bytes:
        """The file with each deflated `member`."""
        return joined((*self.pages, *self.pictures), member)


def joined(addresses: Sequence[str], member: Callable[[str], bytes]) -> bytes:
    """One file of many: the length of its head, the head, and each `member` behind the other."""
    members = [member(address) for address in addresses]
    pairs = [(one, len(data)) for one, data in zip(addresses, members, strict=True)]
    head = deflated(msgspec.json.encode(pairs))
    return b"".join((len(head).to_bytes(_LENGTH), head, *members))


def parted(data: bytes) -> dict[str, bytes]:
    """The deflated members of a file by address."""
    start = _LENGTH + int.from_bytes(data[:_LENGTH])
    members = {}
    for address, length in _HEAD.decode(inflated(data[_LENGTH:start])):
        members[address] = data[start : start + length]
        start += length
    return members


def packs_of(entries: Iterable[Entry]) -> list[Pack]:
    """The packs, sorted by name."""
    parts: dict[str, list[Entry]] = {}
    for entry in entries:
        parts.setdefault(entry.pack, []).append(entry)
    return [_pack(name, part) for name, part in sorted(parts.items())]


def _pack(name: str, part: Sequence[Entry]) -> Pack:
    pictures = dict(sorted(pair for entry in part for pair in entry.pictures.items()))
    basis = b"".join(b"%b\0%b" % (one.address.encode(), one.form) for one in part)
    total = fingerprint(basis + msgspec.json.encode(pictures), _DIGITS)
    return Pack(name, total, [one.address for one in part], [*pictures])
