"""What is kept between builds: values by table and key, in one file that may go at any time.

A value that cannot be read, or is not as it was written, counts as one that was never kept. No
fault of the file is a fault of a build: it is begun anew, or done without.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

FILE: Final = "kept.sqlite"
_CHECK: Final = 8
_PATIENCE: Final = 5.0
# Asked for in one statement; SQLite takes no more than 999 values everywhere.
_AT_ONCE: Final = 500


class Store:
    """The values in the file of the folder `folder`; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._path = None if folder is None else folder / FILE
        # A connection may not pass to another process.
        self._reader: sqlite3.Connection | None = None
        self._open_in = 0

    @property
    def is_there(self) -> bool:
        """Whether anything is kept at all."""
        return self._path is not None

    def all(self, table: str) -> dict[bytes, bytes]:
        """Every value of a table."""
        statement = f'SELECT key, value FROM "{table}"'  # noqa: S608  tables are named in code
        return self._read(lambda store: _sound(store.execute(statement)))

    def some(self, table: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values of those of `keys` that are kept."""
        wanted = list(keys)

        def read(store: sqlite3.Connection) -> dict[bytes, bytes]:
            found: dict[bytes, bytes] = {}
            for start in range(0, len(wanted), _AT_ONCE):
                part = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                statement = f'SELECT key, value FROM "{table}" WHERE key IN ({marks})'  # noqa: S608
                found |= _sound(store.execute(statement, part))
            return found

        return self._read(read)

    def one(self, table: str, key: bytes) -> bytes | None:
        """One value, or None; the file stays open for the next."""
        statement = f'SELECT key, value FROM "{table}" WHERE key = ?'  # noqa: S608
        try:
            # It may not have been there when it was first looked for.
            if self._reader is None or self._open_in != os.getpid():
                self._reader = self._connect()
                self._open_in = os.getpid()
            return (
                _sound(self._reader.execute(statement, (key,))).get(key) if self._reader else None
            )
        except (sqlite3.Error, OSError):
            return None

    def change(
        self,
        table: str,
        new: Mapping[bytes, bytes],
        gone: Callable[[bytes], bool] | None = None,
        most: int = 0,
    ) -> None:
        """Keep the values of `new`, and forget the keys that are `gone`, all or nothing.

        With `most` no more than so many values are left, those that were kept last.
        """
        if self._path is None or not (new or gone):
            return
        for _ in range(2):
            try:
                with closing(self._open()) as store, store:
                    _prepare(store, table)
                    _change(store, table, new, gone)
                    if most:
                        _shorten(store, table, most)
            except (sqlite3.OperationalError, OSError):
                # Another build is at it, the disk is full, or there is no place for the file: the
                # next one keeps what it makes.
                return
            except sqlite3.DatabaseError:
                with suppress(OSError):
                    self.forget()
            else:
                return

    def forget(self) -> None:
        """Delete the file, and nothing else in its folder."""
        if self._path is not None:
            for ending in ("", "-journal"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def _read(self, read: Callable[[sqlite3.Connection], dict[bytes, bytes]]) -> dict[bytes, bytes]:
        try:
            store = self._connect()
            if store is None:
                return {}
            with closing(store):
                return read(store)
        except (sqlite3.Error, OSError):
            return {}

    def _connect(self) -> sqlite3.Connection | None:
        if self._path is None or not self._path.exists():
            return None
        # A server builds in threads, one after the other.
        return sqlite3.connect(self._path, timeout=_PATIENCE, check_same_thread=False)

    def _open(self) -> sqlite3.Connection:
        assert self._path is not None
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(self._path, timeout=_PATIENCE)


NO_STORE: Final = Store(None)


def _prepare(store: sqlite3.Connection, table: str) -> None:
    # What a power cut damages is found out by the sums, and made again.
    store.execute("PRAGMA synchronous = OFF")
    store.execute(f'CREATE TABLE IF NOT EXISTS "{table}" (key BLOB PRIMARY KEY, value BLOB)')


def _change(
    store: sqlite3.Connection,
    table: str,
    new: Mapping[bytes, bytes],
    gone: Callable[[bytes], bool] | None,
) -> None:
    if gone is not None:
        keys = [key for (key,) in store.execute(f'SELECT key FROM "{table}"')]  # noqa: S608
        statement = f'DELETE FROM "{table}" WHERE key = ?'  # noqa: S608
        store.executemany(statement, [(key,) for key in keys if gone(key)])
    store.executemany(
        f'INSERT OR REPLACE INTO "{table}" VALUES (?, ?)',  # noqa: S608
        [(key, _sum(value) + value) for key, value in new.items()],
    )


def _shorten(store: sqlite3.Connection, table: str, most: int) -> None:
    """Leave the `most` rows that were written last: a value that is kept anew is written anew."""
    last = f'SELECT max(rowid) FROM "{table}"'  # noqa: S608
    store.execute(f'DELETE FROM "{table}" WHERE rowid <= ({last}) - ?', (most,))  # noqa: S608


def _sound(rows: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    return {key: value[_CHECK:] for key, value in rows if _sum(value[_CHECK:]) == value[:_CHECK]}


def _sum(value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=_CHECK).digest()


def key_of(*parts: bytes | str) -> bytes:
    """A key that stands for `parts` and for no others."""
    made = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big") + data)
    return made.digest()
