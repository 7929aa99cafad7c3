"""What is kept between builds, and what becomes of it when its file is spoiled."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest

from plugins.base.store import FILE, Store, key_of


def test_values_come_back_by_table_and_key(tmp_path: Path) -> None:
    """A table knows nothing of another's keys."""
    Store(tmp_path).change("a", {b"1": b"one", b"2": b"two"})
    Store(tmp_path).change("b", {b"1": b"other"})

    assert Store(tmp_path).all("a") == {b"1": b"one", b"2": b"two"}
    assert Store(tmp_path).one("b", b"1") == b"other"
    assert Store(tmp_path).one("b", b"2") is None
    assert Store(tmp_path).all("c") == {}


def test_a_value_is_found_that_was_kept_after_a_first_look(tmp_path: Path) -> None:
    """The first build looks for what an earlier one has kept, before it keeps anything."""
    store = Store(tmp_path)
    assert store.one("a", b"1") is None
    store.change("a", {b"1": b"one"})

    assert store.one("a", b"1") == b"one"


def test_without_a_folder_nothing_is_kept() -> None:
    """A check leaves no file behind."""
    store = Store(None)
    store.change("a", {b"1": b"one"})

    assert store.one("a", b"1") is None
    assert not store.is_there


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    """Keys are judged one by one."""
    store = Store(tmp_path)
    store.change("a", {bytes([number]): b"x" for number in range(6)})
    store.change("a", {}, gone=lambda key: key[0] % 2 == 1)

    assert set(store.all("a")) == {b"\0", b"\2", b"\4"}


@pytest.mark.parametrize("at", [0, 7, 8, -1])
def test_a_value_with_a_wrong_byte_was_never_kept(tmp_path: Path, at: int) -> None:
    """Its sum tells."""
    store = Store(tmp_path)
    store.change("a", {b"1": b"one"})
    with sqlite3.connect(tmp_path / FILE) as file:
        ((value,),) = file.execute("SELECT value FROM a")
        spoiled = bytearray(value)
        spoiled[at] ^= 1
        file.execute("UPDATE a SET value = ?", (bytes(spoiled),))

    assert Store(tmp_path).one("a", b"1") is None
    assert Store(tmp_path).all("a") == {}


@pytest.mark.parametrize("data", [b"", b"no database at all", b"SQLite format 3\0" + b"x" * 4096])
def test_a_file_that_is_no_database_is_begun_anew(tmp_path: Path, data: bytes) -> None:
    """It costs what was kept, and nothing else."""
    (tmp_path / FILE).write_bytes(data)
    store = Store(tmp_path)

    assert store.all("a") == {}
    store.change("a", {b"1": b"one"})
    assert Store(tmp_path).one("a", b"1") == b"one"


@pytest.mark.parametrize("folder", ["file", "file/inner"])
def test_a_place_that_is_no_folder_keeps_nothing(tmp_path: Path, folder: str) -> None:
    """The build goes on without."""
    (tmp_path / "file").touch()
    store = Store(tmp_path / folder)
    store.change("a", {b"1": b"one"})

    assert (store.all("a"), store.one("a", b"1")) == ({}, None)


def test_a_folder_that_may_not_be_looked_into_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a file that cannot be begun anew."""

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / FILE).write_bytes(b"no database at all")
    monkeypatch.setattr(Path, "unlink", denied)
    Store(tmp_path).change("a", {b"1": b"one"})
    monkeypatch.setattr(Path, "exists", denied)
    store = Store(tmp_path)

    assert (store.all("a"), store.one("a", b"1")) == ({}, None)


def test_a_file_that_is_no_database_is_not_held_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows deletes no file that is."""
    (tmp_path / FILE).write_bytes(b"no database at all")
    opened: list[sqlite3.Connection] = []
    forget = Store.forget

    def connect(path: Path, **options: Any) -> sqlite3.Connection:
        opened.append(real(path, **options))
        return opened[-1]

    def forget_closed(store: Store) -> None:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            opened[-1].execute("SELECT 1")
        forget(store)

    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", connect)
    monkeypatch.setattr(Store, "forget", forget_closed)
    Store(tmp_path).change("a", {b"1": b"one"})

    assert len(opened) == 2


def test_two_builds_at_once_do_without_what_they_cannot_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that finds the file taken for long goes on, and keeps nothing."""
    monkeypatch.setattr("plugins.base.store._PATIENCE", 0.05)
    store = Store(tmp_path)
    store.change("a", {b"1": b"one"})
    with sqlite3.connect(tmp_path / FILE, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        store.change("a", {b"2": b"two"})
        assert store.all("a") == {}
        other.execute("COMMIT")

    assert Store(tmp_path).all("a") == {b"1": b"one"}


def test_another_thread_reads_on_its_own(tmp_path: Path) -> None:
    """A store that was read in one thread is read in another."""
    store = Store(tmp_path)
    store.change("a", {b"1": b"one"})
    found = [store.one("a", b"1")]
    thread = threading.Thread(target=lambda: found.append(store.one("a", b"1")))
    thread.start()
    thread.join()

    assert found == [b"one", b"one"]


def test_a_key_stands_for_its_parts_in_their_places() -> None:
    """What two parts say together, others do not say."""
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of("a", b"b") == key_of("a", "b")
