"""What readers of one edition search: its texts and tables, and the index of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Final, TypeAlias

from msgspec import Struct

from plugins.articles.article import Version
from plugins.base.store import key_of
from plugins.comparisons.model import Comparison
from plugins.languages.dates import Moment, format_day
from plugins.languages.language import Lang
from plugins.markup.words import plain_text
from plugins.pages import addresses
from plugins.pages.edition import Edition
from plugins.pages.site import Site
from plugins.search.kept import Index, Text
from plugins.search.terms import Words
from plugins.search.texts import IN_A_FILE, Shown, text_file

# The index of texts by their order; what the last one was like is kept under a name.
FindIndex: TypeAlias = Callable[[str, Sequence[Text]], Index]
# Files of texts that stay at hand, where several portals show them.
_AT_HAND: Final = 10_000
_FEW: Final = 2


class Document(Struct, frozen=True):
    """Something that is searched; `key` stands for all that it says."""

    key: bytes
    address: str
    words: Callable[[], Words]
    date: Moment | None = None
    category: str = ""
    lang: Lang | None = None


class Indexed(Struct, frozen=True):
    """The documents of an edition, those without a date first, the newest last; and their index."""

    documents: Sequence[Document]
    index: Index
    lang: Lang
    at_hand: dict[bytes, bytes]

    @property
    def years(self) -> Sequence[tuple[int, int, int]]:
        """Each year, the number of its first document, and that behind its last one."""
        dated = (
            (document.date.value.year, number)
            for number, document in enumerate(self.documents)
            if document.date
        )
        groups = [
            (year, [number for _, number in some]) for year, some in groupby(dated, itemgetter(0))
        ]
        return [(year, some[0], some[-1] + 1) for year, some in groups]

    @property
    def text_files(self) -> int:
        """How many files of texts there are."""
        return -(-len(self.documents) // IN_A_FILE)

    def text_key(self, number: int) -> bytes:
        """What stands for the file `number` of texts."""
        return key_of(self.lang, *(one.key for one in self._part(number)))

    def texts(self, number: int) -> bytes:
        """The file `number` of texts."""
        key = self.text_key(number)
        found = self.at_hand.get(key)
        if found is None:
            found = text_file(_shown(one, self.lang) for one in self._part(number))
            if len(self.at_hand) < _AT_HAND:
                self.at_hand[key] = found
        return found

    def _part(self, number: int) -> Sequence[Document]:
        return self.documents[number * IN_A_FILE : (number + 1) * IN_A_FILE]


def indexed(site: Site, edition: Edition, portal: str, find_index: FindIndex) -> Indexed:
    """All that is searched in an edition of `portal`."""
    documents = list(_documents(site, edition))
    texts = [(one.key, one.words) for one in documents]
    return Indexed(
        documents, find_index(f"{portal} {edition.lang}", texts), edition.lang, site.search_texts
    )


def _documents(site: Site, edition: Edition) -> Iterator[Document]:
    for key, version in sorted(edition.pages.items()):
        if key != addresses.NOT_FOUND_PAGE:
            yield _of_version(site, version, edition.lang)
    for comparison in edition.comparisons:
        yield _of_comparison(comparison, edition.lang)
    for version in reversed(edition.dated):
        yield _of_version(site, version, edition.lang)


def _of_version(site: Site, version: Version, lang: Lang) -> Document:
    return Document(
        site.texts.key(version.path),
        addresses.text(version, lang),
        partial(_words_of_version, site, version),
        version.date,
        version.category,
        None if version.lang == lang else version.lang,
    )


def _words_of_version(site: Site, version: Version) -> Words:
    text = plain_text(site.texts.pieces(version))
    return Words(version.title, version.summary, text, version.category)


def _of_comparison(comparison: Comparison, lang: Lang) -> Document:
    address = addresses.comparison(lang, comparison.id)
    key = key_of(lang, repr(comparison))
    return Document(key, address, partial(_words_of_comparison, comparison, lang))


def _words_of_comparison(comparison: Comparison, lang: Lang) -> Words:
    options = "; ".join(name.text(lang) for _, name in comparison.options)
    parts: list[str] = []
    for row in comparison.criteria:
        parts.append(f"{row.label.text(lang)}:")
        parts += (plain_text(cell.texts[lang]) for cell in row.cells if lang in cell.texts)
    return Words(comparison.title.text(lang), f"{options}.", " ".join(" ".join(parts).split()))


def _shown(document: Document, lang: Lang) -> Shown:
    words, date = document.words(), document.date
    return Shown(
        words.title,
        document.address,
        date.iso() if date else "",
        format_day(date.value, lang) if date else "",
        document.category,
        document.lang or "",
        f"{' '.join(words.summary.split())} {words.text}",
    )
