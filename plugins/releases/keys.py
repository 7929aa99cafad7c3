"""The keys that releases are signed with, and the signed list by which one follows another.

Whoever trusts a key trusts the lists that it has signed: each list is signed by a key of the one
before and by one of its own, so that a key can be replaced without asking every host.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_ssh_private_key,
)
from msgspec import Struct

from plugins.base.files import replace_file
from plugins.releases.signatures import KEY_TYPE, KEYS, SignatureError, public_line, sign, signer

_PRIVATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_MODE: Final = 0o600
# What a list of keys may have been replaced by; nobody changes keys so often.
_LONGEST: Final = 1_000


class KeyFileError(Exception):
    """A file that should hold a key holds none."""


class KeyList(Struct, frozen=True, forbid_unknown_fields=True):
    """The public keys that sign from now on; numbers count up from 1."""

    version: int
    keys: tuple[str, ...]


class SignedList(Struct, frozen=True, forbid_unknown_fields=True):
    """A list, and its signatures by a key of the list before and by one of its own."""

    list: KeyList
    signatures: tuple[str, ...]


def list_file(key_file: Path) -> Path:
    """Where all lists stand, from the first: beside the key."""
    return key_file.with_name(f"{key_file.name}.lists.json")


def public_file(key_file: Path) -> Path:
    """Where the public half of a key stands: beside it."""
    return key_file.with_name(f"{key_file.name}.pub")


def make_key(key_file: Path) -> str:
    """Make a key that nobody else may read, and its first list; gives the public half."""
    key = Ed25519PrivateKey.generate()
    key_file.parent.mkdir(parents=True, exist_ok=True)
    _write_private(key_file, key)
    _publish(key_file, key, [_signed(KeyList(1, (public_line(key),)), [key])])
    return public_line(key)


def replace_key(key_file: Path) -> str:
    """Make a key in the place of the one in `key_file`, by a list that both have signed."""
    settle(key_file)
    old, chain = load_key(key_file), load_lists(key_file)
    new = Ed25519PrivateKey.generate()
    following = _signed(KeyList(chain[-1].list.version + 1, (public_line(new),)), [old, new])
    _write_private(_waiting(key_file), new)
    _publish(key_file, new, [*chain, following])
    settle(key_file)
    return public_line(new)


def settle(key_file: Path) -> None:
    """Put a key that waits to replace another in its place once the lists name it.

    A call that was killed may have left it there.
    """
    waiting = _waiting(key_file)
    if not waiting.exists():
        return
    try:
        is_named = public_line(load_key(waiting)) in load_lists(key_file)[-1].list.keys
    except KeyFileError:
        is_named = False
    if is_named:
        os.replace(waiting, key_file)  # noqa: PTH105
    else:
        waiting.unlink()


def load_key(key_file: Path) -> Ed25519PrivateKey:
    """The key in `key_file`; KeyFileError where there is none of the right kind."""
    try:
        key = load_ssh_private_key(key_file.read_bytes(), None)
    except (ValueError, TypeError) as error:
        raise KeyFileError(str(key_file)) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError(str(key_file))
    return key


def load_public(path: Path) -> str:
    """The public key in a `.pub` file; KeyFileError where there is none of the right kind."""
    words = path.read_text(encoding="utf-8", errors="replace").split()
    if len(words) < 2 or words[0] != KEY_TYPE:
        raise KeyFileError(str(path))
    return " ".join(words[:2])


def load_lists(key_file: Path) -> list[SignedList]:
    """All lists beside a key."""
    return lists_of(list_file(key_file).read_bytes())


def lists_of(data: bytes) -> list[SignedList]:
    """The lists in `data`; SignatureError where it holds none."""
    try:
        found = msgspec.json.decode(data, type=list[SignedList])
    except ValueError as error:
        raise SignatureError("no list of keys") from error
    if not 1 <= len(found) <= _LONGEST or encoded_lists(found) != data:
        raise SignatureError("no list of keys")
    return found


def encoded_lists(lists: Sequence[SignedList]) -> bytes:
    """Lists in the one form in which they are handed out."""
    return msgspec.json.encode(lists, order="sorted")


def trusted_keys(lists: Sequence[SignedList], anchor: str) -> KeyList:
    """The list that counts today for whoever trusts the key `anchor`; SignatureError if none does.

    The lists before the one with the anchor need no trust; each after it needs that of the one
    before.
    """
    trusted: KeyList | None = None
    for number, one in enumerate(lists, 1):
        if one.list.version != number:
            raise SignatureError("a list of keys is missing")
        if trusted is not None:
            _check(one, trusted.keys)
            _check(one, one.list.keys)
            trusted = one.list
        elif anchor in one.list.keys:
            # By the anchor itself: anybody can write a list that names it beside a key of their own.
            _check(one, (anchor,))
            trusted = one.list
    if trusted is None:
        raise SignatureError("signed by another key")
    return trusted


def _check(one: SignedList, keys: Sequence[str]) -> None:
    """That one of the signatures is by one of `keys`."""
    for signature in one.signatures:
        try:
            signer(_bytes(one.list), signature, KEYS, keys)
        except SignatureError:
            continue
        return
    raise SignatureError("a list of keys is signed by another key")


def _signed(keys: KeyList, by: Sequence[Ed25519PrivateKey]) -> SignedList:
    return SignedList(keys, tuple(sign(_bytes(keys), key, KEYS) for key in by))


def _bytes(keys: KeyList) -> bytes:
    return msgspec.json.encode(keys, order="sorted")


def _waiting(key_file: Path) -> Path:
    return key_file.with_name(f"{key_file.name}.new")


def _write_private(path: Path, key: Ed25519PrivateKey) -> None:
    data = key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    with os.fdopen(os.open(path, _PRIVATE, _MODE), "wb") as file:
        file.write(data)


def _publish(key_file: Path, key: Ed25519PrivateKey, lists: Sequence[SignedList]) -> None:
    replace_file(list_file(key_file), encoded_lists(lists))
    line = f"{public_line(key)} {key_file.name}\n"
    replace_file(public_file(key_file), line.encode())
