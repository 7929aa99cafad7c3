"""The address of every page inside its portal: '' is the home page, folders end with '/'."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from plugins.articles.article import Version
from plugins.languages.language import Lang
from plugins.portals.addresses import FILES, THEME, WORDS, is_reserved

NOT_FOUND_PAGE: Final = "not-found"


def home(lang: Lang) -> str:
    """The home page of a language."""
    return WORDS[lang].root


def text(version: Version, lang: Lang) -> str:
    """An article, news item or page, as it stands in the edition of `lang`."""
    if version.kind == "page" and version.key == NOT_FOUND_PAGE:
        return not_found(lang)
    words = WORDS[lang]
    folder = f"{words.news}/" if version.kind == "news" else ""
    return f"{words.root}{folder}{version.slug}/"


def news(lang: Lang, year: int = 0, month: int = 0) -> str:
    """The list of all news, of a year, or of a month."""
    return WORDS[lang].root + WORDS[lang].news + _period(year, month)


def archive(lang: Lang, year: int = 0, month: int = 0) -> str:
    """The archive, or all that was published in a month."""
    return WORDS[lang].root + WORDS[lang].archive + _period(year, month)


def category(lang: Lang, name: str = "") -> str:
    """The list of a category, or of all categories."""
    return WORDS[lang].root + WORDS[lang].category + _folder(name)


def tag(lang: Lang, name: str = "") -> str:
    """The list of a tag, or of all tags."""
    return WORDS[lang].root + WORDS[lang].tag + _folder(name)


def comparison(lang: Lang, name: str = "") -> str:
    """The page of a comparison, or the list of all."""
    return WORDS[lang].root + WORDS[lang].comparisons + _folder(name)


def site_map(lang: Lang) -> str:
    """The site map for people."""
    return f"{WORDS[lang].root}{WORDS[lang].site_map}/"


def search(lang: Lang) -> str:
    """The page on which readers search."""
    return f"{WORDS[lang].root}{WORDS[lang].search}/"


def index_file(lang: Lang, name: str) -> str:
    """A file of the index that is searched."""
    return f"{search(lang)}{name}"


def is_of_index(address: str) -> bool:
    """Whether a file of the index stands at an address."""
    return any(address != search(lang) and address.startswith(search(lang)) for lang in WORDS)


def offline(lang: Lang) -> str:
    """The page on which readers keep others for reading without a network."""
    return f"{WORDS[lang].root}{WORDS[lang].offline}/"


def manifest(lang: Lang) -> str:
    """What a browser needs to know of a portal to install it."""
    return f"{WORDS[lang].root}manifest.webmanifest"


def feed(lang: Lang) -> str:
    """The Atom feed of a language."""
    return f"{WORDS[lang].root}feed.atom"


def not_found(lang: Lang) -> str:
    """The page for addresses that do not exist."""
    return f"{WORDS[lang].root}404.html"


def alias(old_path: str) -> str:
    """The address of an old path: a file with an ending, otherwise a folder."""
    return old_path if old_path.endswith(".html") else old_path.strip("/") + "/"


def is_free(old_path: str) -> bool:
    """Whether a page may stand at an old path: no list or file of a portal has its place."""
    first, *rest = output_file(alias(old_path)).removesuffix("/index.html").split("/")
    words = WORDS["vi"]
    if f"{first}/" == WORDS["en"].root and rest:
        words = WORDS["en"]
        first, *rest = rest
    if first == words.news and len(rest) == 1:
        return not is_reserved(rest[0].removesuffix(".html"), news=True)
    return not is_reserved(first.removesuffix(".html"), news=False)


def numbered(address: str, number: int, lang: Lang) -> str:
    """Page `number` of a list, the first being the list's own address."""
    return address if number == 1 else f"{address}{WORDS[lang].page}/{number}/"


def theme_file(name: str) -> str:
    """A file of the theme."""
    return f"{THEME}/{name}"


def content_file(name: str) -> str:
    """A picture of the content."""
    return f"{FILES}/{name}"


def output_file(address: str) -> str:
    """The file in which the page at `address` is written."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def root_of(address: str) -> str:
    """What leads from the page at `address` to the portal's root: '' or a chain of '../'."""
    return "../" * address.count("/")


def _folder(name: str) -> str:
    return f"/{name}/" if name else "/"


def _period(year: int, month: int) -> str:
    return (f"/{year:04}/" if year else "/") + (f"{month:02}/" if month else "")


# What a portal's menu calls the lists that every portal has.
LISTS: Final[dict[str, Callable[[Lang], str]]] = {
    "tin-tuc": news,
    "so-sanh": comparison,
    "danh-muc": category,
    "the": tag,
    "luu-tru": archive,
    "so-do": site_map,
}
