"""The texts that belong together, kept for as long as none of them says something else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from plugins.base.program import program
from plugins.base.store import Store, key_of
from plugins.news.related import nearest
from plugins.news.signatures import Signature

_TABLE: Final = "related"
# Of lists of texts: each portal that shows others than the rest has two.
_MOST: Final = 1_000
_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(list[list[int]])


class KeptNearest:
    """Finds the nearest texts of a list once for all portals that show the same ones."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[bytes, list[list[int]]] = {}

    def __call__(self, signatures: Sequence[Signature], count: int) -> list[list[int]]:
        """What `nearest` gives."""
        key = key_of(program("news"), _ENCODER.encode((count, signatures)))
        if key not in self._known:
            found = self._kept(key)
            if found is None:
                found = nearest(signatures, count)
                self._store.change(_TABLE, {key: _ENCODER.encode(found)}, most=_MOST)
            self._known[key] = found
        return self._known[key]

    def _kept(self, key: bytes) -> list[list[int]] | None:
        data = self._store.one(_TABLE, key)
        try:
            return _DECODER.decode(data) if data else None
        except ValueError:
            return None
