"""What the benchmark of checking says."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from benchmarks.checks import Figure, checks_table, write_checks

DAY = datetime(2026, 11, 22)  # noqa: DTZ001
FIGURE = Figure("sanitising 12 KB", "ms", 0.5, "nh3 alone", 0.25, 1.0)


def test_each_figure_stands_beside_its_aim_and_what_it_was_measured_with() -> None:
    """A time alone says nothing about another machine."""
    row = checks_table((FIGURE,)).splitlines()[-1]

    assert row == "| sanitising 12 KB | 0.50 ms | 1.0 ms | nh3 alone: 0.250 ms | 2.00 |"


def test_the_figures_are_written_with_day_and_machine(tmp_path: Path) -> None:
    """The file says when and on what it was measured."""
    table = write_checks(tmp_path / "checks.md", (FIGURE,), DAY)
    written = (tmp_path / "checks.md").read_text(encoding="utf-8")

    assert written.endswith(f"{table}\n")
    assert "2026-11-22; " in written
