"""Whether a manifest may be believed, by the rules of The Update Framework.

Rollback: none older than the one that was seen at this place. Freeze: none that has expired.
Mix-and-match: no files but those of one manifest, and no manifest of another portal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from plugins.base.files import replace_file
from plugins.releases.findings import Finding
from plugins.releases.head import head_findings
from plugins.releases.keys import KeyList, lists_of, trusted_keys
from plugins.releases.manifest import MANIFEST, Manifest, ManifestError, decoded
from plugins.releases.signatures import RELEASE, SignatureError, signer


class Seen(Struct, frozen=True):
    """The last release that was believed at a place, and the number of the list of its keys."""

    portal: str
    seq: int
    manifest: str
    keys: int


class Sealed(Struct, frozen=True):
    """A manifest with what proves it, as it was found."""

    manifest: bytes
    signature: bytes
    lists: bytes
    head: bytes


class Believed(Struct, frozen=True):
    """A manifest, what speaks against it, and what is to be remembered of it.

    There is none where it is not signed as it should be: then it says nothing.
    """

    manifest: Manifest | None
    findings: tuple[Finding, ...]
    seen: Seen | None


class Memory:
    """What was seen at each place, in one file.

    Where that cannot be written, `failure` says why: it is told behind what was found.
    """

    def __init__(self, path: Path) -> None:
        self.failure: OSError | None = None
        self._path = path
        self._seen: dict[str, Seen] = {}
        try:
            self._seen = _read(path)
        except OSError as error:
            self.failure = error

    def at(self, place: str) -> Seen | None:
        """What was seen at a place; None where nobody has looked yet."""
        return self._seen.get(place)

    def keep(self, place: str, seen: Seen) -> None:
        """Remember what was seen at a place."""
        if self._seen.get(place) != seen:
            self._seen[place] = seen
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                replace_file(self._path, msgspec.json.encode(self._seen, order="sorted"))
            except OSError as error:
                self.failure = error


def believed(
    sealed: Sealed, anchor: str, portal: str, seen: Seen | None, clock: datetime
) -> Believed:
    """Whether a manifest may be believed by whoever trusts the key `anchor`.

    `portal` is the one that has to stand there, empty where any may.
    """
    if not sealed.manifest:
        return _unbelieved("no-manifest", "")
    try:
        keys = _signing(sealed, anchor)
        manifest = decoded(sealed.manifest)
    except SignatureError as error:
        return _unbelieved("bad-signature", str(error))
    except ManifestError as error:
        return _unbelieved("bad-manifest", str(error))
    digest = hashlib.sha256(sealed.manifest).hexdigest()
    now = Seen(manifest.portal, manifest.seq, digest, keys.version)
    wanted = portal or (seen.portal if seen else "")
    findings = [*_against(now, wanted, seen)]
    if manifest.ends <= clock:
        findings.append(Finding(MANIFEST, "expired", manifest.expires))
    # What is only too old is remembered as well: nothing older may follow it.
    is_next = all(one.code == "expired" for one in findings)
    findings += head_findings(sealed.head, manifest, keys.keys)
    return Believed(manifest, tuple(findings), now if is_next else None)


def _signing(sealed: Sealed, anchor: str) -> KeyList:
    """The list of keys one of which has signed; SignatureError where none has."""
    keys = trusted_keys(lists_of(sealed.lists), anchor)
    signer(sealed.manifest, sealed.signature.decode(errors="replace"), RELEASE, keys.keys)
    return keys


def _unbelieved(code: str, detail: str) -> Believed:
    return Believed(None, (Finding(MANIFEST, code, detail),), None)


def _against(now: Seen, wanted: str, seen: Seen | None) -> Iterator[Finding]:
    """What speaks against a release, given what has to stand there and what was seen there."""
    if wanted and now.portal != wanted:
        yield Finding(MANIFEST, "other-portal", f"{now.portal} ≠ {wanted}")
    elif seen and now.seq < seen.seq:
        yield Finding(MANIFEST, "older", f"{now.seq} < {seen.seq}")
    elif seen and now.seq == seen.seq and now.manifest != seen.manifest:
        yield Finding(MANIFEST, "twin", str(now.seq))
    if seen and now.keys < seen.keys:
        yield Finding(MANIFEST, "older-keys", f"{now.keys} < {seen.keys}")


def _read(path: Path) -> dict[str, Seen]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Seen])
    except (FileNotFoundError, ValueError):
        return {}
