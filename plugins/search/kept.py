"""The index of a portal, kept from build to build, and changed where a text says something else.

Whatever is kept, the files are those that `index_of` makes of the texts as they are.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Sized
from functools import partial
from itertools import zip_longest
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct

from plugins.base.program import program
from plugins.base.store import Store, key_of
from plugins.search.index import (
    Change,
    Layout,
    by_file,
    changed_counts,
    changed_file,
    changes_between,
    index_of,
    layout_of,
    word_file,
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
    """An index: what stands for each text, for each file by name, and the postings of each key."""

    texts: list[bytes]
    files: dict[str, bytes]
    counts: dict[str, int]


_ENCODE: Final = msgspec.msgpack.Encoder().encode
_TERMS_OF: Final = msgspec.msgpack.Decoder(tuple[str, str])
_STATE_OF: Final = msgspec.msgpack.Decoder(_State)


class Index(Struct, frozen=True):
    """An index: what stands for each file by name, and what gives the bytes of one."""

    layout: Layout
    keys: Mapping[str, bytes]
    file: Callable[[str], bytes]
    words: bytes


def keep_terms(store: Store, found: Mapping[bytes, bytes]) -> None:
    """Keep the terms of texts, as `kept_terms` gives them, by what stands for the texts."""
    rules = program(*_RULES)
    kept = {key_of(rules, key): terms for key, terms in found.items() if terms}
    store.change(_TERMS, kept, most=_most(kept))


def kept_terms(words: Words) -> bytes:
    """The terms of a text for keeping."""
    terms = terms_of(words)
    return _ENCODE((terms.terms, terms.levels))


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
            layout, words = layout_of(state.counts), word_file(state.counts)
            file = partial(self._file, texts, state)
            self._at_hand[known_by] = Index(layout, state.files, file, words)
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
        files, counts = index_of(self._terms(texts))
        return _State([key for key, _ in texts], self._keep(texts, files), counts)

    def _changed(self, before: _State, texts: Sequence[Text]) -> _State | None:
        """The index `before` with a few texts changed; None where it is to be made anew."""
        pairs = list(zip_longest(before.texts, (key for key, _ in texts)))
        places = [place for place, (old, new) in enumerate(pairs) if old != new]
        if len(places) * _SHARE > len(pairs):
            return None
        old = self._known({place: pairs[place][0] for place in places if pairs[place][0]})
        if old is None:
            return None
        here = [place for place in places if place < len(texts)]
        new = dict(zip(here, self._terms([texts[place] for place in here]), strict=True))
        counts = changed_counts(Counter(before.counts), old.values(), new.values())
        layout = layout_of(counts)
        if layout.names() != list(before.files):
            return None
        files = self._changed_files(before, by_file(changes_between(old, new), layout))
        if files is None:
            return None
        keys = before.files | self._keep(texts, files)
        return _State([key for key, _ in texts], keys, counts)

    def _known(self, texts: Mapping[int, bytes]) -> dict[int, Terms] | None:
        """The terms of texts that are gone, by their numbers; None where one is not kept."""
        keys = {number: key_of(self._rules, key) for number, key in texts.items()}
        kept = self._store.some(_TERMS, keys.values())
        found = {number: _terms_from(kept.get(key)) for number, key in keys.items()}
        known = {number: terms for number, terms in found.items() if terms}
        return known if len(known) == len(found) else None

    def _changed_files(
        self, before: _State, parts: Mapping[str, Mapping[str, Change]]
    ) -> dict[str, str] | None:
        """The files that hold changed terms; None where one is not kept any more."""
        files: dict[str, str] = {}
        for name, changes in parts.items():
            content = self._content(before.files[name])
            if content is None:
                return None
            files[name] = changed_file(content.decode(), changes)
        return files

    def _terms(self, texts: Sequence[Text]) -> list[Terms]:
        """The terms of texts, which are kept."""
        keys = [key_of(self._rules, key) for key, _ in texts]
        kept = self._store.some(_TERMS, keys)
        new: dict[bytes, bytes] = {}
        found: list[Terms] = []
        for key, (_, words) in zip(keys, texts, strict=True):
            terms = _terms_from(kept.get(key))
            if terms is None:
                new[key] = kept_terms(words())
                terms = Terms(*_TERMS_OF.decode(new[key]))
            found.append(terms)
        self._store.change(_TERMS, new, most=_most(texts))
        return found

    def _keep(self, texts: Sequence[Text], files: Mapping[str, str]) -> dict[str, bytes]:
        """Keep files; what stands for each."""
        contents = {name: file.encode() for name, file in files.items()}
        keys = {name: _digest(content) for name, content in contents.items()}
        new = {keys[name]: content for name, content in contents.items()}
        self._contents |= new
        self._store.change(_FILES, new, most=_most(texts))
        return keys

    def _content(self, key: bytes) -> bytes | None:
        return self._contents.get(key) or self._store.one(_FILES, key)

    def _file(self, texts: Sequence[Text], state: _State, name: str) -> bytes:
        content = self._content(state.files[name])
        # What was kept may be gone at any time.
        return content if content is not None else index_of(self._terms(texts))[0][name].encode()


def _terms_from(data: bytes | None) -> Terms | None:
    try:
        return Terms(*_TERMS_OF.decode(data)) if data else None
    except ValueError:
        return None


def _most(texts: Sized) -> int:
    return _FOR_EACH * len(texts) + _BESIDES


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_LENGTH).digest()
