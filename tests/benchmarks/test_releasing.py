"""What a release costs, measured on a small portal."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from benchmarks.releasing import measure_releases, write_releases
from plugins.languages.clock import TIME_ZONE

CLOCK = datetime(2026, 11, 22, 12, tzinfo=TIME_ZONE)


def test_each_step_of_a_release_is_measured(tmp_path: Path) -> None:
    """From making it to verifying it over HTTP, where there is a server for that."""
    timings = measure_releases(CLOCK, 5, tmp_path)
    written = write_releases(tmp_path / "releases.md", timings, CLOCK)

    assert len(timings) == (8 if shutil.which("nginx") else 7)
    assert all(one.seconds > 0 for one in timings)
    assert (tmp_path / "releases.md").read_text(encoding="utf-8").endswith(f"{written}\n")
