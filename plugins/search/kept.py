"""The index of a portal, kept from build to build, and changed where a text says something else.

Whatever is kept, the files are those that `index_of` makes of the texts as they are.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import zip_longest
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct

from plugins.base.program import program
from plugins.base.store import Store, key_of
from plugins.search.index import (
    Change,
    by_file,
    changed_file,
    changes_between,
    file_count,
    index_of,
    spelling_file,
    spellings,
)
from plugins.search.terms import Terms, Words, terms_of

_TERMS: Final = "terms"
_FILES: Final = "index files"
_INDEXES: Final = "indexes"
_RULES: Final = ("base", "languages", "search")
# When one text in so many is another, the index is made anew.
_SHARE: Final = 8
# Indexes that stay in memory, for portals that show the same texts.
_AT_HAND: Final = 4
# So many terms and files are kept for each text, and besides.
_FOR_EACH: Final = 4
_BESIDES: Final = 50_000
_LENGTH: Final = 16

# What stands for a text, and what it says.
Text: TypeAlias = tuple[bytes, Callable[[], Words]]


class _State(Struct, array_like=True):
    """An index: what stands for each text and each file, how many postings, and all words."""

    texts: list[bytes]
    files: list[bytes]
    postings: int
    words: dict[str, int]


_ENCODE: Final = msgspec.msgpack.Encoder().encode
_TERMS_OF: Final = msgspec.msgpack.Decoder(tuple[str, str])
_STATE_OF: Final = msgspec.msgpack.Decoder(_State)


class Index(Struct, frozen=True):
    """The files of an index: what stands for each, and what gives the bytes of one."""

    keys: Sequence[bytes]
    file: Callable[[int], bytes]
    words: bytes


class KeptIndexes:
    """Makes the indexes of the portals of a build."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rules = program(*_RULES)
        self._at_hand: dict[bytes, Index] = {}
        self._contents: dict[bytes, bytes] = {}

    def __call__(self, name: str, texts: Sequence[Text]) -> Index:
        """The index of `texts`; that of the last build is kept under `name`."""
        keys = [key for key, _ in texts]
        known_by = key_of(*keys)
        if known_by not in self._at_hand:
            if len(self._at_hand) >= _AT_HAND:
                self._at_hand.clear()
                self._contents.clear()
            state = self._state(key_of(self._rules, name), texts)
            words = spelling_file(state.words).encode()
            self._at_hand[known_by] = Index(state.files, partial(self._file, texts, state), words)
        return self._at_hand[known_by]

    def _state(self, name: bytes, texts: Sequence[Text]) -> _State:
        before = self._kept(name)
        if before and before.texts == [key for key, _ in texts]:
            return before
        found = (self._changed(before, texts) if before else None) or self._made(texts)
        self._store.change(_INDEXES, {name: _ENCODE(found)})
        return found

    def _kept(self, name: bytes) -> _State | None:
        data = self._store.one(_INDEXES, name)
        try:
            return _STATE_OF.decode(data) if data else None
        except ValueError:
            return None

    def _made(self, texts: Sequence[Text]) -> _State:
        """The index of texts, made anew."""
        terms = self._terms(texts)
        files = index_of(terms)
        keys = self._keep(texts, files)
        postings = sum(len(one.levels) for one in terms)
        return _State([key for key, _ in texts], keys, postings, spellings(files))

    def _changed(self, before: _State, texts: Sequence[Text]) -> _State | None:
        """The index `before` with a few texts changed; None where it is to be made anew."""
        pairs = list(zip_longest(before.texts, (key for key, _ in texts)))
        places = [place for place, (old, new) in enumerate(pairs) if old != new]
        if len(places) * _SHARE > len(pairs):
            return None
        gone = {place: old for place in places if (old := pairs[place][0])}
        kept = self._store.some(_TERMS, (key_of(self._rules, key) for key in gone.values()))
        old = {
            place: _terms_from(kept.get(key_of(self._rules, key))) for place, key in gone.items()
        }
        here = [place for place in places if place < len(texts)]
        new = dict(zip(here, self._terms([texts[place] for place in here]), strict=True))
        known = {place: terms for place, terms in old.items() if terms}
        if len(known) < len(old):
            return None
        postings = before.postings + _size(new.values()) - _size(known.values())
        if file_count(postings) != len(before.files):
            return None
        return self._patched(before, texts, changes_between(known, new), postings)

    def _patched(
        self,
        before: _State,
        texts: Sequence[Text],
        changes: Mapping[str, Change],
        postings: int,
    ) -> _State | None:
        parts = by_file(changes, len(before.files))
        numbers = list(parts)
        found = [self._content(before.files[number]) for number in numbers]
        old = [content.decode() for content in found if content is not None]
        if len(old) < len(numbers):
            return None
        new = [changed_file(one, parts[number]) for number, one in zip(numbers, old, strict=True)]
        files = list(before.files)
        for number, key in zip(numbers, self._keep(texts, new), strict=True):
            files[number] = key
        words = Counter(before.words)
        words.subtract(spellings(old))
        words.update(spellings(new))
        return _State([key for key, _ in texts], files, postings, dict(+words))

    def _terms(self, texts: Sequence[Text]) -> list[Terms]:
        """The terms of texts, which are kept."""
        keys = [key_of(self._rules, key) for key, _ in texts]
        kept = self._store.some(_TERMS, keys)
        new: dict[bytes, bytes] = {}
        found: list[Terms] = []
        for key, (_, words) in zip(keys, texts, strict=True):
            terms = _terms_from(kept.get(key))
            if terms is None:
                terms = terms_of(words())
                new[key] = _ENCODE((terms.terms, terms.levels))
            found.append(terms)
        self._store.change(_TERMS, new, most=_most(texts))
        return found

    def _keep(self, texts: Sequence[Text], files: Sequence[str]) -> list[bytes]:
        """Keep files; what stands for each."""
        contents = {_digest(content): content for content in (one.encode() for one in files)}
        self._contents |= contents
        self._store.change(_FILES, contents, most=_most(texts))
        return [_digest(one.encode()) for one in files]

    def _content(self, key: bytes) -> bytes | None:
        return self._contents.get(key) or self._store.one(_FILES, key)

    def _file(self, texts: Sequence[Text], state: _State, number: int) -> bytes:
        content = self._content(state.files[number])
        # What was kept may be gone at any time.
        return content if content is not None else index_of(self._terms(texts))[number].encode()


def _terms_from(data: bytes | None) -> Terms | None:
    try:
        return Terms(*_TERMS_OF.decode(data)) if data else None
    except ValueError:
        return None


def _size(texts: Iterable[Terms]) -> int:
    return sum(len(one.levels) for one in texts)


def _most(texts: Sequence[Text]) -> int:
    return _FOR_EACH * len(texts) + _BESIDES


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_LENGTH).digest()
