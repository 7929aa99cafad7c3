"""Does drills one after the other."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from plugins.languages.clock import TIME_ZONE
from tests.conftest import ROOT
from tests.drills import disk, kill, planted, serve, tamper
from tests.drills.report import (
    PAGE,
    Figure,
    NotPossibleError,
    circumstances,
    table,
    write_section,
)

_DONE: Final = 0
_BROKEN: Final = 1
_WRONG_USE: Final = 2
_NOT_POSSIBLE: Final = 3


class Drill(Struct, frozen=True):
    """What a drill does, in a sentence, and the function that does it in a folder."""

    does: str
    run: Callable[[Path, Random], Sequence[Figure]]


DRILLS: Final[Mapping[str, Drill]] = MappingProxyType(
    {
        "kill": Drill(kill.DOES, kill.drill),
        "disk": Drill(disk.DOES, disk.drill),
        "tamper": Drill(tamper.DOES, tamper.drill),
        "planted": Drill(planted.DOES, planted.drill),
        "serve": Drill(serve.DOES, serve.drill),
    }
)


def main(
    seed: int,
    names: Sequence[str],
    page: Path = ROOT / PAGE,
    drills: Mapping[str, Drill] = DRILLS,
) -> int:
    """Do the drills that are named, or all; whether every promise was kept."""
    if not set(names) <= set(drills):
        sys.stderr.write(f"Drills: {', '.join(drills)}.\n")
        return _WRONG_USE
    return max(_done(name, drills[name], seed, page) for name in names or drills)


def _done(name: str, drill: Drill, seed: int, page: Path) -> int:
    sys.stderr.write(f"{name}, seed {seed}…\n")
    day = datetime.now(TIME_ZONE)
    with tempfile.TemporaryDirectory(prefix="drill-") as folder:
        try:
            figures = drill.run(Path(folder), Random(f"{seed} {name}"))
        except NotPossibleError as error:
            sys.stderr.write(f"{name}: not possible here: {error}\n")
            return _NOT_POSSIBLE
    sys.stdout.write(f"\n{name}\n\n{table(figures)}\n")
    write_section(page, name, drill.does, figures, circumstances(day, seed))
    return _DONE if all(one.is_kept for one in figures) else _BROKEN
