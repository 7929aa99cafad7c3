"""Pictures of generated articles: charts as an office draws them."""

from __future__ import annotations

from random import Random
from typing import Final

_YEARS: Final = range(2020, 2026)
_HEIGHT: Final = 320


def chart(random: Random) -> str:
    """A bar chart of some years as an SVG file."""
    bars = "\n".join(_bar(place, year, random) for place, year in enumerate(_YEARS))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="{_HEIGHT}" '
        f'viewBox="0 0 640 {_HEIGHT}">\n'
        f'<rect width="640" height="{_HEIGHT}" fill="#f4f6f8"/>\n'
        f"{bars}\n"
        '<path d="M40 280H620" fill="none" stroke="#333333" stroke-width="2"/>\n'
        "</svg>\n"
    )


def _bar(place: int, year: int, random: Random) -> str:
    count = random.randrange(400, 2400)
    left, height = 60 + 95 * place, count // 10
    return (
        f'<rect x="{left}" y="{280 - height}" width="60" height="{height}" fill="#12315f"/>\n'
        f'<text x="{left}" y="{270 - height}" font-size="16" fill="#1b1b1b">{count}</text>\n'
        f'<text x="{left}" y="304" font-size="16" fill="#1b1b1b">{year}</text>'
    )
