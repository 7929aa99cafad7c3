"""`python -m benchmarks [row]`: builds beside Hugo, checking, serving, searching, pages, releases.

The tables are printed, and written into `results.md`, `checks.md`, `serve.md`, `search.md`,
`pages.md` and `releases.md` of `benchmarks/`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime

from benchmarks.aside import delete_aside
from benchmarks.checks import CHECKS, measure_checks, write_checks
from benchmarks.measure import CommandFailedError
from benchmarks.releasing import RELEASES, measure_releases, write_releases
from benchmarks.report import differences, summary, write_results
from benchmarks.rows import PORTALS, ROOT, ROWS, Result, run_portals, run_row
from benchmarks.searching.row import SEARCH, measure_search, write_search
from benchmarks.serving import SERVE, measure_serving, write_serving
from benchmarks.weights import PAGES, measure_weights, write_weights
from plugins.languages.clock import TIME_ZONE

_FOLDER = ROOT / "benchmarks"
_DONE = 0
_PAGES_DIFFER = 1
_WRONG_USE = 2
_FAILED = 3


def main(arguments: Sequence[str]) -> int:
    """Measure one row, or all."""
    known = (*ROWS, CHECKS, SERVE, SEARCH, PAGES, RELEASES)
    if len(arguments) > 1 or not set(arguments) <= set(known):
        sys.stderr.write(f"Rows: {', '.join(known)}.\n")
        return _WRONG_USE
    clock = datetime.now(TIME_ZONE).replace(second=0, microsecond=0)
    results = []
    try:
        for row in arguments or known:
            sys.stderr.write(f"{row}…\n")
            if row == CHECKS:
                print(write_checks(_FOLDER / "checks.md", measure_checks(clock), clock))
            elif row == SERVE:
                print(write_serving(_FOLDER / "serve.md", measure_serving(clock), clock))
            elif row == SEARCH:
                print(write_search(_FOLDER / "search.md", *measure_search(clock), clock))
            elif row == PAGES:
                print(write_weights(_FOLDER / "pages.md", measure_weights(clock), clock))
            elif row == RELEASES:
                print(write_releases(_FOLDER / "releases.md", measure_releases(clock), clock))
            else:
                results.append(run_portals(clock) if row == PORTALS else run_row(row, clock))
        return _report(results, clock) if results else _DONE
    except CommandFailedError as error:
        sys.stderr.write(f"{error}\n")
        return _FAILED
    finally:
        # Last: to delete a hundred thousand files takes minutes.
        delete_aside()


def _report(results: Sequence[Result], clock: datetime) -> int:
    """Print and write what the rows cost; whether both have the same pages."""
    print(summary(results))
    write_results(_FOLDER / "results.md", results, clock)
    found = [text for result in results if (text := differences(result.pages))]
    for text in found:
        print(text)
    return _PAGES_DIFFER if found else _DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
