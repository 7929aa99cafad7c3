"""The compressed forms of a text file, which a server hands out without work of its own."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Mapping
from typing import Final

import brotli
import msgspec
from msgspec import Struct

from plugins.base.store import Store, key_of
from plugins.releases.disk import in_threads
from plugins.releases.manifest import entry_of

BROTLI: Final = ".br"
GZIP: Final = ".gz"
ENDINGS: Final = (BROTLI, GZIP)
_TABLE: Final = "compressed"
_TEXTS: Final = tuple(
    ".html .xml .atom .css .js .mjs .json .csv .txt .svg .webmanifest .wasm".split()
)
# Files of the last releases; the rest is compressed anew when it is wanted again.
_MOST_KEPT: Final = 40_000
# In its own right: other versions may give other bytes.
_VERSION: Final = f"{brotli.version} 11 {zlib.ZLIB_RUNTIME_VERSION} 9"


class Compressed(Struct, frozen=True, array_like=True):
    """The forms of one file."""

    br: bytes
    gz: bytes

    def by_path(self, path: str) -> dict[str, bytes]:
        """The forms by the paths at which they stand, beside the file at `path`."""
        return {path + BROTLI: self.br, path + GZIP: self.gz}


_DECODER: Final = msgspec.msgpack.Decoder(Compressed)


def is_text(path: str) -> bool:
    """Whether compressed forms of the file at `path` are worth their place."""
    return path.endswith(_TEXTS)


def compressed(files: Mapping[str, bytes], store: Store) -> dict[str, Compressed]:
    """The forms of each text among `files`, those of known bytes from the store."""
    keys = {
        path: key_of(_VERSION, entry_of(data).sha256)
        for path, data in files.items()
        if is_text(path)
    }
    known = {key: _DECODER.decode(one) for key, one in store.some(_TABLE, keys.values()).items()}
    missing = {key: files[path] for path, key in keys.items() if key not in known}
    new = dict(zip(missing, in_threads(_compress, [*missing.values()]), strict=True))
    rows = {key: msgspec.msgpack.encode(one) for key, one in new.items()}
    store.change(_TABLE, rows, most=_MOST_KEPT)
    known |= new
    return {path: known[key] for path, key in keys.items()}


def _compress(data: bytes) -> Compressed:
    packed = gzip.compress(data, 9, mtime=0)
    # The same on every system: the byte that names it says 'unknown'.
    return Compressed(brotli.compress(data, quality=11), packed[:9] + b"\xff" + packed[10:])
