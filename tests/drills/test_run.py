"""Drills by their names, and the page of what they found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

import tasks
from plugins.calls.tasks import read_task
from plugins.calls.texts import option_text
from tests.conftest import ROOT
from tests.drills.report import Figure, NotPossibleError, all_of, none_of
from tests.drills.run import DRILLS, Drill, main


def good(folder: Path, chance: Random) -> Sequence[Figure]:
    assert folder.is_dir()
    return [Figure("drawn", str(chance.randrange(10**6))), none_of("faults", 0)]


def bad(_: Path, __: Random) -> Sequence[Figure]:
    return [none_of("torn pages", 2), all_of("found", 1, 1)]


def impossible(_: Path, __: Random) -> Sequence[Figure]:
    raise NotPossibleError("install wrk")


SOME = {"good": Drill("Nothing.", good), "bad": Drill("x", bad), "none": Drill("x", impossible)}


@pytest.mark.parametrize(
    ("names", "code"), [(["good"], 0), (["bad"], 1), (["other"], 2), (["none"], 3), ([], 3)]
)
def test_the_exit_code_says_how_it_ended(tmp_path: Path, names: list[str], code: int) -> None:
    """A promise that is broken is told, and so is a drill that cannot be done here."""
    assert main(6, names, tmp_path / "drills.md", SOME) == code


def test_a_drill_writes_its_own_part_of_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What others found stays; the same seed draws the same."""
    page = tmp_path / "drills.md"
    main(6, ["good"], page, SOME)
    first = page.read_text(encoding="utf-8")
    main(6, ["bad"], page, SOME)
    main(7, ["good"], page, SOME)
    other = page.read_text(encoding="utf-8")
    main(6, ["good"], page, SOME)
    again = page.read_text(encoding="utf-8")

    assert "| torn pages | **2** | 0 |" in again
    assert again.index("## bad") < again.index("## good")
    assert first.partition("## good")[2] == again.partition("## good")[2] != other
    assert "| found | 1 of 1 | all |" in capsys.readouterr().out


def test_every_drill_is_named_in_the_help_and_on_the_page() -> None:
    """And no other."""
    option = read_task(tasks.drill).bare
    assert option
    page = (ROOT / "benchmarks/drills.md").read_text(encoding="utf-8")

    for name in DRILLS:
        assert name in option_text(option.name, "en").does
        assert f"\n## {name}\n" in page
