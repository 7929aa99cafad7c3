"""Browsers are told what they get."""

from __future__ import annotations

import pytest

from plugins.base.media import media_type


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("portal.1a2b.css", "text/css; charset=utf-8"),
        ("portal.1a2b.js", "text/javascript; charset=utf-8"),
        ("feed.atom", "application/atom+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("data.csv", "text/csv; charset=utf-8"),
        ("data.json", "application/json; charset=utf-8"),
        ("emblem.svg", "image/svg+xml; charset=utf-8"),
        ("anh.JPG", "image/jpeg"),
        ("anh.avif", "image/avif"),
        ("anything", "application/octet-stream"),
        ("anything.exe", "application/octet-stream"),
    ],
)
def test_types_follow_the_ending(name: str, expected: str) -> None:
    """Text says that it is UTF-8; what is not known is not opened."""
    assert media_type(name) == expected
