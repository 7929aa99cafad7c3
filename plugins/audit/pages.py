"""The check over finished pages: each tag, each text and each address once a build."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final, Protocol

import msgspec

from plugins.audit.tags import (
    Fault,
    attributes_of,
    leads_astray,
    link_faults,
    tag_faults,
    texts_of,
)
from plugins.base.memo import Memo
from plugins.markup.stages import Stages
from plugins.markup.words import NOTE_MARK
from plugins.pages.addresses import is_of_index
from plugins.pages.holes import without_judged
from plugins.spam.addresses import address_lines
from plugins.spam.inspect import Loud

_TAG = re.compile(r"<[^>]*>")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var)"
    r"(?:\s[^>]*)?>"
)
_BREAK = re.compile(r"<br\s*/?>")
# A day, as each entry of a sitemap has one: it says nothing, whichever it is.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
# Its id is its words once more.
_HEADING = re.compile(r"<h[1-6]\b")
_WEB = ("http://", "https://")
_HOST = re.compile(r"(?:[a-z]+:)?//[^/?#]*|[a-z]+:", re.IGNORECASE)
# Named in structured data, never followed by a visitor.
_SCHEMA: Final = "https://schema.org"
# Signs and lines of a long text.
_SIGNS: Final = 20_000
_LINES: Final = 1_000
_MARKUP: Final = (".html", ".xml", ".atom")
_PLAIN: Final = (".csv", ".json", ".txt")


class Wall(Protocol):
    """Judges the sentences of pages."""

    def heard(self, text: str) -> str:
        """The lines of `text` that are judged."""

    def refused(self, heard: str, loud: Loud) -> Iterable[tuple[str, str]]:
        """The sentences that may not be published, each with its fingerprint.

        `loud` are the lines that have to be looked at, where these are known.
        """

    def has_met(self) -> bool:
        """Whether a sentence was let through that other pages must not hold unseen."""


class Clean:
    """What was found clean on one page of a build, and is not looked at again on others.

    `names` are parts of addresses that are no more than titles without their marks, which are
    judged with them.
    """

    def __init__(self, names: Collection[str] = ()) -> None:
        known = frozenset(names)
        self.words = Memo(lambda name: () if name in known else address_lines(name))
        self.tags: set[str] = set()
        self.texts: set[str] = set()
        self.lines: set[str] = set()


class Audit:
    """Checks page after page, but for what is `clean`.

    `hosts` are those that pages may lead to; `wall` judges sentences.
    """

    def __init__(self, hosts: Collection[str], wall: Wall, clean: Clean) -> None:
        self._hosts = frozenset(hosts)
        self._wall = wall
        self._clean = clean

    def stages(self, path: str, content: bytes) -> Stages[tuple[Fault, ...]]:
        """What is wrong with the file at `path` of a portal; none for pictures and the theme.

        It is told in stages, between which other files may be judged.
        The words that were judged when they were converted are marked in it, and passed over.
        """
        found: list[Fault] = []
        # The words of an address are read too, and stand in the results of search engines.
        lines = [*self._address_words(path)]
        tags: list[str] = []
        texts: list[str] = []
        if is_of_index(path) and not path.endswith(_MARKUP):
            # Words of texts once more, which were judged where they were read.
            return ()
        if path.endswith(_MARKUP):
            text = content.decode()
            tags = sorted(set(_TAG.findall(text)) - self._clean.tags)
            texts = self._new_texts(text)
            found, read = self._of_markup(tags, texts, is_html=path.endswith(".html"))
            lines += read
        elif path.endswith(_PLAIN):
            lines += self._read_by_machines(path, content.decode())
        else:
            return ()
        new = self._new_lines(lines)
        for part in _in_parts(new):
            heard = self._wall.heard("\n".join(part))
            loud = yield heard
            found += (Fault("trang-co-rac", *one) for one in self._wall.refused(heard, loud))
        if not found and not self._wall.has_met():
            self._clean.tags.update(tags)
            self._clean.texts.update(texts)
            self._clean.lines.update(new)
        return tuple(dict.fromkeys(found))

    def _of_markup(
        self, tags: Iterable[str], texts: Iterable[str], *, is_html: bool
    ) -> tuple[list[Fault], list[str]]:
        """What is wrong with the tags and texts of a file, and what they say."""
        found: list[Fault] = []
        lines: list[str] = []
        for tag in tags:
            faults, read = self._of_tag(tag, is_html=is_html)
            found += faults
            lines += read
        for leaf in _leaves_of(texts):
            if not leaf.startswith(_WEB) or leaf.startswith(_SCHEMA):
                lines.append(leaf)
            elif leads_astray(leaf, self._hosts):
                found.append(Fault("trang-dan-ngoai", leaf))
        return found, lines

    def _names_in(self, tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
        """The words in an id, but for those of headings, and in the path of a link elsewhere."""
        if not _HEADING.match(tag):
            yield from self._address_words(attributes.get("id", ""))
        href = attributes.get("href", "")
        if not href.startswith("#") and "rel" not in attributes:
            yield from self._address_words(
                _HOST.sub("", href) if ":" in href or "//" in href else href
            )

    def _read_by_machines(self, path: str, text: str) -> Iterator[str]:
        """The cells, the keys and values, or the lines of a file for machines."""
        if path.endswith(".csv"):
            plain = text.removeprefix("\ufeff")
            yield from (cell for row in csv.reader(io.StringIO(plain)) for cell in row)
        elif path.endswith(".json"):
            yield from _leaves(text)
            yield from self._address_words("/".join(_keys(text)))
        else:
            yield from text.splitlines()

    def _address_words(self, path: str) -> Iterator[str]:
        return chain.from_iterable(self._clean.words(path.split("/")))

    def _of_tag(self, tag: str, *, is_html: bool) -> tuple[Iterable[Fault], Iterable[str]]:
        """What is wrong with a tag, and what it says."""
        attributes = attributes_of(tag)
        if is_html:
            faults = tag_faults(tag, attributes, self._hosts)
        else:
            faults = link_faults(attributes, self._hosts)
        words = (value for value in texts_of(attributes) if not value.startswith(_WEB))
        return faults, chain(words, self._names_in(tag, attributes))

    def _new_texts(self, text: str) -> list[str]:
        """The texts between tags that were not found clean before."""
        unmarked = NOTE_MARK.sub("", without_judged(text))
        return [
            one
            for one in dict.fromkeys(_TAG.split(_INLINE.sub("", _BREAK.sub(" ", unmarked))))
            if one not in self._clean.texts and not one.isspace() and not _DAY.match(one)
        ]

    def _new_lines(self, lines: Iterable[str]) -> list[str]:
        """Those of `lines` that were not found clean before, each once."""
        unknown = (line for line in lines if line not in self._clean.lines)
        # A sentence may go on in the next line of its file.
        folded = dict.fromkeys(" ".join(one.split()) for one in unknown)
        return [line for line in folded if line not in self._clean.lines]


def _in_parts(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """`lines` in parts of the length of a text: a list of all pages is no text of too many lines."""
    part: list[str] = []
    signs = 0
    for line in lines:
        part.append(line)
        signs += len(line)
        if signs > _SIGNS or len(part) == _LINES:
            yield part
            part, signs = [], 0
    if part:
        yield part


def _leaves_of(texts: Iterable[str]) -> Iterator[str]:
    """What each of `texts` says, all values of structured data by themselves."""
    for text in texts:
        yield from _leaves(text) if text.startswith('{"') else [html.unescape(text)]


def _leaves(text: str) -> list[str]:
    """All texts in the values of JSON, or the whole where it is not JSON."""
    try:
        data = msgspec.json.decode(text)
    except ValueError:
        return [text]
    return [value for value in _inside(data) if isinstance(value, str)]


def _keys(text: str) -> list[str]:
    """The keys of JSON, each once; none where it is not JSON."""
    try:
        data = msgspec.json.decode(text)
    except ValueError:
        return []
    return list(dict.fromkeys(key for one in _inside(data) if isinstance(one, dict) for key in one))


def _inside(data: Any) -> Iterator[Any]:
    """All values in `data`, at any depth."""
    rest: list[Any] = [data]
    while rest:
        value = rest.pop()
        yield value
        if isinstance(value, dict):
            rest += value.values()
        elif isinstance(value, list):
            rest += value
