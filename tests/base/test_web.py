"""Addresses on the web."""

from __future__ import annotations

import pytest

from plugins.base.web import is_host, web_host


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://luat.example", "luat.example"),
        ("http://luat.example:8080/a?b#c", "luat.example"),
        ("HTTPS://Luat.Example/", "luat.example"),
        ("https://luat.example#@xau.example/", "luat.example"),
        ("https://luat.example/@xau.example", "luat.example"),
        ("https://xau.example\\.luat.example/", "xau.example\\.luat.example"),
    ],
)
def test_the_host_is_the_one_that_a_browser_asks(address: str, host: str) -> None:
    """In small letters, without port and path."""
    assert web_host(address) == host


@pytest.mark.parametrize(
    "address",
    [
        "",
        "luat.example",
        "//luat.example/",
        "ftp://luat.example/",
        "javascript://luat.example/%0aalert(1)",
        "https://",
        "https:///luat.example",
        "https:luat.example",
        "https://luat.example@xau.example/",
        "https://@luat.example/",
        "https://luat.example:x/",
        "https://luat.example:65536/",
        "https://[::1",
    ],
)
def test_what_is_no_web_address_has_no_host(address: str) -> None:
    """No other scheme, and no name before an @ that looks like the host."""
    assert web_host(address) == ""


@pytest.mark.parametrize("name", ["a.example", "a-b.c1.example", "xn--a.example", "1.2.3.4"])
def test_a_full_name_is_a_host(name: str) -> None:
    """As it stands in an address."""
    assert is_host(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "localhost",
        "A.example",
        "a..example",
        ".a.example",
        "a.example.",
        "-a.example",
        "a-.example",
        "*.example",
        "a b.example",
        "é.example",
        "https://a.example",
        "a.example:80",
        "a.example\n",
        "a.example/",
    ],
)
def test_anything_else_is_no_host(name: str) -> None:
    """Neither a pattern nor an address."""
    assert not is_host(name)
