"""The rows of the benchmark: what is built, by the program and by Hugo, in turn."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from benchmarks.aside import put_aside
from benchmarks.corpus import commune_news, write_corpus
from benchmarks.edits import EDITS
from benchmarks.hugo.site import clean_hugo, hugo_command, write_hugo_site
from benchmarks.hugo.source import read_source
from benchmarks.measure import Cost, least, measure
from benchmarks.pages import PageCounts, compare_pages

ROOT: Final = Path(__file__).resolve().parents[1]
WORK: Final = ROOT / "benchmarks" / "work"
REAL: Final = "real"
# How often each row is built; the largest takes minutes a time.
RUNS: Final = {REAL: 5, "100": 5, "1000": 5, "10000": 1}
# Here Hugo takes several minutes a time: its build from nothing counts for all.
_HUGO_ONCE: Final = "10000"
# Many portals that show the same articles.
PORTALS: Final = "portals"
COMMUNES: Final = 165
SHARED: Final = 300
# Hugo is run for so many of them, and its seconds are counted for all.
_HUGO_PORTALS: Final = 6
ROWS: Final = (*RUNS, PORTALS)
COLD: Final = "cold"
KEPT: Final = "texts kept"
UNCHANGED: Final = "unchanged"
ONE_NEWS: Final = "one unit's news"


@dataclass(frozen=True, slots=True)
class Result:
    """What the builds of a row cost, ours and Hugo's by the name of each, and all pages.

    There are so many `times` the pages of those portals that Hugo was run for.
    """

    row: str
    runs: int
    costs: Mapping[str, tuple[Cost, Cost]]
    pages: PageCounts
    times: float = 1.0


@dataclass(frozen=True, slots=True)
class Setting:
    """The folders of a row."""

    content: Path
    work: Path
    clock: datetime

    @property
    def sites(self) -> tuple[Path, ...]:
        """Those of Hugo, one a portal."""
        return tuple(sorted((self.work / "hugo").iterdir()))

    @property
    def output(self) -> Path:
        """Where the program builds."""
        return self.work / "output"

    @property
    def cache(self) -> Path:
        """What the program keeps between builds."""
        return self.work / "cache"


def run_row(row: str, clock: datetime, work: Path = WORK) -> Result:
    """Build a row again and again, the program and Hugo in turn."""
    setting = prepare(row, clock, work)
    edits = EDITS if row != REAL else {}
    costs: dict[str, list[tuple[Cost, Cost]]] = {}
    pages: list[PageCounts] = []

    def build(name: str) -> None:
        ours = build_ours(setting)
        is_counted = row == _HUGO_ONCE and COLD in costs
        hugos = costs[COLD][0][1] if is_counted else build_hugos(setting)
        costs.setdefault(name, []).append((ours, hugos))

    for _ in range(RUNS[row]):
        clean(setting)
        build(COLD)
        pages.append(all_pages(setting))
        clean_output(setting)
        build(KEPT)
        build(UNCHANGED)
        for name, edit in edits.items():
            edit(setting.content)
            write_sites(setting)
            build(name)
    found = {name: least_pair(pairs) for name, pairs in costs.items()}
    return Result(row, RUNS[row], found, pages[0])


def run_portals(clock: datetime, work: Path = WORK) -> Result:
    """Build many portals of the same articles, and again when one of them has got news."""
    content = work / PORTALS / "content"
    put_aside(work / PORTALS)
    write_corpus(content, SHARED, communes=COMMUNES)
    setting = Setting(content, work / PORTALS, clock)
    write_sites(setting, _HUGO_PORTALS)
    clean(setting)
    times = (COMMUNES + 1) / _HUGO_PORTALS
    cold = build_ours(setting), build_hugos(setting).times(times)
    for name, text in commune_news(0, SHARED):
        path = content / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    write_sites(setting, _HUGO_PORTALS)
    news = build_ours(setting), build_hugos(setting).times(times)
    return Result(PORTALS, 1, {COLD: cold, ONE_NEWS: news}, all_pages(setting), times)


def least_pair(pairs: Sequence[tuple[Cost, Cost]]) -> tuple[Cost, Cost]:
    """The least of ours and of Hugo's."""
    ours, hugos = zip(*pairs, strict=True)
    return least(ours), least(hugos)


def prepare(row: str, clock: datetime, work: Path) -> Setting:
    """Write what both build from: a corpus (or the project's content) and the Hugo sites."""
    folder = work / row
    content = ROOT / "content"
    if row != REAL:
        content = folder / "content"
        put_aside(content)
        write_corpus(content, int(row))
    setting = Setting(content, folder, clock)
    write_sites(setting)
    return setting


def write_sites(setting: Setting, most: int | None = None) -> None:
    """Write the Hugo sites, one a portal (`most` of them), of what the content says now."""
    source = read_source(setting.content, setting.clock)
    for portal in source.site.portals[:most]:
        write_hugo_site(source, portal, setting.work / "hugo" / portal.id)


def clean(setting: Setting) -> None:
    """Remove what earlier builds have made and kept."""
    clean_output(setting)
    put_aside(setting.cache)


def clean_output(setting: Setting) -> None:
    """Remove what earlier builds have made: what is kept may come from another machine."""
    put_aside(setting.output)
    for site in setting.sites:
        clean_hugo(site)


def build_ours(setting: Setting) -> Cost:
    """Build all portals with the program."""
    folders = {"content": setting.content, "output": setting.output, "cache": setting.cache}
    options = [text for name, path in folders.items() for text in (f"--{name}", str(path))]
    clock = ("--clock", setting.clock.isoformat())
    return measure([sys.executable, str(ROOT / "tasks.py"), "build", *options, *clock])


def build_hugos(setting: Setting) -> Cost:
    """Build all portals with Hugo, one after the other."""
    first, *others = (measure(hugo_command(site)) for site in setting.sites)
    return sum(others, start=first)


def all_pages(setting: Setting) -> PageCounts:
    """The pages of all portals together."""
    counts = [compare_pages(setting.output / site.name, site / "public") for site in setting.sites]
    return PageCounts(
        sum((one.ours for one in counts), Counter()),
        sum((one.hugos for one in counts), Counter()),
        tuple(address for one in counts for address in one.only_ours),
        tuple(address for one in counts for address in one.only_hugos),
    )
