"""Signatures in the format of OpenSSH (PROTOCOL.sshsig), which `ssh-keygen -Y verify` checks too."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

# A signature of one kind of thing is none of another.
RELEASE: Final = "release@state-portals"
ARCHIVE: Final = "archive@state-portals"
KEYS: Final = "keys@state-portals"
HEADS: Final = "head@state-portals"
LOGS: Final = "log@state-portals"
KEY_TYPE: Final = "ssh-ed25519"

_MAGIC: Final = b"SSHSIG"
_VERSION: Final = (1).to_bytes(4, "big")
_HASH: Final = b"sha512"
_BEGIN: Final = "-----BEGIN SSH SIGNATURE-----"
_END: Final = "-----END SSH SIGNATURE-----"
_WIDTH: Final = 70


class SignatureError(ValueError):
    """Something is not signed by a key that is trusted, or was changed since."""


def digest_of(path: Path) -> bytes:
    """What is signed of a file: its SHA-512, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha512").digest()


def sign(message: bytes, key: Ed25519PrivateKey, namespace: str) -> str:
    """The signature of `message`, as a text in armour."""
    return sign_digest(hashlib.sha512(message).digest(), key, namespace)


def sign_digest(digest: bytes, key: Ed25519PrivateKey, namespace: str) -> str:
    """The signature of what has this SHA-512."""
    kind = KEY_TYPE.encode()
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    signature = _string(kind) + _string(key.sign(_signed(digest, namespace)))
    blob = _MAGIC + _VERSION + _string(_string(kind) + _string(raw))
    blob += _string(namespace.encode()) + _string(b"") + _string(_HASH) + _string(signature)
    return _armoured(blob)


def signer(message: bytes, signature: str, namespace: str, trusted: Collection[str]) -> str:
    """Which of the `trusted` public keys has signed `message`; SignatureError if none has."""
    return digest_signer(hashlib.sha512(message).digest(), signature, namespace, trusted)


def digest_signer(digest: bytes, signature: str, namespace: str, trusted: Collection[str]) -> str:
    """Which of the `trusted` keys has signed what has this SHA-512; SignatureError if none has."""
    rest = _Rest(_blob_of(signature))
    if rest.take(len(_MAGIC) + len(_VERSION)) != _MAGIC + _VERSION:
        raise SignatureError("no signature of OpenSSH")
    key, used = rest.string(), rest.string()
    _, method, made = rest.string(), rest.string(), _Rest(rest.string())
    public = f"{KEY_TYPE} {base64.b64encode(key).decode()}"
    if public not in trusted:
        raise SignatureError("signed by another key")
    if used != namespace.encode() or method != _HASH or made.string() != KEY_TYPE.encode():
        raise SignatureError("signed as something else")
    try:
        _public_key(key).verify(made.string(), _signed(digest, namespace))
    except InvalidSignature as error:
        raise SignatureError("changed since it was signed") from error
    return public


def public_line(key: Ed25519PrivateKey) -> str:
    """The public half of a key, as it stands in a `.pub` file, without a comment."""
    return key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()


def parted(text: str) -> list[str]:
    """The signatures that follow one another in a text."""
    *whole, _ = text.split(f"{_END}\n")
    return [f"{one}{_END}\n" for one in whole]


def _public_key(blob: bytes) -> Ed25519PublicKey:
    parts = _Rest(blob)
    if parts.string() != KEY_TYPE.encode():
        raise SignatureError("a key of another kind")
    try:
        return Ed25519PublicKey.from_public_bytes(parts.string())
    except ValueError as error:
        raise SignatureError("no key") from error


def _armoured(blob: bytes) -> str:
    text = base64.b64encode(blob).decode()
    lines = [text[start : start + _WIDTH] for start in range(0, len(text), _WIDTH)]
    return "\n".join([_BEGIN, *lines, _END, ""])


def _blob_of(signature: str) -> bytes:
    """What is in the armour, which has one form only."""
    try:
        blob = base64.b64decode("".join(signature.splitlines()[1:-1]), validate=True)
    except (binascii.Error, ValueError) as error:
        raise SignatureError("no signature of OpenSSH") from error
    if _armoured(blob) != signature:
        raise SignatureError("no signature of OpenSSH")
    return blob


def _signed(digest: bytes, namespace: str) -> bytes:
    """The bytes that the key itself signs."""
    parts = (namespace.encode(), b"", _HASH, digest)
    return _MAGIC + b"".join(map(_string, parts))


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


class _Rest:
    """What is left to read of a blob."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def take(self, count: int) -> bytes:
        if len(self._data) < count:
            raise SignatureError("no signature of OpenSSH")
        taken, self._data = self._data[:count], self._data[count:]
        return taken

    def string(self) -> bytes:
        return self.take(int.from_bytes(self.take(4), "big"))
