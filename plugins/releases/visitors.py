"""Those in whose name a site is asked: what is planted is often shown to some of them only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

_BROWSER: Final = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Safari/537.36"
)
_SEARCH_ENGINE: Final = (
    "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like "
    "Gecko) Chrome/142.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; "
    "+http://www.google.com/bot.html)"
)


class Visitor(Struct, frozen=True):
    """How a visitor asks: its name in reports, the form it takes answers in, and its headers."""

    name: str
    encoding: str
    headers: Mapping[str, str]


def _visitor(name: str, encoding: str, agent: str, referrer: str = "") -> Visitor:
    headers = {
        "User-Agent": agent,
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Language": "vi,en;q=0.5",
        "Accept-Encoding": encoding,
    }
    return Visitor(name, encoding, {**headers, "Referer": referrer} if referrer else headers)


# Together they ask for each form in which a text is stored.
DIRECT: Final = _visitor("direct", "identity", _BROWSER)
SEARCHING: Final = _visitor("searching", "br", _BROWSER, "https://www.google.com/")
SEARCH_ENGINE: Final = _visitor("search-engine", "gzip", _SEARCH_ENGINE)
ALL: Final = (DIRECT, SEARCHING, SEARCH_ENGINE)
