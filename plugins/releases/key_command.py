"""The command `release-key`: makes the key that releases are signed with, or replaces it."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Final

from plugins.base.problems import MessageLanguage
from plugins.builds.build import BuildOptions
from plugins.builds.calls import DONE, WrongUseError, tell
from plugins.releases.calls import ended, signing_of
from plugins.releases.keys import make_key, replace_key
from plugins.releases.messages import say

_HOME: Final = Path(__file__).resolve().parents[2]
_GIT: Final = ".git"


def release_key(key: str, *, replace: bool) -> int:
    """Make a key, or replace the one there is; the exit code says how it ended."""
    path = Path(key).expanduser()

    def work(language: MessageLanguage) -> int:
        _refuse_repository(path, language)
        if replace:
            signing_of(key, language)
        elif path.exists():
            raise WrongUseError(say(language, "key-there", path=path, quoted=quote(str(path))))
        public = replace_key(path) if replace else make_key(path)
        tell(say(language, "key-made", path=path, public=public))
        return DONE

    return ended(work, BuildOptions((), "", key, "", "", clean=False, jobs=1))


def _refuse_repository(path: Path, language: MessageLanguage) -> None:
    """Refuse a place in the program's folder, or in any other that git keeps."""
    folders = [*path.resolve().parents]
    inside = [one for one in folders if one == _HOME or (one / _GIT).exists()]
    if inside:
        raise WrongUseError(say(language, "key-in-repository", folder=inside[0]))
