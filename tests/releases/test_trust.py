"""A manifest is believed by the rules of The Update Framework."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.releases.keys import replace_key
from plugins.releases.manifest import (
    KEY_LIST,
    LIFETIME,
    MANIFEST,
    SIGNATURE,
    ManifestError,
    decoded,
    encoded,
)
from plugins.releases.publish import Built, Rules, publish
from plugins.releases.published import Published
from plugins.releases.verify_disk import Verifier, verify_folder
from tests.releases.conftest import Desk

SEAL = (MANIFEST, SIGNATURE, KEY_LIST)


def copy_of(desk: Desk) -> Path:
    """What visitors see now, put aside by somebody else."""
    return Path(shutil.copytree(desk.current, desk.folder / "aside", dirs_exist_ok=True))


def serve_instead(desk: Desk, release: Path) -> None:
    """Put another release in the place of the current one."""
    shutil.rmtree(desk.current.resolve())
    shutil.copytree(release, desk.place.release(desk.place.current))


def test_rollback_is_found(desk: Desk) -> None:
    """An older release may be rightly signed: it is known that there was a newer one."""
    desk.release()
    old = copy_of(desk)
    desk.release({"index.html": "<p>mới</p>"})
    assert desk.codes() == set()

    serve_instead(desk, old)

    assert (MANIFEST, "older") in desk.codes()


def test_freeze_is_found(desk: Desk) -> None:
    """What is held back expires; until then nobody can tell."""
    desk.release()

    assert desk.later(days=LIFETIME.days - 1).codes() == set()
    assert desk.later(days=1).codes() == {(MANIFEST, "expired")}


def test_mix_and_match_of_files_is_found(desk: Desk) -> None:
    """A file of another release is as wrong as a changed one, although it was published once."""
    desk.release()
    desk.release({"index.html": "<p>mới</p>"})
    shutil.copy(desk.place.release(1) / "index.html", desk.current / "index.html")

    assert desk.codes() == {("index.html", "changed")}


def test_mix_and_match_of_seals_is_found(desk: Desk) -> None:
    """Manifest and signature are those of one release."""
    desk.release()
    desk.release({"index.html": "<p>mới</p>"})
    shutil.copy(desk.place.release(1) / SIGNATURE, desk.current / SIGNATURE)

    assert (MANIFEST, "bad-signature") in desk.codes()


def test_another_portal_of_the_same_publisher_is_found(desk: Desk) -> None:
    """By its name where it is known, and by what was seen there before."""
    desk.release()

    assert desk.codes(portal="khac") == {(MANIFEST, "other-portal")}
    assert desk.codes() == set()
    seen = desk.verifier().memory.at(str(desk.place.folder))
    assert seen is not None
    desk.verifier().memory.keep(str(desk.place.folder), replace(seen, portal="khac"))
    assert desk.codes() == {(MANIFEST, "other-portal")}


def test_two_releases_of_one_number_are_found(desk: Desk) -> None:
    """Whoever has the key could show different ones to different people."""
    desk.release()
    assert desk.codes() == set()
    shutil.rmtree(desk.place.folder)
    shutil.rmtree(desk.key_file.with_name("key.published"))
    desk.later(hours=1).release({"index.html": "<p>khác</p>"})

    assert (MANIFEST, "twin") in desk.codes()


def test_a_new_key_is_followed(desk: Desk) -> None:
    """Whoever trusts the old one need not be told."""
    anchor = desk.verifier().anchor
    desk.release()
    replace_key(desk.key_file)
    desk.release({"index.html": "<p>mới</p>"})

    assert anchor != desk.verifier().anchor
    verifier = Verifier(anchor, desk.verifier().memory, desk.now)
    assert verify_folder(desk.place.folder, verifier).findings == []


def test_a_replaced_key_signs_no_more(desk: Desk) -> None:
    """Where the new list was seen, the old one does not count."""
    anchor, stolen = desk.verifier().anchor, replace(desk.signing, published=Published())
    desk.release()
    replace_key(desk.key_file)
    desk.release({"index.html": "<p>mới</p>"})

    def codes() -> set[str]:
        verifier = Verifier(anchor, desk.verifier().memory, desk.now)
        return {one.code for one in verify_folder(desk.place.folder, verifier).findings}

    assert codes() == set()
    desk.build({"index.html": "<p>cài vào</p>"})
    built = Built(desk.output, desk.store, desk.store)
    # Whoever has another key than signed it cannot go on with the log.
    desk.place.log.unlink()
    publish(built, desk.place, stolen, Rules(desk.now, "", 5, 10))

    assert codes() == {"older-keys"}


@pytest.mark.parametrize("name", SEAL)
def test_without_its_seal_nothing_is_believed(desk: Desk, name: str) -> None:
    """Neither without the manifest, nor the signature, nor the lists."""
    desk.release()
    (desk.current / name).unlink()

    assert {code for _, code in desk.codes()} & {"no-manifest", "bad-signature"}


def test_a_manifest_has_one_form(desk: Desk) -> None:
    """The same bytes for everybody who writes it; nothing may lead out of its folder."""
    data = encoded(desk.release())

    assert encoded(decoded(data)) == data
    for changed in (
        data + b"\n",
        data.replace(b'"seq":1', b'"seq": 1'),
        data.replace(b'"404.html"', b'"../404.html"'),
        data.replace(b'"seq":1', b'"seq":1,"x":2'),
        b"",
        b"[]",
    ):
        with pytest.raises(ManifestError):
            decoded(changed)
