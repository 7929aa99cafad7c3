"""Tables whose rows are split at once where no code can hide a bar, and which know odd rows."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from markdown.blockparser import BlockParser
from markdown.extensions.tables import TableProcessor

_HIDING: Final = ("`", "\\")
_BORDERS: Final = {0: 0, 1: 1, 2: 1, 3: 2}


class OddRow(NamedTuple):
    """A row of a table of `columns` with fewer cells, or with words in those it has beyond."""

    written: str
    columns: int
    lost: str


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
