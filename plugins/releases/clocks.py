"""A clock by which something is published is believed; that it may be wrong is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from plugins.base.problems import MessageLanguage
from plugins.languages.clock import clock_of
from plugins.releases.manifest import LIFETIME, moment_of, moment_text
from plugins.releases.messages import say
from plugins.releases.place import Place
from plugins.releases.publish import current_manifest

# Nobody who publishes in time leaves so long between two releases.
_FAR: Final[timedelta] = 3 * LIFETIME


def clock_warnings(place: Place, clock: datetime, language: MessageLanguage) -> Iterator[str]:
    """What speaks against the clock by which a portal is about to be published."""
    portal = place.folder.name
    before = current_manifest(place)
    made = moment_of(before.created) if before else clock
    if before and made > clock:
        yield say(language, "clock-back", portal=portal, seq=before.seq)
    if before and clock - made > _FAR:
        days = (clock - made).days
        yield say(language, "clock-ahead", portal=portal, seq=before.seq, days=days)
    ends = clock + LIFETIME
    if ends <= clock_of(""):
        yield say(language, "clock-expired", portal=portal, when=moment_text(ends))
