"""Reads many text files: what those of earlier builds said is kept, and not found out again."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent import futures
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.articles.article import Version
from plugins.articles.places import text_place
from plugins.articles.text_file import (
    Names,
    TextFile,
    TextRecord,
    read_text_file,
    record_from_bytes,
    record_to_bytes,
)
from plugins.base.files import MAX_TEXT_BYTES, ContentTree
from plugins.base.problems import Problems
from plugins.base.program import program
from plugins.builds.watch import Watch
from plugins.builds.workers import Work, Workers
from plugins.languages.language import Lang
from plugins.markup.body import Piece, pieces_from_bytes
from plugins.markup.convert import Converter
from plugins.markup.stages import Stages, in_step
from plugins.news.signatures import Document, signature
from plugins.search.kept import keep_terms, kept_terms
from plugins.search.terms import Words

if TYPE_CHECKING:
    from plugins.base.store import Store

# Fewer texts than these are read sooner than a second process is started.
_WORTH_A_PROCESS: Final = 60
_CHUNK: Final = 32
_RECORDS: Final = "texts"
_WORDS: Final = "words"
_RULES: Final = ("base", "languages", "spelling", "spam", "markup", "articles", "portals", "news")


class ContentChangedError(Exception):
    """A file of the content was changed while it was being built: its path."""


class _Texts(Protocol):
    """Where the bytes of texts are."""

    def read_bytes(self, path: str, problems: Problems, limit: int) -> bytes | None:
        """The bytes of a text; None when there are none."""

    def part(self, paths: Iterable[str]) -> _Texts:
        """No other texts than those at `paths`."""


class _Carried(Struct, frozen=True):
    """Texts that were sent to another machine."""

    texts: Mapping[str, bytes]

    def read_bytes(self, path: str, _problems: Problems, _limit: int) -> bytes | None:
        return self.texts.get(path)

    def part(self, paths: Iterable[str]) -> _Carried:
        return _Carried({path: self.texts[path] for path in paths})


class _Task(Struct, frozen=True):
    """Texts to read, with what they may name, and whether what relates them is wanted."""

    tree: _Texts
    paths: tuple[str, ...]
    names: Names
    signed: bool


# The path and the key of a text, what it says, its words, the terms by which it is found, whether
# these may be kept, and how many seconds it took.
_Made: TypeAlias = tuple[str, bytes, TextRecord, bytes, bytes, bool, float]


class KeptTexts(Struct, frozen=True):
    """Reads texts with `jobs` processes or with `workers`, keeping what they say in `store`.

    Unless they are `signed`, nothing tells which of them are related: checking does not ask. A text
    whose SHA-256 is in `digests`, and is known, is not read again.
    """

    store: Store
    jobs: int
    signed: bool = True
    workers: Workers = field(default_factory=Workers)
    watch: Watch = field(default_factory=Watch)
    digests: Mapping[str, bytes] = {}
    _keys: dict[str, bytes] = field(default_factory=dict)
    _words: dict[str, bytes] = field(default_factory=dict)

    def __call__(
        self, tree: ContentTree, paths: Sequence[str], names: Names, problems: Problems
    ) -> list[TextRecord]:
        """What the texts at `paths` say, in their order; unreadable ones are recorded."""
        self._keys.clear()
        self._words.clear()
        known = self.store.all(_RECORDS)
        for path in paths:
            key = _key(path, self.digests[path]) if path in self.digests else b""
            if key not in known:
                data = tree.read_bytes(path, problems, MAX_TEXT_BYTES)
                key = b"" if data is None else _key_of(path, data)
            if key:
                self._keys[path] = key
        records = self._still_true(known, names)
        missing = [path for path in self._keys if path not in records]
        if missing:
            records |= self._read(tree, missing, names, known)
        return [records[path] for path in self._keys if path in records]

    def key(self, path: str) -> bytes:
        """What stands for the file at `path` and all that it says."""
        return self._keys[path]

    def words(self, tree: ContentTree, names: Names, version: Version) -> tuple[Piece, ...]:
        """The converted text of `version`, which was read."""
        path = version.path
        data = self._words.get(path) or self.store.one(_WORDS, self._keys[path])
        if data is None:
            task = _Task(tree, (path,), names, self.signed)
            ((_, key, _, data, *_),) = _read_texts(task)
            if key != self._keys[path]:
                raise ContentChangedError(path)
        return pieces_from_bytes(data, version.body.slots)

    def _still_true(self, known: Mapping[bytes, bytes], names: Names) -> dict[str, TextRecord]:
        fingerprint = names.fingerprint
        records: dict[str, TextRecord] = {}
        for path, key in self._keys.items():
            data = known.get(key)
            record = _decoded(data) if data is not None else None
            if record is not None and record.holds(names, fingerprint):
                records[path] = record
        return records

    def _read(
        self, tree: ContentTree, missing: Sequence[str], names: Names, known: Mapping[bytes, bytes]
    ) -> dict[str, TextRecord]:
        """What the texts at the paths `missing` say, which is kept from now on."""
        found: dict[str, TextRecord] = {}
        records: dict[bytes, bytes] = {}
        words: dict[bytes, bytes] = {}
        terms: dict[bytes, bytes] = {}
        with self.watch.over("reading-texts", len(missing)) as done:
            task = _Task(tree, tuple(missing), names, self.signed)
            for path, key, record, text, sought, lasting, seconds in self._read_all(task):
                done(path, seconds)
                found[path] = record
                self._keys[path] = key
                kept = record_to_bytes(record) if lasting and self.store.is_there else b""
                if kept:
                    records[key], words[key], terms[key] = kept, text, sought
                else:
                    # A slow machine must not refuse for ever what another has the time for.
                    self._words[path] = text
        wanted = frozenset(self._keys.values())
        is_full = len(known) > 2 * len(wanted)
        gone = (lambda key: key not in wanted) if is_full else None
        self.store.change(_WORDS, words, gone)
        self.store.change(_RECORDS, records, gone)
        if self.signed:
            keep_terms(self.store, terms)
        return found

    def _read_all(self, task: _Task) -> Iterator[_Made]:
        if self.workers.are_there and len(task.paths) >= _WORTH_A_PROCESS:
            return _read_elsewhere(task, self.workers)
        return _read_all(task, 1 if self.workers.are_there else self.jobs)


class SavedText(Struct, frozen=True):
    """What a text says that was saved after the others were read, and what stands for its file."""

    key: bytes
    record: TextRecord
    pieces: tuple[Piece, ...]


def saved_text(tree: ContentTree, path: str, names: Names) -> SavedText | None:
    """What the text at `path` says now; None where it is gone."""
    for _, key, record, data, *_ in _read_texts(_Task(tree, (path,), names, signed=True)):
        return SavedText(key, record, pieces_from_bytes(data, record.outline.slots))
    return None


class NeededTexts(Struct, frozen=True):
    """Converts only the texts below `paths`, and those on whose sections they depend.

    Of the others the front matter alone is read, so that one file is checked in the time of one.
    """

    paths: Sequence[str]

    def __call__(
        self, tree: ContentTree, paths: Sequence[str], names: Names, problems: Problems
    ) -> list[TextRecord]:
        """What the texts at `paths` say, in their order; unreadable ones are recorded."""
        read = ((path, tree.read_bytes(path, problems, MAX_TEXT_BYTES)) for path in paths)
        texts = {path: data for path, data in read if data is not None}
        wanted = {path for path in texts if is_below(path, self.paths)}

        def records_of(some: Collection[str], converted: Collection[str]) -> Iterator[TextRecord]:
            works = (
                _text_file(
                    path, texts[path], names, converted=path in converted, judged=path in wanted
                )
                for path in some
            )
            return (made.record for made, _ in in_step(works))

        records = dict(zip(texts, records_of(texts, wanted), strict=True))
        linked = _linked(records[path] for path in wanted) - wanted
        others = [path for path in texts if path in linked]
        records |= zip(others, records_of(others, others), strict=True)
        return list(records.values())

    def key(self, path: str) -> bytes:
        """Nothing: no page is made of texts that are only checked."""
        raise KeyError(path)

    def words(self, tree: ContentTree, names: Names, version: Version) -> tuple[Piece, ...]:
        """Nothing: no page is made of texts that are only checked."""
        raise KeyError(tree, names, version)


def _linked(records: Iterable[TextRecord]) -> set[str]:
    """The texts of which sections are linked."""
    return {
        slot.target
        for record in records
        for slot in record.outline.links()
        if slot.kind == "file" and slot.fragment
    }


TextReader: TypeAlias = KeptTexts | NeededTexts


class ReadTexts(Struct, frozen=True):
    """The texts of `tree`, which `reader` has read among `names`."""

    reader: TextReader
    tree: ContentTree
    names: Names

    def pieces(self, version: Version) -> tuple[Piece, ...]:
        """The converted text of a version."""
        return self.reader.words(self.tree, self.names, version)

    def key(self, path: str) -> bytes:
        """What stands for the file at `path` and all that it says."""
        return self.reader.key(path)


def is_below(path: str, folders: Sequence[str]) -> bool:
    """Whether `path` is one of `folders` or lies in one."""
    return any(folder in (".", path) or path.startswith(f"{folder}/") for folder in folders)


def _decoded(data: bytes) -> TextRecord | None:
    try:
        return record_from_bytes(data)
    except ValueError:
        return None


def _read_all(task: _Task, jobs: int) -> Iterator[_Made]:
    paths = task.paths
    if jobs < 2 or len(paths) < _WORTH_A_PROCESS:
        yield from _read_texts(task)
        return
    chunks = (paths[start : start + _CHUNK] for start in range(0, len(paths), _CHUNK))
    tasks = [replace(task, tree=task.tree.part(chunk), paths=chunk) for chunk in chunks]
    # Loaded here only: few texts, as an editor checks them, need no other process.
    with futures.ProcessPoolExecutor(jobs) as pool:
        for made in pool.map(_read_texts, tasks):
            yield from made


def _read_elsewhere(task: _Task, workers: Workers) -> Iterator[_Made]:
    """What workers say of texts, whose bytes are sent to them."""
    shared = workers.share(pickle.dumps(task.names, pickle.HIGHEST_PROTOCOL))
    sent: dict[str, bytes] = {}

    def work(chunk: Sequence[str]) -> Work:
        found = ((path, task.tree.read_bytes(path, Problems(), MAX_TEXT_BYTES)) for path in chunk)
        texts = {path: data for path, data in found if data is not None}
        sent.update({path: _key_of(path, data) for path, data in texts.items()})
        return Work(_read_carried, (texts, task.signed), (shared,))

    paths = task.paths
    chunks = [paths[start : start + _CHUNK] for start in range(0, len(paths), _CHUNK)]
    for made in chain.from_iterable(workers.hand([partial(work, chunk) for chunk in chunks])):
        path, key, record, *_ = made
        version = record.version
        if sent.pop(path, b"") != key or {record.path, (version or record).path} != {path}:
            raise ValueError(f"not what was asked for: {path}")
        yield made


def _read_carried(texts: Mapping[str, bytes], signed: bool, names: bytes) -> list[_Made]:  # noqa: FBT001
    known: Names = pickle.loads(names)  # noqa: S301  the build has sent it
    return _read_texts(_Task(_Carried(texts), tuple(texts), known, signed))


def _read_texts(task: _Task) -> list[_Made]:
    return list(_made(task))


def _made(task: _Task) -> Iterator[_Made]:
    keys: list[tuple[str, bytes]] = []
    for made, seconds in in_step(_works(task, keys)):
        path, key = keys.pop(0)
        kept = _signed(made) if task.signed else made
        terms = _terms(made) if task.signed else b""
        yield path, key, kept.record, kept.converted, terms, kept.lasting, seconds


def _works(task: _Task, keys: list[tuple[str, bytes]]) -> Iterator[Stages[TextFile]]:
    """The texts to read; the path and the key of each are added to `keys`."""
    for path in task.paths:
        # Told when its key was made; one that is gone since then is told with the next build.
        data = task.tree.read_bytes(path, Problems(), MAX_TEXT_BYTES)
        if data is not None:
            keys.append((path, _key_of(path, data)))
            yield _text_file(path, data, task.names, converted=True, judged=True)


def _text_file(
    path: str, data: bytes, names: Names, *, converted: bool, judged: bool = False
) -> Stages[TextFile]:
    place = text_place(path)
    if place is None:
        raise ValueError(f"{path} is no text")
    converter = _converter(place.lang) if converted else None
    return read_text_file(place, data, names, converter, judged=judged)


def _signed(made: TextFile) -> TextFile:
    """A text with what it is related by."""
    version = made.record.version
    if version is None:
        return made
    document = Document(version.title, f"{version.summary} {made.text}", version.tags)
    signed = replace(version, signature=signature(document))
    return replace(made, record=replace(made.record, version=signed))


def _terms(made: TextFile) -> bytes:
    """What a text is found by; nothing of one at fault."""
    version = made.record.version
    if version is None:
        return b""
    return kept_terms(Words(version.title, version.summary, made.text, version.category))


@cache
def _converter(lang: Lang) -> Converter:
    """One converter a language and process."""
    return Converter(lang)


def _key_of(path: str, data: bytes) -> bytes:
    return _key(path, hashlib.sha256(data).digest())


def _key(path: str, digest: bytes) -> bytes:
    # Imported here, since checking a single file keeps nothing.
    from plugins.base.store import key_of  # noqa: PLC0415

    return key_of(program(*_RULES), path, digest)
