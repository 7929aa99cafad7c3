"""Addresses and names are read as words."""

from __future__ import annotations

import pytest

from plugins.spam.addresses import address_lines


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("/nha-cai-uy-tin/100k", ("nha cai uy tin", "100k")),
        ("?u=https://nhacai88.bet/", ("u", "nhacai88.bet")),
        ("mailto:nha-cai@a.example", ("nha cai a.example",)),
        ("nh%C3%A0-c%25C3%25A1i", ("nhà cái",)),
        ("nha.cai.uy.tin", ("nha.cai.uy.tin", "nha cai uy tin")),
        ("fn:mot", ("fn", "mot")),
        ("2026/12", ()),
    ],
)
def test_the_words_of_an_address(address: str, lines: tuple[str, ...]) -> None:
    """Its parts are lines; what stands for spaces, or is hidden by references, is read."""
    assert address_lines(address) == lines
