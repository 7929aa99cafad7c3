"""A release on another machine: copied beside the others by rsync, then shown by one command."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shlex import quote
from typing import Final

from plugins.base.locks import LockedError
from plugins.releases.manifest import MANIFEST, Manifest
from plugins.releases.place import CURRENT, LOCK

# user@host:/path or host:/path; no option of rsync or ssh begins so.
REMOTE: Final = re.compile(
    r"(?P<host>(?:[\w.-]+@)?[A-Za-z0-9][\w.-]*):(?P<path>/[\w./-]*)\Z", re.ASCII
)
# Nobody is there to answer a question, and a network that fell silent has to be noticed.
_SSH: Final = (
    *("ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=20"),
    *("-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4"),
)
_LOCKED: Final = "locked\n"
_IS_LOCKED: Final = 75
# What rsync says of its own end, whatever the reason was.
_AFTERWARDS: Final = re.compile(
    r"rsync error: |rsync: connection unexpectedly closed|rsync: .*Broken pipe"
)


class CopyError(OSError):
    """The other machine did not take the release: what it said."""


class OtherReleaseError(Exception):
    """The other machine has a release that is newer, or has this number and other content."""

    def __init__(self, seq: int, *, is_newer: bool) -> None:
        super().__init__(seq)
        self.seq = seq
        self.is_newer = is_newer


def copy_to(remote: str, release: Path, manifest: Manifest, keep: int) -> None:
    """Copy a release to `host:/path/<portal>/releases/<seq>`, and let `current` lead to it.

    Until it is whole there, nothing leads to it. LockedError where somebody else publishes there.
    """
    found = REMOTE.match(remote)
    if found is None:
        raise CopyError(remote)
    host, root = found["host"], found["path"].rstrip("/")
    place = f"{root}/{manifest.portal}"
    with _publishing(host, root or "/"):
        if _is_there(host, place, release, manifest.seq):
            return
        waiting = f"{place}/releases/.{manifest.seq}"
        # What was left by copies that were stopped goes: the disk may be full of it.
        _run(_on(host, f"umask 022; mkdir -p {place}/releases; rm -rf {place}/releases/.[0-9]*"))
        try:
            # What did not change since the last release is copied over there, not sent.
            known = f"--copy-dest={place}/{CURRENT}/"
            options = ["-a", "--checksum", "--delete", known, "-e", " ".join(_SSH)]
            _run(["rsync", *options, f"{release}/", f"{host}:{waiting}/"])
            _run(_on(host, _shown(place, manifest.seq, keep)))
        except CopyError:
            with suppress(CopyError):
                _run(_on(host, f"rm -rf {waiting}"))
            raise


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


def _is_there(host: str, place: str, release: Path, seq: int) -> bool:
    """Whether visitors of the other machine see this release; OtherReleaseError for a later one."""
    look = f"cd {place} 2>/dev/null && readlink {CURRENT} && sha256sum < {CURRENT}/{MANIFEST}"
    lines = [*_run(_on(host, f"{{ {look}; }} || true")).splitlines(), "", ""]
    number = lines[0].rpartition("/")[2]
    there = int(number) if number.isascii() and number.isdigit() else 0
    is_same = lines[1].startswith(hashlib.sha256((release / MANIFEST).read_bytes()).hexdigest())
    if there > seq or (there == seq and not is_same):
        raise OtherReleaseError(there, is_newer=there > seq)
    return there == seq


def _shown(place: str, seq: int, keep: int) -> str:
    """What is run on the other machine: take in, swap in one step, and leave the last releases."""
    old = f"ls releases | sort -n | head -n -{keep} | grep -vx {seq}"
    steps = [
        "set -e",
        f"cd {place}",
        # A release of this number that nobody sees was left by a copy that was stopped.
        f"rm -rf releases/{seq}",
        f"mv releases/.{seq} releases/{seq}",
        "sync",
        f"ln -sfn releases/{seq} .{CURRENT}.new",
        f"mv -T .{CURRENT}.new {CURRENT}",
        f"{old} | while read -r gone; do rm -rf releases/$gone; done",
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
