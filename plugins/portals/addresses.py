"""The words of which a portal's addresses are made, and the names they keep for themselves."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from plugins.base.paths import is_plain_name
from plugins.languages.language import Lang


class Words(Struct, frozen=True):
    """The address words of one language; `root` is the folder of that language."""

    root: str
    news: str
    category: str
    tag: str
    comparisons: str
    site_map: str
    archive: str
    page: str
    search: str
    offline: str


WORDS: Final[dict[Lang, Words]] = {
    "vi": Words(
        root="",
        news="tin-tuc",
        category="danh-muc",
        tag="the",
        comparisons="so-sanh",
        site_map="so-do",
        archive="luu-tru",
        page="trang",
        search="tim-kiem",
        offline="ngoai-tuyen",
    ),
    "en": Words(
        root="en/",
        news="news",
        category="category",
        tag="tag",
        comparisons="comparisons",
        site_map="site-map",
        archive="archive",
        page="page",
        search="search",
        offline="offline",
    ),
}
FILES: Final = "tep"
THEME: Final = "giao-dien"
# What bears its sum in its name never changes; a regular expression of paths in a portal.
NAMED: Final = (
    rf"(?:{THEME}|{FILES}|{WORDS['vi'].offline})/"
    r"[^/]+\.[0-9a-f]{8}(?:[0-9a-f]{4}|[0-9a-f]{24})?\.[0-9a-z]+"
)

# Taken by lists, by files of a portal's root, and by what portals get later.
_RESERVED: Final = frozenset(
    {FILES, THEME, "en", "vi", "index", "feed", "sitemap", "robots", "404", "manifest", "sw"}
    | {
        word
        for words in WORDS.values()
        for word in (
            words.news,
            words.category,
            words.tag,
            words.comparisons,
            words.site_map,
            words.archive,
            words.search,
            words.offline,
        )
    }
)
_NEWS_RESERVED = re.compile(r"[0-9]{1,4}\Z|trang\Z|page\Z|index\Z")


def is_reserved(slug: str, *, news: bool) -> bool:
    """Whether an article (or a news item) may not have the address `slug`."""
    taken = bool(_NEWS_RESERVED.match(slug)) if news else slug in _RESERVED
    # A title such as 'Con' makes what Windows takes for a device.
    return taken or not is_plain_name(slug)
