"""Remembers the pictures that were read without a fault, so that each is read once.

A picture is known by its name's ending and its bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

import msgspec

from plugins.base.files import fingerprint
from plugins.base.program import program
from plugins.base.store import Store, key_of
from plugins.pictures.forms import ending_of
from plugins.pictures.picture import Picture
from plugins.pictures.variants import variant_widths

_TABLE: Final = "pictures"
# The packages that have a say in whether a picture is without fault, and in what is published.
_READING: Final = ("base", "pictures")


class ReadPicture(msgspec.Struct, frozen=True, array_like=True):
    """A picture without fault: its size, and a fingerprint of what is published.

    `widths` are those of the smaller pictures that are made of it; `whole` is the sum of a file
    from which nothing is taken out.
    """

    width: int
    height: int
    fingerprint: str
    widths: tuple[int, ...] = ()
    whole: bytes = b""

    @classmethod
    def of(cls, picture: Picture, data: bytes) -> ReadPicture:
        """What is remembered of a picture, read from a file of the bytes `data`."""
        whole = _sum(data) if picture.data == data else b""
        return cls(
            picture.width,
            picture.height,
            fingerprint(picture.data),
            variant_widths(picture),
            whole,
        )

    def is_published(self, data: bytes) -> bool:
        """Whether `data` is the file that was read, and is published as it is."""
        return self.whole == _sum(data)


def _sum(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


_DECODER: Final = msgspec.msgpack.Decoder(ReadPicture)


def picture_key(name: str, data: bytes) -> bytes:
    """What a picture is remembered by; another version of the program remembers none."""
    return key_of(program(*_READING), ending_of(name), data)


def known_pictures(store: Store) -> dict[bytes, ReadPicture]:
    """The remembered pictures by their keys; what is none was never remembered."""
    known: dict[bytes, ReadPicture] = {}
    for key, data in store.all(_TABLE).items():
        with suppress(msgspec.DecodeError):
            known[key] = _DECODER.decode(data)
    return known


def remember(store: Store, pictures: Mapping[bytes, ReadPicture]) -> None:
    """Remember exactly these pictures."""
    values = {key: msgspec.msgpack.encode(one) for key, one in pictures.items()}
    store.change(_TABLE, values, lambda key: key not in values)
