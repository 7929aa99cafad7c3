"""The head of a release, which readers' devices fetch at each contact: a manifest has megabytes.

It is a line of JSON in one form, and the signature of that line below it. It says nothing that the
manifest does not say, so it can be told of each manifest what its head is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import Struct

from plugins.offline.worker import VERSION
from plugins.releases.findings import Finding
from plugins.releases.manifest import HEAD, Manifest, encoded
from plugins.releases.signatures import HEADS, SignatureError, sign, signer


class Head(Struct, frozen=True, kw_only=True):
    """What a device has to know of a release.

    `manifest` is the SHA-256 of the manifest, `version` that of what names all that devices keep;
    empty where they keep nothing.
    """

    format: int
    portal: str
    seq: int
    created: str
    expires: str
    manifest: str
    version: str


def sealed_head(manifest: Manifest, key: Ed25519PrivateKey) -> bytes:
    """The head of a release, with its signature."""
    line = _line(manifest)
    return line + sign(line, key, HEADS).encode()


def head_findings(data: bytes, manifest: Manifest, keys: Collection[str]) -> Iterator[Finding]:
    """What is wrong with the head that was found beside a manifest that is believed."""
    line, end, signature = data.partition(b"\n")
    if not data:
        yield Finding(HEAD, "no-head")
    elif line + end != _line(manifest):
        yield Finding(HEAD, "other-head", line.decode(errors="replace"))
    else:
        try:
            signer(line + end, signature.decode(errors="replace"), HEADS, keys)
        except SignatureError as error:
            yield Finding(HEAD, "bad-head", str(error))


def _line(manifest: Manifest) -> bytes:
    version = manifest.files.get(VERSION)
    head = Head(
        format=manifest.format,
        portal=manifest.portal,
        seq=manifest.seq,
        created=manifest.created,
        expires=manifest.expires,
        manifest=hashlib.sha256(encoded(manifest)).hexdigest(),
        version=version.sha256 if version else "",
    )
    return msgspec.json.encode(head, order="sorted") + b"\n"
