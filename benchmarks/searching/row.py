"""The row `search`: how good the answers to judged queries are, and what a query fetches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Browser

from benchmarks.report import machine
from benchmarks.searching.browsing import browser, own_answers, pagefind_answers
from benchmarks.searching.content import Document, built, documents
from benchmarks.searching.judged import HELD, TUNED, Answer, Quality, Query, load_queries, quality
from benchmarks.searching.node import (
    VERSIONS,
    index_with_pagefind,
    install,
    node_answers,
    sizes,
)

SEARCH: Final = "search"
_ARTICLES: Final = 1000
_MANY: Final = 10_000
_OURS: Final = "ours"
_HEAD: Final = """\
# How well readers find

Written by `python3 run.py bench --row search`.
Searched are the project's own texts among 1,000 generated articles (and once among 10,000), in both languages, by the judged queries of `benchmarks/searching/queries.yaml`; half of them are written without marks.
The ranking was tuned by the set 'tuned'; the set 'held' was kept apart.
Those that are misspelt (letters doubled, lost or swapped, words joined, Telex and VNI left undone) are counted by themselves.
P@5 is how many of the first five results are right, of as many as could be; MRR is the mean of one by the place of the first right result.
Bytes are those of the files that a reader fetches who was never here before, as brotli sends them; programs are told apart from them.
MiniSearch and lunr fetch their whole index for the first query, and nothing for the next.
All engines search the same titles and texts; MiniSearch with its option for misspelt words and beginnings, lunr without its English stemmer, Pagefind as it comes.
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine answered among so many articles."""

    engine: str
    articles: int
    answers: Sequence[Answer]
    documents: Sequence[Document]


def measure_search(clock: datetime) -> tuple[Sequence[Found], Sequence[str]]:
    """The answers of all engines that can run here, and why others cannot."""
    queries = load_queries()
    with TemporaryDirectory() as name, browser() as running:
        folder = Path(name)
        few, texts = _own(folder / "few", _ARTICLES, clock, running, queries)
        many, _ = _own(folder / "many", _MANY, clock, running, queries)
        notes = [f"Our program for it has {_program(folder):,} bytes."]
        others = folder / "others"
        others.mkdir()
        found = [few]
        try:
            install(others)
            found += _others(others, texts, running, queries)
        except (CalledProcessError, OSError, ValueError) as error:
            notes.append(f"Not all of the others could run here: {error}")
    return [*found, many], notes


def _program(folder: Path) -> int:
    """The bytes of the script of a portal that was built below `folder`, as brotli sends it."""
    return sizes(folder.glob("few/output/*/giao-dien/search.*.js")).popitem()[1]


def _own(
    folder: Path, articles: int, clock: datetime, running: Browser, queries: Sequence[Query]
) -> tuple[Found, Sequence[Document]]:
    portal = built(folder, articles, clock)
    texts = list(documents(portal))
    return Found(_OURS, articles, own_answers(running, portal, queries), texts), texts


def _others(
    folder: Path, texts: Sequence[Document], running: Browser, queries: Sequence[Query]
) -> list[Found]:
    found = {
        f"{name} {VERSIONS[name.lower()]}": answers
        for name, answers in node_answers(folder, texts, queries).items()
    }
    site = index_with_pagefind(folder, texts)
    found[f"Pagefind {VERSIONS['pagefind']}"] = pagefind_answers(running, site, queries)
    return [Found(name, _ARTICLES, answers, texts) for name, answers in found.items()]


def search_table(found: Sequence[Found]) -> str:
    """The qualities as a Markdown table."""
    queries = load_queries()
    lines = [
        "| engine | articles | queries | P@5 | MRR | bytes a query | the dearest |",
        "|---|---:|---|---:|---:|---:|---:|",
    ]
    for one in found:
        titles = _titles(one.documents)
        for name, chosen in _groups(queries).items():
            made = _quality(chosen, one, titles, queries)
            lines.append(_line(one, f"{name} ({len(chosen)})", made))
    return "\n".join(lines)


def _groups(queries: Sequence[Query]) -> Mapping[str, Sequence[Query]]:
    right = [one for one in queries if not one.is_misspelt]
    wrong = [one for one in queries if one.is_misspelt]
    return {
        "tuned": [one for one in right if one.set == TUNED],
        "held": [one for one in right if one.set == HELD],
        "without marks": [one for one in right if not one.is_marked],
        "misspelt, tuned": [one for one in wrong if one.set == TUNED],
        "misspelt, held": [one for one in wrong if one.set == HELD],
    }


def _titles(texts: Sequence[Document]) -> Mapping[str, Sequence[str]]:
    return {lang: [one.title for one in texts if one.lang == lang] for lang in ("vi", "en")}


def _quality(
    chosen: Sequence[Query],
    found: Found,
    titles: Mapping[str, Sequence[str]],
    queries: Sequence[Query],
) -> Quality:
    answers = dict(zip(queries, found.answers, strict=True))
    return quality([(one, answers[one], titles[one.lang]) for one in chosen])


def _line(one: Found, name: str, made: Quality) -> str:
    figures = (
        f"{made.precision:.2f}",
        f"{made.reciprocal:.2f}",
        f"{made.mean_bytes:,.0f}",
        f"{made.most_bytes:,}",
    )
    return f"| {one.engine} | {one.articles:,} | {name} | {' | '.join(figures)} |"


def write_search(path: Path, found: Sequence[Found], notes: Sequence[str], day: datetime) -> str:
    """Write the qualities into the file at `path`; the table that it holds."""
    table = search_table(found)
    parts = (_HEAD, f"{day:%Y-%m-%d}; {machine()}.", table, *notes)
    path.write_text("\n\n".join(map(str.rstrip, parts)) + "\n", encoding="utf-8", newline="\n")
    return table
