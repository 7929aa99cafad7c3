"""`releases.log.sig`: signs the newest line of the log, which no line after it binds yet.

The signature is written before its line, and that of the line before stays below it. So whatever
kills the publisher, the last line that the log has is signed.
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
    return _signature(log, keys) != ""


def sign_next(log: Path, entry: Entry, key: Ed25519PrivateKey, keys: Collection[str]) -> None:
    """Sign an entry that is about to be added to a log, whose last line one of `keys` has signed."""
    made = sign(line_of(entry), key, LOGS)
    swap_file(log.with_name(LOG_SIGNATURE), (made + _signature(log, keys)).encode())


def _signature(log: Path, keys: Collection[str]) -> str:
    """The signature of the last line of a log by one of `keys`; empty where there is none."""
    line = last_line(log)
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
