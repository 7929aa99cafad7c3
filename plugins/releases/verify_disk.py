"""Verifies releases on the disk: each file, strangers, links, the link `current` and the log."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from plugins.releases.disk import read_start, tree_of
from plugins.releases.findings import Finding, Report, visible
from plugins.releases.keys import SignedList, lists_of
from plugins.releases.log import LOG
from plugins.releases.log_check import log_findings
from plugins.releases.log_signature import LOG_SIGNATURE
from plugins.releases.manifest import HEAD, KEY_LIST, MANIFEST, SIGNATURE, Manifest
from plugins.releases.place import CURRENT, Place, portals_in
from plugins.releases.planted import planted_in
from plugins.releases.rights import PARENT, open_to_others, rights_in
from plugins.releases.signatures import SignatureError
from plugins.releases.trust import Believed, Memory, Sealed, believed
from plugins.releases.unpacked import unpacked
from plugins.releases.whole import faults_in

_UNUSED: Final = Finding(KEY_LIST, "unused-key", severity="warning")
# A seal is no longer; what is planted in a file is read no further.
_MOST_SEALED: Final = 100_000_000
_MOST_READ: Final = 60_000
# Of wrong files; the rest of what was planted is like them.
_MOST_QUOTED: Final = 200
# What stands in the folder of a portal while somebody publishes there.
_AT_WORK: Final = (".staging", ".gone-", f".{CURRENT}.new", f".{LOG}.")


class Verifier(Struct, frozen=True):
    """What is needed to verify anything: whom to trust, what was seen before, the time.

    `portal` is the one that has to stand there, empty where any may. `lists` are those beside the
    key, where whoever verifies is who publishes.
    """

    anchor: str
    memory: Memory
    clock: datetime
    portal: str = ""
    lists: tuple[SignedList, ...] = ()

    def believed(self, place: str, sealed: Sealed) -> Believed:
        """Whether a manifest may be believed at a place, which is remembered."""
        anchor = self.anchor_for(sealed.lists)
        found = believed(sealed, anchor, self.portal, self.memory.at(place), self.clock)
        if found.seen:
            self.memory.keep(place, found.seen)
        if anchor == self.anchor:
            return found
        return replace(found, findings=(*found.findings, _UNUSED))

    def anchor_for(self, lists: bytes) -> str:
        """Whom to trust where a release has these lists: the key before ours if it has none later.

        Our own list says that the one followed the other, and is signed by both.
        """
        try:
            found = tuple(lists_of(lists))
        except SignatureError:
            return self.anchor
        later = self.lists[len(found) :]
        is_before = found == self.lists[: len(found)]
        if is_before and any(self.anchor in one.list.keys for one in later):
            return found[-1].list.keys[0]
        return self.anchor


def places_at(folder: Path) -> list[Path]:
    """The releases, or the folders of portals, that `folder` is or holds."""
    if _is_release(folder) or _is_portal(folder):
        return [folder]
    inside = folder.iterdir() if folder.is_dir() else ()
    names = {*portals_in(folder), *(one.name for one in inside if _is_portal(one))}
    return [folder / name for name in sorted(names)]


def verify_folder(folder: Path, verifier: Verifier) -> Report:
    """What is wrong with one release, or with what visitors see of a portal."""
    started = time.monotonic()
    findings: list[Finding] = []
    release: Path | None = folder.resolve()
    if not _is_release(folder):
        place = Place(folder)
        release = _shown(place)
        findings += _around(place, release)
        if not _is_of_archives(place):
            lists = _start(release / KEY_LIST, _MOST_SEALED) if release else b""
            findings += log_findings(place, verifier.anchor_for(lists))
    manifest = None
    if release:
        names = (MANIFEST, SIGNATURE, KEY_LIST, HEAD)
        sealed = Sealed(*(_start(release / name, _MOST_SEALED) for name in names))
        found = verifier.believed(visible(str(folder.absolute())), sealed)
        manifest = found.manifest
        findings += found.findings
        findings += _in_files(release, manifest) if manifest else ()
    return report_of(str(folder), sorted(findings), started, manifest)


def report_of(
    place: str, findings: Sequence[Finding], started: float, manifest: Manifest | None
) -> Report:
    """What was found at a place since a moment of the monotonic clock."""
    seconds = time.monotonic() - started
    if manifest is None:
        return Report(place, findings, seconds)
    return Report(place, findings, seconds, manifest.portal, manifest.seq, len(manifest.files))


def _is_release(folder: Path) -> bool:
    return (folder / MANIFEST).exists()


def _is_portal(folder: Path) -> bool:
    return (folder / CURRENT).is_symlink() or (folder / LOG).exists()


def _is_of_archives(place: Place) -> bool:
    """Whether somebody unpacks archives there: they leave neither a log nor a folder of releases."""
    return not place.log.exists() and not place.releases.exists()


def _shown(place: Place) -> Path | None:
    """The release that visitors see, which is a folder of this portal's own."""
    target = _target(place.link).rstrip("/")
    if _is_of_archives(place) and Path(target).name == target:
        release = place.folder / target
    else:
        release = place.release(place.current)
    is_there = target and release.is_dir() and not release.is_symlink()
    return release if is_there else None


def _around(place: Place, release: Path | None) -> Iterator[Finding]:
    """What is wrong beside the release that visitors see."""
    if release is None:
        yield Finding(CURRENT, "no-current", _target(place.link))
    owner = (release or place.folder).stat().st_uid
    yield from open_to_others(place.folder, "", owner)
    yield from open_to_others(place.folder.absolute().parent, PARENT, owner)
    yield from open_to_others(place.link, CURRENT, owner)
    if not _is_of_archives(place):
        for name in (place.releases.name, LOG, LOG_SIGNATURE):
            yield from open_to_others(place.folder / name, name, owner)
        known = {CURRENT, LOG, LOG_SIGNATURE, place.releases.name}
        for name in sorted(one.name for one in place.folder.iterdir()):
            if name not in known and not name.startswith(_AT_WORK):
                yield Finding(name, "beside", severity="warning")


def _in_files(release: Path, manifest: Manifest) -> Iterator[Finding]:
    tree = tree_of(release)
    faults = faults_in(tree, release, manifest)
    yield from (Finding(one.path, one.kind, one.target) for one in faults)
    wrong = (one.path for one in faults if one.kind in ("changed", "stranger"))
    for path in islice(wrong, _MOST_QUOTED):
        yield from _planted(release, path, manifest)
    yield from open_to_others(release, "", release.stat().st_uid)
    yield from rights_in(tree, release)


def _planted(release: Path, path: str, manifest: Manifest) -> Iterator[Finding]:
    data = unpacked(path, _start(release / path, _MOST_READ), _MOST_READ)
    if data:
        yield from planted_in(path, data, manifest)


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""


def _start(path: Path, most: int) -> bytes:
    """What stands in a file; nothing where it has vanished or cannot be read."""
    try:
        return read_start(path, most)
    except OSError:
        return b""
