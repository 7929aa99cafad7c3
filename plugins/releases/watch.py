"""The command `watch`: verifies many portals again and again, and writes how they stand on a page."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, NoReturn

from msgspec import Struct
from msgspec.structs import replace

from plugins.base.files import replace_file
from plugins.base.problems import MessageLanguage
from plugins.builds.build import BuildOptions
from plugins.builds.calls import WrongUseError, tell
from plugins.languages.clock import TIME_ZONE
from plugins.releases.calls import ended
from plugins.releases.findings import Finding, Report
from plugins.releases.messages import say
from plugins.releases.status_page import status_page
from plugins.releases.verify import WEB, VerifyOptions, as_words, verified, verifier_of
from plugins.releases.verify_disk import Verifier

_SOONEST: Final = 1


class WatchOptions(Struct, frozen=True):
    """The options of `watch` as they were written."""

    places: Sequence[str]
    key: str
    every: int
    page: str


def watch(options: WatchOptions) -> int:
    """Verify all places, write the page, wait, and begin again until somebody stops it."""

    def work(language: MessageLanguage) -> NoReturn:
        if not options.places:
            raise WrongUseError(say(language, "no-place"))
        if options.every < _SOONEST:
            raise WrongUseError(say(language, "bad-every"))
        verifier = verifier_of(VerifyOptions(options.places, "", options.key, "text", ""), language)
        while True:
            started = time.monotonic()
            look(options, verifier, language)
            time.sleep(max(0.0, options.every - (time.monotonic() - started)))

    return ended(work, BuildOptions((), "", options.page, "", "", clean=False, jobs=1))


def look(options: WatchOptions, verifier: Verifier, language: MessageLanguage) -> list[Report]:
    """Verify all places once, and write how they stand; what is wrong is told as well."""
    now = datetime.now(TIME_ZONE)
    present = replace(verifier, clock=now)
    reports = _all_reports(options.places, present, language)
    page = Path(options.page)
    page.parent.mkdir(parents=True, exist_ok=True)
    replace_file(page, status_page(reports, now, options.every, language).encode())
    sys.stdout.write("".join(as_words(one, language) for one in reports if one.errors))
    sys.stdout.flush()
    states = [one.state for one in reports]
    counts = {"count": len(states), "wrong": states.count("wrong"), "away": states.count("away")}
    tell(say(language, "watched", **counts, page=options.page))
    return reports


def _all_reports(
    places: Sequence[str], verifier: Verifier, language: MessageLanguage
) -> list[Report]:
    """The reports of all places, in their order."""
    # Imported here: what speaks to servers takes long to load.
    from plugins.releases.verify_web import verify_urls  # noqa: PLC0415

    urls = [place for place in places if place.startswith(WEB)]
    seen = dict(zip(urls, verify_urls(urls, verifier), strict=True))
    return [
        one
        for place in places
        for one in ([seen[place]] if place in seen else _reports(place, verifier, language))
    ]


def _reports(place: str, verifier: Verifier, language: MessageLanguage) -> list[Report]:
    """The reports of a place; it is one that nothing is there."""
    try:
        return verified(place, verifier, language)
    except WrongUseError:
        return [Report(place, [Finding("", "no-manifest")], 0.0)]
