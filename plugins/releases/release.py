"""The command `release`: builds, and publishes every portal that no error holds back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from msgspec import Struct

from plugins.base.locks import LockedError
from plugins.base.problems import MessageLanguage
from plugins.base.store import Store
from plugins.builds.build import BuildOptions, Call, build
from plugins.builds.calls import PROBLEMS, WrongUseError, tell
from plugins.releases.calls import commit_of, ended, folder_of, locked, remember, signing_of
from plugins.releases.clocks import clock_warnings
from plugins.releases.manifest import Manifest
from plugins.releases.messages import say
from plugins.releases.place import Place, publishing
from plugins.releases.publish import Built, Rules, Signing, lost, publish
from plugins.releases.staging import RefusedError
from plugins.releases.targets import Target, TargetOptions, hand_out, targets_of

_HOME: Final = Path(__file__).resolve().parents[2]
# Beside what is kept between builds, and not in it: it is far larger.
_COMPRESSED: Final = "compressed"
_ALL: Final = 100


class ReleaseOptions(Struct, frozen=True):
    """The options of `release` that `build` does not have, as they were written."""

    to: str
    keep: int
    allow_loss: int
    key: str
    targets: TargetOptions


class _Releasing(Call, frozen=True):
    """A build that is published before anybody else may write into its output."""

    release: ReleaseOptions
    signing: Signing
    targets: Sequence[Target]

    def end(self, portals: Sequence[str], code: int) -> int:
        commit = commit_of(self.content, self.language)
        rules = Rules(self.clock, commit, self.release.keep, self.release.allow_loss)
        refused = [name for name in portals if not self._is_published(name, rules)]
        places = [Place(Path(self.release.to) / one) for one in portals if one not in refused]
        hand_out(places, self.targets, self.language)
        return PROBLEMS if refused else code

    def _is_published(self, portal: str, rules: Rules) -> bool:
        place = Place(Path(self.release.to) / portal)
        kept = Store(Path(self.options.cache) / _COMPRESSED)
        built = Built(self.output / portal, self.store, kept)
        for warning in clock_warnings(place, self.clock, self.language):
            tell(warning)
        if seq := lost(place, self.signing):
            tell(say(self.language, "lost", portal=portal, folder=place.folder, seq=seq))
        try:
            made = publish(built, place, self.signing, rules)
            remember(place, self.signing, self.language)
        except RefusedError as error:
            reason = say(self.language, error.name, **error.values)
            tell(say(self.language, "refused", portal=portal, reason=reason))
            return False
        tell(_said(self.language, portal, made))
        return True


def release(options: BuildOptions, own: ReleaseOptions, home: Path = _HOME) -> int:
    """Build the portals and publish them; the exit code says how it ended."""

    def work(language: MessageLanguage) -> int:
        to = _checked(options, own, language)
        signing = signing_of(own.key, language)
        targets = targets_of(own.targets, own.keep, signing, language)
        try:
            with publishing(to):
                make = partial(_Releasing, release=own, signing=signing, targets=targets)
                return build(options, home, make)
        except LockedError as error:
            raise locked(to, language) from error

    return ended(work, options)


def _checked(options: BuildOptions, own: ReleaseOptions, language: MessageLanguage) -> Path:
    """The folder to publish into; WrongUseError for a call that is wrong."""
    to = folder_of(own.to, language)
    if own.keep < 1:
        raise WrongUseError(say(language, "bad-keep"))
    if not 0 <= own.allow_loss <= _ALL:
        raise WrongUseError(say(language, "bad-loss"))
    here = to.resolve()
    for other in (options.output, options.content):
        there = Path(other).resolve()
        if here.is_relative_to(there) or there.is_relative_to(here):
            raise WrongUseError(say(language, "to-in-output", folder=to))
    return to


def _said(language: MessageLanguage, portal: str, made: Manifest | None) -> str:
    if made is None:
        return say(language, "same", portal=portal)
    return say(language, "released", portal=portal, seq=made.seq, files=len(made.files))
