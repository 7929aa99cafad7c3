"""Whether the log is the one that was written: its chain, its newest line, what visitors see now."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from plugins.releases.findings import Finding
from plugins.releases.keys import KeyList, lists_of, trusted_keys
from plugins.releases.log import LOG, Entry, LogError, read_log
from plugins.releases.log_signature import LOG_SIGNATURE, is_signed, signs
from plugins.releases.manifest import KEY_LIST, Manifest, encoded
from plugins.releases.place import CURRENT, Place
from plugins.releases.publish import manifest_in
from plugins.releases.signatures import SignatureError


def log_findings(place: Place, anchor: str) -> Sequence[Finding]:
    """What is wrong with a log, for whoever trusts the key `anchor`; empty for no key at hand."""
    while True:
        seen = place.current
        found = [*_findings(place, seen, anchor)]
        # Somebody may have published meanwhile: what was read belongs to two releases then.
        if place.current == seen:
            return found


def _findings(place: Place, current: int, anchor: str) -> Iterator[Finding]:
    try:
        entries = read_log(place.log)
    except (LogError, OSError, MemoryError) as error:
        yield Finding(LOG, "log", str(error))
        return
    manifest = manifest_in(place.release(current)) if current else None
    if manifest is not None:
        yield from _against(entries, manifest)
    if not anchor or not entries:
        return
    if not is_signed(place.log, _keys([current, entries[-1].seq], place, anchor)):
        yield Finding(LOG, "unsigned-log", LOG_SIGNATURE)
        return
    shown = next((one for one in entries[:-1] if one.seq == current), None)
    # A publisher that was killed has logged what nobody sees yet; both lines are signed then.
    if shown and not signs(place.log, shown, _keys([current], place, anchor)):
        yield Finding(CURRENT, "behind", f"{current} < {entries[-1].seq}")


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


def _keys(seqs: Collection[int], place: Place, anchor: str) -> Collection[str]:
    """The keys one of which has to have signed what came with the last of some releases.

    A publisher that was killed has logged what nobody sees, perhaps with the first use of a key.
    """
    lists = [found for seq in {*seqs} if (found := _list_in(place.release(seq), anchor))]
    return max(lists, key=lambda one: one.version).keys if lists else ()


def _list_in(release: Path, anchor: str) -> KeyList | None:
    try:
        return trusted_keys(lists_of((release / KEY_LIST).read_bytes()), anchor)
    except (OSError, SignatureError):
        return None
