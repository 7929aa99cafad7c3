"""What checking costs: one file, a thousand articles, and sanitising alone."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Final, TypeAlias

import nh3
from markdown import Markdown

from benchmarks.corpus import write_corpus
from benchmarks.measure import measure
from benchmarks.report import machine
from benchmarks.rows import ROOT, WORK
from plugins.articles.front_matter import markdown_below
from plugins.base.problems import Problems
from plugins.base.store import Store
from plugins.builds.content import Content, load_content
from plugins.builds.texts import KeptTexts
from plugins.languages.language import LANGS, Lang
from plugins.markup.reader import Extensions, library_reader, reader
from plugins.markup.sanitise import safe_pieces

CHECKS: Final = "checks"
_HEAD: Final = """\
# What checking costs

Written by `python3 run.py bench --row checks`.
Each figure stands beside something measured in the same run: machines differ and are seldom idle.
The first is the time on the clock of whole processes, the others are CPU time of one process; all are medians.
"""
_ARTICLES: Final = 1000
_STARTS: Final = 9
_ROUNDS: Final = 3
_SANITISED: Final = 12_000
_REPEATS: Final = 200
_PATH: Final = "articles/a/index.vi.md"
_Texts: TypeAlias = list[tuple[Lang, str]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured time, what it was measured beside in the same run, and what it should be."""

    name: str
    unit: str
    value: float
    beside: str
    other: float
    aim: float


def measure_checks(clock: datetime) -> tuple[Figure, ...]:
    """All figures, in seconds or milliseconds as their units say."""
    content = WORK / str(_ARTICLES) / "content"
    if not content.exists():
        write_corpus(content, _ARTICLES)
    loaded = _load(content, clock)
    texts = _texts(content, loaded)
    return (
        _one_file(),
        _own_stages(texts),
        *_beyond_markdown(content, texts, clock),
        *_sanitising(texts),
    )


def _load(content: Path, clock: datetime) -> Content:
    return load_content(content, clock, KeptTexts(Store(None), 1, signed=False), Problems())


def _one_file() -> Figure:
    """`check` of one article of the real content, as a whole process, beside an empty Python."""
    path = min((ROOT / "content" / "articles").glob("*/index.vi.md"))
    ours, empty = [], []
    for _ in range(_STARTS):
        ours.append(measure([sys.executable, str(ROOT / "tasks.py"), "check", str(path)]).wall)
        empty.append(measure([sys.executable, "-c", "pass"]).wall)
    name = "check of one file, start included"
    return Figure(name, "s", median(ours), "an empty Python process", median(empty), 0.7)


def _own_stages(texts: _Texts) -> Figure:
    """What Markdown takes for a text, beside Python-Markdown with the stages it comes with."""
    ours, library = _readers(reader), _readers(library_reader)
    own, other = [], []
    for _ in range(_ROUNDS):
        own.append(_seconds(lambda: _convert_all(texts, ours)))
        other.append(_seconds(lambda: _convert_all(texts, library)))
    each = 1000 / len(texts)
    name = f"Markdown of {len(texts):,} texts, each text"
    beside = "with the library's own stages"
    return Figure(name, "ms", median(own) * each, beside, median(other) * each, 1.2)


def _beyond_markdown(content: Path, texts: _Texts, clock: datetime) -> tuple[Figure, ...]:
    """What checking a text costs above its Markdown: the library's, and the one that it calls."""
    ours, library = _readers(reader), _readers(library_reader)
    whole, own, other = [], [], []
    for _ in range(_ROUNDS):
        whole.append(_seconds(lambda: _load(content, clock)))
        own.append(_seconds(lambda: _convert_all(texts, ours)))
        other.append(_seconds(lambda: _convert_all(texts, library)))
    each = 1000 / len(texts)
    name = f"check of {_ARTICLES:,} articles ({len(texts):,} texts), each text beyond"
    return tuple(
        Figure(
            f"{name} {beyond}",
            "ms",
            (median(whole) - median(alone)) * each,
            "that Markdown alone",
            median(alone) * each,
            1.5,
        )
        for beyond, alone in (
            ("its Markdown with the library's own stages", other),
            ("its Markdown with our stages, which it calls", own),
        )
    )


def _sanitising(texts: _Texts) -> tuple[Figure, ...]:
    """Sanitising 12 KB of the HTML that Markdown makes, beside the library alone.

    Where an editor wrote HTML himself it is read twice, since his elements may cross.
    """
    markup = _markup(texts)
    library = _seconds(lambda: nh3.clean(markup), _REPEATS)
    each = 1000 / _REPEATS
    return tuple(
        Figure(
            name,
            "ms",
            _seconds(lambda: safe_pieces(markup, _PATH, has_html=has_html), _REPEATS) * each,  # noqa: B023  called at once
            "nh3 alone",
            library * each,
            1.0,
        )
        for name, has_html in (
            ("sanitising 12 KB of Markdown", False),
            ("sanitising 12 KB with an editor's own HTML", True),
        )
    )


def _markup(texts: _Texts) -> str:
    """As much of the HTML that Markdown makes of `texts` as is sanitised."""
    md = reader(Extensions.of("vi"))
    markup = ""
    for _, text in texts:
        markup += md.reset().convert(text)
        if len(markup.encode()) >= _SANITISED:
            break
    return markup.encode()[:_SANITISED].decode(errors="ignore")


def _readers(make: Callable[[Extensions], Markdown]) -> dict[Lang, Markdown]:
    return {lang: make(Extensions.of(lang)) for lang in LANGS}


def _texts(content: Path, loaded: Content) -> _Texts:
    versions = [
        version for article in loaded.site.articles for version in article.versions.values()
    ]
    return [
        (version.lang, markdown_below((content / version.path).read_text("utf-8"))[0])
        for version in versions
    ]


def _convert_all(texts: _Texts, readers: Mapping[Lang, Markdown]) -> None:
    for lang, text in texts:
        readers[lang].reset().convert(text)


def _seconds(work: Callable[[], object], repeats: int = 1) -> float:
    """The CPU seconds of calling `work` so often."""
    started = time.process_time()
    for _ in range(repeats):
        work()
    return time.process_time() - started


def write_checks(path: Path, figures: tuple[Figure, ...], day: datetime) -> str:
    """Write the figures into the file at `path`; the table that it holds."""
    table = checks_table(figures)
    head = f"{_HEAD}\n{day:%Y-%m-%d}; {machine()}.\n\n"
    path.write_text(f"{head}{table}\n", encoding="utf-8", newline="\n")
    return table


def checks_table(figures: tuple[Figure, ...]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| what | measured | aim | beside it in the same run | ratio |",
        "|---|---:|---:|---|---:|",
    ]
    lines += [
        f"| {one.name} | {one.value:.2f} {one.unit} | {one.aim} {one.unit} "
        f"| {one.beside}: {one.other:.3f} {one.unit} | {one.value / one.other:.2f} |"
        for one in figures
    ]
    return "\n".join(lines)
