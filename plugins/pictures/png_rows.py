"""Whether a PNG has all the rows that its header promises: readers fill in what is missing.

Filtered and interlaced rows as in PNG, third edition, W3C 2025, chapters 7 to 9.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from typing import Final

from plugins.pictures.picture import Part

# By the type of colour, the samples of a pixel.
_SAMPLES: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# Of Adam7, each pass: its first column and row, and how far the next ones are.
_PASSES: Final = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
_WHOLE: Final = ((0, 0, 1, 1),)
# The length and the name of a chunk, and the sum behind it.
_BODY: Final = slice(8, -4)


def has_all_rows(parts: Sequence[Part]) -> bool:
    """Whether the chunks of the first picture hold as many bytes as its size needs."""
    chunks = [part.data for part in parts]
    header = next(one for one in chunks if one[4:8] == b"IHDR")
    missing = _length(header[_BODY])
    inflater = zlib.decompressobj()
    for chunk in chunks:
        if chunk[4:8] == b"IDAT" and missing > 0:
            missing -= len(inflater.decompress(chunk[_BODY], missing))
    return missing <= 0


def _length(header: bytes) -> int:
    """How many bytes all filtered rows have."""
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    bits = depth * _SAMPLES[colour]
    return sum(
        rows * (1 + (columns * bits + 7) // 8)
        for columns, rows in (
            (len(range(left, width, across)), len(range(top, height, down)))
            for left, top, across, down in (_PASSES if interlaced else _WHOLE)
        )
        if columns
    )
