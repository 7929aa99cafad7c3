"""A release on another machine: copied beside the others by rsync, then shown by one command."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import Final

from plugins.releases.manifest import Manifest
from plugins.releases.place import CURRENT

# user@host:/path or host:/path; no option of rsync or ssh begins so.
REMOTE: Final = re.compile(
    r"(?P<host>(?:[\w.-]+@)?[A-Za-z0-9][\w.-]*):(?P<path>/[\w./-]*)\Z", re.ASCII
)
_SSH: Final = ("ssh", "-o", "BatchMode=yes")


class CopyError(OSError):
    """The other machine did not take the release: what it said."""


class NewerError(Exception):
    """The other machine has a newer release."""


def copy_to(remote: str, release: Path, manifest: Manifest, keep: int) -> None:
    """Copy a release to `host:/path/<portal>/releases/<seq>`, and let `current` lead to it.

    Until it is whole there, nothing leads to it.
    """
    found = REMOTE.match(remote)
    if found is None:
        raise CopyError(remote)
    host, seq = found["host"], manifest.seq
    place = f"{found['path'].rstrip('/')}/{manifest.portal}"
    waiting = f"{place}/releases/.{seq}"
    there = _current([*_SSH, host, f"readlink {quote(f'{place}/{CURRENT}')} || true"])
    if there > seq:
        raise NewerError(str(there))
    if there == seq:
        return
    _run(
        [
            *_SSH,
            host,
            f"umask 022 && mkdir -p {quote(f'{place}/releases')} && rm -rf {quote(waiting)}",
        ]
    )
    # What did not change since the last release is copied over there, not sent.
    known = f"--copy-dest={place}/{CURRENT}/"
    options = ["-a", "--checksum", "--delete", known, "-e", " ".join(_SSH)]
    _run(["rsync", *options, f"{release}/", f"{host}:{waiting}/"])
    _run([*_SSH, host, _shown(place, seq, keep)])


def _current(command: Sequence[str]) -> int:
    """The number of the release that visitors of the other machine see; 0 where there is none."""
    number = _run(command).strip().rpartition("/")[2]
    return int(number) if number.isascii() and number.isdigit() else 0


def _shown(place: str, seq: int, keep: int) -> str:
    """What is run on the other machine: take in, swap in one step, and leave the last releases."""
    old = f"ls releases | sort -n | head -n -{keep} | grep -vx {seq}"
    steps = [
        "set -e",
        f"cd {quote(place)}",
        # A release of this number that nobody sees was left by a copy that was stopped.
        f"rm -rf releases/{seq}",
        f"mv releases/.{seq} releases/{seq}",
        "sync",
        f"ln -sfn releases/{seq} .{CURRENT}.new",
        f"mv -T .{CURRENT}.new {CURRENT}",
        f"{old} | while read -r gone; do rm -rf releases/$gone; done",
    ]
    return "; ".join(steps)


def _run(command: Sequence[str]) -> str:
    """What a command writes; CopyError where it fails."""
    try:
        done = subprocess.run(  # noqa: S603  fixed words, and a host that was matched
            command, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except FileNotFoundError as error:
        raise CopyError(f"{command[0]}: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise CopyError(f"{command[0]}: {said[-1] if said else done.returncode}")
    return done.stdout
