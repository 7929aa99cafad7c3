"""The small signed head of a release, which readers' devices check in place of its manifest."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest
from aiohttp import web

from plugins.releases.archive import archive_name, write_archive
from plugins.releases.keys import load_public, public_file, replace_key
from plugins.releases.manifest import HEAD, MANIFEST, Manifest
from plugins.releases.publish import current_manifest
from plugins.releases.rollback import Now, back
from plugins.releases.signatures import HEADS, RELEASE, sign
from plugins.releases.verify_web import verify_url
from tests.releases.conftest import Desk
from tests.releases.servers import HEADERS, serving

VERSION = "ngoai-tuyen/ban.dat"


def head(desk: Desk) -> dict[str, object]:
    """What the head says that visitors get."""
    found: dict[str, object] = json.loads((desk.current / HEAD).read_bytes().splitlines()[0])
    return found


def current(desk: Desk) -> Manifest:
    """The manifest that visitors get."""
    found = current_manifest(desk.place)
    assert found is not None
    return found


def test_the_head_says_what_the_manifest_says(desk: Desk) -> None:
    """Of which portal and number it is, from when to when, and what devices may take."""
    made = desk.release({VERSION: "ban"})
    manifest = (desk.current / MANIFEST).read_bytes()

    assert head(desk) == {
        "format": 1,
        "portal": "xa",
        "seq": 1,
        "created": made.created,
        "expires": made.expires,
        "manifest": hashlib.sha256(manifest).hexdigest(),
        "version": hashlib.sha256(b"ban").hexdigest(),
    }
    assert (desk.current / HEAD).stat().st_size < 900
    assert desk.codes() == set()


def test_a_portal_that_keeps_nothing_names_nothing_to_take(desk: Desk) -> None:
    """The switch of reading offline is off there."""
    desk.release()

    assert head(desk)["version"] == ""


def test_ssh_keygen_checks_it(desk: Desk, tmp_path: Path) -> None:
    """With the line of JSON and the signature parted, and nothing of ours."""
    desk.release()
    line, _, signature = (desk.current / HEAD).read_bytes().partition(b"\n")
    (tmp_path / "signers").write_text(f"* {load_public(public_file(desk.key_file))}\n")
    (tmp_path / "sig").write_bytes(signature)
    command = ["ssh-keygen", "-Y", "verify", "-f", "signers", "-I", "x", "-n", HEADS, "-s", "sig"]

    def code(data: bytes) -> int:
        return subprocess.run(
            command, cwd=tmp_path, input=data, capture_output=True, check=False
        ).returncode

    assert code(line + b"\n") == 0
    assert code(line.replace(b'"seq":1', b'"seq":2') + b"\n") != 0


def test_a_rollback_writes_a_head_of_its_own(desk: Desk) -> None:
    """With a higher number, and the version of what is shown again."""
    first = desk.release({VERSION: "ban"})
    desk.release({VERSION: "ban hai"})
    back(desk.place, first, Now(desk.signing, desk.now))

    assert (head(desk)["seq"], head(desk)["version"]) == (3, hashlib.sha256(b"ban").hexdigest())
    assert desk.codes() == set()


def planted_heads(desk: Desk) -> dict[str, tuple[bytes, str]]:
    """Heads that may not stand beside the current release, and what is found of each."""
    right = (desk.current / HEAD).read_bytes()
    line, _, _ = right.partition(b"\n")
    stale = (desk.place.release(1) / HEAD).read_bytes()
    higher = line.replace(b'"seq":2', b'"seq":9') + b"\n"
    as_manifest = line + b"\n" + sign(line + b"\n", desk.signing.key, RELEASE).encode()
    return {
        "missing": (b"", "no-head"),
        "stale": (stale, "other-head"),
        "foreign": (right.replace(b'"xa"', b'"ya"'), "other-head"),
        "higher": (higher + sign(higher, desk.signing.key, HEADS).encode(), "other-head"),
        "unsigned": (line + b"\n", "bad-head"),
        "turned": (right.replace(b"AAAA", b"AAAB", 1), "bad-head"),
        "signed as a manifest": (as_manifest, "bad-head"),
    }


def test_a_head_that_is_not_that_of_the_release_is_found(desk: Desk) -> None:
    """On the disk and over HTTP, whatever is wrong with it; the files stay verified."""
    desk.release({VERSION: "ban"})
    desk.release({VERSION: "ban hai"})
    assert desk.codes() == set()
    for name, (data, code) in planted_heads(desk).items():
        (desk.current / HEAD).unlink(missing_ok=True)
        if data:
            (desk.current / HEAD).write_bytes(data)
        assert desk.codes() == {(HEAD, code)}, name

    def stale(request: web.Request) -> web.Response | None:
        if request.path != f"/{HEAD}":
            return None
        return web.Response(body=(desk.place.release(1) / HEAD).read_bytes(), headers=HEADERS)

    with serving(desk.current, stale) as address:
        found = {(one.path, one.code) for one in verify_url(address, desk.verifier()).findings}
    assert (HEAD, "other-head") in found


@pytest.mark.parametrize("name", [HEAD, f"{MANIFEST}.sig"])
def test_what_proves_a_release_is_mended_by_the_next_call(desk: Desk, name: str) -> None:
    """Also where it was published by a program that made no heads; otherwise nothing is new."""
    desk.release()
    assert desk.publish() is None
    (desk.current / name).unlink()

    assert desk.publish() is not None
    assert desk.codes() == set()


def test_a_new_key_goes_out_with_the_next_call(desk: Desk) -> None:
    """Though nothing else is new: who follows the lists need not wait for a text."""
    desk.release()
    replace_key(desk.key_file)

    assert desk.publish() is not None
    assert current(desk).seq == 2


def test_an_archive_has_the_head(desk: Desk, tmp_path: Path) -> None:
    """A host that unpacks it serves it as well."""
    made = desk.release()
    write_archive(desk.place.release(1), made, tmp_path, desk.signing)
    archive = tmp_path / archive_name(made)
    listed = subprocess.run(
        ["tar", "--zstd", "-tf", str(archive)], capture_output=True, encoding="utf-8", check=True
    )

    assert f"xa-1/{HEAD}" in listed.stdout.splitlines()
