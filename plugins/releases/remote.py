"""A release on another machine: copied beside the others by rsync, then shown by one command."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from shlex import quote
from typing import Final

from msgspec import Struct

from plugins.base.locks import LockedError
from plugins.releases.copies import OtherReleaseError
from plugins.releases.log import LOG
from plugins.releases.log_signature import LOG_SIGNATURE
from plugins.releases.manifest import MANIFEST, SIGNATURE, Manifest
from plugins.releases.place import CURRENT, LOCK, RELEASES, Place

# user@host:/path or host:/path; no option of rsync or ssh begins so.
REMOTE: Final = re.compile(
    r"(?P<host>(?:[\w.-]+@)?[A-Za-z0-9][\w.-]*):(?P<path>/[\w./-]*)\Z", re.ASCII
)
# Nobody is there to answer a question, and a network that fell silent has to be noticed.
_SSH: Final = (
    *("ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=20"),
    *("-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4"),
)
# Where the log waits there; a publisher is known to be at work by such names.
_LOGS: Final = f".{LOG}.new"
# How rsync tells of a file that it sends, makes or removes, and not of a mere date.
_OTHER_BYTES: Final = ("<", ">", "c", "h", "*")
_IS_NEW: Final = "+++"
_LOCKED: Final = "locked\n"
_IS_LOCKED: Final = 75
# What rsync says of its own end, whatever the reason was.
_AFTERWARDS: Final = re.compile(
    r"rsync error: |rsync: connection unexpectedly closed|rsync: .*Broken pipe"
)


class CopyError(OSError):
    """The other machine did not take the release: what it said."""


def copy_to(remote: str, place: Place, manifest: Manifest, keep: int) -> bool:
    """Copy a release to `host:/path/<portal>/releases/<seq>`, and let `current` lead to it.

    Until it is whole there, nothing leads to it. Where it is there already, what differs from it is
    put right; whether something did. LockedError where somebody else publishes there.
    """
    found = REMOTE.match(remote)
    if found is None:
        raise CopyError(remote)
    root = found["path"].rstrip("/")
    there = _There(found["host"], f"{root}/{manifest.portal}", place, manifest.seq)
    with _publishing(there.host, root or "/"):
        shown = _shown(there)
        if shown.is_whole:
            return _is_mended(there)
        _copy(there, keep)
        return shown.seq == manifest.seq


class _There(Struct, frozen=True):
    """The folder of a portal on the other machine, and the release that it is to show."""

    host: str
    folder: str
    place: Place
    seq: int

    @property
    def release(self) -> str:
        """Where the release is here, as rsync reads it: all that is in it."""
        return f"{self.place.release(self.seq)}/"

    def run(self, script: str) -> str:
        """What a script writes that is run there."""
        return _run(_on(self.host, script))

    def send(self, source: Sequence[str], to: str, *options: str) -> str:
        """Let a folder there hold what is here; a line for each file that it did not."""
        same = ("-a", "--checksum", "--itemize-changes", "-e", " ".join(_SSH))
        return _run(["rsync", *same, *options, *source, f"{self.host}:{self.folder}/{to}"])


class _Shown(Struct, frozen=True):
    """What visitors of the other machine see; whether it is the release that they are to see.

    That may have been tampered with, but is in its place.
    """

    seq: int
    is_whole: bool


def _shown(there: _There) -> _Shown:
    """What is shown there; OtherReleaseError for what may not be replaced."""
    kind = f'if test -L "$(readlink {CURRENT})"; then echo link; else echo folder; fi'
    sums = "; ".join(f"sha256sum < {CURRENT}/{name}" for name in (MANIFEST, SIGNATURE))
    look = f"cd {there.folder} && readlink {CURRENT} && {kind} && {{ {sums}; }}"
    lines = [*there.run(f"{{ {look}; }} 2>/dev/null || true").splitlines(), "", ""]
    target, kind, told = lines[0], lines[1], {line.split(" ")[0] for line in lines[2:]}
    number = target.rpartition("/")[2]
    seq = int(number) if number.isascii() and number.isdigit() else 0
    # Whoever has changed the one has not changed the other.
    is_same = not told.isdisjoint(
        hashlib.sha256((there.place.release(there.seq) / name).read_bytes()).hexdigest()
        for name in (MANIFEST, SIGNATURE)
    )
    if seq > there.seq or (seq == there.seq and not is_same):
        raise OtherReleaseError(seq, is_newer=seq > there.seq)
    is_in_place = target == f"{RELEASES}/{there.seq}" and kind == "folder"
    return _Shown(seq, is_in_place)


def _is_mended(there: _There) -> bool:
    """Put right what is not as it was published, file by file; whether anything was."""
    files = there.send([there.release], f"{RELEASES}/{there.seq}/", "--delete", "--force")
    logs = there.send(_logs(there.place), "").splitlines()
    # Copies that were made before logs were copied have none.
    told = [*files.splitlines(), *(line for line in logs if _IS_NEW not in line)]
    return any(line.startswith(_OTHER_BYTES) for line in told)


def _copy(there: _There, keep: int) -> None:
    """Copy a release beside the others, and show it."""
    waiting = f"{there.folder}/{RELEASES}/.{there.seq}"
    # What was left by copies that were stopped goes: the disk may be full of it.
    there.run(
        f"umask 022; mkdir -p {there.folder}/{RELEASES} && cd {there.folder} && "
        f"rm -rf {RELEASES}/.[0-9]* {_LOGS}"
    )
    try:
        # What did not change since the last release is copied over there, not sent.
        known = f"--copy-dest={there.folder}/{CURRENT}/"
        there.send([there.release], f"{RELEASES}/.{there.seq}/", "--delete", known)
        there.send(_logs(there.place), f"{_LOGS}/")
        there.run(_showing(there, keep))
    except CopyError:
        with suppress(CopyError):
            there.run(f"rm -rf {waiting} {there.folder}/{_LOGS}")
        raise


def _logs(place: Place) -> list[str]:
    """The log and its signature, as far as they are there."""
    files = (place.log, place.log.with_name(LOG_SIGNATURE))
    return [str(one) for one in files if one.exists()]


@contextmanager
def _publishing(host: str, root: str) -> Iterator[None]:
    """Be the only one who publishes into a folder there, as long as the connection holds."""
    hold = f"flock -n -E {_IS_LOCKED} {LOCK} sh -c 'echo locked; exec cat'"
    command = _on(host, f"umask 022; mkdir -p {root} && cd {root} && exec {hold}")
    with _started(command) as holding:
        said = holding.stdout.readline() if holding.stdout else ""
        if said != _LOCKED:
            _, told = holding.communicate()
            if holding.returncode == _IS_LOCKED:
                raise LockedError(host)
            raise CopyError(_reason(command, told, holding.returncode))
        try:
            yield
        finally:
            holding.communicate()


def _started(command: Sequence[str]) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(  # noqa: S603  fixed words, and a host that was matched
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
    except FileNotFoundError as error:
        raise CopyError(f"{command[0]}: {error.strerror}") from error


def _showing(there: _There, keep: int) -> str:
    """What is run on the other machine: take in, swap in one step, and leave the last releases."""
    seq = there.seq
    old = f"ls {RELEASES} | sort -n | head -n -{keep} | grep -vx {seq}"
    both = f".{LOG_SIGNATURE}.both"
    steps = [
        "set -e",
        "umask 022",
        f"cd {there.folder}",
        # A release of this number that nobody sees was left by a copy that was stopped.
        f"rm -rf {RELEASES}/{seq}",
        f"mv {RELEASES}/.{seq} {RELEASES}/{seq}",
        # Until the release is shown, the line of the one before is signed as well as its own.
        f"cat {_LOGS}/{LOG_SIGNATURE} {LOG_SIGNATURE} > {both} 2>/dev/null || true",
        f"mv {both} {LOG_SIGNATURE}",
        f"mv {_LOGS}/{LOG} {LOG}",
        "sync",
        f"ln -sfn {RELEASES}/{seq} .{CURRENT}.new",
        f"mv -T .{CURRENT}.new {CURRENT}",
        f"mv {_LOGS}/{LOG_SIGNATURE} {LOG_SIGNATURE}",
        f"rm -rf {_LOGS}",
        f"{old} | while read -r gone; do rm -rf {RELEASES}/$gone; done",
    ]
    return "; ".join(steps)


def _on(host: str, script: str) -> list[str]:
    """The command that runs a script on the other machine, whatever shell the user has there."""
    return [*_SSH, host, f"sh -c {quote(script)}"]


def _run(command: Sequence[str]) -> str:
    """What a command writes; CopyError where it fails."""
    with _started(command) as running:
        written, told = running.communicate()
    if running.returncode:
        raise CopyError(_reason(command, told, running.returncode))
    return written


def _reason(command: Sequence[str], told: str, code: int) -> str:
    """Why a command failed, in its own words: the last that tell more than that it did."""
    lines = [line for line in told.splitlines() if line.strip()]
    reasons = [line for line in lines if not _AFTERWARDS.match(line)] or lines
    said = reasons[-1] if reasons else str(code)
    return said if said.startswith(f"{command[0]}: ") else f"{command[0]}: {said}"
