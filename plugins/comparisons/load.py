"""Reads the comparisons: every cell filled or marked as not known, each with its source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from plugins.base.files import ContentTree
from plugins.base.located import Located, Location
from plugins.base.problems import Problems
from plugins.base.validation import check_markup, is_id, read_located, suggestion, validated
from plugins.comparisons.model import (
    MAX_CELL,
    Cell,
    CellFile,
    Comparison,
    ComparisonFile,
    Criterion,
)
from plugins.languages.language import LANGS, Lang
from plugins.markup.body import Body, ComparisonSlot, Outline, Piece, fill
from plugins.markup.convert import Converter
from plugins.markup.limits import cells_over_limit
from plugins.markup.words import plain_text

_FILE = re.compile(r"comparisons/([^/]+)\.yaml\Z")
# What would break the outline of a page, or give one id to two places of it.
_NOT_FOR_CELLS = re.compile(r'<(?:h[2-6]|hr|img|table)\b|<[^>]*\sid="')
# With fewer there is nothing to compare.
_FEWEST_OPTIONS: Final = 2
MAX_COLUMNS: Final = 50
MAX_CELLS: Final = 4_000
# What a cell shows, which must have a source.
_CONTENTS: Final = frozenset({"vi", "en", "values"})

_CellTexts: TypeAlias = Mapping[Location, tuple[Piece, ...]]


def comparison_ids(tree: ContentTree) -> tuple[str, ...]:
    """The ids of all comparisons, those with faults too."""
    matches = (_FILE.match(path) for path in tree.below("comparisons"))
    return tuple(match[1] for match in matches if match)


def load_comparisons(
    tree: ContentTree,
    sources: Collection[str],
    converters: Mapping[Lang, Converter],
    problems: Problems,
) -> tuple[Mapping[str, Comparison], Mapping[str, Outline]]:
    """The comparisons without fault by id, and what the cells of every file say by its path."""
    found = {}
    bodies = {}
    for name in comparison_ids(tree):
        path = f"comparisons/{name}.yaml"
        located = _read(tree, name, path, problems)
        if located is None or _is_too_large(located, path, problems):
            continue
        errors = problems.errors
        texts = _converted(_cell_texts(located.data), located, path, converters, problems)
        said = tuple(piece for pieces in texts.values() for piece in pieces)
        bodies[path] = Body(said).outline
        file = validated(ComparisonFile, located, path, problems)
        _check(located, path, sources, problems)
        _check_texts(texts, located, path, problems)
        check_markup(located, path, ("title", "options", "criteria"), problems)
        if file and problems.errors == errors:
            found[name] = _comparison(name, file, texts)
    return found, bodies


def _read(tree: ContentTree, name: str, path: str, problems: Problems) -> Located | None:
    if not is_id(name):
        problems.add(path, 1, "ten-sai", name=name)
        return None
    text = tree.read_text(path, problems)
    located = read_located(text, path, problems) if text is not None else None
    if located is not None and not isinstance(located.data, dict):
        problems.add(path, located.line(()), "dang-sai", expected="fields")
        return None
    return located


def _is_too_large(located: Located, path: str, problems: Problems) -> bool:
    """Whether nobody could read the table, after recording that; its cells are not looked at."""
    rows, options = located.data.get("criteria"), located.data.get("options")
    columns = len(options) if isinstance(options, dict) else 0
    cells = columns * len(rows) if isinstance(rows, list) else 0
    for field, kind, count, limit in (
        ("options", "columns", columns, MAX_COLUMNS),
        ("criteria", "cells", cells, MAX_CELLS),
    ):
        if count > limit:
            line = located.line((field,))
            problems.add(path, line, "bang-qua-lon", kind=kind, count=count, limit=limit)
            return True
    return False


def _cells(data: Mapping[str, Any]) -> Iterator[tuple[Location, Mapping[str, Any]]]:
    """Every cell that is a mapping, with its place, whatever the model makes of the rest."""
    for at, criterion in _criteria(data):
        cells = criterion.get("cells")
        for option, cell in cells.items() if isinstance(cells, dict) else ():
            if isinstance(cell, dict):
                yield (*at, "cells", option), cell


def _criteria(data: Mapping[str, Any]) -> Iterator[tuple[Location, Mapping[str, Any]]]:
    rows = data.get("criteria")
    for index, criterion in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(criterion, dict):
            yield ("criteria", index), criterion


def _cell_texts(data: Mapping[str, Any]) -> Mapping[Location, tuple[Lang, str]]:
    """The texts in cells that are to be converted, by their places, each with its language."""
    return {
        (*at, lang): (lang, text.strip())
        for at, cell in _cells(data)
        for lang in LANGS
        if isinstance(text := cell.get(lang), str) and 0 < len(text.strip()) <= MAX_CELL
    }


def _converted(
    texts: Mapping[Location, tuple[Lang, str]],
    located: Located,
    path: str,
    converters: Mapping[Lang, Converter],
    problems: Problems,
) -> _CellTexts:
    """The pieces of `texts`; of none where they hold too much, after recording that."""
    if found := cells_over_limit(text for _, text in texts.values()):
        place, fault = found
        line = located.line(list(texts)[place])
        problems.add(path, line, fault.code, value=fault.value, more=fault.more)
        return {}
    return {at: converters[lang].convert_inline(text, path) for at, (lang, text) in texts.items()}


def _check(located: Located, path: str, sources: Collection[str], problems: Problems) -> None:
    """Record what is wrong between the parts of a file, as far as they have the right form."""
    options = located.data.get("options")
    names = list(options) if isinstance(options, dict) else None
    if names is not None and 0 < len(names) < _FEWEST_OPTIONS:
        problems.add(path, located.line(("options",)), "mot-lua-chon")
    seen: set[str] = set()
    for at, criterion in _criteria(located.data):
        name = criterion.get("id")
        if isinstance(name, str) and name in seen:
            problems.add(path, located.line((*at, "id")), "tieu-chi-trung", value=name)
        seen |= {name} if isinstance(name, str) else set()
        if names is not None:
            _check_options(criterion, at, names, located, path, problems)
    for at, cell in _cells(located.data):
        _check_source(cell, path, located.line(at), sources, problems)


def _check_options(  # noqa: PLR0913, PLR0917  the place, and what is wanted there
    criterion: Mapping[str, Any],
    at: Location,
    names: Sequence[str],
    located: Located,
    path: str,
    problems: Problems,
) -> None:
    cells = criterion.get("cells")
    if not isinstance(cells, dict):
        return
    for option in names:
        if option not in cells:
            line, name = located.line((*at, "cells")), criterion.get("id", "")
            problems.add(path, line, "o-thieu", criterion=name, option=option)
    for option in cells:
        if option not in names:
            line, near = located.line((*at, "cells", option)), suggestion(option, names)
            problems.add(path, line, "lua-chon-la", value=option, near=near)


def _check_source(
    cell: Mapping[str, Any], path: str, line: int, sources: Collection[str], problems: Problems
) -> None:
    source = cell.get("source")
    if source is None:
        # With a field of another name, that may be a source misspelt.
        if cell.keys() & _CONTENTS and cell.keys() <= _CONTENTS:
            problems.add(path, line, "o-khong-nguon")
    elif isinstance(source, str) and source.strip() and source.strip() not in sources:
        near = suggestion(source, sources)
        problems.add(path, line, "nguon-la", value=source.strip(), near=near)


def _check_texts(texts: _CellTexts, located: Located, path: str, problems: Problems) -> None:
    for at, pieces in texts.items():
        if not _fits_in_cell(pieces):
            problems.add(path, located.line(at), "chu-trong-o")


def _fits_in_cell(pieces: tuple[Piece, ...]) -> bool:
    """Whether a text shows words, and only what may stand in a table."""
    if any(isinstance(piece, ComparisonSlot) for piece in pieces):
        return False
    markup = fill(pieces, lambda _: "", lambda _: "")
    return bool(plain_text(pieces)) and not _NOT_FOR_CELLS.search(markup)


def _comparison(name: str, file: ComparisonFile, texts: _CellTexts) -> Comparison:
    criteria = tuple(
        Criterion(
            row.id,
            row.label,
            tuple(
                _cell(row.cells[option], ("criteria", index, "cells", option), texts)
                for option in file.options
            ),
        )
        for index, row in enumerate(file.criteria)
    )
    return Comparison(name, file.title, tuple(file.options.items()), criteria)


def _cell(file: CellFile, at: Location, texts: _CellTexts) -> Cell:
    return Cell(file, {lang: texts[*at, lang] for lang in LANGS if (*at, lang) in texts})
