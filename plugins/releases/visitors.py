"""Those in whose name a site is asked: what is planted is often shown to some of them only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

_DESKTOP: Final = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Safari/537.36"
)
# Most who come from an engine come with a phone, and they are led astray first.
_PHONE: Final = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Mobile Safari/537.36"
)
# A page that is opened within another program.
_WITHIN: Final = (
    "Mozilla/5.0 (Linux; Android 14; SM-A546E Build/UP1A.231005.007; wv) AppleWebKit/537.36 "
    "(KHTML, like Gecko) Version/4.0 Chrome/142.0.0.0 Mobile Safari/537.36"
)
# Of the engines that people in Việt Nam use: how each calls itself, and where it leads from.
_ENGINES: Final = {
    "google": (
        (
            "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, "
            "like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; "
            "+http://www.google.com/bot.html)"
        ),
        "https://www.google.com/",
    ),
    "coccoc": (
        "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
        "https://coccoc.com/search",
    ),
    "bing": (
        (
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; "
            "+http://www.bing.com/bingbot.htm) Chrome/142.0.0.0 Safari/537.36"
        ),
        "https://www.bing.com/",
    ),
}


class Visitor(Struct, frozen=True):
    """How a visitor asks: its name in reports, the form it takes answers in, and its headers."""

    name: str
    encoding: str
    headers: Mapping[str, str]


def _visitor(
    name: str, encoding: str, agent: str, referrer: str = "", languages: str = "vi,en;q=0.5"
) -> Visitor:
    headers = {
        "User-Agent": agent,
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Language": languages,
        "Accept-Encoding": encoding,
    }
    return Visitor(name, encoding, {**headers, "Referer": referrer} if referrer else headers)


# A direct visitor, one who comes from an engine and that engine together ask for each form in which
# a text is stored.
DIRECT: Final = _visitor("direct", "identity", _DESKTOP)
FROM_ENGINES: Final = tuple(
    _visitor(f"searching, {name}", "br", _PHONE, referrer)
    for name, (_, referrer) in _ENGINES.items()
)
ENGINES: Final = tuple(
    _visitor(f"search-engine, {name}", "gzip", agent) for name, (agent, _) in _ENGINES.items()
)
SEARCH_ENGINE: Final = ENGINES[0]
TRIOS: Final = tuple((DIRECT, *pair) for pair in zip(FROM_ENGINES, ENGINES, strict=True))
ALL: Final = TRIOS[0]
# Who follows a link that somebody shared, who shows it there, and who reads no Vietnamese: they ask
# for a sample.
OTHERS: Final = (
    _visitor(
        "from Facebook",
        "br",
        f"{_WITHIN} [FB_IAB/FB4A;FBAV/540.0.0.0.0;]",
        "https://m.facebook.com/",
    ),
    _visitor(
        "from Zalo", "br", f"{_WITHIN} Zalo android/25100 ZaloTheme/light", "https://zalo.me/"
    ),
    _visitor(
        "Facebook",
        "gzip",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    ),
    _visitor("in English", "br", _DESKTOP, languages="en-US,en;q=0.9"),
)
EVERYBODY: Final = (DIRECT, *FROM_ENGINES, *ENGINES, *OTHERS)
