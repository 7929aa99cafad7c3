"""One key follows another without a visit to every host."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from plugins.releases import keys
from plugins.releases.keys import (
    KeyFileError,
    KeyList,
    SignedList,
    list_file,
    lists_of,
    load_key,
    load_lists,
    load_public,
    make_key,
    public_file,
    replace_key,
    trusted_keys,
)
from plugins.releases.signatures import KEYS, SignatureError, public_line, sign


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """A key that was replaced twice."""
    path = tmp_path / "key"
    make_key(path)
    replace_key(path)
    replace_key(path)
    return path


def forged(version: int, names: tuple[str, ...], *by: Ed25519PrivateKey) -> SignedList:
    """A list as somebody else could write it."""
    listed = KeyList(version, names)
    return SignedList(listed, tuple(sign(keys._bytes(listed), key, KEYS) for key in by))


def test_nobody_else_may_read_a_key(key_file: Path) -> None:
    """The public half beside it is for all."""
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert load_public(public_file(key_file)) == public_line(load_key(key_file))


def test_a_key_is_never_overwritten(key_file: Path) -> None:
    """It may be the only copy."""
    with pytest.raises(FileExistsError):
        make_key(key_file)


def test_whoever_trusts_an_old_key_trusts_the_new_one(key_file: Path) -> None:
    """And whoever knows only the new one needs no old list to be right."""
    lists = load_lists(key_file)
    public = public_line(load_key(key_file))

    assert [one.list.version for one in lists] == [1, 2, 3]
    for one in lists:
        assert trusted_keys(lists, one.list.keys[0]) == KeyList(3, (public,))


def test_another_key_is_not_trusted(key_file: Path) -> None:
    """No list tells of it."""
    with pytest.raises(SignatureError):
        trusted_keys(load_lists(key_file), public_line(Ed25519PrivateKey.generate()))


def test_nobody_else_can_write_a_list(key_file: Path) -> None:
    """Neither one that follows, nor one that names the trusted key beside another."""
    lists, thief = load_lists(key_file), Ed25519PrivateKey.generate()
    anchor, stolen = lists[0].list.keys[0], public_line(thief)

    for chain in (
        [*lists, forged(4, (stolen,), thief)],
        [forged(1, (anchor, stolen), thief)],
        [lists[0], forged(2, (stolen,), thief), *lists[2:]],
        [lists[0], *lists[2:]],
    ):
        with pytest.raises(SignatureError):
            trusted_keys(chain, anchor)


def test_a_following_list_needs_its_own_key_too(key_file: Path) -> None:
    """Otherwise one could name a key that nobody has."""
    lists, last = load_lists(key_file), load_key(key_file)
    lost = public_line(Ed25519PrivateKey.generate())
    with pytest.raises(SignatureError):
        trusted_keys([*lists, forged(4, (lost,), last)], lists[0].list.keys[0])


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'[{"list":1}]'])
def test_what_is_no_list_is_told(data: bytes) -> None:
    """Whatever stands in its file."""
    with pytest.raises(SignatureError):
        lists_of(data)


@pytest.mark.parametrize("step", ["_publish", "os.replace"])
def test_a_replacement_that_was_stopped_is_put_right(
    key_file: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the next call: key and lists belong together again."""

    def fail(*_: object) -> None:
        raise OSError("stopped")

    with monkeypatch.context() as patched:
        patched.setattr(f"plugins.releases.keys.{step}", fail)
        with pytest.raises(OSError, match="stopped"):
            replace_key(key_file)
    replace_key(key_file)
    lists = load_lists(key_file)

    trusted = trusted_keys(lists, lists[0].list.keys[0])
    assert trusted.keys == (public_line(load_key(key_file)),)
    assert sorted(one.name for one in key_file.parent.iterdir()) == [
        "key",
        "key.lists.json",
        "key.pub",
    ]


def test_other_files_are_no_keys(tmp_path: Path) -> None:
    """Neither the secret nor the public half."""
    path = tmp_path / "key"
    path.write_text("ssh-rsa AAAA", encoding="utf-8")

    with pytest.raises(KeyFileError):
        load_key(path)
    with pytest.raises(KeyFileError):
        load_public(path)
    assert not list_file(path).exists()
