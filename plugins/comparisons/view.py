"""What a comparison table shows on one page, in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

from markupsafe import Markup, escape
from msgspec import Struct

from plugins.comparisons.model import Cell, Comparison, Values
from plugins.languages.dates import format_day
from plugins.languages.language import Lang, other
from plugins.languages.numbers import format_number, format_percent
from plugins.markup.body import LinkSlot, Piece, fill

CellKind: TypeAlias = Literal["text", "value", "unknown", "not_applicable"]
# With more options than these the columns are too narrow to read beside each other on a phone.
SIDE_BY_SIDE: Final = 2
_NOTHING: Final = Markup()


class Label(Struct, frozen=True):
    """A text and, when it is not in the page's language, the language it is in."""

    text: str
    lang: Lang | None = None


class CellView(Struct, frozen=True):
    """One cell; `note` is the number of its source below the table, 0 without one."""

    kind: CellKind
    html: Markup = _NOTHING
    lang: Lang | None = None
    note: int = 0


class RowView(Struct, frozen=True):
    """One criterion."""

    label: Label
    cells: tuple[CellView, ...]


class TableView(Struct, frozen=True):
    """A table; `prefix` begins all its ids, `sources` are the ids of its numbered notes."""

    id: str
    prefix: str
    title: Label
    options: tuple[Label, ...]
    rows: tuple[RowView, ...]
    sources: tuple[str, ...]

    @property
    def is_cards(self) -> bool:
        """Whether it becomes labelled cards where there is little room."""
        return len(self.options) > SIDE_BY_SIDE


def table_view(
    comparison: Comparison, lang: Lang, prefix: str, link: Callable[[LinkSlot], str]
) -> TableView:
    """The table of `comparison` for readers of `lang`."""
    numbers: dict[str, int] = {}
    rows = tuple(
        RowView(
            label(*row.label.get(lang), lang),
            tuple(_cell(cell, lang, numbers, link) for cell in row.cells),
        )
        for row in comparison.criteria
    )
    options = tuple(label(*name.get(lang), lang) for _, name in comparison.options)
    title = label(*comparison.title.get(lang), lang)
    return TableView(comparison.id, prefix, title, options, rows, tuple(numbers))


def label(text: str, actual: Lang, wanted: Lang) -> Label:
    """A label that names its language only where it differs from the page's."""
    return Label(text, None if actual == wanted else actual)


def format_values(values: Values, lang: Lang) -> str:
    """The figures of a cell as its readers write them."""
    parts = (
        format_number(values.number, lang) if values.number is not None else "",
        format_percent(values.percent, lang) if values.percent is not None else "",
        format_day(values.date, lang) if values.date is not None else "",
        str(values.year) if values.year is not None else "",
    )
    # Not a comma: Vietnamese figures hold commas themselves.
    return "; ".join(part for part in parts if part)


def _cell(
    cell: Cell, lang: Lang, numbers: dict[str, int], link: Callable[[LinkSlot], str]
) -> CellView:
    file = cell.file
    note = numbers.setdefault(file.source, len(numbers) + 1) if file.source else 0
    if file.unknown:
        return CellView("unknown", note=note)
    if file.not_applicable:
        return CellView("not_applicable", note=note)
    if file.values is not None:
        return CellView("value", escape(format_values(file.values, lang)), note=note)
    actual, html = _text(cell.texts, lang, link)
    return CellView("text", html, None if actual == lang else actual, note)


def _text(
    texts: Mapping[Lang, tuple[Piece, ...]], lang: Lang, link: Callable[[LinkSlot], str]
) -> tuple[Lang, Markup]:
    actual = lang if lang in texts else other(lang)
    # Sanitised when it was read.
    return actual, Markup(fill(texts[actual], link, lambda _: ""))  # noqa: S704
