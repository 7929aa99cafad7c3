"""Tampers with a release as those do who have access to the disk of the server."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Final

import brotli
import msgspec
from msgspec import Struct
from msgspec.structs import replace

from plugins.releases.findings import Report
from plugins.releases.keys import list_file, load_key, make_key
from plugins.releases.log import LOG
from plugins.releases.manifest import (
    KEY_LIST,
    MANIFEST,
    SIGNATURE,
    UNLISTED,
    decoded,
    encoded,
    entry_of,
)
from plugins.releases.planted_paths import PLANTED_PATHS
from plugins.releases.publish import Signing, seal
from plugins.releases.verify_disk import verify_folder
from plugins.releases.verify_web import verify_url
from tests.drills.portal import Portal, address, served
from tests.drills.report import Figure, all_of, none_of

DOES: Final = """\
A release that nginx serves, with what `configure` writes, is tampered with at random, verified from the disk and over HTTP, and put right again.
Over HTTP all is found that changes what is served; what is not is on the disk alone: strangers that nothing links to, links to the same bytes, modes, the log.
"""
_SHOWN: Final = 200
_HIDDEN: Final = 40
_ARTICLES: Final = 10
_PLANTED: Final = b"<p>Nh\xc3\xa0 c\xc3\xa1i uy t\xc3\xadn, n\xe1\xba\xa1p 100k</p>"


class Scene(Struct, frozen=True):
    """A release that is tampered with, the one before it, and what is drawn."""

    portal: Portal
    release: Path
    older: Path
    outside: Path
    chance: Random

    def file(self, ending: str = "") -> Path:
        """A file of the release that is no part of its seal."""
        found = (one for one in self.release.rglob(f"*{ending}") if one.is_file())
        return self.chance.choice(sorted(one for one in found if one.name not in UNLISTED))

    def page(self) -> Path:
        """A page in a folder of its own."""
        found = sorted(self.release.glob("*/**/index.html"))
        return self.chance.choice(found)

    def sealed(self) -> Path:
        """The manifest, its signature, or the list of keys."""
        return self.release / self.chance.choice((MANIFEST, SIGNATURE, KEY_LIST))

    def away(self) -> Path:
        """A place outside of all releases."""
        return self.outside / str(self.chance.randrange(10**9))


def _turned(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def bit_turned(scene: Scene) -> None:
    path = scene.file()
    path.write_bytes(_turned(path.read_bytes(), scene.chance))


def compressed_bit_turned(scene: Scene) -> None:
    path = scene.file(scene.chance.choice((".br", ".gz")))
    path.write_bytes(_turned(path.read_bytes(), scene.chance))


def cut(scene: Scene) -> None:
    path = scene.file()
    data = path.read_bytes()
    path.write_bytes(data[: scene.chance.randrange(len(data))])


def lengthened(scene: Scene) -> None:
    with scene.file().open("ab") as file:
        file.write(b"\n")


def removed(scene: Scene) -> None:
    scene.file().unlink()


def folder_removed(scene: Scene) -> None:
    shutil.rmtree(scene.page().parent)


def exchanged(scene: Scene) -> None:
    one = scene.page()
    other = next(path for path in iter(scene.page, None) if path.read_bytes() != one.read_bytes())
    data = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(data)


def of_an_older_release(scene: Scene) -> None:
    """A page that was as it is now in the last release: a mixture of both."""
    path = scene.release / "index.html"
    path.write_bytes((scene.older / "index.html").read_bytes())


def planted_in_a_page(scene: Scene) -> None:
    path = scene.page()
    path.write_bytes(path.read_bytes() + _PLANTED)


def planted_in_brotli(scene: Scene) -> None:
    path = scene.page()
    path.with_name("index.html.br").write_bytes(brotli.compress(path.read_bytes() + _PLANTED))


def planted_in_gzip(scene: Scene) -> None:
    path = scene.page()
    path.with_name("index.html.gz").write_bytes(gzip.compress(path.read_bytes() + _PLANTED))


def planted_at_a_known_path(scene: Scene) -> None:
    known = [one for one in PLANTED_PATHS if not one.startswith(".") and "/." not in one]
    path = scene.chance.choice(known)
    place = scene.release / (f"{path}index.html" if path.endswith("/") else path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(_PLANTED)


def planted_behind_a_link(scene: Scene) -> None:
    name = f"a{scene.chance.randrange(10**6)}"
    (scene.release / name).mkdir()
    (scene.release / name / "index.html").write_bytes(_PLANTED)
    page = scene.release / "index.html"
    page.write_bytes(page.read_bytes() + f'<a href="{name}/">.</a>'.encode())


def link_to_other_bytes(scene: Scene) -> None:
    path, away = scene.file(), scene.away()
    away.write_bytes(path.read_bytes() + _PLANTED)
    path.unlink()
    path.symlink_to(away)


def folder_is_a_link(scene: Scene) -> None:
    """To a copy of it in which the page is another."""
    page, away = scene.page(), scene.away()
    shutil.move(page.parent, away)
    (away / "index.html").write_bytes(_PLANTED)
    page.parent.symlink_to(away, target_is_directory=True)


def file_is_a_folder(scene: Scene) -> None:
    path = scene.file()
    path.unlink()
    path.mkdir()


def renamed(scene: Scene) -> None:
    path = scene.file()
    path.rename(path.with_name(f"{path.name}.bak"))


def seal_bit_turned(scene: Scene) -> None:
    path = scene.sealed()
    path.write_bytes(_turned(path.read_bytes(), scene.chance))


def seal_removed(scene: Scene) -> None:
    scene.sealed().unlink()


def manifest_edited(scene: Scene) -> None:
    """A page and what the manifest says of it, in its right form."""
    page, manifest = scene.page(), scene.release / MANIFEST
    data = page.read_bytes() + _PLANTED
    page.write_bytes(data)
    old = decoded(manifest.read_bytes())
    name = page.relative_to(scene.release).as_posix()
    manifest.write_bytes(encoded(replace(old, files={**old.files, name: entry_of(data)})))


def signature_of_another_release(scene: Scene) -> None:
    shutil.copyfile(scene.older / SIGNATURE, scene.release / SIGNATURE)


def signed_by_another_key(scene: Scene) -> None:
    """A manifest that is right but for who has signed it."""
    key = scene.away()
    make_key(key)
    manifest = decoded((scene.release / MANIFEST).read_bytes())
    for name in UNLISTED:
        (scene.release / name).unlink()
    seal(scene.release, manifest, Signing(load_key(key), list_file(key).read_bytes()))


def older_release_in_its_place(scene: Scene) -> None:
    shutil.rmtree(scene.release)
    shutil.copytree(scene.older, scene.release)


def older_release_shown(scene: Scene) -> None:
    link = scene.portal.place.link
    link.unlink()
    link.symlink_to(f"releases/{scene.older.name}")


def release_of_another_portal(scene: Scene) -> None:
    """Rightly signed by the same key."""
    key = scene.portal.site.folder / "key"
    manifest = decoded((scene.release / MANIFEST).read_bytes())
    for name in UNLISTED:
        (scene.release / name).unlink()
    signing = Signing(load_key(key), list_file(key).read_bytes())
    seal(scene.release, replace(manifest, portal="khac"), signing)


def unlinked_page(scene: Scene) -> None:
    folder = scene.page().parent / f"a{scene.chance.randrange(10**6)}"
    folder.mkdir()
    (folder / "index.html").write_bytes(_PLANTED)


def unlinked_file(scene: Scene) -> None:
    name = scene.chance.choice((".htaccess", ".x.php", "a.js", "Index.html", "a.html.br"))
    (scene.page().parent / name).write_bytes(_PLANTED)


def unlinked_link(scene: Scene) -> None:
    (scene.release / f"a{scene.chance.randrange(10**6)}").symlink_to("/etc")


def link_to_the_same_bytes(scene: Scene) -> None:
    path, away = scene.file(), scene.away()
    shutil.move(path, away)
    path.symlink_to(away)


def mode_of_a_file(scene: Scene) -> None:
    scene.file().chmod(scene.chance.choice((0o666, 0o755, 0o600, 0o4644)))


def mode_of_a_folder(scene: Scene) -> None:
    scene.page().parent.chmod(scene.chance.choice((0o777, 0o700, 0o2755)))


def log_edited(scene: Scene) -> None:
    log = scene.portal.place.log
    lines = log.read_bytes().splitlines(keepends=True)
    entry = msgspec.json.decode(lines[-1])
    lines[-1] = msgspec.json.encode({**entry, "manifest": "0" * 64}, order="sorted") + b"\n"
    log.write_bytes(b"".join(lines))


Way = Callable[[Scene], None]
SHOWN: Final[tuple[Way, ...]] = (
    bit_turned,
    compressed_bit_turned,
    cut,
    lengthened,
    removed,
    folder_removed,
    exchanged,
    of_an_older_release,
    planted_in_a_page,
    planted_in_brotli,
    planted_in_gzip,
    planted_at_a_known_path,
    planted_behind_a_link,
    link_to_other_bytes,
    folder_is_a_link,
    file_is_a_folder,
    renamed,
    seal_bit_turned,
    seal_removed,
    manifest_edited,
    signature_of_another_release,
    signed_by_another_key,
    older_release_in_its_place,
    older_release_shown,
    release_of_another_portal,
)
HIDDEN: Final[tuple[Way, ...]] = (
    unlinked_page,
    unlinked_file,
    unlinked_link,
    link_to_the_same_bytes,
    mode_of_a_file,
    mode_of_a_folder,
    log_edited,
)


class Tampering:
    """Whoever tampers with the release that visitors see, and whoever verifies it then."""

    def __init__(self, portal: Portal, url: str, chance: Random) -> None:
        place = portal.place
        seq = place.current
        self._scene = Scene(
            portal,
            place.release(seq),
            place.release(seq - 1),
            portal.site.folder / "outside",
            chance,
        )
        self._url = url
        self._whole = portal.site.folder / "whole"
        self._log = place.log.read_bytes()
        shutil.copytree(self._scene.release, self._whole)
        self._scene.outside.mkdir()

    def clean(self) -> int:
        """How much is found while nobody has done anything."""
        return sum(len(one.findings) for one in (self._from_disk(), self._over_http()))

    def found(self, way: Way) -> tuple[bool, bool]:
        """Whether a tampering is found from the disk, and over HTTP."""
        way(self._scene)
        found = bool(self._from_disk().findings), self._over_http().errors > 0
        self._put_right()
        return found

    def _from_disk(self) -> Report:
        portal = self._scene.portal
        return verify_folder(portal.place.folder, portal.verifier())

    def _over_http(self) -> Report:
        return verify_url(self._url, self._scene.portal.verifier())

    def _put_right(self) -> None:
        place = self._scene.portal.place
        shutil.rmtree(self._scene.release)
        shutil.copytree(self._whole, self._scene.release)
        (place.folder / LOG).write_bytes(self._log)
        place.show(int(self._scene.release.name))


def drill(
    folder: Path,
    chance: Random,
    shown: int = _SHOWN,
    hidden: int = _HIDDEN,
    articles: int = _ARTICLES,
) -> Sequence[Figure]:
    """Tamper so often in ways that change what is served, and in those that do not."""
    portal = Portal(folder, articles)
    for number in range(2):
        portal.edit(number)
        portal.release()
    with served(portal.site) as ports:
        tampering = Tampering(portal, address(ports), chance)
        before = tampering.clean()
        seen = [(way, *tampering.found(way)) for way in _drawn(SHOWN, shown, chance)]
        unseen = [(way, tampering.found(way)[0]) for way in _drawn(HIDDEN, hidden, chance)]
        after = tampering.clean()
    missed = [f"{way.__name__} from the disk" for way, is_found, _ in seen if not is_found]
    missed += [f"{way.__name__} over HTTP" for way, _, is_found in seen if not is_found]
    missed += [f"{way.__name__} from the disk" for way, is_found in unseen if not is_found]
    return [
        Figure("ways that change what is served", str(len(SHOWN))),
        all_of("of them found from the disk", sum(one[1] for one in seen), len(seen)),
        all_of("of them found over HTTP", sum(one[2] for one in seen), len(seen)),
        Figure("ways that do not", str(len(HIDDEN))),
        all_of("found from the disk, of these", sum(one[1] for one in unseen), len(unseen)),
        *(Figure("missed", one, "none", is_kept=False) for one in sorted(set(missed))),
        none_of("findings while nobody has done anything", before + after),
    ]


def _drawn(ways: Sequence[Way], count: int, chance: Random) -> list[Way]:
    """So many ways, each as often as any other, in any order."""
    drawn = [ways[number % len(ways)] for number in range(count)]
    chance.shuffle(drawn)
    return drawn
