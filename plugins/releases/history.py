"""The command `releases`: what was published, by whom and when, and what visitors see now."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from plugins.base.problems import MessageLanguage
from plugins.builds.build import BuildOptions
from plugins.builds.calls import DONE, PROBLEMS, WrongUseError, tell
from plugins.releases.calls import ended, folder_of
from plugins.releases.keys import KeyFileError, load_public, public_file
from plugins.releases.log import Entry, LogError, read_log
from plugins.releases.log_check import log_findings
from plugins.releases.messages import say
from plugins.releases.place import Place
from plugins.releases.rollback import wanted

_COMMIT: Final = 12


def releases(portals: Sequence[str], to: str, key: str) -> int:
    """List the releases of the portals that are named, or of all, by their checked logs."""

    def work(language: MessageLanguage) -> int:
        folder = folder_of(to, language)
        anchor = _anchor(Path(key).expanduser(), language)
        places = [Place(folder / one) for one in wanted(folder, portals, language)]
        listed = [_is_listed(place, anchor, language) for place in places]
        return DONE if all(listed) else PROBLEMS

    return ended(work, BuildOptions((), "", to, "", "", clean=False, jobs=1))


def _anchor(path: Path, language: MessageLanguage) -> str:
    """The key with which the logs are checked; empty where there is none at hand."""
    try:
        return load_public(path if path.suffix == ".pub" else public_file(path))
    except FileNotFoundError:
        return ""
    except KeyFileError as error:
        raise WrongUseError(say(language, "bad-public", path=path)) from error


def _is_listed(place: Place, anchor: str, language: MessageLanguage) -> bool:
    try:
        entries = read_log(place.log)
    except LogError as error:
        tell(say(language, "broken-log", path=place.log, line=error.line))
        return False
    sys.stdout.write(f"{place.folder.name}\n")
    kept = frozenset(place.seqs)
    for entry in reversed(entries):
        sys.stdout.write(f"{_line(entry, _mark(entry.seq, place.current, kept), language)}\n")
    findings = log_findings(place, anchor)
    for one in findings:
        tell(f"{place.folder.name}/{one.path}: {one.sentence(language)}")
    return not findings


def _mark(seq: int, current: int, kept: frozenset[int]) -> str:
    """An asterisk for what visitors see, a point for what can be brought back."""
    if seq == current:
        return "*"
    return "." if seq in kept else " "


def _line(entry: Entry, mark: str, language: MessageLanguage) -> str:
    return say(
        language,
        "listed",
        mark=mark,
        seq=entry.seq,
        when=entry.when,
        who=entry.who,
        commit=_short(entry.commit),
        added=entry.added.count,
        changed=entry.changed.count,
        removed=entry.removed.count,
        of=say(language, "of", of=entry.of) if entry.of else "",
    )


def _short(commit: str) -> str:
    """A commit as people write it; the + behind it says that the content was changed since."""
    return f"{commit[:_COMMIT]}{'+' if commit.endswith('+') else ''}" or "–"
