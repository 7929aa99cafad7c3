"""What a process costs."""

from __future__ import annotations

import sys

import pytest

from benchmarks.measure import CommandFailedError, Cost, least, measure


def test_the_cpu_of_grandchildren_counts() -> None:
    """Work that a process hands to another one is its own cost."""
    work = "sum(i * i for i in range(3_000_000))"
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"

    assert measure([sys.executable, "-c", nested]).cpu > measure([sys.executable, "-c", ""]).cpu


def test_the_peak_is_that_of_the_largest_process() -> None:
    """The memory of a process that a command starts is seen."""
    hold = "x = bytearray(80_000_000)"
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"

    assert 80 < measure([sys.executable, "-c", nested]).peak < 200


def test_the_memory_of_the_caller_does_not_count() -> None:
    """A measured process is not charged for what the measuring one holds."""
    held = bytearray(120_000_000)

    assert measure([sys.executable, "-c", ""]).peak < 80
    assert held


def test_a_failed_command_is_told() -> None:
    """A command that does not end with 0 gives no figures but what it said."""
    with pytest.raises(CommandFailedError, match="broken"):
        measure([sys.executable, "-c", "raise SystemExit('broken')"])


def test_disturbed_runs_do_not_count() -> None:
    """The least times of all runs, and the most memory."""
    costs = [Cost(1, 2, 30), Cost(9, 9, 90), Cost(2, 1, 20)]

    assert least(costs) == Cost(1, 1, 90)
