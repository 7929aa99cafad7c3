"""Signatures that other programs check too."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from plugins.releases.manifest import MANIFEST, SIGNATURE
from plugins.releases.signatures import (
    ARCHIVE,
    RELEASE,
    SignatureError,
    digest_of,
    digest_signer,
    public_line,
    sign,
    sign_digest,
    signer,
)
from tests.releases.conftest import Desk

KEY = Ed25519PrivateKey.generate()
PUBLIC = public_line(KEY)
needs_ssh = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="OpenSSH is not here")


def test_a_signature_names_its_key() -> None:
    """One of those that are trusted."""
    other = public_line(Ed25519PrivateKey.generate())

    assert signer(b"x", sign(b"x", KEY, RELEASE), RELEASE, [other, PUBLIC]) == PUBLIC


def test_a_file_is_signed_by_its_digest(tmp_path: Path) -> None:
    """However long it is."""
    path = tmp_path / "archive"
    path.write_bytes(b"x" * 100_000)
    signature = sign_digest(digest_of(path), KEY, ARCHIVE)

    assert digest_signer(digest_of(path), signature, ARCHIVE, [PUBLIC]) == PUBLIC
    assert signer(b"x" * 100_000, signature, ARCHIVE, [PUBLIC]) == PUBLIC


@pytest.mark.parametrize(
    ("message", "namespace", "trusted"),
    [
        (b"y", RELEASE, [PUBLIC]),
        (b"x", ARCHIVE, [PUBLIC]),
        (b"x", RELEASE, []),
        (b"x", RELEASE, [public_line(Ed25519PrivateKey.generate())]),
    ],
)
def test_a_signature_stands_for_one_thing(
    message: bytes, namespace: str, trusted: list[str]
) -> None:
    """Of other bytes, of another kind, or by another key it is none."""
    with pytest.raises(SignatureError):
        signer(message, sign(b"x", KEY, RELEASE), namespace, trusted)


@pytest.mark.parametrize("position", range(60, 300, 7))
def test_a_changed_signature_is_none(position: int) -> None:
    """Whichever sign of it was changed."""
    text = sign(b"x", KEY, RELEASE)
    sign_there = "A" if text[position] != "A" else "B"
    with pytest.raises(SignatureError):
        signer(b"x", text[:position] + sign_there + text[position + 1 :], RELEASE, [PUBLIC])


@pytest.mark.parametrize(
    "text", ["", "x", "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n"]
)
def test_what_is_no_signature_is_told(text: str) -> None:
    """Cut off, empty, or something else."""
    with pytest.raises(SignatureError):
        signer(b"x", text, RELEASE, [PUBLIC])


@needs_ssh
def test_openssh_checks_the_signature_of_a_release(desk: Desk) -> None:
    """With the public key and nothing of this program; a changed manifest fails."""
    desk.release()
    public = desk.key_file.with_name("key.pub").read_text(encoding="utf-8")
    (desk.folder / "signers").write_text(f'* namespaces="{RELEASE}" {public}', encoding="utf-8")
    manifest = (desk.current / MANIFEST).read_bytes()
    command = ["ssh-keygen", "-Y", "verify", "-f", str(desk.folder / "signers")]
    command += ["-I", "xa", "-n", RELEASE, "-s", str(desk.current / SIGNATURE)]

    done = [
        subprocess.run(command, input=data, capture_output=True, check=False).returncode
        for data in (manifest, manifest + b" ")
    ]

    assert done[0] == 0
    assert done[1] != 0


@needs_ssh
def test_a_signature_of_openssh_is_taken(desk: Desk) -> None:
    """The key is one of OpenSSH as well."""
    message = desk.folder / "message"
    message.write_bytes(b"x")
    command = ["ssh-keygen", "-Y", "sign", "-f", str(desk.key_file), "-n", RELEASE, str(message)]
    subprocess.run(command, capture_output=True, check=True)
    text = message.with_name("message.sig").read_text(encoding="utf-8")

    public = public_line(desk.signing.key)
    assert signer(b"x", text, RELEASE, [public]) == public
