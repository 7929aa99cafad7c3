"""What a build wrote into the folder of a portal, so that the next one knows what is right there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from pathlib import Path
from typing import Final, TypeAlias

import msgspec

from plugins.base.program import program
from plugins.base.store import Store, key_of
from plugins.languages.language import Lang
from plugins.pages.holes import Hole
from plugins.pages.reads import Kind

_TABLE: Final = "folders"
_DIGEST: Final = 16

# The size of a file, when its bytes and when its entry were last changed (ns), and which it is.
Stat: TypeAlias = tuple[int, int, int, int]
# The language of the edition that reads it, its kind, and its name.
Thing: TypeAlias = tuple[Lang, Kind, str]


class FileRecord(msgspec.Struct, frozen=True, array_like=True):
    """One file: what decided it, and how it was written.

    `reads` are places in the list of things; `digest` is that of its bytes, `met`
    are the exceptions that it needs, by fingerprint. `core` stands for a page without its latest
    news, `form` for it before anything that its portal's pages share was put in.
    """

    basis: bytes
    lang: str
    reads: tuple[int, ...]
    holes: tuple[Hole, ...]
    digest: bytes
    stat: Stat
    met: tuple[tuple[str, str], ...] = ()
    core: bytes = b""
    form: bytes = b""


class Ledger(msgspec.Struct, array_like=True):
    """All files of a portal by name, the things that they read, and what these were worth.

    `inputs` stands for all that decided them. `allowed` are the hosts and sentences that were let
    through when the pages were checked.
    """

    program: str = ""
    allowed: frozenset[str] = frozenset()
    things: list[Thing] = []
    values: list[bytes] = []
    parts: dict[str, bytes] = {}
    files: dict[str, FileRecord] = {}
    inputs: bytes = b""


_DECODER: Final = msgspec.msgpack.Decoder(Ledger)


def load_ledger(store: Store, folder: Path, allowed: Collection[str]) -> Ledger:
    """The ledger of `folder`; an empty one where there is none that counts.

    What was written by another program, or checked when more was allowed, does not count.
    """
    found = read_ledger(store, folder)
    if found.program != program() or not found.allowed <= frozenset(allowed):
        return Ledger(program(), frozenset(allowed))
    return found


def read_ledger(store: Store, folder: Path) -> Ledger:
    """The ledger of `folder` as it was kept; an empty one where there is none."""
    data = store.one(_TABLE, _key(folder))
    try:
        return _DECODER.decode(data) if data else Ledger()
    except ValueError:
        return Ledger()


def met_by(ledger: Ledger) -> dict[str, str]:
    """The exceptions that the files of a folder need, by fingerprint."""
    return dict(pair for record in ledger.files.values() for pair in record.met)


def save_ledger(store: Store, folder: Path, ledger: Ledger) -> None:
    """Keep the ledger of `folder`."""
    store.change(_TABLE, {_key(folder): msgspec.msgpack.encode(ledger)})


def _key(folder: Path) -> bytes:
    return key_of(str(folder.absolute()))


def digest(data: bytes) -> bytes:
    """Stands for the bytes of a file."""
    return hashlib.sha256(data).digest()[:_DIGEST]


def stat_of(status: os.stat_result) -> Stat:
    """What changes whenever a file does, its times set back or not."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
