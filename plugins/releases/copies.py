"""What every place may answer that takes copies of releases."""

from __future__ import annotations


class OtherReleaseError(Exception):
    """There is a release that is newer, or has this number and other content."""

    def __init__(self, seq: int, *, is_newer: bool) -> None:
        super().__init__(seq)
        self.seq = seq
        self.is_newer = is_newer
