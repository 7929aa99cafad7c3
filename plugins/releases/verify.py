"""The command `verify`: whether a copy, on a disk or on the web, is what was published."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from plugins.base.problems import MessageLanguage
from plugins.builds.build import BuildOptions
from plugins.builds.calls import DONE, PROBLEMS, WrongUseError, tell
from plugins.builds.messages import say as say_of_builds
from plugins.releases.calls import clock_named, ended
from plugins.releases.findings import Report, State, as_json
from plugins.releases.keys import KeyFileError, SignedList, load_lists, load_public, public_file
from plugins.releases.messages import say
from plugins.releases.signatures import SignatureError
from plugins.releases.trust import Memory
from plugins.releases.verify_disk import Verifier, places_at, verify_folder

_FORMATS: Final = ("text", "json")
WEB: Final = ("http://", "https://")
# The rest stands in the report for monitors.
_MOST_SHOWN: Final = 50
_SUMS: Final[dict[State, str]] = {
    "right": "verified",
    "unguarded": "unguarded",
    "away": "away",
    "wrong": "not-verified",
}


class VerifyOptions(Struct, frozen=True):
    """The options of `verify` as they were written."""

    places: Sequence[str]
    portal: str
    key: str
    format: str
    clock: str


def verify(options: VerifyOptions) -> int:
    """Verify each place; the exit code says whether all are as they were published."""

    def work(language: MessageLanguage) -> int:
        if options.format not in _FORMATS:
            raise WrongUseError(say_of_builds(language, "bad-format"))
        if not options.places:
            raise WrongUseError(say(language, "no-place"))
        verifier = verifier_of(options, language)
        reports = [one for place in options.places for one in verified(place, verifier, language)]
        if options.format == "json":
            sys.stdout.write(f"{as_json(reports, language)}\n")
        else:
            sys.stdout.write("".join(as_words(one, language) for one in reports))
        if failure := verifier.memory.failure:
            tell(say(language, "not-remembered", reason=failure))
        return PROBLEMS if any(one.errors for one in reports) else DONE

    return ended(work, BuildOptions((), "", "", "", "", clean=False, jobs=1))


def verifier_of(options: VerifyOptions, language: MessageLanguage) -> Verifier:
    """Who verifies with the public half of a key, and what they have seen."""
    path = Path(options.key).expanduser()
    public = path if path.suffix == ".pub" else public_file(path)
    try:
        anchor = load_public(public)
    except FileNotFoundError as error:
        raise WrongUseError(say(language, "no-public", path=public)) from error
    except KeyFileError as error:
        raise WrongUseError(say(language, "bad-public", path=public)) from error
    memory = Memory(public.with_name(f"{public.name}.seen.json"))
    clock = clock_named(options.clock, language)
    return Verifier(anchor, memory, clock, options.portal, _lists_beside(public))


def _lists_beside(public: Path) -> tuple[SignedList, ...]:
    """The lists of keys, where the public half stands beside its private one."""
    try:
        return tuple(load_lists(public.with_suffix("")))
    except (OSError, SignatureError):
        return ()


def as_words(report: Report, language: MessageLanguage) -> str:
    """A report for the person on duty: each finding on a line, then how it stands."""
    lines = [
        f"{one.path or report.place}: {say_of_builds(language, one.severity)}: "
        f"{one.sentence(language)}"
        for one in report.findings[:_MOST_SHOWN]
    ]
    if len(report.findings) > _MOST_SHOWN:
        lines.append(say(language, "more", count=len(report.findings) - _MOST_SHOWN))
    values = {
        "place": report.place,
        "portal": report.portal,
        "seq": report.seq,
        "files": report.files,
        "seconds": report.seconds,
        "errors": report.errors,
        "warnings": len(report.findings) - report.errors,
    }
    lines.append(say(language, _SUMS[report.state], **values))
    return "".join(f"{line}\n" for line in lines)


def verified(place: str, verifier: Verifier, language: MessageLanguage) -> list[Report]:
    """The reports of an address, or of all that a folder holds; WrongUseError where it holds none."""
    if place.startswith(WEB):
        # Imported here: what speaks to servers takes long to load.
        from plugins.releases.verify_web import verify_url  # noqa: PLC0415

        return [verify_url(place, verifier)]
    found = places_at(Path(place))
    if not found:
        raise WrongUseError(say(language, "nothing-to-verify", place=place))
    return [verify_folder(one, verifier) for one in found]
