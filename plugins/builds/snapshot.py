"""All bytes that a build reads, as one fingerprint, found without understanding any of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from plugins.base.listing import listed_files
from plugins.base.problems import Problems
from plugins.base.program import program


class Snapshot(Struct, frozen=True):
    """The files of the content as they were when a build began.

    `inputs` stands for all of them and for the program, `digests` are their SHA-256. Where something
    cannot be read all is empty: what is told of that is found by reading it all.
    """

    inputs: str = ""
    places: Mapping[str, Path] = {}
    digests: Mapping[str, bytes] = {}


def snapshot(content: Path, home: Path) -> Snapshot:
    """What stands in the content, and in the program with its theme and settings in `home`."""
    problems = Problems()
    try:
        places = listed_files(content, problems)
        digests = _digests(places)
    except OSError:
        return Snapshot()
    if len(problems):
        return Snapshot()
    return Snapshot(f"{home_digest(home)} {_digest(digests)}", places, digests)


def home_digest(home: Path) -> str:
    """Stands for the program with its theme and settings, which are trusted."""
    files = [path for path in (home / "theme").rglob("*") if path.is_file()]
    files.append(home / "pelicanconf.py")
    named = {path.relative_to(home).as_posix(): path for path in sorted(files)}
    return f"{program()} {_digest(_digests(named))}"


def _digests(files: Mapping[str, Path]) -> Mapping[str, bytes]:
    return {name: hashlib.sha256(_bytes(place)).digest() for name, place in files.items()}


def _bytes(place: Path) -> bytes:
    # Unbuffered: a site has thousands of small files.
    with place.open("rb", buffering=0) as file:
        return file.read()


def _digest(digests: Mapping[str, bytes]) -> str:
    made = hashlib.sha256()
    for name, digest in digests.items():
        made.update(name.encode("utf-8", "surrogateescape") + b"\0" + digest)
    return made.hexdigest()
