"""What a site is asked when it is verified over HTTP: which paths, and in whose name."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final, TypeAlias

from plugins.releases.answers import PAGE, address_of
from plugins.releases.compressed import ENDINGS
from plugins.releases.links import file_of
from plugins.releases.manifest import Manifest
from plugins.releases.planted_paths import PLANTED_PATHS
from plugins.releases.visitors import DIRECT, ENGINES, EVERYBODY, FROM_ENGINES, TRIOS, Visitor

# Of pages that everybody asks for, besides the home page; of folders that are tried.
_SAMPLE: Final = 30
_FOLDERS: Final = 8
_QUERIES: Final = ("p", "id", "q")

# A path, and who asks for it.
Question: TypeAlias = tuple[str, Visitor]


def file_questions(manifest: Manifest, chance: Random) -> Iterator[Question]:
    """Every file once, and every text in all of its forms: in the name of one engine or another.

    Everybody asks for a sample.
    """
    first = chance.randrange(len(TRIOS))
    sample = frozenset(_sample(manifest, chance))
    for number, path in enumerate(one for one in manifest.files if not one.endswith(ENDINGS)):
        if path in sample:
            yield from ((path, visitor) for visitor in EVERYBODY)
        elif all(path + one in manifest.files for one in ENDINGS):
            trio = TRIOS[(first + number) % len(TRIOS)]
            yield from ((path, visitor) for visitor in trio)
        else:
            yield path, DIRECT


def page_questions(manifest: Manifest, chance: Random) -> Iterator[Question]:
    """Pages by the names of their files, which few people ask for."""
    for path in _sample(manifest, chance):
        yield path, DIRECT
        yield path, chance.choice(ENGINES)


def strange_questions(manifest: Manifest, chance: Random) -> Iterator[Question]:
    """Paths where there should be nothing: known ones, and some that nobody can have known."""
    for path in PLANTED_PATHS:
        if file_of(path) not in manifest.files:
            yield from ((path, visitor) for visitor in ENGINES)
    folders = [address_of(one) for one in _sample(manifest, chance)[:_FOLDERS] if one != PAGE]
    for visitor in (DIRECT, FROM_ENGINES[0], *ENGINES):
        names = [
            f"{_name(chance)}/",
            f"{_name(chance)}.html",
            f"{_name(chance)}/{_name(chance)}.html",
        ]
        names += [f"{folder}{_name(chance)}.html" for folder in folders[:1]]
        yield from ((name, visitor) for name in names)


def query_questions(manifest: Manifest, chance: Random) -> Iterator[Question]:
    """Pages with a query, by which planted programs tell what they are to show."""
    inner = [one for one in _sample(manifest, chance) if one != PAGE]
    for visitor in EVERYBODY:
        pages = [PAGE] if PAGE in manifest.files else []
        pages += [chance.choice(inner)] if inner else []
        for path in pages:
            for name in _QUERIES:
                yield f"{address_of(path)}?{name}={chance.randrange(1, 10**6)}", visitor


def folder_questions(manifest: Manifest) -> Iterator[Question]:
    """Folders without their slash, which lead to their pages."""
    pages = [path for path in manifest.files if path.endswith(f"/{PAGE}")]
    for path in pages[:_FOLDERS]:
        yield path.removesuffix(f"/{PAGE}"), DIRECT


def _sample(manifest: Manifest, chance: Random) -> list[str]:
    """The home page, and some others."""
    pages = [path for path in manifest.files if path.endswith(f"/{PAGE}")]
    home = [PAGE] if PAGE in manifest.files else []
    return home + chance.sample(pages, min(_SAMPLE, len(pages)))


def _name(chance: Random) -> str:
    return f"{chance.getrandbits(64):016x}"
