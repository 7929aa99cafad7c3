"""Whether the log is the one that was written: its chain, its newest line, what visitors see now."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path

from plugins.releases.findings import Finding
from plugins.releases.keys import KeyList, lists_of, trusted_keys
from plugins.releases.log import LOG, Entry, LogError, read_log
from plugins.releases.log_signature import LOG_SIGNATURE, is_signed
from plugins.releases.manifest import KEY_LIST, Manifest, encoded
from plugins.releases.place import Place
from plugins.releases.publish import manifest_in
from plugins.releases.signatures import SignatureError


def log_findings(place: Place, anchor: str) -> Iterator[Finding]:
    """What is wrong with a log, for whoever trusts the key `anchor`; empty for no key at hand."""
    try:
        entries = read_log(place.log)
    except (LogError, OSError, MemoryError) as error:
        yield Finding(LOG, "log", str(error))
        return
    manifest = manifest_in(place.release(place.current)) if place.current else None
    if manifest is not None:
        yield from _against(entries, manifest)
    if anchor and entries and not is_signed(place.log, _keys(place, entries[-1].seq, anchor)):
        yield Finding(LOG, "unsigned-log", LOG_SIGNATURE)


def _against(entries: Collection[Entry], manifest: Manifest) -> Iterator[Finding]:
    """Where the log does not say of the release that visitors see what its manifest says."""
    entry = next((one for one in entries if one.seq == manifest.seq), None)
    if entry is None or entry.manifest != hashlib.sha256(encoded(manifest)).hexdigest():
        yield Finding(LOG, "not-logged", str(manifest.seq))
        return
    told = (entry.before, entry.commit, entry.when)
    for logged, signed in zip(told, (manifest.log, manifest.commit, manifest.created), strict=True):
        if logged != signed:
            yield Finding(LOG, "log", f"{logged} ≠ {signed}")


def _keys(place: Place, last: int, anchor: str) -> Collection[str]:
    """The keys one of which has to have signed the line of the release `last`.

    A publisher that was killed has logged what nobody sees, perhaps with the first use of a key.
    """
    seqs = {place.current, last}
    lists = [found for seq in seqs if (found := _list_in(place.release(seq), anchor))]
    return max(lists, key=lambda one: one.version).keys if lists else ()


def _list_in(release: Path, anchor: str) -> KeyList | None:
    try:
        return trusted_keys(lists_of((release / KEY_LIST).read_bytes()), anchor)
    except (OSError, SignatureError):
        return None
