"""Remembers the pictures that were read without a fault, so that each is read once.

A picture is known by its name's ending and its bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import Final

import msgspec

from plugins.base.store import Store, key_of
from plugins.pictures.forms import ending_of
from plugins.pictures.read import READER_VERSION

_TABLE: Final = "pictures"


class ReadPicture(msgspec.Struct, frozen=True, array_like=True):
    """A picture without fault: its width and height, and a fingerprint of what is published."""

    width: int
    height: int
    fingerprint: str


_DECODER: Final = msgspec.msgpack.Decoder(ReadPicture)


def picture_key(name: str, data: bytes) -> bytes:
    """What a picture is remembered by; another version of the program remembers none."""
    return key_of(_version(), ending_of(name), data)


@cache
def _version() -> str:
    return f"{READER_VERSION} {version('pillow')}"


def known_pictures(store: Store) -> dict[bytes, ReadPicture]:
    """The remembered pictures by their keys."""
    return {key: _DECODER.decode(data) for key, data in store.all(_TABLE).items()}


def remember(store: Store, pictures: Mapping[bytes, ReadPicture]) -> None:
    """Remember exactly these pictures."""
    values = {key: msgspec.msgpack.encode(one) for key, one in pictures.items()}
    store.change(_TABLE, values, lambda key: key not in values)
