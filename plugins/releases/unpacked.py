"""What stands in a file that may be the compressed form of a text."""

from __future__ import annotations

import zlib

import brotli

from plugins.releases.compressed import BROTLI, GZIP


def unpacked(path: str, data: bytes, most: int) -> bytes:
    """The text in the file at `path`, up to so many bytes; none where it cannot be unpacked."""
    try:
        if path.endswith(BROTLI):
            return bytes(brotli.Decompressor().process(data, output_buffer_limit=most))
        if path.endswith(GZIP):
            return zlib.decompressobj(31).decompress(data, most)
    except (brotli.error, zlib.error):
        return b""
    return data
