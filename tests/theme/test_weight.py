"""What a first visit costs a reader with little coverage, as a host sends it: brotli at its best."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import brotli
import pytest

MOST_BYTES: Final = 15_000
MOST_OF_TEXT_AND_STYLE: Final = 14_000
MOST_REQUESTS: Final = 8
# The largest are the heaviest; to weigh them all would take a minute.
HEAVIEST: Final = 6
LOADED: Final = re.compile(
    r'<(?:link rel="(?:stylesheet|icon)"[^>]* href|(?:script|img) src)="([^"]+)"'
)


def weight(path: Path) -> int:
    """The bytes of a file over the wire."""
    return len(brotli.compress(path.read_bytes(), quality=11))


def loaded_by(page: Path) -> set[Path]:
    """The files that a browser loads with a page."""
    text = page.read_text(encoding="utf-8")
    return {(page.parent / address).resolve() for address in LOADED.findall(text)}


@pytest.mark.parametrize("portal", ["thanh-hoa", "nhu-thanh"])
def test_the_heaviest_pages_are_light(portals: Path, portal: str) -> None:
    """With all that they load, and their text and style alone, which the first look needs."""
    pages = (portals / portal).rglob("index.html")
    for page in sorted(pages, key=lambda one: -one.stat().st_size)[:HEAVIEST]:
        files = loaded_by(page)
        style = sum(weight(one) for one in files if one.suffix == ".css")

        assert weight(page) + style <= MOST_OF_TEXT_AND_STYLE, page
        assert weight(page) + sum(map(weight, files)) <= MOST_BYTES, page
        assert 3 <= len(files) < MOST_REQUESTS, page
