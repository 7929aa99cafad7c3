"""What pages weigh beside those of other generators with the same articles."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from benchmarks.lighthouse import CATEGORIES, VERSION, Opinion, lighthouse_program, opinion
from benchmarks.measure import CommandFailedError, measure
from benchmarks.neighbours import NEIGHBOURS, OURS, PELICAN, VERSIONS, build_neighbours
from benchmarks.report import machine
from benchmarks.rows import ROOT, WORK
from benchmarks.visits import Visit, hosted, visit

PAGES: Final = "pages"
_PORTAL: Final = "thanh-hoa"
_HOME: Final = "the home page"
_ARTICLE: Final = "an article with a comparison"
_SLUG: Final = "chinh-phu-dien-tu-khac-chinh-phu-so-o-dau"
_KINDS: Final = ("HTML", "CSS", "scripts", "other")
_HEAD: Final = f"""\
# What pages weigh

Written by `python3 run.py bench --row pages`.
The ten Vietnamese articles of this repository as pages of this program and of other generators, each with the theme and the settings that it comes with: Markdown, language Vietnamese, nothing else chosen.
All are sent by the same server on this machine, texts compressed with gzip 9, to Chromium in a window of a telephone that has never been there.

- Requests and bytes: what that server was asked for and sent on the first visit, without headers. What other hosts were asked for could not be loaded and is not counted.
- Lighthouse: the median of three runs with its own simulation of a slow telephone; scores for {", ".join(CATEGORIES)}. LCP is the time until the largest part is painted.
- On our pages stand the latest news, comparisons, sources, related articles, the ways to share and to listen, a code for paper and the menu of a portal, which the others have not.
"""


@dataclass(frozen=True, slots=True)
class Weight:
    """One page of one generator."""

    generator: str
    page: str
    visit: Visit
    opinion: Opinion | None


def measure_weights(clock: datetime) -> list[Weight]:
    """Build all sites and visit their pages."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if browser is None:
        raise CommandFailedError("There is no chromium; CHROMIUM may name its program.")
    work = WORK / PAGES
    sites = {OURS: _build(clock, work), **build_neighbours(ROOT / "content", clock, work)}
    program = lighthouse_program(work / "lighthouse")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        visits = [*_visits(running, sites)]
        running.close()
    return [
        Weight(name, page, seen, _opinion(program, sites[name], page, browser))
        for name, page, seen in visits
    ]


def _build(clock: datetime, work: Path) -> Path:
    folders = ("--content", str(ROOT / "content"), "--output", str(work / "output"))
    cache = ("--cache", str(work / "cache"), "--clock", f"{clock:%Y-%m-%dT%H:%M}")
    measure([sys.executable, str(ROOT / "tasks.py"), "build", *folders, *cache])
    return work / "output" / _PORTAL


def _visits(browser: Browser, sites: Mapping[str, Path]) -> Iterator[tuple[str, str, Visit]]:
    for page in (_HOME, _ARTICLE):
        for name in (OURS, *NEIGHBOURS):
            with hosted(sites[name]) as home:
                yield name, page, visit(browser, home, _address(name, page))


def _address(generator: str, page: str) -> str:
    if page == _HOME:
        return ""
    return f"{_SLUG}.html" if generator == PELICAN else f"{_SLUG}/"


def _opinion(program: Path | None, site: Path, page: str, browser: str) -> Opinion | None:
    if program is None:
        return None
    generator = PELICAN if (site / f"{_SLUG}.html").exists() else OURS
    with hosted(site) as home:
        return opinion(program, home + _address(generator, page), browser)


def write_weights(path: Path, weights: Sequence[Weight], day: datetime) -> str:
    """Write what was measured into the file at `path`; the tables that it holds."""
    pages = dict.fromkeys(one.page for one in weights)
    tables = "\n".join(
        _section(page, [one for one in weights if one.page == page]) for page in pages
    )
    programs = ", ".join((*VERSIONS, f"lighthouse@{VERSION}"))
    head = f"{_HEAD}\n{day:%Y-%m-%d}; {machine()}; {programs}.\n\n"
    path.write_text(head + tables, encoding="utf-8", newline="\n")
    return tables


def _section(page: str, weights: Sequence[Weight]) -> str:
    lines = [
        f"## {page[0].upper()}{page[1:]}",
        "",
        f"| | requests | bytes | {' | '.join(_KINDS)} | other hosts | Lighthouse | LCP s |",
        "|---|---:|---:|" + "---:|" * len(_KINDS) + "---|---:|---:|",
        *map(_line, weights),
        "",
    ]
    return "\n".join(lines)


def _line(weight: Weight) -> str:
    seen, thought = weight.visit, weight.opinion
    kinds = " | ".join(f"{seen.bytes[kind]:,}" for kind in _KINDS)
    elsewhere = ", ".join(seen.elsewhere) or "–"
    scores = " ".join(map(str, thought.scores)) if thought else "–"
    painted = f"{thought.painted:.2f}" if thought else "–"
    return (
        f"| {weight.generator} | {seen.requests} | {seen.total:,} | {kinds} "
        f"| {elsewhere} | {scores} | {painted} |"
    )
