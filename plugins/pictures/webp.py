"""The chunks of a WebP file (RFC 9649)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from plugins.pictures.exif import only_orientation, orientation, swaps_sides
from plugins.pictures.picture import Container, Part, PictureError, Role, take

_HAS_EXIF: Final = 0x08
_HAS_XMP: Final = 0x04
_SHOWN: Final = frozenset({b"ICCP", b"ANIM"})
_PIXELS: Final = frozenset({b"ALPH", b"VP8 ", b"VP8L"})
_FRAME_HEADER: Final = 16


def split(data: bytes) -> Container:
    """The chunks of the WebP file `data`."""
    end = 8 + int.from_bytes(take(data, 4, 4), "little")
    take(data, 0, end)
    chunks = list(_chunks(data, 12, end))
    turned = _turned(chunks)
    parts: list[Part] = []
    for name, body in chunks:
        parts += _parts(name, body, turned)
    if turned > 1:
        parts.append(_chunk(b"EXIF", only_orientation(turned)))
    length = 4 + sum(len(part.data) for part in parts if part.role != "dropped")
    head = Part(b"RIFF" + length.to_bytes(4, "little") + b"WEBP", "kept")
    frames = sum(name == b"ANMF" for name, _ in chunks)
    return Container(
        _size(chunks),
        [head, *parts, Part(data[end:], "dropped")],
        max(1, frames),
        swaps_sides(turned),
    )


def _chunks(data: bytes, place: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    """The names and bodies of the chunks from `place` to `end`."""
    while place < end:
        head = take(data, place, 8)
        length = int.from_bytes(head[4:], "little")
        if place + 8 + length > end:
            raise PictureError("anh-hong", reason="picture-parts")
        yield head[:4], data[place + 8 : place + 8 + length]
        place += 8 + length + length % 2


def _turned(chunks: list[tuple[bytes, bytes]]) -> int:
    """How the picture is turned; only the extended form tells."""
    if not chunks or chunks[0][0] != b"VP8X":
        return 1
    exif = next((body for name, body in chunks if name == b"EXIF"), b"")
    return orientation(exif.removeprefix(b"Exif\0\0"))


def _parts(name: bytes, body: bytes, turned: int) -> list[Part]:
    if name == b"VP8X":
        flags = take(body, 0, 10)[0] & ~(_HAS_EXIF | _HAS_XMP)
        return [_chunk(name, bytes((flags | _HAS_EXIF * (turned > 1),)) + body[1:10])]
    if name == b"ANMF":
        head = take(body, 0, _FRAME_HEADER)
        inner = list(_chunks(body, _FRAME_HEADER, len(body)))
        kept = b"".join(_chunk(*one).data for one in inner if one[0] in _PIXELS)
        dropped = [_chunk(*one, "dropped") for one in inner if one[0] not in _PIXELS]
        return [_chunk(name, head + kept, "pixels"), *dropped]
    if name in _PIXELS:
        return [_chunk(name, body, "pixels")]
    return [_chunk(name, body, "kept" if name in _SHOWN else "dropped")]


def _chunk(name: bytes, body: bytes, role: Role = "kept") -> Part:
    return Part(name + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2), role)


def _size(chunks: list[tuple[bytes, bytes]]) -> tuple[int, int]:
    """The width and height of the canvas, or of the only frame."""
    name, body = chunks[0] if chunks else (b"", b"")
    if name == b"VP8X":
        sides = take(body, 4, 6)
        return 1 + int.from_bytes(sides[:3], "little"), 1 + int.from_bytes(sides[3:], "little")
    if name == b"VP8 ":
        sides = take(body, 6, 4)
        return (
            int.from_bytes(sides[:2], "little") & 0x3FFF,
            int.from_bytes(sides[2:], "little") & 0x3FFF,
        )
    if name == b"VP8L":
        bits = int.from_bytes(take(body, 1, 4), "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    raise PictureError("anh-hong", reason="picture-parts")
