"""What a tag of a finished page may be."""

from __future__ import annotations

import pytest

from plugins.audit.tags import attributes_of, leads_astray, tag_faults

HOSTS = {"mau.example", "luat.example"}


def codes(tag: str) -> list[str]:
    """The codes of what is wrong with a tag."""
    return [fault.code for fault in tag_faults(tag, attributes_of(tag), HOSTS)]


@pytest.mark.parametrize(
    "tag",
    [
        "<!doctype html>",
        '<a class="skip" href="#_main">',
        '<a href="../en/">',
        '<a href="https://luat.example/van-ban">',
        '<a href="mailto:xa@mau.example">',
        '<a href="tel:+84237000000">',
        '<img src="tep/anh.png" alt="Sơ đồ">',
        '<time data-part="today" hidden>',
        '<script type="application/ld+json">',
        '<script src="giao-dien/portal.js" defer>',
        "</script>",
        '<link rel="canonical" href="https://mau.example/bai/">',
        '<link rel="alternate" hreflang="en" href="https://mau.example/en/">',
        '<meta property="og:url" content="https://mau.example/bai/">',
        '<meta http-equiv="refresh" content="0; url=../moi/">',
        '<form class="search" role="search" action="../tim-kiem/">',
        "</form>",
        '<input type="search" name="q">',
        '<select name="year">',
        '<option value="">',
        "<button>",
    ],
)
def test_what_the_theme_writes_is_clean(tag: str) -> None:
    """Ordinary tags, and links inside the portal or to allowed hosts."""
    assert codes(tag) == []


@pytest.mark.parametrize(
    "tag",
    [
        "<!-- ẩn -->",
        "<iframe>",
        '<form action="/gui">',
        "<form>",
        '<form role="search" action="tim-kiem/" method="post">',
        '<input type="password" name="q">',
        "<input>",
        "<textarea>",
        "<object>",
        "<svg>",
        "<math>",
        "<style>",
        '<p style="display:none">',
        "<p hidden>",
        '<p onclick="x()">',
        "<P ONCLICK=x()>",
        '<img src="tep/a.png" onerror="x()">',
        '<script type="module">',
        '<script type="text/javascript">',
        "<script>",
        "<script defer>",
    ],
)
def test_code_that_the_theme_does_not_write_is_told(tag: str) -> None:
    """Frames, forms, styles, handlers, hidden text and comments have no place in a page."""
    assert codes(tag) == ["trang-ma-la"]


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="https://la.example/">',
        '<a href="//la.example/">',
        '<a href="\\\\la.example/">',
        '<a href="https://luat.example@la.example/">',
        '<a href="https://con.luat.example/">',
        '<a href="javascript:x()">',
        '<a href="java&#10;script:x()">',
        '<a href=" data:text/html,x">',
        '<a href="vbscript:x">',
        '<img srcset="tep/a.png 1x, https://la.example/b.png 2x">',
        '<link rel="stylesheet" href="https://la.example/a.css">',
        '<meta property="og:image" content="https://la.example/a.png">',
        '<meta http-equiv="refresh" content="0; url=https://la.example/">',
        '<meta http-equiv="refresh" content="0;//la.example/">',
        '<meta http-equiv="refresh" content="0; url=/\\la.example/">',
        '<meta http-equiv="refresh" content="0; url=\\\\la.example/">',
        '<meta http-equiv="refresh" content="0; url=java\tscript:x()">',
        '<meta http-equiv="refresh" content="0; url=mailto:xa@mau.example">',
        '<script src="https://la.example/a.js">',
        '<form role="search" action="https://la.example/">',
        '<button formaction="https://la.example/">',
        '<base href="https://la.example/">',
        '<blockquote cite="https://la.example/">',
    ],
)
def test_addresses_that_lead_astray_are_told(tag: str) -> None:
    """Other hosts and schemes, in whatever attribute and however they are written."""
    assert "trang-dan-ngoai" in codes(tag)


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="https://luat.example/a.js">',
        '<form role="search" action="https://luat.example/">',
        '<img src="https://luat.example/a.gif" alt="">',
        '<img srcset="tep/a.png 1x, https://luat.example/b.png 2x">',
        '<base href="https://luat.example/">',
        '<link rel="stylesheet" href="https://luat.example/a.css">',
        '<link rel="alternate stylesheet" href="https://luat.example/a.css">',
        '<link rel="preconnect" href="https://luat.example/">',
        '<link href="https://luat.example/">',
    ],
)
def test_nothing_is_loaded_from_another_host(tag: str) -> None:
    """Not even from one that pages may lead to: who reads a page is nobody else's business."""
    assert "trang-dan-ngoai" in codes(tag)


def test_the_first_of_two_equal_attributes_counts() -> None:
    """As in a browser, so that a second one hides nothing."""
    assert attributes_of("<a href=\"//la.example\" HREF='../'>") == {"href": "//la.example"}


@pytest.mark.parametrize(
    ("address", "astray"),
    [
        ("", False),
        ("bai/", False),
        ("?q=a:b", False),
        ("#x", False),
        ("https://MAU.example/a", False),
        ("http\n://la.example", True),
        ("/\t/la.example", True),
        ("\t //la.example", True),
        ("\n javascript:x()", True),
        (" \t\x01https://la.example", True),
        ("https://mau.example.la.example/", True),
        ("ftp://mau.example/", True),
        ("https://mau.example", False),
        ("https://mau.examplex", True),
        ("https://mau.example\\@la.example/", False),
        ("https://mau.example?/", False),
        ("https://mau.example\t.la.example/", True),
    ],
)
def test_an_address_is_read_as_a_browser_reads_it(address: str, *, astray: bool) -> None:
    """Line ends, capitals and backslashes do not lead past the list of hosts."""
    assert leads_astray(address, HOSTS) is astray
