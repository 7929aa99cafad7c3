"""The boxes of an AVIF file (ISO/IEC 14496-12 and 23008-12; AV1 Image File Format 1.2).

Places in the file are written in it as numbers, so that nothing can be cut out: a file with
metadata is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from plugins.pictures.picture import Container, Part, PictureError, take

_KNOWN: Final = frozenset({b"ftyp", b"meta", b"mdat", b"free", b"skip"})
_IMAGES: Final = frozenset({b"av01", b"grid", b"iovl", b"tmap"})
_METADATA: Final[Mapping[bytes, str]] = MappingProxyType({b"Exif": "EXIF", b"mime": "XMP"})
# Where the type of an item stands in its entry, by the entry's version.
_TYPE_PLACES: Final[Mapping[int, int]] = MappingProxyType({2: 8, 3: 10})


@dataclass(slots=True)
class _Facts:
    """What the properties of a file say."""

    size: tuple[int, int] = (0, 0)
    is_turned: bool = False


def split(data: bytes) -> Container:
    """The boxes of the AVIF file `data`."""
    parts: list[Part] = []
    facts = _Facts()
    for name, body, box in _whole_boxes(data):
        if name == b"moov":
            raise PictureError("anh-hong", reason="picture-sequence")
        if name not in _KNOWN:
            raise PictureError("anh-hong", reason="picture-parts")
        if name == b"meta":
            _read_meta(body[4:], facts)
        parts.append(Part(box, "pixels" if name == b"mdat" else "kept"))
    return Container(facts.size, parts, is_turned=facts.is_turned)


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The types and bodies of the boxes that `data` is made of."""
    return ((name, body) for name, body, _ in _whole_boxes(data))


def _whole_boxes(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """The types, the bodies, and all bytes of the boxes that `data` is made of."""
    place = 0
    while place < len(data):
        length, head = int.from_bytes(take(data, place, 4), "big"), 8
        if length == 1:
            length, head = int.from_bytes(take(data, place + 8, 8), "big"), 16
        length = length or len(data) - place
        if length < head:
            raise PictureError("anh-hong", reason="picture-parts")
        box = take(data, place, length)
        yield box[4:8], box[head:], box
        place += length


def _read_meta(body: bytes, facts: _Facts) -> None:
    for name, inner in _boxes(body):
        if name == b"iinf":
            _check_items(inner)
        elif name == b"iprp":
            for container, properties in _boxes(inner):
                if container == b"ipco":
                    _read_properties(properties, facts)


def _check_items(body: bytes) -> None:
    start = 6 if take(body, 0, 4)[0] == 0 else 8
    for _, entry in _boxes(body[start:]):
        place = _TYPE_PLACES.get(take(entry, 0, 1)[0])
        kind = take(entry, place, 4) if place else b""
        if kind in _METADATA:
            raise PictureError("anh-co-thong-tin", found=_METADATA[kind])
        if kind not in _IMAGES:
            raise PictureError("anh-hong", reason="picture-parts")


def _read_properties(properties: bytes, facts: _Facts) -> None:
    """The size of the largest image in the file, of which others are tiles, and its turning."""
    for name, body in _boxes(properties):
        if name == b"ispe":
            sides = take(body, 4, 8)
            size = int.from_bytes(sides[:4], "big"), int.from_bytes(sides[4:], "big")
            facts.size = max(facts.size[0], size[0]), max(facts.size[1], size[1])
        elif name == b"irot":
            facts.is_turned = bool(take(body, 0, 1)[0] & 1)
