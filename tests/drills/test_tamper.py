"""Whatever is done to a release is found."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.drills import tamper
from tests.hosting.conftest import nginx_program


def test_every_tampering_is_found(tmp_path: Path) -> None:
    """Each way once, from the disk and over HTTP but for what servers do not show."""
    nginx_program()
    figures = tamper.drill(tmp_path, Random(6), len(tamper.SHOWN), len(tamper.HIDDEN), 0)

    assert [one for one in figures if not one.is_kept] == []
    assert figures[1].value == f"{len(tamper.SHOWN)} of {len(tamper.SHOWN)}"
