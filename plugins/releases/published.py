"""What was published last into each folder, remembered beside the key.

Whoever may write into a folder can cut its log, or put an old copy of all of it there: that is told
by what they cannot reach.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from msgspec import Struct

from plugins.base.files import replace_file
from plugins.releases.log import next_link, read_log
from plugins.releases.place import Place

_LENGTH: Final = 12


class Last(Struct, frozen=True):
    """The highest number that was given, and the SHA-256 of the line of the log that told of it.

    There is no line where somebody lets another log begin.
    """

    seq: int = 0
    line: str = ""


class Published(Struct, frozen=True):
    """A folder with a file for each folder that was published into; none where it has no path."""

    folder: Path | None = None

    def file(self, place: Path) -> Path | None:
        """The file for the folder of a portal."""
        if self.folder is None:
            return None
        where = hashlib.sha256(str(place.resolve()).encode(errors="surrogateescape")).hexdigest()
        return self.folder / f"{place.name}-{where[:_LENGTH]}"

    def last(self, place: Place) -> Last:
        """What was published last into the folder of a portal."""
        file = self.file(place.folder)
        words = file.read_text(errors="replace").split() if file and file.exists() else []
        if not words or not (words[0].isascii() and words[0].isdigit()):
            return Last()
        return Last(int(words[0]), words[1] if len(words) > 1 else "")

    def keep(self, place: Place) -> None:
        """Remember what the log of a portal tells of, which was looked at."""
        file, entries = self.file(place.folder), read_log(place.log)
        if file is None or not entries:
            return
        old = self.last(place)
        now = Last(max(old.seq, entries[-1].seq), next_link(place.log))
        if now != old:
            file.parent.mkdir(exist_ok=True)
            replace_file(file, f"{now.seq} {now.line}\n".encode())


def published_with(key_file: Path) -> Published:
    """What was published with a key."""
    return Published(key_file.with_name(f"{key_file.name}.published"))
