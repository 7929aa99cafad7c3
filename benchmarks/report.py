"""What the benchmark says, on the terminal and in `benchmarks/results.md`."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterable
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from benchmarks.hugo.site import hugo_binary
from benchmarks.measure import Cost
from benchmarks.pages import PageCounts
from benchmarks.rows import ROWS, Result

_HEAD: Final = """\
# Builds beside Hugo

Written by `python3 run.py bench`; one row alone by `python3 run.py bench --row 1000`.
Both programs build the same texts in turn (ours, Hugo, ours, Hugo), each run a new process; of several runs the least seconds count, since what disturbs a run only adds to them, and the highest peak.
CPU seconds are those of a process with all that it starts, the peak is that of its largest process.
Machines differ and are seldom idle: trust the ratios, not the seconds.
Nothing is deleted before or between the builds: ext4 makes new files more slowly for five minutes after that.

- Cold: no output, nothing kept from earlier builds.
- Texts kept: no output, but the converted texts of an earlier build, as a continuous integration keeps them.
- Unchanged, one text, new headline: the same command again, after nothing was changed, after one article got another paragraph, and after the newest news item, whose title stands on every page, got another title. Hugo has no incremental build from the command line: it makes everything again.
- `real`: the project's own content, all portals; Hugo is run once a portal.
- `100`, `1000`, `10000`: that many generated articles of some 600 Vietnamese words, every second one translated, a picture (SVG) in every fifth article, a tenth as many news items, 8 categories, 60 tags, 10 comparisons, one portal. In the last row Hugo is run once, from nothing, and counted for each build: it takes minutes, and its other runs take no less.
- `portals`: 166 portals that all show the same 300 articles in two languages; then one of them gets a news item. Hugo is run for six of them, and its seconds are counted 166 / 6 times.

## What differs

The benchmark fails unless both have exactly the same HTML pages at the same addresses; the templates of both give them the same parts, which the tests compare on one article.
The rest is not the same work:

- Ours checks the content (front matter, links, tables, addresses) and sanitises every text; Hugo does neither.
- Related articles: ours compares words and tags, Hugo tags only; with thousands of articles this is a large part of what Hugo costs.
- Links: ours are relative to the page, Hugo's begin at the root of the host.
- Ours checks every finished page for strange code and spam, replaces each file atomically and leaves identical ones untouched; Hugo writes over all.
- Ours makes each comparison's CSV and JSON too; Hugo writes a sitemap a language and an index of them.
- Ours makes the index that is searched, the files for reading without a network, and the code of each text's address on paper; Hugo makes the same pages around them.
- Hugo's heading ids drop the letter đ, its lists are not sorted as a Vietnamese dictionary, and a name without translation is not marked with its language.
"""


def summary(results: Iterable[Result]) -> str:
    """The rows as a Markdown table."""
    lines = [
        "| row | build | pages | CPU s | Hugo's | ratio | wall s | Hugo's | peak MB | Hugo's |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for result in results:
        pages = round(result.times * sum(result.pages.ours.values()))
        for name, (ours, hugos) in result.costs.items():
            lines.append(_line(result.row, name, pages, ours, hugos))
    return "\n".join(lines)


def page_table(pages: PageCounts) -> str:
    """The pages by kind as a Markdown table."""
    kinds = sorted({*pages.ours, *pages.hugos})
    lines = ["| HTML pages | ours | Hugo |", "|---|---:|---:|"]
    lines += [f"| {kind} | {pages.ours[kind]} | {pages.hugos[kind]} |" for kind in kinds]
    return "\n".join(lines)


def differences(pages: PageCounts) -> str:
    """The pages that only one of both has, a few of them by name; empty when there are none."""
    groups = (("ours", pages.only_ours), ("Hugo", pages.only_hugos))
    return "\n".join(
        f"Only {name} has {len(found)} pages, such as {', '.join(found[:3])}."
        for name, found in groups
        if found
    )


def write_results(path: Path, results: Iterable[Result], day: datetime) -> None:
    """Write `results` into the file at `path`, keeping its other rows."""
    sections = _sections(path.read_text(encoding="utf-8")) if path.exists() else {}
    for result in results:
        sections[result.row] = _section(result, day)
    kept = [sections[row] for row in ROWS if row in sections]
    path.write_text("\n".join([_HEAD, *kept]), encoding="utf-8", newline="\n")


def _sections(text: str) -> dict[str, str]:
    """The sections of earlier results by the name of their row."""
    found = re.split(r"^(?=## Row )", text, flags=re.MULTILINE)[1:]
    return {part.split("\n", 1)[0].removeprefix("## Row "): part.rstrip() + "\n" for part in found}


def _section(result: Result, day: datetime) -> str:
    parts = (
        f"## Row {result.row}",
        f"{day:%Y-%m-%d}, runs: {result.runs}; {machine()}; {_versions()}.",
        summary([result]),
        page_table(result.pages),
        differences(result.pages),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _line(row: str, state: str, pages: int, ours: Cost, hugos: Cost) -> str:
    figures = (
        f"{pages:,}",
        f"{ours.cpu:.2f}",
        f"{hugos.cpu:.2f}",
        f"{ours.cpu / hugos.cpu:.2f}",
        f"{ours.wall:.2f}",
        f"{hugos.wall:.2f}",
        f"{ours.peak:.0f}",
        f"{hugos.peak:.0f}",
    )
    return f"| {row} | {state} | {' | '.join(figures)} |"


def machine() -> str:
    """Cores, processor and system, as far as they can be told."""
    return f"{os.cpu_count()} cores, {_processor()}, {platform.system()}"


def _processor() -> str:
    """The model of the processor, where the system tells it."""
    file = Path("/proc/cpuinfo")
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    match = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return match[1] if match else platform.processor() or platform.machine()


def _versions() -> str:
    libraries = (f"{name} {version(name.lower())}" for name in ("Pelican", "Markdown"))
    return ", ".join((f"Python {platform.python_version()}", *libraries, f"Hugo {_hugo()}"))


def _hugo() -> str:
    said = subprocess.run(
        [str(hugo_binary()), "version"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    match = re.search(r"v(\d+\.\d+\.\d+)", said)
    return match[1] if match else said.strip()
