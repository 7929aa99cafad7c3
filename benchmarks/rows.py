"""The rows of the benchmark: what is built, by the program and by Hugo, in turn."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from benchmarks.corpus import write_corpus
from benchmarks.hugo.site import clean_hugo, hugo_command, write_hugo_site
from benchmarks.hugo.source import read_source
from benchmarks.measure import Cost, measure, typical
from benchmarks.pages import PageCounts, compare_pages

ROOT: Final = Path(__file__).resolve().parents[1]
WORK: Final = ROOT / "benchmarks" / "work"
REAL: Final = "real"
# How often each row is built; the largest takes minutes a time.
RUNS: Final = {REAL: 5, "100": 5, "1000": 3, "5000": 1}
ROWS: Final = tuple(RUNS)


@dataclass(frozen=True, slots=True)
class Result:
    """What a row costs, cold and unchanged, and the pages of all its portals."""

    row: str
    runs: int
    ours_cold: Cost
    hugos_cold: Cost
    ours_unchanged: Cost
    hugos_unchanged: Cost
    pages: PageCounts


@dataclass(frozen=True, slots=True)
class Setting:
    """The folders of a row; `sites` are those of Hugo, one a portal."""

    content: Path
    work: Path
    clock: datetime
    sites: tuple[Path, ...]

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
    costs: dict[str, list[Cost]] = {"ours": [], "hugo": [], "ours again": [], "hugo again": []}
    for _ in range(RUNS[row]):
        clean(setting)
        costs["ours"].append(build_ours(setting))
        costs["hugo"].append(build_hugos(setting))
        costs["ours again"].append(build_ours(setting))
        costs["hugo again"].append(build_hugos(setting))
    found = {name: typical(group) for name, group in costs.items()}
    return Result(
        row,
        RUNS[row],
        found["ours"],
        found["hugo"],
        found["ours again"],
        found["hugo again"],
        all_pages(setting),
    )


def prepare(row: str, clock: datetime, work: Path) -> Setting:
    """Write what both build from: a corpus (or the project's content) and the Hugo sites."""
    folder = work / row
    content = ROOT / "content"
    if row != REAL:
        content = folder / "content"
        shutil.rmtree(content, ignore_errors=True)
        write_corpus(content, int(row))
    source = read_source(content, clock)
    sites = []
    for portal in source.site.portals:
        site = folder / "hugo" / portal.id
        write_hugo_site(source, portal, site)
        sites.append(site)
    return Setting(content, folder, clock, tuple(sites))


def clean(setting: Setting) -> None:
    """Remove what earlier builds have made and kept."""
    shutil.rmtree(setting.output, ignore_errors=True)
    shutil.rmtree(setting.cache, ignore_errors=True)
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
