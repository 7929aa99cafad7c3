"""The data of a comparison as files to download."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from plugins.comparisons.model import Cell, Comparison
from plugins.comparisons.view import format_values
from plugins.languages.language import Lang, other
from plugins.markup.words import plain_text

# A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NEGATIVE_NUMBER = re.compile(r"-[0-9][0-9.,]*%?")


def comparison_csv(comparison: Comparison, lang: Lang, words: Mapping[str, str]) -> bytes:
    """A CSV table in UTF-8 with a byte-order mark, by which spreadsheets know the encoding.

    `words` are the words of the page's language for 'criterion', 'unknown', 'not_applicable'
    and 'source'; each option has a column of text and one of source ids.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    heads = [words["criterion"]]
    for _, name in comparison.options:
        heads += [name.text(lang), f"{words['source']}: {name.text(lang)}"]
    writer.writerow([_harmless(head) for head in heads])
    for row in comparison.criteria:
        cells = [row.label.text(lang)]
        for cell in row.cells:
            cells += [_shown(cell, lang, words), cell.file.source or ""]
        writer.writerow([_harmless(text) for text in cells])
    return buffer.getvalue().encode("utf-8-sig")


def comparison_json(comparison: Comparison) -> bytes:
    """The same data with both languages, figures as they were written."""
    data = {
        "id": comparison.id,
        "title": comparison.title.model_dump(exclude_none=True),
        "options": {
            option: name.model_dump(exclude_none=True) for option, name in comparison.options
        },
        "criteria": [
            {
                "id": row.id,
                "label": row.label.model_dump(exclude_none=True),
                "cells": {
                    option: _cell_data(cell)
                    for (option, _), cell in zip(comparison.options, row.cells, strict=True)
                },
            }
            for row in comparison.criteria
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _cell_data(cell: Cell) -> dict[str, Any]:
    file = cell.file
    data: dict[str, Any] = {lang: plain_text(pieces) for lang, pieces in cell.texts.items()}
    if file.values is not None:
        data["values"] = file.values.model_dump(mode="json", exclude_none=True)
    if file.unknown:
        data["unknown"] = True
    if file.not_applicable:
        data["not_applicable"] = True
    if file.source:
        data["source"] = file.source
    return data


def _shown(cell: Cell, lang: Lang, words: Mapping[str, str]) -> str:
    file = cell.file
    if file.unknown:
        return words["unknown"]
    if file.not_applicable:
        return words["not_applicable"]
    if file.values is not None:
        return format_values(file.values, lang)
    return plain_text(cell.texts[lang if lang in cell.texts else other(lang)])


def _harmless(text: str) -> str:
    if not text.startswith(_FORMULA_SIGNS) or _NEGATIVE_NUMBER.fullmatch(text):
        return text
    return f"'{text}"
