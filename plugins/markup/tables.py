"""Tables whose rows are split at once where no code can hide a bar, and which know odd rows."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from markdown.blockparser import BlockParser
from markdown.extensions.tables import TableProcessor

_HIDING: Final = ("`", "\\")
# What stands around a row in a list or a quote, and all that stands in the row of dashes.
_AROUND: Final = " \t>"
_RULE: Final = " \t|:-"
_BORDERS: Final = {0: 0, 1: 1, 2: 1, 3: 2}


class OddRow(NamedTuple):
    """A row of a table of `columns` with fewer cells, or with words in those it has beyond."""

    written: str
    columns: int
    lost: str


def line_of_row(lines: Sequence[str], row: str, columns: int) -> int:
    """The number of the first of `lines` that is `row` of a table of so many columns, else 0."""
    row, here = row.strip(_AROUND), 0
    for number, line in enumerate(lines, 1):
        bare = line.strip(_AROUND)
        if bare == row and here == columns:
            return number
        if not bare:
            here = 0
        elif "-" in bare and not bare.strip(_RULE):
            here = bare.strip("|").count("|") + 1
    return 0


class Tables(TableProcessor):
    """Tables as Markdown reads them; they put rows of another length into `odd_rows`."""

    def __init__(
        self, parser: BlockParser, config: Mapping[str, Any], odd_rows: list[OddRow]
    ) -> None:
        super().__init__(parser, dict(config))
        self._odd_rows = odd_rows

    def _build_row(self, row: str, parent: ET.Element, align: Sequence[str | None]) -> None:
        super()._build_row(row, parent, align)  # type: ignore[misc]
        # With as many bars as its fellows a row has no cell beyond the last column.
        if row.count("|") != len(align) - 1 + _BORDERS[int(self.border)]:
            self._tell(row, len(align))

    def _tell(self, row: str, columns: int) -> None:
        cells = [cell.strip() for cell in self._split_row(row)]  # type: ignore[attr-defined]
        lost = " ".join(filter(None, cells[columns:]))
        if lost or len(cells) < columns:
            self._odd_rows.append(OddRow(row, columns, lost))

    def _split(self, row: str) -> list[str]:
        if any(sign in row for sign in _HIDING):
            split: list[str] = super()._split(row)  # type: ignore[misc]
            return split
        return row.split("|")
