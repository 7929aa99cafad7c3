"""The data files and catalogs of a Hugo site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.comparisons.model import Cell, Comparison
from plugins.comparisons.view import format_values
from plugins.languages.catalogs import catalog_path, read_catalog
from plugins.languages.dates import format_day
from plugins.languages.language import LANGS, Lang
from plugins.sources.registry import Source

_VALUE = re.compile(r"%\((\w+)\)[sd]")


def comparison_data(comparison: Comparison) -> dict[str, object]:
    """A comparison with every text in both languages."""
    return {
        "title": {lang: comparison.title.text(lang) for lang in LANGS},
        "options": [{lang: name.text(lang) for lang in LANGS} for _, name in comparison.options],
        "criteria": [
            {
                "label": {lang: row.label.text(lang) for lang in LANGS},
                "cells": [_cell(cell) for cell in row.cells],
            }
            for row in comparison.criteria
        ],
    }


def source_data(source: Source) -> Mapping[str, object]:
    """A source with every text in both languages."""
    file = source.file
    texts: dict[str, object] = {
        lang: {
            "title": file.title.text(lang),
            "publisher": file.publisher.text(lang),
            "published": format_day(file.published.value, lang) if file.published else "",
            "note": file.note.text(lang) if file.note else "",
        }
        for lang in LANGS
    }
    return {**texts, "iso": file.published.iso() if file.published else "", "url": file.url or ""}


def messages(theme: Path, lang: Lang) -> dict[str, dict[str, str]]:
    """The catalog of a language as Hugo reads it, plural forms under the plural's message."""
    found: dict[str, dict[str, str]] = {}
    for message in read_catalog(catalog_path(theme / "translations", lang), lang):
        names, forms = _as_tuple(message.id), _as_tuple(message.string)
        if len(names) > 1:
            found[names[1]] = {"one": _counted(forms[0]), "other": _counted(forms[-1])}
        elif names[0]:
            found[names[0]] = {"other": _VALUE.sub(r"{{ .\1 }}", forms[0])}
    return found


def _as_tuple(texts: str | Iterable[str] | None) -> tuple[str, ...]:
    return (texts or "",) if isinstance(texts, str | None) else tuple(texts)


def _cell(cell: Cell) -> dict[str, str]:
    file = cell.file
    source = file.source or ""
    if file.unknown:
        return {"kind": "unknown", "source": source}
    if file.not_applicable:
        return {"kind": "not_applicable", "source": source}
    if file.values is not None:
        texts = {str(lang): format_values(file.values, lang) for lang in LANGS}
    else:
        texts = {"vi": file.vi or file.en or "", "en": file.en or file.vi or ""}
    return {"kind": "text", "source": source, **texts}


def _counted(text: str) -> str:
    return text.replace("%(count)s", "{{ .Count }}")
