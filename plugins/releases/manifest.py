"""The manifest of a release: what stands in it, down to the byte, in one canonical form."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

import msgspec
from msgspec import Struct

from plugins.base.paths import UnsafePathError, plain_path

MANIFEST: Final = "release.json"
SIGNATURE: Final = "release.json.sig"
KEY_LIST: Final = "release-keys.json"
HEAD: Final = "release-head.txt"
# What stands in a release and cannot stand in its own manifest.
UNLISTED: Final = frozenset({MANIFEST, SIGNATURE, KEY_LIST, HEAD})
# So long a copy may be held back before those who verify it are told.
LIFETIME: Final = timedelta(days=30)
_FORMAT: Final = 1
_MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"


class ManifestError(ValueError):
    """Bytes that are no manifest in its canonical form."""


class FileEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a release."""

    size: int
    sha256: str


class Manifest(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A release of a portal.

    `log` is the SHA-256 of the last line of the log before it, so that the signature covers that.
    `kept` are files of the release before that pages opened then still ask for. `allowed` are the
    hosts that pages may lead to, and the fingerprints of sentences that were let through.
    """

    format: int = _FORMAT
    portal: str
    seq: int
    commit: str
    created: str
    expires: str
    log: str
    files: dict[str, FileEntry]
    kept: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()

    @property
    def ends(self) -> datetime:
        """From when on the release counts as held back."""
        return moment_of(self.expires)

    @property
    def own(self) -> Mapping[str, FileEntry]:
        """The files but for those that are kept for pages of the release before."""
        kept = frozenset(self.kept)
        return {path: entry for path, entry in self.files.items() if path not in kept}


def encoded(manifest: Manifest) -> bytes:
    """The canonical bytes: UTF-8 without blanks, all keys in the order of their bytes."""
    return msgspec.json.encode(manifest, order="sorted")


def decoded(data: bytes) -> Manifest:
    """The manifest in `data`; ManifestError where it is none, or written in another way."""
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
        moments = (moment_of(manifest.created), moment_of(manifest.expires))
        for path in manifest.files:
            plain_path(path)
    except (ValueError, UnsafePathError) as error:
        raise ManifestError(str(error)) from error
    if manifest.format != _FORMAT or encoded(manifest) != data or moments[0] > moments[1]:
        raise ManifestError("not in the canonical form")
    return manifest


def entry_of(data: bytes) -> FileEntry:
    """What a manifest says of a file with these bytes."""
    return FileEntry(len(data), hashlib.sha256(data).hexdigest())


def moment_text(moment: datetime) -> str:
    """A moment as manifests and the log write it."""
    return moment.astimezone(UTC).strftime(_MOMENT)


def moment_of(text: str) -> datetime:
    """The moment that a manifest names."""
    return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
