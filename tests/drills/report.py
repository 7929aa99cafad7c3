"""What a drill has found, as a table on the page of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from msgspec import Struct

from benchmarks.report import machine

PAGE: Final = "benchmarks/drills.md"
_HEAD: Final = """\
# Drills

Written by `python3 run.py drill`; `drill NAME` does one of them.
Each breaks, on this machine and in folders of its own, what can break while portals are published and served, and counts what visitors and those on duty got.
"""
_SECTION: Final = re.compile(r"^## (\w+)\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)


class NotPossibleError(Exception):
    """What a drill needs is not on this machine: what is missing."""


class Figure(Struct, frozen=True):
    """Something that was counted or measured, what was promised of it, and whether that is kept."""

    name: str
    value: str
    promise: str = ""
    is_kept: bool = True


def none_of(name: str, count: int) -> Figure:
    """Something that may not happen even once."""
    return Figure(name, f"{count:,}", "0", count == 0)


def all_of(name: str, count: int, whole: int) -> Figure:
    """Something that has to be true each time; once at least."""
    return Figure(name, f"{count:,} of {whole:,}", "all", count == whole > 0)


def table(figures: Sequence[Figure]) -> str:
    """The figures, those that break a promise marked."""
    lines = ["| what | figure | promise |", "|---|---:|---:|"]
    lines += [
        f"| {one.name} | {one.value if one.is_kept else f'**{one.value}**'} | {one.promise or '–'} |"
        for one in figures
    ]
    return "\n".join(lines)


def write_section(page: Path, name: str, does: str, figures: Sequence[Figure], day: str) -> None:
    """Write the figures of a drill into the page, in the place of its last ones."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    sections = {found[1]: found[0].rstrip() for found in _SECTION.finditer(text)}
    sections[name] = f"## {name}\n\n{does}\n\n{day}\n\n{table(figures)}"
    whole = "\n\n".join([_HEAD.rstrip(), *(text for _, text in sorted(sections.items()))])
    page.write_text(f"{whole}\n", encoding="utf-8", newline="\n")


def circumstances(day: datetime, seed: int) -> str:
    """When and where a drill was done, and what its chances were drawn from."""
    return f"{day:%Y-%m-%d}; {machine()}; seed {seed}."
