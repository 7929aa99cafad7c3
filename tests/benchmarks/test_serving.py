"""How soon a save is seen, measured on a small corpus."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from benchmarks.serving import measure_serving, write_serving
from plugins.languages.clock import TIME_ZONE

CLOCK = datetime(2026, 11, 22, 12, tzinfo=TIME_ZONE)


def test_both_servers_show_what_is_saved(tmp_path: Path) -> None:
    """A paragraph, a headline and the title of a table are seen on a page, by real requests."""
    figures = measure_serving(CLOCK, (20,), 1, tmp_path)
    written = write_serving(tmp_path / "serve.md", figures, CLOCK)

    assert [one.name for one in figures] == [
        "20 articles: a new paragraph",
        "20 articles: a new headline, on another page",
        "20 articles: a table's new title",
    ]
    assert all(0 < one.value < 30 and 0 < one.other < 30 for one in figures)
    assert (tmp_path / "serve.md").read_text(encoding="utf-8").endswith(f"{written}\n")
