"""How large the frames of AV1 data are."""

from __future__ import annotations

import pytest

from plugins.pictures.av1 import frame_sizes
from plugins.pictures.picture import PictureError


def header(bits: str) -> bytes:
    """A sequence header of these bits, with its length."""
    bits = bits.replace(" ", "")
    body = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
    return bytes([0b1010, len(body), *body])


# The widths of both numbers, then 40 and 30 less one.
SIZE = "0101 0100 100111 11101"


@pytest.mark.parametrize(
    "bits",
    [
        f"000 1 1 00000 {SIZE}",
        f"000 1 0 0 0 00000 {'0' * 12} 00000 {SIZE}",
        f"000 1 0 0 1 00000 {'0' * 12} 01000 1 1 0000 {SIZE}",
    ],
)
def test_the_size_stands_behind_what_a_header_says_of_times(bits: str) -> None:
    """Short headers, long ones, and those with tiers and delays are read."""
    delimiter = bytes([0b10010, 0])

    assert [*frame_sizes(delimiter + header(bits) * 2)] == [(40, 30)] * 2


@pytest.mark.parametrize(
    "data", [header("000 1 1 0"), header("000 1 0 1"), b"\x0a\x09", b"\x0a" + b"\xff" * 9]
)
def test_broken_data_is_refused(data: bytes) -> None:
    """A header that ends too soon, tells of times, or has no end to its length."""
    with pytest.raises(PictureError):
        list(frame_sizes(data))
