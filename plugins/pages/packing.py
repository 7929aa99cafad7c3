"""Deflated bytes, as a browser inflates them by itself."""

from __future__ import annotations

import zlib
from typing import Final

# Within a thirtieth of the smallest, in two thirds of the time.
_LEVEL: Final = 4
# For what is packed anew with each change.
FAST: Final = 1


def deflated(data: bytes, level: int = _LEVEL) -> bytes:
    """Packed bytes, without a head or a sum."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def inflated(data: bytes) -> bytes:
    """What was packed; ValueError where it is no such thing."""
    try:
        return zlib.decompress(data, -zlib.MAX_WBITS)
    except zlib.error as error:
        raise ValueError("not deflated") from error
