"""`python -m benchmarks [row]`: builds beside Hugo, a table, and `benchmarks/results.md`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime

from benchmarks.measure import CommandFailedError
from benchmarks.report import differences, summary, write_results
from benchmarks.rows import ROOT, ROWS, run_row
from plugins.languages.dates import TIME_ZONE

_DONE = 0
_PAGES_DIFFER = 1
_WRONG_USE = 2
_FAILED = 3


def main(arguments: Sequence[str]) -> int:
    """Measure one row, or all."""
    if len(arguments) > 1 or not set(arguments) <= set(ROWS):
        sys.stderr.write(f"Rows: {', '.join(ROWS)}.\n")
        return _WRONG_USE
    clock = datetime.now(TIME_ZONE).replace(second=0, microsecond=0)
    results = []
    try:
        for row in arguments or ROWS:
            sys.stderr.write(f"{row}…\n")
            results.append(run_row(row, clock))
    except CommandFailedError as error:
        sys.stderr.write(f"{error}\n")
        return _FAILED
    print(summary(results))
    write_results(ROOT / "benchmarks" / "results.md", results, clock)
    found = [text for result in results if (text := differences(result.pages))]
    for text in found:
        print(text)
    return _PAGES_DIFFER if found else _DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
