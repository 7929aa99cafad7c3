"""Writes the table of all problem codes into the editors' handbook.

`python -m plugins.codes.handbook` puts it between the two marker comments of docs/editors.vi.md.
"""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import Final

from plugins.codes.code import Code
from plugins.codes.table import CODES

HANDBOOK: Final = Path(__file__).resolve().parents[2] / "docs" / "editors.vi.md"
START: Final = "<!-- problem codes: start -->"
END: Final = "<!-- problem codes: end -->"

_HEAD: Final = ("Mã", "Sai ở đâu", "Cách sửa", "English")
# What Markdown or HTML would read in a cell of a table.
_SPECIAL = re.compile(r"[\\|*<`\[\]]")
_BETWEEN_MARKERS = re.compile(f"(?<={re.escape(START)}\n).*(?={re.escape(END)})", re.DOTALL)


def handbook_table() -> str:
    """All problem codes as a Markdown table, in the order of the codes."""
    rows = [_HEAD, ("---",) * len(_HEAD), *map(_row, CODES.values())]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def with_table(handbook: str) -> str:
    """`handbook` with the present table between its markers."""
    changed, places = _BETWEEN_MARKERS.subn(lambda _: handbook_table(), handbook)
    if places != 1:
        raise ValueError(f"the handbook must hold {START} and {END} once, each on its own line")
    return changed


def _row(code: Code) -> tuple[str, ...]:
    name = f"`{code.name}`" if code.severity == "error" else f"`{code.name}` (cảnh báo)"
    english = f"{code.en.message} {code.en.fix}"
    return name, *map(_shown, (code.vi.message, code.vi.fix, english))


def _shown(template: str) -> str:
    """A sentence with an ellipsis for each of its values, as the text of a cell."""
    parts = Formatter().parse(template)
    text = "".join(literal + ("…" if field is not None else "") for literal, field, *_ in parts)
    return _SPECIAL.sub(r"\\\g<0>", text)


if __name__ == "__main__":
    refreshed = with_table(HANDBOOK.read_text(encoding="utf-8"))
    HANDBOOK.write_text(refreshed, encoding="utf-8", newline="\n")
