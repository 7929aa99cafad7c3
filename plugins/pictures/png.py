"""The chunks of a PNG or APNG file (PNG, third edition, W3C 2025)."""

from __future__ import annotations

import zlib
from typing import Final

from plugins.pictures.exif import only_orientation, orientation, swaps_sides
from plugins.pictures.picture import Container, Part, PictureError, Role, take

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_PIXELS: Final = frozenset({b"IDAT", b"fdAT"})
# What changes how pixels are shown.
_SHOWN: Final = frozenset(
    b"IHDR PLTE IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL".split()
)


def split(data: bytes) -> Container:
    """The chunks of the PNG file `data`."""
    parts = [Part(_SIGNATURE, "kept")]
    size, frames, turned, place, name = (0, 0), 0, 0, len(_SIGNATURE), b""
    while name != b"IEND":
        length = int.from_bytes(take(data, place, 4), "big")
        chunk = take(data, place, length + 12)
        name, body = chunk[4:8], chunk[8:-4]
        if zlib.crc32(chunk[4:-4]).to_bytes(4, "big") != chunk[-4:]:
            raise PictureError("anh-hong", reason="picture-parts")
        if (name == b"IHDR") != (place == len(_SIGNATURE)):
            raise PictureError("anh-hong", reason="picture-parts")
        if name == b"IHDR":
            sides = take(body, 0, 8)
            size = int.from_bytes(sides[:4], "big"), int.from_bytes(sides[4:], "big")
        frames += name == b"fcTL"
        if name == b"eXIf" and orientation(body) > 1 and not turned:
            turned = orientation(body)
            parts.append(_chunk(b"eXIf", only_orientation(turned)))
        parts.append(Part(chunk, _role(name)))
        place += len(chunk)
    parts.append(Part(data[place:], "dropped"))
    return Container(size, parts, max(1, frames), swaps_sides(turned))


def _role(name: bytes) -> Role:
    if name in _PIXELS:
        return "pixels"
    return "kept" if name in _SHOWN else "dropped"


def _chunk(name: bytes, body: bytes) -> Part:
    summed = name + body
    return Part(
        len(body).to_bytes(4, "big") + summed + zlib.crc32(summed).to_bytes(4, "big"), "kept"
    )
