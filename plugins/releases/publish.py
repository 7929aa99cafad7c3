"""Publishes one portal: staged, checked, signed, taken in, logged, and then seen by visitors."""

from __future__ import annotations

import getpass
import hashlib
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from shlex import quote
from typing import Final, Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import Struct
from msgspec.structs import replace

from plugins.base.store import Store
from plugins.builds.folder import entries_of
from plugins.builds.ledger import Ledger, read_ledger
from plugins.releases.compressed import ENDINGS
from plugins.releases.disk import read_plain, sync_folders, write_new
from plugins.releases.head import sealed_head
from plugins.releases.keys import lists_of
from plugins.releases.log import Entry, LogError, append, changed, next_link, read_log
from plugins.releases.log_signature import is_signed, leave_one, sign_next
from plugins.releases.manifest import (
    HEAD,
    KEY_LIST,
    LIFETIME,
    MANIFEST,
    SIGNATURE,
    FileEntry,
    Manifest,
    ManifestError,
    decoded,
    encoded,
    moment_text,
)
from plugins.releases.place import Place
from plugins.releases.published import Published
from plugins.releases.signatures import RELEASE, sign
from plugins.releases.staging import RefusedError, kept_assets, put, stage
from plugins.releases.whole import faults_of

_PAGE: Final = ".html"
_PERCENT: Final = 100


class Signing(Struct, frozen=True):
    """What a release is signed with: the key, and the lists of keys as they are handed out.

    `published` is what was signed with it before.
    """

    key: Ed25519PrivateKey
    lists: bytes
    published: Published = Published()

    @property
    def keys(self) -> frozenset[str]:
        """All that ever signed: the line of the last release may be by the key before this one."""
        return frozenset(key for one in lists_of(self.lists) for key in one.list.keys)


class Rules(Struct, frozen=True):
    """How a release is made: when, from which commit, how many are kept, what it may lose.

    `allow_loss` is in percent of the pages.
    """

    clock: datetime
    commit: str
    keep: int
    allow_loss: int


class Built(Struct, frozen=True):
    """What a build wrote into a folder, and the stores of what is known of it.

    `store` says what the build has checked, `compressed` holds compressed forms.
    """

    folder: Path
    store: Store
    compressed: Store


def publish(built: Built, place: Place, signing: Signing, rules: Rules) -> Manifest | None:
    """Publish what was built; None where visitors have all of it already.

    RefusedError where it may not be published.
    """
    check_place(place)
    entries = check_log(place, signing)
    ledger = _ledger_of(built)
    place.clear()
    before = current_manifest(place)
    if (
        before is not None
        and [before.seq] == [entry.seq for entry in entries[-1:]]
        and _is_enough(before, ledger, place, rules.clock)
        and _is_sealed(place.release(before.seq), before, signing)
    ):
        leave_one(place.log, signing.keys)
        return None
    place.begin()
    try:
        manifest = _staged(built, ledger, place, rules, next_seq(place, signing))
        _check_loss(before, manifest, rules.allow_loss)
        manifest = with_kept(manifest, before, place)
        seal(place.staging, manifest, signing)
        finish(place, entry_of(manifest, before, "release"), signing)
    finally:
        place.clear()
    place.prune(rules.keep)
    return manifest


def seal(folder: Path, manifest: Manifest, signing: Signing) -> None:
    """Write the manifest of a release, and what proves it."""
    for name, data in _seals(manifest, signing).items():
        write_new(folder / name, data)


def _seals(manifest: Manifest, signing: Signing) -> Mapping[str, bytes]:
    data = encoded(manifest)
    return {
        MANIFEST: data,
        SIGNATURE: sign(data, signing.key, RELEASE).encode(),
        KEY_LIST: signing.lists,
        HEAD: sealed_head(manifest, signing.key),
    }


def _is_sealed(folder: Path, manifest: Manifest, signing: Signing) -> bool:
    """Whether a release has just what proves it today: the key may be another one by now."""
    try:
        return all(
            read_plain(folder / name) == data for name, data in _seals(manifest, signing).items()
        )
    except OSError:
        return False


def finish(place: Place, entry: Entry, signing: Signing) -> None:
    """Make a release of what is staged and sealed, tell the log of it, and show it.

    Whatever stops this between two steps, visitors see a whole release, and the log knows of it.
    """
    sync_folders(place.staging)
    place.take_in(entry.seq)
    sign_next(place.log, entry, signing.key)
    append(place.log, entry)
    place.show(entry.seq)
    leave_one(place.log, signing.keys)


def next_seq(place: Place, signing: Signing) -> int:
    """A number that no release has had, not even one that is gone or that nobody has seen."""
    logged = [entry.seq for entry in read_log(place.log)]
    return 1 + max([*place.seqs, place.current, *logged[-1:], signing.published.last(place).seq])


def current_manifest(place: Place) -> Manifest | None:
    """What visitors see now; None where there is nothing that can be read."""
    return manifest_in(place.release(place.current)) if place.current else None


def manifest_in(folder: Path) -> Manifest | None:
    """The manifest of a release; None where it is missing or broken."""
    try:
        return decoded((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, ManifestError):
        return None


def check_place(place: Place) -> None:
    """That nothing stands where a release is to be, or the link to it: nobody could take it in."""
    if place.not_a_folder:
        raise RefusedError("no-folder", path=place.not_a_folder)
    if os.path.lexists(place.link) and not place.link.is_symlink():
        raise RefusedError("not-a-link", path=place.link)


def check_log(place: Place, signing: Signing) -> Sequence[Entry]:
    """The log, which has to be the one that was written: the next line will vouch for it."""
    try:
        entries = read_log(place.log)
    except LogError as error:
        raise RefusedError("broken-log", path=place.log, line=error.line) from error
    if entries and not is_signed(place.log, signing.keys):
        raise RefusedError("unsigned-log", path=place.log)
    last = signing.published.last(place)
    known = {next_link(place.log), *(one.before for one in entries)}
    if last.line and last.line not in known and not place.is_empty:
        file = quote(str(signing.published.file(place.folder)))
        raise RefusedError("cut-log", path=place.log, seq=last.seq, file=file)
    # What visitors see was logged before; a log that was put aside began anew behind it.
    seqs = {entry.seq for entry in entries}
    if place.current not in seqs and place.current > min(seqs, default=place.current):
        raise RefusedError("not-in-log", path=place.log, seq=place.current)
    return entries


def lost(place: Place, signing: Signing) -> int:
    """The last number that was published here, where nothing of it is left; otherwise 0."""
    return signing.published.last(place).seq if place.is_empty else 0


def _ledger_of(built: Built) -> Ledger:
    """What the build has checked of each file."""
    strange = entries_of(built.folder).others
    if strange:
        raise RefusedError("link", path=strange[0])
    ledger = read_ledger(built.store, built.folder)
    if not ledger.files:
        raise RefusedError("no-files")
    return ledger


def _staged(built: Built, ledger: Ledger, place: Place, rules: Rules, seq: int) -> Manifest:
    entries = stage(built.folder, ledger, place.staging, built.compressed)
    return Manifest(
        portal=place.folder.name,
        seq=seq,
        commit=rules.commit,
        created=moment_text(rules.clock),
        expires=moment_text(rules.clock + LIFETIME),
        log=next_link(place.log),
        files=dict(sorted(entries.items())),
        allowed=tuple(sorted(ledger.allowed)),
    )


def _is_enough(before: Manifest, ledger: Ledger, place: Place, clock: datetime) -> bool:
    """Whether visitors have the same already, whole, and for some time to come."""
    own = {path: one.sha256 for path, one in before.own.items() if not path.endswith(ENDINGS)}
    is_same = own.keys() == ledger.files.keys() and all(
        own[path].startswith(one.digest.hex()) for path, one in ledger.files.items()
    )
    is_same = is_same and before.allowed == tuple(sorted(ledger.allowed))
    # What a clock has signed that ran ahead would not expire in time.
    is_fresh = LIFETIME / 2 < before.ends - clock <= LIFETIME
    return is_same and is_fresh and not faults_of(place.release(before.seq), before)


def _check_loss(before: Manifest | None, now: Manifest, allowed: int) -> None:
    pages = {path for path in (before.own if before else ()) if path.endswith(_PAGE)}
    lost = sorted(pages - now.files.keys())
    if len(lost) * _PERCENT > len(pages) * allowed:
        values = {"lost": len(lost), "pages": len(pages), "path": lost[0], "allowed": allowed}
        raise RefusedError("loss", **values)


def with_kept(manifest: Manifest, before: Manifest | None, place: Place) -> Manifest:
    """A manifest with what pages of the release `before` still ask for, which is staged."""
    if before is None:
        return manifest
    files = kept_assets(before, place.release(before.seq), manifest.files)
    entries: Mapping[str, FileEntry] = put(place.staging, files)
    everything = dict(sorted({**manifest.files, **entries}.items()))
    return replace(manifest, files=everything, kept=tuple(sorted({*manifest.kept, *files})))


def entry_of(
    now: Manifest,
    before: Manifest | None,
    action: Literal["release", "rollback"],
    of: int = 0,
) -> Entry:
    """What the log says of a release that comes after `before`."""
    old, new = before.own if before else {}, now.own
    both = old.keys() & new.keys()
    return Entry(
        before=now.log,
        seq=now.seq,
        action=action,
        who=getpass.getuser(),
        when=now.created,
        commit=now.commit,
        manifest=hashlib.sha256(encoded(now)).hexdigest(),
        added=changed(new.keys() - old.keys()),
        changed=changed([path for path in both if old[path] != new[path]]),
        removed=changed(old.keys() - new.keys()),
        of=of,
    )
