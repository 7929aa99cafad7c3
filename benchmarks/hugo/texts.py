"""The articles, news items and fixed pages of a Hugo site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from benchmarks.hugo.page import NEVER, HugoPage
from benchmarks.hugo.source import COMPARISON, Side
from plugins.articles.article import Article, Version
from plugins.languages.dates import format_day
from plugins.pages import addresses

_LINK = re.compile(r"\(\{filename\}([^)#\s]+)(#[^)\s]+)?\)")
_PICTURE = re.compile(r"\(\{static\}([^)\s]+)\)")
_FOLDERS = {"article": "articles", "news": "news", "page": "pages"}


def text_pages(side: Side) -> Iterator[HugoPage]:
    """A page for every text that the edition shows, those of the other language too."""
    for version in side.here.texts():
        yield HugoPage(
            side.lang,
            text_path(side.articles[version.path]),
            _front(side, version),
            _text(side, version),
        )


def text_path(article: Article) -> str:
    """The path of an article inside the content folder, the same in both languages."""
    key = f"{article.owner} {article.key}".strip().replace("/", "-").replace(" ", "-")
    return f"{_FOLDERS[article.kind]}/{key}"


def _front(side: Side, version: Version) -> dict[str, object]:
    fallback = side.fallback(version)
    front: dict[str, object] = {
        "title": version.title,
        "description": version.summary,
        "url": "/" + addresses.text(version, side.lang),
        "written_in": fallback,
        "original": "/" + addresses.text(version, version.lang) if fallback else None,
        "nav": _nav(version),
        "comparisons": list(version.body.comparisons()),
        "contact": version.key == "contact",
        "sources": list(version.sources),
    }
    if version.kind == "page" and version.key == "not-found":
        front["build"] = NEVER
    return front if version.date is None else front | _dated(side, version)


def _dated(side: Side, version: Version) -> dict[str, object]:
    assert version.date is not None
    day = version.date.value
    is_news = version.kind == "news"
    changed = version.modified
    return {
        "date": day.isoformat(),
        "iso": version.date.iso(),
        "has_time": version.date.has_time,
        "lastmod": changed.value.isoformat() if changed else None,
        "modified": {"iso": changed.iso(), "text": format_day(changed.value, side.lang)}
        if changed
        else None,
        "categories": [version.category],
        "category_name": side.names(version.category),
        "tags": list(version.tags),
        "author": version.author,
        "pinned": version.pinned,
        "headline": is_news and not side.source.markdown[version.path].strip(),
        "parents": ["/news" if is_news else f"/categories/{version.category}"],
        "archivemonths": [f"{day:%Y-%m}"],
        "newsyears": [f"{day:%Y}"] if is_news else (),
        "newsmonths": [f"{day:%Y-%m}"] if is_news else (),
    }


def _nav(version: Version) -> str:
    if version.kind == "page":
        return version.key
    return "tin-tuc" if version.kind == "news" else version.category


def _text(side: Side, version: Version) -> str:
    """The Markdown with links, pictures and comparisons as Hugo writes them."""

    def link(match: re.Match[str]) -> str:
        path = match[1]
        folder = dirname(version.path)
        target = path.lstrip("/") if path.startswith("/") else normpath(join(folder, path))
        article = side.articles[target]
        own = target.endswith(f".{version.lang}.md") or version.lang not in article.versions
        lang = side.lang if own else article_lang(article, target)
        where = f'path="/{text_path(article)}" lang="{lang}"'
        return f"({{{{< relref {where} >}}}}{match[2] or ''})"

    def picture(match: re.Match[str]) -> str:
        path = normpath(join(dirname(version.path), match[1]))
        return f"(/{side.assets.picture(path).address})"

    linked = _LINK.sub(link, side.source.markdown[version.path])
    shown = _PICTURE.sub(picture, linked)
    return COMPARISON.sub(r'{{< comparison "\1" >}}', shown)


def article_lang(article: Article, path: str) -> str:
    """The language of the version at `path`."""
    return next(lang for lang, version in article.versions.items() if version.path == path)
