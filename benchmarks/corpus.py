"""Content folders of any size, in the form that editors write; the same bytes for a seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.charts import chart
from benchmarks.phrases import PHRASES
from benchmarks.prose import Prose
from benchmarks.registers import (
    CATEGORIES,
    COMPARISONS,
    SOURCES,
    TAGS,
    commune_id,
    comparison_id,
    register_files,
    source_id,
)
from plugins.languages.language import LANGS, Lang

SEED: Final = 20261122
# Before these texts can be in the future of anybody who builds them.
_FIRST_DAY: Final = datetime(2023, 7, 1)  # noqa: DTZ001  written without a time zone
_DAYS: Final = 1000
_SECTIONS: Final = 4
# One article in so many has a picture.
_PICTURES: Final = 5
_PICTURE: Final = "bieu-do.svg"
_SHOWN: Final[dict[Lang, str]] = {
    "vi": "Biểu đồ số hồ sơ đã giải quyết qua từng năm",
    "en": "Chart of the files handled in each year",
}
_PAGES: Final[dict[str, dict[Lang, tuple[str, str]]]] = {
    "about": {
        "vi": ("Giới thiệu", "Cổng này đăng những gì và do ai phụ trách."),
        "en": ("About this portal", "What this portal publishes, and who is responsible."),
    },
    "contact": {
        "vi": ("Liên hệ", "Thông tin liên hệ của cơ quan chủ quản."),
        "en": ("Contact", "How to reach the agency that runs this portal."),
    },
    "not-found": {
        "vi": ("Không tìm thấy trang", "Địa chỉ này không có trang nào."),
        "en": ("Page not found", "There is no page at this address."),
    },
}


@dataclass(frozen=True, slots=True)
class _Item:
    """What the versions of one article or news item have in common."""

    number: int
    folder: str
    seed: str
    is_translated: bool

    @property
    def is_news(self) -> bool:
        return "news/" in self.folder

    @property
    def has_picture(self) -> bool:
        return not self.is_news and self.number % _PICTURES == 0

    def random(self, purpose: str) -> Random:
        return Random(f"{self.seed} {purpose}")


def write_corpus(folder: Path, articles: int, seed: int = SEED, communes: int = 0) -> None:
    """Write a corpus of `articles` articles as a content folder."""
    for name, text in corpus_files(articles, seed, communes):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def corpus_files(articles: int, seed: int = SEED, communes: int = 0) -> Iterator[tuple[str, str]]:
    """Every file of a corpus, as path and text; every second text has a translation.

    With portals of `communes`, which all show the same articles, every text has one.
    """
    yield from register_files(seed, communes)
    for key, versions in _PAGES.items():
        for lang in LANGS:
            yield f"pages/{key}/index.{lang}.md", _page(key, versions[lang], lang, seed)
    for number in range(articles):
        is_translated = communes > 0 or number % 2 == 0
        item = _Item(number, f"articles/bai-{number:05}", f"{seed} article {number}", is_translated)
        yield from _versions(item, articles)
    for number in range(0 if communes else articles // 10):
        day = _day(Random(f"{seed} news {number} date"))
        folder = f"news/{day.year}/tin-{number:05}"
        item = _Item(number, folder, f"{seed} news {number}", number % 2 == 0)
        yield from _versions(item, articles)


def commune_news(number: int, articles: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """A news item of one commune, as path and text."""
    folder = f"portals/{commune_id(number)}/news/2026/tin-cua-xa"
    item = _Item(number, folder, f"{seed} commune {number}", is_translated=False)
    yield from _versions(item, articles)


def _versions(item: _Item, articles: int) -> Iterator[tuple[str, str]]:
    for lang in LANGS if item.is_translated else LANGS[:1]:
        yield f"{item.folder}/index.{lang}.md", _text(item, lang, articles)
    if item.has_picture:
        yield f"{item.folder}/{_PICTURE}", chart(item.random("picture"))


def _text(item: _Item, lang: Lang, articles: int) -> str:
    prose = Prose(PHRASES[lang], item.random("text"))
    head = _head(item, lang)
    if item.is_news:
        return f"{head}\n{prose.paragraph()}\n\n{_see_also(item, lang, articles)}\n"
    return f"{head}\n{_article(item, lang, prose, articles)}\n"


def _head(item: _Item, lang: Lang) -> str:
    phrases, random = PHRASES[lang], item.random("head")
    topic = random.choice(phrases.topics)
    place = random.choice(phrases.places)
    summary = Prose(phrases, random).sentence()
    date = _day(item.random("date"))
    written = f"{date:%Y-%m-%d %H:%M}" if item.is_news else f"{date:%Y-%m-%d}"
    tags = ", ".join(name for name, _, _ in random.sample(TAGS, 3))
    sources = ", ".join(source_id(number) for number in random.sample(range(SOURCES), 2))
    lines = [
        f'title: "{topic} {phrases.at} {place}, {phrases.number} {item.number + 1}"',
        f"date: {written}",
        f"category: {random.choice(CATEGORIES)[0]}",
        f"tags: [{tags}]",
        f"author: {phrases.author}",
        f'summary: "{summary}"',
        f"sources: [{sources}]",
    ]
    if lang == "en":
        lines.append(f"translation_of: {written}")
    return "\n".join(("---", *lines, "---"))


def _article(item: _Item, lang: Lang, prose: Prose, articles: int) -> str:
    parts = [prose.paragraph()]
    headings = prose.random.sample(prose.phrases.headings, _SECTIONS)
    extras = (prose.numbered_list, prose.bullet_list, prose.table, prose.quotation)
    for heading, extra in zip(headings, extras, strict=True):
        parts += [f"## {heading}", prose.paragraph(), extra()]
    if item.number % 10 == 0:
        name = comparison_id(item.number // 10 % COMPARISONS)
        parts.append(f"/// comparison | {name}\n///")
    if item.has_picture:
        parts.append(f"![{_SHOWN[lang]}]({{static}}{_PICTURE})")
    parts.append(_see_also(item, lang, articles))
    return "\n\n".join(parts)


def _see_also(item: _Item, lang: Lang, articles: int) -> str:
    """Links to two articles that are translated, so that both languages can link to them."""
    phrases, random = PHRASES[lang], item.random("links")
    links = []
    for _ in range(2):
        key = f"bai-{random.randrange(0, articles, 2):05}"
        words = random.choice(phrases.topics)
        links.append(f"[{words}]({{filename}}/articles/{key}/index.{lang}.md)")
    return f"{phrases.see_also} {', '.join(links)}."


def _page(key: str, head: tuple[str, str], lang: Lang, seed: int) -> str:
    title, summary = head
    prose = Prose(PHRASES[lang], Random(f"{seed} page {key}"))
    return f"---\ntitle: {title}\nsummary: {summary}\n---\n{prose.paragraph()}\n"


def _day(random: Random) -> datetime:
    return _FIRST_DAY + timedelta(days=random.randrange(_DAYS), minutes=random.randrange(420, 1080))
