"""Reads the comparisons: every cell filled or marked as not known, each with its source."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

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
from plugins.markup.body import ComparisonSlot, Piece, fill
from plugins.markup.convert import Converter
from plugins.markup.words import plain_text

_FILE = re.compile(r"comparisons/([^/]+)\.yaml\Z")
# What would break the outline of a page, or give one id to two places of it.
_NOT_FOR_CELLS = re.compile(r'<(?:h[2-6]|hr|img|table)\b|<[^>]*\sid="')
# With fewer there is nothing to compare.
_FEWEST_OPTIONS: Final = 2


def comparison_ids(tree: ContentTree) -> tuple[str, ...]:
    """The ids of all comparisons, those with faults too."""
    matches = (_FILE.match(path) for path in tree.below("comparisons"))
    return tuple(match[1] for match in matches if match)


def load_comparisons(
    tree: ContentTree,
    sources: Collection[str],
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
    sources: Collection[str],
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
    errors = problems.errors
    _check(file, located, path, sources, problems)
    if problems.errors > errors:
        return None
    comparison = _comparison(name, file, path, converters)
    _check_texts(comparison, located, problems)
    return comparison if problems.errors == errors else None


def _check(
    file: ComparisonFile,
    located: Located,
    path: str,
    sources: Collection[str],
    problems: Problems,
) -> None:
    if len(file.options) < _FEWEST_OPTIONS:
        problems.add(path, located.line(("options",)), "mot-lua-chon")
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
    cell: CellFile, path: str, line: int, sources: Collection[str], problems: Problems
) -> None:
    if cell.source is None:
        if not cell.is_empty:
            problems.add(path, line, "o-khong-nguon")
    elif cell.source not in sources:
        near = suggestion(cell.source, sources)
        problems.add(path, line, "nguon-la", value=cell.source, near=near)


def _check_texts(comparison: Comparison, located: Located, problems: Problems) -> None:
    for index, row in enumerate(comparison.criteria):
        for (option, _), cell in zip(comparison.options, row.cells, strict=True):
            for lang, pieces in cell.texts.items():
                if not _fits_in_cell(pieces):
                    line = located.line(("criteria", index, "cells", option, lang))
                    problems.add(comparison.path, line, "chu-trong-o")


def _fits_in_cell(pieces: tuple[Piece, ...]) -> bool:
    """Whether a text shows words, and only what may stand in a table."""
    if any(isinstance(piece, ComparisonSlot) for piece in pieces):
        return False
    markup = fill(pieces, lambda _: "", lambda _: "")
    return bool(plain_text(pieces)) and not _NOT_FOR_CELLS.search(markup)


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
