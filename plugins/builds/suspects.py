"""Records the spam in texts and data, and who lets a sentence through."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from plugins.articles.front_matter import NewsFields
from plugins.articles.load import Manuscript
from plugins.base.files import ContentTree
from plugins.base.located import LocatedYamlError, Location, load_located
from plugins.base.problems import Problems
from plugins.markup.body import Body
from plugins.spam.exceptions import EXCEPTIONS_FILE, LetThrough
from plugins.spam.inspect import Finding, inspect

_WORD: Final = re.compile(r"\w+")
_LINE: Final = re.compile(r"\s*\n\s*")
# What may stand within a word of Markdown, and not on its page.
_EMPHASIS: Final = str.maketrans("", "", "*`~")
# How many of the first words of a sentence are looked for to find its line.
_MOST_WORDS: Final = 5


def check_suspects(
    tree: ContentTree,
    files: Collection[str],
    texts: Iterable[tuple[Manuscript, Body]],
    let_through: LetThrough,
    problems: Problems,
) -> None:
    """Record every sentence of `files` that is spam, or may be, and the exceptions without one."""
    met: set[str] = set()
    for path, line, finding in _findings(tree, frozenset(files), texts):
        met.add(finding.fingerprint)
        if finding.fingerprint in let_through.valid:
            continue
        problems.add(
            path,
            line,
            "rac-quang-cao" if finding.verdict == "refuse" else "nghi-rac",
            kind=f"spam-{finding.reasons[0]}",
            sentence=finding.sentence,
            fingerprint=finding.fingerprint,
        )
    for fingerprint in sorted(let_through.valid - met):
        line = let_through.lines[fingerprint]
        problems.add(EXCEPTIONS_FILE, line, "ngoai-le-thua", value=fingerprint)


def refused_sentences(let_through: LetThrough) -> Callable[[str], Iterable[tuple[str, str]]]:
    """Finds the sentences that no page may hold, each with its fingerprint."""

    def refused(text: str) -> Iterable[tuple[str, str]]:
        return (
            (one.sentence, one.fingerprint)
            for one in inspect(text)
            if one.verdict == "refuse" and one.fingerprint not in let_through.valid
        )

    return refused


def _findings(
    tree: ContentTree, files: Collection[str], texts: Iterable[tuple[Manuscript, Body]]
) -> Iterator[tuple[str, int, Finding]]:
    for manuscript, body in texts:
        path = manuscript.place.path
        if path not in files:
            continue
        for finding in body.suspects:
            yield path, manuscript.first_line + _line_in(manuscript.text, finding.sentence), finding
        if found := inspect("\n".join(_field_texts(manuscript))):
            written = tree.read_text(path, Problems()) or ""
            yield from ((path, 1 + _line_in(written, one.sentence), one) for one in found)
    for path in sorted(files):
        if path.endswith(".yaml"):
            yield from _in_data(tree, path)


def _field_texts(manuscript: Manuscript) -> Iterator[str]:
    fields = manuscript.fields
    if fields is None:
        return
    yield fields.title
    yield fields.summary
    if isinstance(fields, NewsFields) and fields.author:
        yield fields.author


def _line_in(text: str, sentence: str) -> int:
    """How many lines of `text` stand before the one with the first words of `sentence`."""
    places = _places(text)
    words = tuple(_WORD.findall(sentence)[:_MOST_WORDS])
    rows = (words[:count] for count in range(len(words), 0, -1))
    return next((places[row] for row in rows if row in places), 0)


@lru_cache(1)
def _places(text: str) -> Mapping[tuple[str, ...], int]:
    """The line, from 0, on which each row of a few words begins for the first time."""
    found: dict[tuple[str, ...], int] = {}
    words: deque[tuple[str, int]] = deque(maxlen=_MOST_WORDS)
    for number, line in enumerate(text.translate(_EMPHASIS).split("\n")):
        for word in _WORD.findall(line):
            words.append((word, number))
            row: tuple[str, ...] = ()
            for earlier, at in reversed(words):
                row = (earlier, *row)
                found.setdefault(row, at)
    return found


def _in_data(tree: ContentTree, path: str) -> Iterator[tuple[str, int, Finding]]:
    """The findings in the values of a data file; a broken one is told where it is read."""
    text = tree.read_text(path, Problems())
    try:
        located = load_located(text or "")
    except LocatedYamlError:
        return
    places, values = [], []
    for location, value in _values(located.data, ()):
        places.append(location)
        values.append(value)
    lines = "\n".join(values)
    for finding in inspect(lines):
        place = places[lines.count("\n", 0, finding.offset)]
        yield path, located.line(place), finding


def _values(data: Any, at: Location) -> Iterator[tuple[Location, str]]:
    """Every text in plain data, with where it stands."""
    if isinstance(data, str):
        yield at, _LINE.sub(" ", data)
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _values(item, (*at, index))
    elif isinstance(data, dict):
        for key, item in data.items():
            yield from _values(item, (*at, key))
