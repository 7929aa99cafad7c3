"""Verifies releases on the disk: each file, strangers, links, the link `current` and the log."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from plugins.releases.findings import Finding, Report
from plugins.releases.log import LOG
from plugins.releases.log_check import log_findings
from plugins.releases.manifest import HEAD, KEY_LIST, MANIFEST, SIGNATURE, Manifest
from plugins.releases.place import CURRENT, Place, portals_in
from plugins.releases.planted import planted_in
from plugins.releases.trust import Believed, Memory, Sealed, believed
from plugins.releases.whole import FileFault, faults_of


class Verifier(Struct, frozen=True):
    """What is needed to verify anything: whom to trust, what was seen before, the time.

    `portal` is the one that has to stand there, empty where any may.
    """

    anchor: str
    memory: Memory
    clock: datetime
    portal: str = ""

    def believed(self, place: str, sealed: Sealed) -> Believed:
        """Whether a manifest may be believed at a place, which is remembered."""
        found = believed(sealed, self.anchor, self.portal, self.memory.at(place), self.clock)
        if found.seen:
            self.memory.keep(place, found.seen)
        return found


def places_at(folder: Path) -> list[Path]:
    """The releases, or the folders of portals, that `folder` is or holds."""
    if (folder / MANIFEST).exists() or _is_portal(folder):
        return [folder]
    return [folder / portal for portal in portals_in(folder)]


def verify_folder(folder: Path, verifier: Verifier) -> Report:
    """What is wrong with one release, or with what visitors see of a portal."""
    started = time.monotonic()
    findings: list[Finding] = []
    release = folder
    if _is_portal(folder):
        place = Place(folder)
        findings += [*_around(place), *log_findings(place, verifier.anchor)]
        release = place.release(place.current)
    sealed = Sealed(*(_bytes(release / name) for name in (MANIFEST, SIGNATURE, KEY_LIST, HEAD)))
    found = verifier.believed(str(folder.absolute()), sealed)
    findings += found.findings
    if found.manifest is not None:
        findings += _in_files(release, found.manifest)
    return report_of(str(folder), sorted(findings), started, found.manifest)


def report_of(
    place: str, findings: Sequence[Finding], started: float, manifest: Manifest | None
) -> Report:
    """What was found at a place since a moment of the monotonic clock."""
    seconds = time.monotonic() - started
    if manifest is None:
        return Report(place, findings, seconds)
    return Report(place, findings, seconds, manifest.portal, manifest.seq, len(manifest.files))


def _is_portal(folder: Path) -> bool:
    return (folder / CURRENT).is_symlink() or (folder / LOG).exists()


def _around(place: Place) -> Iterator[Finding]:
    """What is wrong with the link to the current release."""
    seq = place.current
    if not seq or not place.release(seq).is_dir() or place.release(seq).is_symlink():
        yield Finding(CURRENT, "no-current", _target(place.link))


def _in_files(release: Path, manifest: Manifest) -> Iterator[Finding]:
    for fault in faults_of(release, manifest):
        yield Finding(fault.path, fault.kind, fault.target)
        yield from _planted(fault, manifest)
    yield from _odd_modes(release)


def _odd_modes(release: Path) -> Iterator[Finding]:
    """What has other permissions than the manifest and its folder, or is open to everybody.

    The bytes are as they were published, so these are warnings.
    """
    if os.name == "nt":
        return
    usual = tuple(_mode(str(one)) for one in (release, release / MANIFEST))
    for place, folders, files in os.walk(release):
        for names, wanted in zip((folders, files), usual, strict=True):
            for path in (f"{place}/{name}" for name in names):
                mode = _mode(path)
                if mode and (mode != wanted or mode & stat.S_IWOTH):
                    name = path.removeprefix(f"{release}/")
                    yield Finding(name, "mode", f"{mode:o}", "warning")


def _mode(path: str) -> int:
    """The permissions of a file or a folder; 0 for a link, and for what has vanished."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return 0
    return 0 if stat.S_ISLNK(mode) else stat.S_IMODE(mode)


def _planted(fault: FileFault, manifest: Manifest) -> Iterator[Finding]:
    if fault.data:
        yield from planted_in(fault.path, fault.data, manifest)


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
