"""A picture that may be published, and the parts that a file of one is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from msgspec import Struct

Form: TypeAlias = Literal["PNG", "JPEG", "GIF", "WebP", "AVIF", "SVG"]
# 'pixels' are kept as well; they are compressed, so that any bytes may stand in them by chance.
Role: TypeAlias = Literal["kept", "dropped", "pixels"]

MAX_SIDE: Final = 12_000
MAX_AREA: Final = 50_000_000
# All frames of an animation together, in pixels.
MAX_FRAMES_AREA: Final = 100_000_000


class PictureError(Exception):
    """Why a file is not published as a picture: a problem code with its values."""

    def __init__(self, code: str, line: int = 1, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.values = values


class Picture(Struct, frozen=True):
    """A clean picture: `data` is what is published, `width` and `height` are pixels as shown."""

    form: Form
    width: int
    height: int
    data: bytes
    is_still: bool = True


class Part(Struct, frozen=True):
    """Some bytes of a file, and what becomes of them."""

    data: bytes
    role: Role


class Container(Struct, frozen=True):
    """What the structure of a file says, before a pixel is read.

    `size` is the width and height that are stored, `is_turned` whether they change places on show.
    """

    size: tuple[int, int]
    parts: Sequence[Part]
    frames: int = 1
    is_turned: bool = False

    def cleaned(self) -> bytes:
        """The file without what is dropped."""
        return b"".join(part.data for part in self.parts if part.role != "dropped")


def check_limits(size: tuple[int, int], frames: int) -> None:
    """Refuse what would fill the memory of whoever opens it."""
    width, height = size
    if width < 1 or height < 1:
        raise PictureError("anh-hong", reason="picture-parts")
    if max(size) > MAX_SIDE:
        raise PictureError("anh-qua-dai", width=str(width), height=str(height), limit=str(MAX_SIDE))
    if width * height > MAX_AREA:
        raise PictureError(
            "anh-qua-nhieu-diem",
            width=str(width),
            height=str(height),
            limit=str(MAX_AREA // 1_000_000),
        )
    if frames > 1 and frames * width * height > MAX_FRAMES_AREA:
        raise PictureError(
            "anh-dong-qua-dai",
            frames=str(frames),
            width=str(width),
            height=str(height),
            limit=str(MAX_FRAMES_AREA // 1_000_000),
        )


def take(data: bytes, start: int, length: int) -> bytes:
    """`length` bytes from `start`; a file that ends before them is refused."""
    if start + length > len(data):
        raise PictureError("anh-hong", reason="picture-cut")
    return data[start : start + length]
