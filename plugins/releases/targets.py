"""Where a finished release is copied to besides the folder it was made in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from plugins.base.locks import LockedError
from plugins.base.problems import MessageLanguage
from plugins.builds.calls import EnvironmentFailedError, WrongUseError, tell
from plugins.releases.archive import write_archive
from plugins.releases.copies import OtherReleaseError
from plugins.releases.manifest import Manifest
from plugins.releases.messages import say
from plugins.releases.place import Place
from plugins.releases.publish import Signing, current_manifest
from plugins.releases.remote import REMOTE, copy_to


class Target(Protocol):
    """A place that takes whole, signed releases."""

    @property
    def name(self) -> str:
        """What it is called in messages."""

    def take(self, place: Place, manifest: Manifest) -> bool:
        """Have a release of a portal, all of it or nothing; OSError if that fails.

        Whether it was there and something else than it was published.
        """


class Remote(Struct, frozen=True):
    """A folder on another machine, reached by rsync over ssh."""

    address: str
    keep: int

    @property
    def name(self) -> str:
        return self.address

    def take(self, place: Place, manifest: Manifest) -> bool:
        return copy_to(self.address, place, manifest, self.keep)


class Archives(Struct, frozen=True):
    """A folder of archives."""

    folder: Path
    signing: Signing

    @property
    def name(self) -> str:
        return str(self.folder)

    def take(self, place: Place, manifest: Manifest) -> bool:
        release = place.release(manifest.seq)
        return write_archive(release, manifest, self.folder, self.signing)


class TargetOptions(Struct, frozen=True):
    """The targets as they were written: machines, and folders of archives."""

    copies: Sequence[str]
    archives: Sequence[str]


def targets_of(
    options: TargetOptions, keep: int, signing: Signing, language: MessageLanguage
) -> tuple[Target, ...]:
    """The targets; WrongUseError for what is none."""
    for address in options.copies:
        if not REMOTE.match(address):
            raise WrongUseError(say(language, "bad-copy", value=address))
    remotes = (Remote(one, keep) for one in options.copies)
    return (*remotes, *(Archives(Path(one), signing) for one in options.archives))


def hand_out(places: Iterable[Place], targets: Iterable[Target], language: MessageLanguage) -> None:
    """Copy what visitors see of each portal to every target that does not have it yet.

    A target that takes nothing keeps no other from it; EnvironmentFailedError tells of it at last.
    """
    reached, failed = list(targets), []
    for place in places:
        manifest = current_manifest(place)
        if manifest is None:
            continue
        for target in [*reached]:
            try:
                _take(target, place, manifest, language)
            except (LockedError, OSError) as error:
                failed.append(_why_not(target, error, language))
                # It would not take the next portal either, and may need long to say so.
                reached.remove(target)
            except OtherReleaseError as error:
                name = "newer-there" if error.is_newer else "other-there"
                values = {"portal": place.folder.name, "place": target.name, "seq": error.seq}
                failed.append(say(language, name, **values))
    if failed:
        raise EnvironmentFailedError("\n".join(failed))


def _take(target: Target, place: Place, manifest: Manifest, language: MessageLanguage) -> None:
    name = "mended" if target.take(place, manifest) else "copied"
    tell(say(language, name, portal=manifest.portal, seq=manifest.seq, place=target.name))


def _why_not(target: Target, error: Exception, language: MessageLanguage) -> str:
    if isinstance(error, LockedError):
        return say(language, "publishing", folder=target.name)
    return say(language, "not-copied", place=target.name, reason=error)
