"""What the commands about releases share: their key, their folder, and how they end."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from shlex import quote
from typing import Final

from plugins.base.locks import LockedError
from plugins.base.problems import MessageLanguage
from plugins.builds.build import BuildOptions, explained
from plugins.builds.calls import (
    EnvironmentFailedError,
    WrongUseError,
    end,
    tell,
)
from plugins.builds.folder import ForeignFolderError
from plugins.builds.messages import message_language
from plugins.builds.messages import say as say_of_builds
from plugins.languages.clock import clock_of
from plugins.releases.findings import visible
from plugins.releases.keys import KeyFileError, list_file, load_key, load_lists, settle
from plugins.releases.messages import say
from plugins.releases.place import Place
from plugins.releases.publish import Signing
from plugins.releases.published import published_with
from plugins.releases.signatures import SignatureError, public_line

_GIT: Final = ".git"
_FAILURES: Final = (WrongUseError, ForeignFolderError, LockedError, OSError)


def ended(work: Callable[[MessageLanguage], int], options: BuildOptions) -> int:
    """How a command ends: with what its work gives, or with the reason why it could not be done."""
    language = message_language(os.environ)
    try:
        return work(language)
    except _FAILURES as error:
        return end(*explained(error, options, language))


def folder_of(to: str, language: MessageLanguage) -> Path:
    """The folder that was named with --to."""
    if not to:
        raise WrongUseError(say(language, "no-to"))
    return Path(to)


def clock_named(value: str, language: MessageLanguage) -> datetime:
    """The time that --clock names; the present moment without it."""
    try:
        return clock_of(value)
    except ValueError as error:
        raise WrongUseError(say_of_builds(language, "bad-clock", value=value)) from error


def locked(folder: Path, language: MessageLanguage) -> EnvironmentFailedError:
    """Why a second publisher leaves."""
    return EnvironmentFailedError(say(language, "publishing", folder=folder))


def signing_of(key: str, language: MessageLanguage) -> Signing:
    """The key that was named, with the lists that tell of it."""
    path = Path(key).expanduser()
    try:
        settle(path)
        signing = Signing(load_key(path), list_file(path).read_bytes(), published_with(path))
        is_named = public_line(signing.key) in load_lists(path)[-1].list.keys
    except FileNotFoundError as error:
        name = "no-lists" if path.exists() else "no-key"
        raise WrongUseError(
            say(language, name, path=error.filename, quoted=quote(str(error.filename)))
        ) from error
    except KeyFileError as error:
        raise WrongUseError(say(language, "bad-key", path=path)) from error
    except SignatureError:
        is_named = False
    if not is_named:
        raise WrongUseError(say(language, "no-lists", path=list_file(path)))
    _warn_of_readers(path, language)
    return signing


def _warn_of_readers(path: Path, language: MessageLanguage) -> None:
    """Tell of a key that others than its owner may read or write."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if os.name != "nt" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        tell(say(language, "open-key", path=path, mode=f"{mode:o}", quoted=quote(str(path))))


def remember(place: Place, signing: Signing, language: MessageLanguage) -> None:
    """Remember beside the key what was published; a key in a folder that is closed is told."""
    try:
        signing.published.keep(place)
    except OSError as error:
        reason = f"{error.filename}: {error.strerror}"
        tell(say(language, "not-kept", portal=place.folder.name, reason=visible(reason)))


def commit_of(folder: Path, language: MessageLanguage) -> str:
    """The commit of the content, with a + where it was changed since; nothing outside of git."""
    try:
        head = _git(folder, "rev-parse", "--verify", "HEAD")
        changes = _git(folder, "status", "--porcelain", "--", ".")
    except OSError as error:
        if any((one / _GIT).exists() for one in (folder.resolve(), *folder.resolve().parents)):
            tell(say(language, "no-commit", reason=error))
        return ""
    return f"{head}+" if changes else head


def _git(folder: Path, *words: str) -> str:
    """What git says; OSError with its reason where it refuses, or is not there."""
    done = subprocess.run(  # noqa: S603  fixed words
        ["git", "-C", str(folder), *words],  # noqa: S607  whichever git the machine has
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise OSError(visible(" ".join(done.stderr.splitlines()[:1])))
    return done.stdout.strip()
