"""The written results."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

from benchmarks.measure import Cost
from benchmarks.pages import PageCounts
from benchmarks.report import differences, summary, write_results
from benchmarks.rows import Result
from plugins.languages.clock import TIME_ZONE

DAY = datetime(2026, 11, 22, tzinfo=TIME_ZONE)
SAME = PageCounts(Counter(home=2), Counter(home=2), (), ())


def result(row: str, cpu: float = 6, pages: PageCounts = SAME) -> Result:
    """A result whose cold build costs `cpu` seconds beside two of Hugo."""
    hugo = Cost(2, 1, 100)
    return Result(row, 3, {"cold": (Cost(cpu, 3, 50), hugo)}, pages)


def test_the_table_gives_the_ratio() -> None:
    """Six CPU seconds beside two are a ratio of 3.00."""
    assert "| 1000 | cold | 2 | 6.00 | 2.00 | 3.00 |" in summary([result("1000")])


def test_one_row_alone_keeps_the_others(tmp_path: Path) -> None:
    """Writing a row replaces its section only, and the rows keep their order."""
    path = tmp_path / "results.md"
    write_results(path, [result("100"), result("1000")], DAY)
    write_results(path, [result("100", cpu=8)], DAY)
    text = path.read_text(encoding="utf-8")

    assert "| 100 | cold | 2 | 8.00 |" in text
    assert "| 1000 | cold | 2 | 6.00 |" in text
    assert text.count("## Row 100\n") == 1
    assert text.index("## Row 100\n") < text.index("## Row 1000\n")


def test_pages_of_one_side_are_told() -> None:
    """The results name pages that only one of both has."""
    pages = PageCounts(Counter(home=2), Counter(home=1), ("en/index.html",), ())

    assert "Only ours has 1 pages, such as en/index.html." in differences(pages)
    assert differences(SAME) == ""
