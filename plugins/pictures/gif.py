"""The blocks of a GIF file (GIF89a specification, CompuServe 1990)."""

from __future__ import annotations

from typing import Final

from plugins.pictures.picture import Container, Part, PictureError, take

_IMAGE: Final = 0x2C
_EXTENSION: Final = 0x21
_TRAILER: Final = 0x3B
_CONTROL: Final = 0xF9
_APPLICATION: Final = 0xFF
# How often an animation is repeated, in the two spellings that browsers know.
_LOOPS: Final = (b"\x0bNETSCAPE2.0\x03\x01", b"\x0bANIMEXTS1.0\x03\x01")
_LOOP_LENGTH: Final = 19


def split(data: bytes) -> Container:
    """The blocks of the GIF file `data`."""
    place = 13 + _table_length(take(data, 0, 13)[10])
    parts = [Part(take(data, 0, place), "kept")]
    width, height, frames = *_sides(data, 6), 0
    while (kind := take(data, place, 1)[0]) != _TRAILER:
        if kind == _EXTENSION:
            end = _end_of_blocks(data, place + 2)
            parts.append(_extension(data[place:end]))
        elif kind == _IMAGE:
            start = place + 10 + _table_length(take(data, place, 10)[9])
            end = _end_of_blocks(data, start + 1)
            left, top = _sides(data, place + 1)
            right, bottom = _sides(data, place + 5)
            width, height = max(width, left + right), max(height, top + bottom)
            frames += 1
            parts += [Part(data[place:start], "kept"), Part(data[start:end], "pixels")]
        elif kind == 0:
            # Some programs leave an empty block behind an image.
            end = place + 1
        else:
            raise PictureError("anh-hong", reason="picture-parts")
        place = end
    if not frames:
        raise PictureError("anh-hong", reason="picture-parts")
    parts += [Part(bytes((_TRAILER,)), "kept"), Part(data[place + 1 :], "dropped")]
    return Container((width, height), parts, frames)


def _sides(data: bytes, place: int) -> tuple[int, int]:
    sides = take(data, place, 4)
    return int.from_bytes(sides[:2], "little"), int.from_bytes(sides[2:], "little")


def _table_length(flags: int) -> int:
    """The bytes of the colour table that the flags of a screen or an image announce."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(data: bytes, place: int) -> int:
    """Where the row of sub-blocks that begins at `place` ends."""
    while length := take(data, place, 1)[0]:
        place += length + 1
    return place + 1


def _extension(block: bytes) -> Part:
    label = block[1]
    is_loop = label == _APPLICATION and block[2:].startswith(_LOOPS)
    if label == _CONTROL or (is_loop and len(block) == _LOOP_LENGTH):
        return Part(block, "kept")
    return Part(block, "dropped")
