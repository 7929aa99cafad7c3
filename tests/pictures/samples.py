"""Small pictures for the tests."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

FORMATS = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
SECRET = b"Nguyen Van A, 19.8067 N 105.7852 E"


def sample(ending: str, size: Any = (40, 30), **options: Any) -> bytes:
    """A picture of that kind, with a gradient so that it has pixels to speak of."""
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    return saved(picture, ending, **options)


def saved(picture: Image.Image, ending: str, **options: Any) -> bytes:
    """The bytes of `picture` as a file of that kind."""
    file = io.BytesIO()
    picture.save(file, FORMATS[ending], **options)
    return file.getvalue()


def animation(ending: str, frames: int = 3, size: tuple[int, int] = (40, 30)) -> bytes:
    """A moving picture that is repeated for ever."""
    pictures = [Image.new("RGB", size, (9 * number % 256, 0, 0)) for number in range(frames)]
    return saved(
        pictures[0], ending, save_all=True, append_images=pictures[1:], loop=0, duration=100
    )


def exif(orientation: int = 1) -> Image.Exif:
    """Who took a picture, where, and how the camera was held."""
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010E] = SECRET.decode()
    told.get_ifd(0x8825)[1] = "N"
    return told


def pixels(data: bytes) -> list[bytes]:
    """The pixels of every frame."""
    with Image.open(io.BytesIO(data)) as picture:
        found = []
        for number in range(getattr(picture, "n_frames", 1)):
            picture.seek(number)
            found.append(picture.convert("RGBA").tobytes())
        return found


def png_chunk(name: bytes, body: bytes) -> bytes:
    """One chunk of a PNG file."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_claiming(width: int, height: int) -> bytes:
    """A PNG file of some 100 bytes that says it has that size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", head)
        + png_chunk(b"IDAT", zlib.compress(bytes(1000)))
        + png_chunk(b"IEND", b"")
    )
