"""The code of an address is the one that segno draws, module by module."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.address_codes import address_code, without_address_code
from tests.conftest import Site, article

QUIET = 4


def modules(svg: str) -> list[list[int]]:
    """The rows of a code, read from its drawing."""
    root = ET.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2]) - 2 * QUIET
    found = [[0] * side for _ in range(side)]
    x = y = 0
    (path,) = root
    for sign, right, down in re.findall(r"([hmM])(-?\d+)(?: (\d+))?", path.attrib["d"]):
        if sign == "h":
            found[y][x : x + int(right)] = [1] * int(right)
        x, y = x + int(right), y + int(down or 0)
    return found


def drawn(address: str) -> list[list[int]]:
    """What segno draws under the same conditions."""
    code = segno.make(
        address.encode(), error="L", mask=3, boost_error=False, micro=False, mode="byte"
    )
    return [list(row) for row in code.matrix]


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789-/:.", min_size=1, max_size=160))
def test_the_code_is_that_of_segno(address: str) -> None:
    """Whatever the address."""
    assert modules(address_code(address)) == drawn(address)


@pytest.mark.parametrize("length", [17, 18, 32, 106, 107, 230, 231, 271, 700, 2953])
def test_codes_of_every_size_are_those_of_segno(length: int) -> None:
    """Where a size is just full, and where the next one begins; with one block of bytes or more."""
    address = ("https://thanhhoa.example/" + "so-sanh/" * 400)[:length]

    assert modules(address_code(address)) == drawn(address)


def test_an_address_that_no_code_holds_has_none() -> None:
    """Nothing is drawn rather than something wrong."""
    assert address_code("a" * 2954) == ""


def test_a_page_carries_the_code_of_its_own_address(site: Site) -> None:
    """An article in each language and a comparison have one, a list has none."""
    site.write({"articles/rieng/index.vi.md": article("Bài riêng")})
    built = site.build()

    for path in ("bai-rieng/", "so-sanh/bang/", "en/land-procedures/"):
        assert address_code(f"https://mau.example/{path}") in built.text(path)
    # Without a translation it leads to the original.
    assert address_code("https://mau.example/bai-rieng/") in built.text("en/bai-rieng/")
    assert "<svg" not in built.text("so-do/")


def test_a_page_without_its_code_has_all_the_rest() -> None:
    """Copies on a reader's device have no code, and are the same page for it."""
    code = address_code("https://a.example/").encode()

    assert without_address_code(b"<p>a<svg></svg></p>" + code + b"<p>b</p>") == (
        b"<p>a<svg></svg></p><p>b</p>"
    )
    assert without_address_code(b"<p>a</p>") == b"<p>a</p>"
