"""The command `rollback`: what an earlier release held is published again, under a new number."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from plugins.base.locks import LockedError
from plugins.base.problems import MessageLanguage
from plugins.builds.build import BuildOptions
from plugins.builds.calls import DONE, PROBLEMS, WrongUseError, tell
from plugins.releases.calls import clock_named, ended, folder_of, locked, remember, signing_of
from plugins.releases.clocks import clock_warnings
from plugins.releases.disk import make_folders
from plugins.releases.log import next_link
from plugins.releases.manifest import LIFETIME, Manifest, moment_text
from plugins.releases.messages import say
from plugins.releases.place import Place, portals_in, publishing
from plugins.releases.publish import (
    Signing,
    check_log,
    check_place,
    current_manifest,
    entry_of,
    finish,
    manifest_in,
    next_seq,
    seal,
    with_kept,
)
from plugins.releases.staging import RefusedError
from plugins.releases.targets import TargetOptions, hand_out, targets_of
from plugins.releases.whole import faults_of

# The next release leaves the last ones, and not a rollback.
_UNPRUNED: Final = 1_000


class RollbackOptions(Struct, frozen=True):
    """The options of `rollback` as they were written."""

    seq: Sequence[str]
    portals: Sequence[str]
    to: str
    key: str
    clock: str
    targets: TargetOptions


class Now(Struct, frozen=True):
    """Who publishes again, and when."""

    signing: Signing
    clock: datetime


def rollback(options: RollbackOptions) -> int:
    """Go back in the portals that are named, or in all; the exit code says how it ended."""

    def work(language: MessageLanguage) -> int:
        to = folder_of(options.to, language)
        seq = _seq(options.seq, language)
        clock = clock_named(options.clock, language)
        portals = wanted(to, options.portals, language)
        signing = signing_of(options.key, language)
        targets = targets_of(options.targets, _UNPRUNED, signing, language)
        try:
            with publishing(to):
                done = [
                    _is_back(Place(to / one), seq, Now(signing, clock), language) for one in portals
                ]
                hand_out([Place(to / one) for one in portals], targets, language)
        except LockedError as error:
            raise locked(to, language) from error
        return DONE if all(done) else PROBLEMS

    return ended(work, BuildOptions((), "", options.to, "", "", clean=False, jobs=1))


def wanted(to: Path, named: Sequence[str], language: MessageLanguage) -> list[str]:
    """The portals with releases in `to` that are named, or all of them."""
    known = portals_in(to)
    if not known:
        raise WrongUseError(say(language, "no-releases", folder=to))
    for portal in named:
        if portal not in known:
            raise WrongUseError(say(language, "no-such-portal", folder=to, portal=portal))
    return list(named) or known


def _seq(words: Sequence[str], language: MessageLanguage) -> int:
    """The number that was named; 0 where none was."""
    word = words[-1] if words else "0"
    if len(words) > 1 or not (word.isascii() and word.isdigit()) or (words and int(word) < 1):
        raise WrongUseError(say(language, "bad-seq", value=" ".join(words)))
    return int(word)


def _is_back(place: Place, seq: int, now: Now, language: MessageLanguage) -> bool:
    portal = place.folder.name
    try:
        check_place(place)
        old = _target(place, seq, now.signing)
        for warning in clock_warnings(place, now.clock, language):
            tell(warning)
        made = back(place, old, now)
        remember(place, now.signing, language)
    except RefusedError as error:
        tell(say(language, error.name, **{"portal": portal, **error.values}))
        return False
    tell(say(language, "rolled-back", portal=portal, of=old.seq, seq=made.seq))
    return True


def _target(place: Place, seq: int, signing: Signing) -> Manifest:
    """What to go back to: the release named, or the last one before the current with other files.

    A rollback counts as the release that it has brought back: whoever goes back twice goes two steps.
    """
    entries = {entry.seq: entry for entry in check_log(place, signing)}
    current = current_manifest(place)
    shown = first = place.current
    while first in entries and entries[first].of:
        first = entries[first].of
    seqs = [one for one in place.seqs if one in entries and one != shown]
    wanted = [one for one in reversed(seqs) if (one == seq if seq else one < first or not shown)]
    for manifest in (manifest_in(place.release(one)) for one in wanted):
        if manifest and (seq or current is None or manifest.own != current.own):
            return manifest
    kept = ", ".join(map(str, seqs)) or "–"
    raise RefusedError("no-seq" if seq or not first else "no-older", kept=kept, seq=first)


def back(place: Place, old: Manifest, now: Now) -> Manifest:
    """Publish the files of an old release again, signed anew."""
    folder = place.release(old.seq)
    faults = faults_of(folder, old)
    if faults:
        raise RefusedError("damaged", seq=old.seq, path=faults[0].path)
    moments = {"created": moment_text(now.clock), "expires": moment_text(now.clock + LIFETIME)}
    made = replace(old, seq=next_seq(place, now.signing), log=next_link(place.log), **moments)
    before = current_manifest(place)
    place.begin()
    try:
        make_folders(place.staging, old.files)
        for path in old.files:
            # The same file in both: to copy thousands takes longer than visitors should wait.
            os.link(f"{folder}/{path}", f"{place.staging}/{path}", follow_symlinks=False)
        made = with_kept(made, before, place)
        seal(place.staging, made, now.signing)
        finish(place, entry_of(made, before, "rollback", old.seq), now.signing)
    finally:
        place.clear()
    return made
