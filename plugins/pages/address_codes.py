"""The address of a page as a QR code, which leads from paper back to the page.

With the mask fixed a code is linear: that of a text is the sum, bit by bit, of what each half byte
of the text adds to it. segno draws one code of each size and says where its bits stand, which takes
some milliseconds; each page then costs some microseconds instead of a thousand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce
from operator import xor
from typing import Any, Final

import segno
from segno import consts, encoder

_LEVEL: Final = "L"
_MASK: Final = 3
_LARGEST: Final = 40
# From this size on the length of a text is written in two bytes.
_LONG: Final = 10
_BYTE_MODE: Final = "4"
# The end of the text, and the empty byte that segno writes behind it.
_END: Final = "000"
_PADDING: Final = "ec11"
# The empty space around a code, in its modules, without which no telephone finds it.
_QUIET: Final = 4
# Around the drawing of a code.
_START: Final = '<svg class="code"'
_STOP: Final = b"</svg>"
# Where segno's numbers of bits begin: smaller ones are modules, and places that are still free.
_FIRST: Final = 3


def address_code(address: str) -> str:
    """The code of an address as SVG; empty for one that no code has room for."""
    data = address.encode()
    size = next((one for one in range(1, _LARGEST + 1) if len(data) <= _room(one)), 0)
    return _drawing(size).svg(data) if size else ""


def without_address_code(page: bytes) -> bytes:
    """A page without its code, which is for paper: copies kept on a reader's device have none."""
    start = page.find(_START.encode())
    if start < 0:
        return page
    return page[:start] + page[page.index(_STOP, start) + len(_STOP) :]


@lru_cache(maxsize=_LARGEST)
def _room(size: int) -> int:
    """How many bytes of text a code of a size holds."""
    bits: int = consts.SYMBOL_CAPACITY[size][consts.ERROR_LEVEL_L]
    return bits // 8 - (2 if size < _LONG else 3)


@lru_cache(maxsize=_LARGEST)
def _drawing(size: int) -> _Drawing:
    return _Drawing(size)


class _Drawing:
    """All codes of one size. A code is a number: its modules row by row, the last one lowest."""

    def __init__(self, size: int) -> None:
        self._length_signs = 2 if size < _LONG else 4
        self._side: int = encoder.calc_matrix_size(size)
        row = -(-self._side // 8)
        self._adds = _adds(list(_shown_bits(size, self._side, row * 8)))
        self._patterns = 0
        drawn = segno.make(
            b"0", version=size, error=_LEVEL, mask=_MASK, boost_error=False, mode="byte"
        )
        self._patterns = _number(drawn.matrix, row * 8) ^ self._sum(b"0")
        self._runs = ((_runs(""),) * (row - 1) + (_runs(f"m-{row * 8} 1"),)) * self._side

    def svg(self, data: bytes) -> str:
        """The code of `data`."""
        code = (self._patterns ^ self._sum(data)).to_bytes(len(self._runs), "big")
        path = "".join([runs[byte] for runs, byte in zip(self._runs, code, strict=True)])
        # A line is drawn half above its height.
        whole = self._side + 2 * _QUIET
        box = f"-{_QUIET} -{_QUIET}.5 {whole} {whole}"
        return f'{_START} viewBox="{box}" aria-hidden="true"><path d="M0 0{path}"/></svg>'

    def _sum(self, data: bytes) -> int:
        """What `data` adds to the patterns, with its length before it and padding behind."""
        written = f"{_BYTE_MODE}{len(data):0{self._length_signs}x}{data.hex()}{_END}"
        missing = len(self._adds) - len(written)
        padded = written + (_PADDING * missing)[: max(missing, 0)]
        return reduce(xor, [adds[sign] for adds, sign in zip(self._adds, padded, strict=False)])


def _adds(bits: Sequence[int]) -> list[dict[str, int]]:
    """What each half byte of a text adds, by its sign, from what each bit adds."""
    return [
        {
            f"{value:x}": reduce(xor, [bits[at + n] for n in range(4) if value & 8 >> n], 0)
            for value in range(16)
        }
        for at in range(0, len(bits), 4)
    ]


def _shown_bits(size: int, side: int, width: int) -> Iterator[int]:
    """What each bit of a text adds to a code: its own module, and those that correct errors."""
    places = _places(size, side, width)
    parts = [
        part for part in consts.ECC[size][consts.ERROR_LEVEL_L] for _ in range(part.num_blocks)
    ]
    lengths = [part.num_data for part in parts]
    extra = parts[0].num_total - parts[0].num_data
    # The bytes of the blocks take turns; some blocks have one byte more.
    turns = [(at, block) for at in range(max(lengths)) for block, n in enumerate(lengths) if at < n]
    order = {turn: place for place, turn in enumerate(turns)}
    corrections = _corrections(max(lengths), extra)
    for block, length in enumerate(lengths):
        first = [len(turns) + at * len(lengths) + block for at in range(extra)]
        spread = [places[byte * 8 + bit] for byte in first for bit in range(8)]
        for at in range(length):
            for bit in range(8):
                correction = corrections[length - 1 - at][bit]
                own = 1 << places[order[at, block] * 8 + bit]
                yield own | _spread(correction, spread)


def _spread(number: int, places: Sequence[int]) -> int:
    """A number whose bits, the highest first, stand in other places."""
    signs = f"{number:0{len(places)}b}"
    return sum(1 << place for place, sign in zip(places, signs, strict=True) if sign == "1")


def _corrections(length: int, extra: int) -> list[list[int]]:
    """The `extra` bytes that correct a block, for each bit of each byte: those of the last first.

    What corrects a byte further to the front is that behind it, moved on by a byte.
    """
    log, power, divisor = consts.GALIOS_LOG, consts.GALIOS_EXP, consts.GEN_POLY[extra]
    last = [
        int.from_bytes(bytes(power[log[value] + one] for one in divisor) if value else b"")
        for value in range(256)
    ]
    top, rest = 8 * (extra - 1), (1 << 8 * (extra - 1)) - 1
    found = [[last[128 >> bit] for bit in range(8)]]
    for _ in range(length - 1):
        found.append([(one & rest) << 8 ^ last[one >> top] for one in found[-1]])
    return found


def _places(size: int, side: int, width: int) -> list[int]:
    """Where in the number of a code each bit of its bytes stands."""
    matrix: list[list[int]] = [list(row) for row in _empty(side)]
    count = sum(row.count(_FIRST - 1) for row in matrix)
    encoder.add_codewords(matrix, range(_FIRST, _FIRST + count), size)
    places = {
        value: (side - y) * width - 1 - x
        for y, row in enumerate(matrix)
        for x, value in enumerate(row)
        if value >= _FIRST
    }
    return [places[_FIRST + number] for number in range(count)]


def _empty(side: int) -> Any:
    matrix = encoder.make_matrix(side, side)
    encoder.add_finder_patterns(matrix, side, side)
    encoder.add_alignment_patterns(matrix, side, side)
    return matrix


def _number(matrix: Sequence[Sequence[int]], width: int) -> int:
    """A code as a number with rows of so many bits."""
    rows = ("".join(map(str, row)).ljust(width, "0") for row in matrix)
    return int("".join(rows), 2)


def _runs(end: str) -> list[str]:
    """How eight modules are drawn, by their bits: dark ones as a line, light ones passed over."""
    return [_run(f"{byte:08b}") + end for byte in range(256)]


def _run(modules: str) -> str:
    path, at = "", 0
    while at < len(modules):
        sign = modules[at]
        length = len(modules[at:]) - len(modules[at:].lstrip(sign))
        path += f"h{length}" if sign == "1" else f"m{length} 0"
        at += length
    return path
