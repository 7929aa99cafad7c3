"""Reads the comparisons: every cell filled or marked as not known, each with its source."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

from plugins.base.files import ContentTree
from plugins.base.located import Located
from plugins.base.problems import Problems
from plugins.base.validation import is_id, read_located, suggestion, validated
from plugins.comparisons.model import (
    Cell,
    CellFile,
    Comparison,
    ComparisonFile,
    Criterion,
    CriterionFile,
)
from plugins.languages.language import LANGS, Lang
from plugins.markup.convert import Converter

_FILE = re.compile(r"comparisons/([^/]+)\.yaml\Z")


def comparison_ids(tree: ContentTree) -> tuple[str, ...]:
    """The ids of all comparisons, those with faults too."""
    matches = (_FILE.match(path) for path in tree.below("comparisons"))
    return tuple(match[1] for match in matches if match)


def load_comparisons(
    tree: ContentTree,
    sources: Container[str],
    converters: Mapping[Lang, Converter],
    problems: Problems,
) -> Mapping[str, Comparison]:
    """The comparisons without fault by id."""
    found = {}
    for name in comparison_ids(tree):
        comparison = _load(tree, name, sources, converters, problems)
        if comparison:
            found[name] = comparison
    return found


def _load(
    tree: ContentTree,
    name: str,
    sources: Container[str],
    converters: Mapping[Lang, Converter],
    problems: Problems,
) -> Comparison | None:
    path = f"comparisons/{name}.yaml"
    if not is_id(name):
        problems.add(path, 1, "ten-sai", name=name)
        return None
    text = tree.read_text(path, problems)
    located = read_located(text, path, problems) if text is not None else None
    file = validated(ComparisonFile, located, path, problems) if located else None
    if located is None or file is None:
        return None
    before = len(problems)
    _check(file, located, path, sources, problems)
    return _comparison(name, file, path, converters) if len(problems) == before else None


def _check(
    file: ComparisonFile,
    located: Located,
    path: str,
    sources: Container[str],
    problems: Problems,
) -> None:
    seen: set[str] = set()
    for index, criterion in enumerate(file.criteria):
        at = ("criteria", index)
        if criterion.id in seen:
            problems.add(path, located.line((*at, "id")), "tieu-chi-trung", value=criterion.id)
        seen.add(criterion.id)
        for option in file.options:
            if option not in criterion.cells:
                line = located.line((*at, "cells"))
                problems.add(path, line, "o-thieu", criterion=criterion.id, option=option)
        for option, cell in criterion.cells.items():
            line = located.line((*at, "cells", option))
            if option not in file.options:
                near = suggestion(option, file.options)
                problems.add(path, line, "lua-chon-la", value=option, near=near)
            _check_source(cell, path, line, sources, problems)


def _check_source(
    cell: CellFile, path: str, line: int, sources: Container[str], problems: Problems
) -> None:
    if cell.source is None:
        if not cell.is_empty:
            problems.add(path, line, "o-khong-nguon")
    elif cell.source not in sources:
        known = sources if isinstance(sources, Iterable) else ()
        near = suggestion(cell.source, known)
        problems.add(path, line, "nguon-la", value=cell.source, near=near)


def _comparison(
    name: str, file: ComparisonFile, path: str, converters: Mapping[Lang, Converter]
) -> Comparison:
    return Comparison(
        name,
        file.title,
        tuple(file.options.items()),
        tuple(_criterion(row, file, path, converters) for row in file.criteria),
    )


def _criterion(
    row: CriterionFile, file: ComparisonFile, path: str, converters: Mapping[Lang, Converter]
) -> Criterion:
    cells = tuple(_cell(row.cells[option], path, converters) for option in file.options)
    return Criterion(row.id, row.label, cells)


def _cell(file: CellFile, path: str, converters: Mapping[Lang, Converter]) -> Cell:
    written = {"vi": file.vi, "en": file.en}
    texts = {
        lang: converters[lang].convert_inline(text, path)
        for lang in LANGS
        if (text := written[lang]) is not None
    }
    return Cell(file, texts)
