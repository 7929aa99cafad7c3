"""Converts many texts: those kept from earlier builds are not converted again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from plugins.articles.load import Manuscript
from plugins.languages.language import Lang
from plugins.markup.body import Body, body_from_plain, body_to_plain
from plugins.markup.convert import CONVERTER_VERSION, Converter

# Fewer texts than these are converted sooner than a second process is started.
_WORTH_A_PROCESS: Final = 60
_CHUNK: Final = 16
_STORE: Final = "conversions.sqlite"
_RULES: Final = ("languages", "markup", "spam")
_LIBRARIES: Final = ("markdown", "nh3", "pymdown-extensions")


@dataclass(frozen=True, slots=True)
class Conversions:
    """Converts manuscripts with `jobs` processes, keeping the results in the folder `cache`."""

    cache: Path | None
    jobs: int

    def __call__(self, manuscripts: Sequence[Manuscript]) -> Iterable[Body]:
        """The bodies of `manuscripts`, in their order."""
        keys = [_key(manuscript) for manuscript in manuscripts]
        kept = _read(self.cache, keys)
        missing = [
            (key, manuscript)
            for key, manuscript in zip(keys, manuscripts, strict=True)
            if key not in kept
        ]
        made = dict(
            zip(
                [key for key, _ in missing],
                _convert([_task(manuscript) for _, manuscript in missing], self.jobs),
                strict=True,
            )
        )
        # A slow machine must not refuse for ever what another has the time for.
        done = {key: body for key, body in made.items() if not body.timed_out}
        _write(self.cache, done, keep=keys)
        return [made[key] if key in made else kept[key] for key in keys]


@dataclass(frozen=True, slots=True)
class NeededConversions:
    """Converts only the texts below `paths`, and those on whose sections they depend.

    The others get empty bodies, so that one file is checked in the time of one file.
    """

    paths: Sequence[str]

    def __call__(self, manuscripts: Sequence[Manuscript]) -> Iterable[Body]:
        """The bodies of `manuscripts`, in their order."""
        wanted = {
            one.place.path: _convert_one(_task(one))
            for one in manuscripts
            if is_below(one.place.path, self.paths)
        }
        linked = {
            slot.target
            for body in wanted.values()
            for slot in body.links()
            if slot.kind == "file" and slot.fragment
        }
        for one in manuscripts:
            if one.place.path in linked - wanted.keys():
                wanted[one.place.path] = _convert_one(_task(one))
        return [wanted.get(one.place.path, Body()) for one in manuscripts]


def forget(cache: Path) -> None:
    """Delete what is kept in the folder `cache`, and nothing else there."""
    for name in (_STORE, f"{_STORE}-journal"):
        (cache / name).unlink(missing_ok=True)


def is_below(path: str, folders: Sequence[str]) -> bool:
    """Whether `path` is one of `folders` or lies in one."""
    return any(folder in (".", path) or path.startswith(f"{folder}/") for folder in folders)


_Task = tuple[Lang, str, str]


def _task(manuscript: Manuscript) -> _Task:
    return manuscript.place.lang, manuscript.place.path, manuscript.text


def _convert(tasks: list[_Task], jobs: int) -> Iterator[Body]:
    if jobs < 2 or len(tasks) < _WORTH_A_PROCESS:
        yield from map(_convert_one, tasks)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_convert_one, tasks, chunksize=_CHUNK)


def _convert_one(task: _Task) -> Body:
    lang, path, text = task
    return _converter(lang).convert(text, path)


@cache
def _converter(lang: Lang) -> Converter:
    """One converter a language and process."""
    return Converter(lang)


def _key(manuscript: Manuscript) -> bytes:
    parts = (_version(), *_task(manuscript))
    return hashlib.sha256("\0".join(parts).encode()).digest()


@cache
def _version() -> str:
    libraries = (version(library) for library in _LIBRARIES)
    return " ".join([CONVERTER_VERSION, *libraries, _rules()])


def _rules() -> str:
    """A fingerprint of the modules that decide what a text becomes and what is found in it."""
    plugins = Path(__file__).resolve().parents[1]
    modules = sorted(path for name in _RULES for path in (plugins / name).glob("*.py"))
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in modules)).hexdigest()


def _read(cache: Path | None, keys: Sequence[bytes]) -> dict[bytes, Body]:
    """The kept bodies; a store that cannot be read holds none."""
    if cache is None:
        return {}
    found: dict[bytes, Body] = {}
    try:
        with closing(_open(cache)) as store:
            for key in keys:
                row = store.execute("SELECT body FROM bodies WHERE key = ?", (key,)).fetchone()
                if row:
                    found[key] = body_from_plain(json.loads(row[0]))
    except (sqlite3.Error, ValueError, TypeError, LookupError):
        return {}
    return found


def _write(cache: Path | None, made: dict[bytes, Body], keep: Sequence[bytes]) -> None:
    """Keep what was made, and forget what no text of this build has."""
    if cache is None:
        return
    cache.mkdir(parents=True, exist_ok=True)
    try:
        _store(cache, made, keep)
    except sqlite3.DatabaseError:
        # A broken store is of no use: begin a new one.
        forget(cache)
        _store(cache, made, keep)


def _store(cache: Path, made: dict[bytes, Body], keep: Sequence[bytes]) -> None:
    with closing(_open(cache)) as store, store:
        store.executemany(
            "INSERT OR REPLACE INTO bodies VALUES (?, ?)",
            [(key, json.dumps(body_to_plain(body))) for key, body in made.items()],
        )
        store.execute("CREATE TEMP TABLE wanted (key BLOB PRIMARY KEY)")
        store.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", [(key,) for key in keep])
        store.execute("DELETE FROM bodies WHERE key NOT IN (SELECT key FROM wanted)")


def _open(cache: Path) -> sqlite3.Connection:
    cache.mkdir(parents=True, exist_ok=True)
    store = sqlite3.connect(cache / _STORE)
    store.execute("CREATE TABLE IF NOT EXISTS bodies (key BLOB PRIMARY KEY, body TEXT)")
    return store
