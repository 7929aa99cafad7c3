"""The one entry of EXIF that changes how a picture is shown: its orientation.

Source: Exif 2.32 (CIPA DC-008-2019), 4.6.
"""

from __future__ import annotations

import struct
from typing import Final

_UPRIGHT: Final = 1
_ORIENTATION: Final = 0x0112
_SHORT: Final = 3


def orientation(tiff: bytes) -> int:
    """The orientation, 1 to 8, in a TIFF header with its first directory; 1 where none is told."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return _UPRIGHT
    try:
        (offset,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, offset)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, offset + 2 + 12 * number)
            if tag == _ORIENTATION and kind == _SHORT:
                return value if 1 <= value <= 8 else _UPRIGHT
    except struct.error:
        return _UPRIGHT
    return _UPRIGHT


def only_orientation(value: int) -> bytes:
    """A TIFF header and a directory with nothing but that orientation."""
    return struct.pack(">4sIHHHIHHI", b"MM\0*", 8, 1, _ORIENTATION, _SHORT, 1, value, 0, 0)


def swaps_sides(value: int) -> bool:
    """Whether width and height change places when a picture of that orientation is shown."""
    return value >= 5
