"""The boxes of an AVIF file (ISO/IEC 14496-12 and 23008-12; AV1 Image File Format 1.2).

Places in the file are written in it as numbers, so that nothing can be cut out: a file with
metadata is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from msgspec import Struct, field

from plugins.pictures.av1 import frame_sizes
from plugins.pictures.picture import Container, Part, PictureError, take

_KNOWN: Final = frozenset({b"ftyp", b"meta", b"mdat", b"free", b"skip"})
_IMAGES: Final = frozenset({b"av01", b"grid", b"iovl", b"tmap"})
_METADATA: Final[Mapping[bytes, str]] = MappingProxyType({b"Exif": "EXIF", b"mime": "XMP"})
_CODED: Final = b"av01"
# How long the id of an item is in its entry, by the entry's version; its type stands behind it.
_ID_LENGTHS: Final[Mapping[int, int]] = MappingProxyType({2: 2, 3: 4})


class _Fields:
    """Reads numbers one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def read(self, length: int) -> int:
        """The number of the next `length` bytes; 0 where there are none."""
        number = int.from_bytes(take(self._data, self._place, length), "big")
        self._place += length
        return number


class _Facts(Struct):
    """What the boxes of a file say: its properties, which items are coded, and where they lie."""

    size: tuple[int, int] = (0, 0)
    is_turned: bool = False
    coded: set[int] = field(default_factory=set)
    locations: list[bytes] = field(default_factory=list)


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
    _check_frames(data, facts)
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
            _check_items(inner, facts)
        elif name == b"iloc":
            facts.locations.append(inner)
        elif name == b"iprp":
            for container, properties in _boxes(inner):
                if container == b"ipco":
                    _read_properties(properties, facts)


def _check_items(body: bytes, facts: _Facts) -> None:
    start = 6 if take(body, 0, 4)[0] == 0 else 8
    for _, entry in _boxes(body[start:]):
        length = _ID_LENGTHS.get(take(entry, 0, 1)[0], 0)
        kind = take(entry, 6 + length, 4) if length else b""
        if kind in _METADATA:
            raise PictureError("anh-co-thong-tin", found=_METADATA[kind])
        if kind not in _IMAGES:
            raise PictureError("anh-hong", reason="picture-parts")
        if kind == _CODED:
            facts.coded.add(int.from_bytes(take(entry, 4, length), "big"))


def _check_frames(data: bytes, facts: _Facts) -> None:
    """Refuse frames that are larger than the picture says: they fill memory all the same."""
    for item, coded in _items(data, facts.locations):
        for width, height in frame_sizes(coded) if item in facts.coded else ():
            if width > facts.size[0] or height > facts.size[1]:
                raise PictureError("anh-hong", reason="picture-pixels")


def _items(data: bytes, locations: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
    """The id and the bytes of each item, by the tables of where they lie."""
    left = len(data)
    for body in locations:
        fields = _Fields(body)
        version, sizes = fields.read(4) >> 24, fields.read(2)
        offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
        wide = 4 if version > 1 else 2
        for _ in range(fields.read(wide)):
            item = fields.read(wide)
            # How images are put together stands in another box, and holds no frames.
            is_here = not (version and fields.read(2) & 15)
            fields.read(2)
            first, pieces = fields.read(base), []
            for _ in range(fields.read(2)):
                fields.read(index if version else 0)
                start, size = first + fields.read(offset), fields.read(length)
                pieces.append(take(data, start, size or len(data) - start) if is_here else b"")
                left -= len(pieces[-1])
                # No two items share bytes, so that all together are no longer than the file.
                if left < 0 or not (size or is_here):
                    raise PictureError("anh-hong", reason="picture-parts")
            yield item, b"".join(pieces)


def _read_properties(properties: bytes, facts: _Facts) -> None:
    """The size of the largest image in the file, of which others are tiles, and its turning."""
    for name, body in _boxes(properties):
        if name == b"ispe":
            sides = take(body, 4, 8)
            size = int.from_bytes(sides[:4], "big"), int.from_bytes(sides[4:], "big")
            facts.size = max(facts.size[0], size[0]), max(facts.size[1], size[1])
        elif name == b"irot":
            facts.is_turned = bool(take(body, 0, 1)[0] & 1)
