"""The segments of a JPEG file (ITU-T T.81, annex B).

What is needed to show the pixels is kept: tables, frames, scans, the JFIF and Adobe segments, the
colour profile, and the orientation.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct, field

from plugins.pictures.exif import only_orientation, orientation, swaps_sides
from plugins.pictures.picture import Container, Part, PictureError, take

_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TABLES: Final = frozenset({0xC4, 0xCC, 0xDB, 0xDC, 0xDD})
_APPLICATION: Final = frozenset(range(0xE0, 0xF0))
_COMMENT: Final = 0xFE
_SCAN: Final = 0xDA
_END: Final = 0xD9
_EXIF: Final = b"Exif\0\0"
# A scan ends before a marker that is no restart; FF 00 is a byte of pixels.
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
# Cameras and encoders write ten or so; each is worked through over the whole picture.
_MOST_SCANS: Final = 20


class _Reading(Struct):
    """What has been read of a file so far."""

    parts: list[Part] = field(default_factory=list)
    size: tuple[int, int] = (0, 0)
    scans: int = 0
    orientation: int = 0


def split(data: bytes) -> Container:
    """The segments of the JPEG file `data`."""
    reading = _Reading([Part(take(data, 0, 2), "kept")])
    place = 2
    while True:
        marker, start = _marker(data, place)
        if marker == _END:
            break
        length = int.from_bytes(take(data, start, 2), "big")
        if length < 2:
            raise PictureError("anh-hong", reason="picture-parts")
        body = take(data, start + 2, length - 2)
        place = start + length
        _read(reading, marker, body)
        if marker == _SCAN:
            place = _scan(reading, data, place)
    reading.parts += [Part(b"\xff\xd9", "kept"), Part(data[start:], "dropped")]
    return Container(reading.size, reading.parts, is_turned=swaps_sides(reading.orientation))


def _marker(data: bytes, place: int) -> tuple[int, int]:
    """The marker at `place` and where what follows it begins."""
    if take(data, place, 2)[0] != 0xFF:
        raise PictureError("anh-hong", reason="picture-parts")
    while data[place : place + 2] == b"\xff\xff":
        place += 1
    return take(data, place, 2)[1], place + 2


def _read(reading: _Reading, marker: int, body: bytes) -> None:
    if marker in _FRAMES:
        if reading.size != (0, 0):
            raise PictureError("anh-hong", reason="picture-parts")
        sides = take(body, 1, 4)
        reading.size = int.from_bytes(sides[2:], "big"), int.from_bytes(sides[:2], "big")
        reading.parts.append(_segment(marker, body))
    elif marker in _TABLES or marker == _SCAN:
        reading.parts.append(_segment(marker, body))
    elif marker in _APPLICATION or marker == _COMMENT:
        _read_application(reading, marker, body)
    else:
        raise PictureError("anh-hong", reason="picture-parts")


def _read_application(reading: _Reading, marker: int, body: bytes) -> None:
    kept = b""
    if marker == 0xE0 and body.startswith(b"JFIF\0"):
        # Without the thumbnail that may follow.
        kept = take(body, 0, 12) + b"\0\0"
    elif marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"):
        kept = body
    elif marker == 0xEE and body.startswith(b"Adobe"):
        kept = take(body, 0, 12)
    elif marker == 0xE1 and body.startswith(_EXIF) and not reading.orientation:
        reading.orientation = orientation(body.removeprefix(_EXIF))
        if reading.orientation > 1:
            kept = _EXIF + only_orientation(reading.orientation)
    if kept:
        reading.parts.append(_segment(marker, kept))
    if kept != body:
        reading.parts.append(Part(body, "dropped"))


def _segment(marker: int, body: bytes) -> Part:
    return Part(bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body, "kept")


def _scan(reading: _Reading, data: bytes, place: int) -> int:
    """Read the pixels from `place` on; where they end."""
    reading.scans += 1
    found = _AFTER_SCAN.search(data, place)
    if found is None:
        raise PictureError("anh-hong", reason="picture-cut")
    if reading.scans > _MOST_SCANS:
        raise PictureError("anh-hong", reason="picture-scans")
    reading.parts.append(Part(data[place : found.start()], "pixels"))
    return found.start()
