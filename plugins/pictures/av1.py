"""How large the frames of AV1 data are (AV1 Bitstream Specification, 5.3 to 5.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from plugins.pictures.picture import PictureError, take

_SEQUENCE_HEADER: Final = 1
_LONGEST_NUMBER: Final = 8
_LONGEST_HEADER: Final = 256
# Levels from here on are told with a tier.
_TIERS_FROM: Final = 8


def frame_sizes(data: bytes) -> Iterator[tuple[int, int]]:
    """The largest width and height that each sequence header in `data` lets its frames have."""
    place = 0
    while place < len(data):
        head = data[place]
        place += 2 if head & 4 else 1
        length = len(data) - place
        if head & 2:
            length, place = _number(data, place)
        if head >> 3 & 15 == _SEQUENCE_HEADER:
            yield _frame_size(_Bits(take(data, place, length)[:_LONGEST_HEADER]))
        place += length


def _number(data: bytes, place: int) -> tuple[int, int]:
    """A number of seven bits a byte, and the place behind it."""
    number = 0
    for index in range(_LONGEST_NUMBER):
        byte = take(data, place + index, 1)[0]
        number |= (byte & 127) << (7 * index)
        if not byte & 128:
            return number, place + index + 1
    raise PictureError("anh-hong", reason="picture-parts")


class _Bits:
    """Reads bits from the highest one on."""

    def __init__(self, data: bytes) -> None:
        self._number = int.from_bytes(data, "big")
        self._left = 8 * len(data)

    def read(self, count: int) -> int:
        self._left -= count
        if self._left < 0:
            raise PictureError("anh-hong", reason="picture-cut")
        return self._number >> self._left & (1 << count) - 1


def _frame_size(bits: _Bits) -> tuple[int, int]:
    bits.read(3 + 1)
    if bits.read(1):
        bits.read(5)
    else:
        _skip_operating_points(bits)
    width_bits, height_bits = bits.read(4) + 1, bits.read(4) + 1
    return bits.read(width_bits) + 1, bits.read(height_bits) + 1


def _skip_operating_points(bits: _Bits) -> None:
    if bits.read(1):
        # The times of frames: a picture has none.
        raise PictureError("anh-hong", reason="picture-sequence")
    has_delays = bits.read(1)
    for _ in range(bits.read(5) + 1):
        bits.read(12)
        if bits.read(5) >= _TIERS_FROM:
            bits.read(1)
        if has_delays and bits.read(1):
            bits.read(4)
