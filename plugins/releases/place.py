"""The folder of a portal that a web server serves: its releases, and the link to the current one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from plugins.base.locks import exclusive
from plugins.releases.disk import make_folder, remove, swap_link, sync_folder
from plugins.releases.log import LOG

CURRENT: Final = "current"
RELEASES: Final = "releases"
_STAGING: Final = ".staging"
_GONE: Final = ".gone"
LOCK: Final = ".lock"
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}\Z", re.ASCII)
_TARGET: Final = re.compile(rf"{RELEASES}/([1-9][0-9]{{0,8}})\Z", re.ASCII)


@contextmanager
def publishing(to: Path) -> Iterator[None]:
    """Be the only one who publishes into `to`; LockedError where somebody else is."""
    to.parent.mkdir(parents=True, exist_ok=True)
    # Whatever mask we have: whoever may write there may put another portal in the place of ours.
    make_folder(to)
    with exclusive(to / LOCK):
        yield


class Place:
    """The folder `<to>/<portal>`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases = folder / RELEASES
        self.staging = folder / _STAGING
        self.link = folder / CURRENT
        self.log = folder / LOG

    @property
    def current(self) -> int:
        """The number of the release that visitors see; 0 where there is none."""
        try:
            target = str(self.link.readlink())
        except OSError:
            return 0
        found = _TARGET.match(target)
        return int(found[1]) if found else 0

    @property
    def not_a_folder(self) -> Path | None:
        """What has the place of the portal's folder, or of that of its releases, and is none."""
        places = (self.folder, self.releases)
        return next((one for one in places if os.path.lexists(one) and not one.is_dir()), None)

    @property
    def is_empty(self) -> bool:
        """Whether there is no release, no link to one, and no log."""
        return not (self.seqs or os.path.lexists(self.link) or self.log.exists())

    @property
    def seqs(self) -> list[int]:
        """The numbers of the releases that are kept, in their order."""
        if not self.releases.is_dir():
            return []
        names = (entry.name for entry in self.releases.iterdir())
        return sorted(int(name) for name in names if _NUMBER.match(name))

    def release(self, seq: int) -> Path:
        """The folder of a release."""
        return self.releases / str(seq)

    def begin(self) -> None:
        """Make room for a release; what a publisher left that was killed goes."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        for folder in (self.folder, self.releases):
            make_folder(folder)
        self.clear()
        make_folder(self.staging)

    def clear(self) -> None:
        """Remove what is neither a release nor about to be one."""
        remove(self.staging)
        for entry in list(self.folder.iterdir()) if self.folder.is_dir() else ():
            if entry.name.startswith(_GONE):
                remove(entry)

    def take_in(self, seq: int) -> None:
        """Make a release of what is staged; nobody sees it yet."""
        os.replace(self.staging, self.release(seq))  # noqa: PTH105
        sync_folder(self.releases)
        sync_folder(self.folder)

    def show(self, seq: int) -> None:
        """Let visitors see a release."""
        swap_link(self.link, f"{RELEASES}/{seq}")

    def prune(self, keep: int) -> None:
        """Leave the last releases; one that is removed is none any more before it loses a file."""
        for seq in self.seqs[:-keep]:
            if seq != self.current:
                gone = self.folder / f"{_GONE}-{seq}"
                os.replace(self.release(seq), gone)  # noqa: PTH105
                remove(gone)


def portals_in(to: Path) -> list[str]:
    """The portals that have releases in `to`."""
    folders = sorted(to.iterdir()) if to.is_dir() else []
    return [one.name for one in folders if (one / RELEASES).is_dir()]
