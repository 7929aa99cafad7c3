"""Which encoding a file has that is not UTF-8, judged by the syllables that it would give."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Final

from msgspec import Struct

from plugins.languages.legacy import LEGACY
from plugins.languages.orthography import is_marked, is_syllable

_WESTERN: Final = "windows-1252 (Latin-1)"
# So many of the words beyond ASCII must become syllables.
_ENOUGH: Final = 0.7
# The beginning of a file is enough to tell.
_LOOKED_AT: Final = 20_000
_TOKEN = re.compile(r"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_WORD = re.compile(r"[^\W\d_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class Recognised(Struct, frozen=True):
    """The name of an encoding, the text in NFC, and whether it is surely that."""

    encoding: str
    text: str
    sure: bool

    def sample(self) -> str:
        """The first line that has more than ASCII in it."""
        found = _NOT_ASCII.search(self.text)
        start = self.text.rfind("\n", 0, found.start()) + 1 if found else 0
        return self.text[start:].split("\n", 1)[0].strip()


def recognise(data: bytes) -> Recognised | None:
    """The encoding of text that is not UTF-8; None where it cannot be told."""
    return _utf16(data) or _one_byte(data)


def _utf16(data: bytes) -> Recognised | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = "utf-16"
    else:
        # The upper halves of most letters are zero.
        head = data[:_LOOKED_AT]
        odd, even = head[1::2].count(0), head[::2].count(0)
        if max(odd, even) * 4 <= len(head):
            return None
        name = "utf-16-le" if odd > even else "utf-16-be"
    with suppress(UnicodeDecodeError):
        text = data.decode(name)
        if "\0" not in text:
            return Recognised("UTF-16", unicodedata.normalize("NFC", text), sure=True)
    return None


def _one_byte(data: bytes) -> Recognised | None:
    if b"\0" in data:
        return None
    best = max(_readings(data), default=None, key=lambda found: found[0])
    if best is None:
        return None
    share, name, read = best
    if share < _ENOUGH:
        # No Vietnamese then: what most programs of western Europe wrote, if they can have.
        _, name, read = next(_readings(data))
        if name != _WESTERN:
            return None
    return Recognised(name, read(data), sure=share >= _ENOUGH and name == "windows-1258")


def _readings(data: bytes) -> Iterator[tuple[float, str, Callable[[bytes], str]]]:
    """For each encoding the share of the words that it makes syllables, the plainest first."""
    tokens = _TOKEN.findall(data[:_LOOKED_AT].decode("latin-1"))
    for name, read in _READERS:
        try:
            read(data)
        except UnicodeDecodeError:
            continue
        good = sum(_gives_syllables(read(token.encode("latin-1"))) for token in tokens)
        yield good / max(1, len(tokens)), name, read


def _gives_syllables(text: str) -> bool:
    words = _WORD.findall(text)
    return any(map(is_marked, words)) and all(map(is_syllable, words))


def _codec(name: str, data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode(name))


def _table(read: Callable[[str], str], data: bytes) -> str:
    return read(data.decode("latin-1"))


_READERS: Final[tuple[tuple[str, Callable[[bytes], str]], ...]] = (
    (_WESTERN, partial(_codec, "cp1252")),
    ("windows-1258", partial(_codec, "cp1258")),
    *((name, partial(_table, read)) for name, read in LEGACY.items()),
)
