"""`releases.log.sig`: signs the newest line of the log, which no line after it binds yet.

The signature is written before its line, and those of the lines before stay below it until visitors
see the release. So whatever kills the publisher, the last line that the log has is signed, and so is
that of the release that is shown; whoever shows an older one later has no signature for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from plugins.releases.disk import swap_file
from plugins.releases.log import LOG, Entry, last_line, line_of
from plugins.releases.signatures import LOGS, SignatureError, parted, sign, signer

LOG_SIGNATURE: Final = f"{LOG}.sig"


def is_signed(log: Path, keys: Collection[str]) -> bool:
    """Whether one of `keys` has signed the last line of a log, which has to have one."""
    return _signature(log, last_line(log), keys) != ""


def signs(log: Path, entry: Entry, keys: Collection[str]) -> bool:
    """Whether there is a signature by one of `keys` of the line of an entry, which may be no last."""
    return _signature(log, line_of(entry), keys) != ""


def sign_next(log: Path, entry: Entry, key: Ed25519PrivateKey) -> None:
    """Sign an entry that is about to be added to a log."""
    made = sign(line_of(entry), key, LOGS)
    swap_file(log.with_name(LOG_SIGNATURE), "".join([made, *_signatures(log)]).encode())


def leave_one(log: Path, keys: Collection[str]) -> None:
    """Leave no signature but that of the last line, which tells of what visitors see by now."""
    made = _signature(log, last_line(log), keys)
    if [*_signatures(log)] != [made]:
        swap_file(log.with_name(LOG_SIGNATURE), made.encode())


def _signature(log: Path, line: bytes, keys: Collection[str]) -> str:
    """The signature of a line of a log by one of `keys`; empty where there is none."""
    return next((one for one in _signatures(log) if _is_of(line, one, keys)), "")


def _is_of(line: bytes, signature: str, keys: Collection[str]) -> bool:
    try:
        signer(line, signature, LOGS, keys)
    except SignatureError:
        return False
    return True


def _signatures(log: Path) -> Iterator[str]:
    try:
        yield from parted(log.with_name(LOG_SIGNATURE).read_text(errors="replace"))
    except OSError:
        return
