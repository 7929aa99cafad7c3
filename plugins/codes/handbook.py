"""Writes the table of all problem codes into the editors' handbook, in each language.

`python -m plugins.codes.handbook` puts it between the two marker comments of each document.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Final, Literal

from msgspec import Struct

from plugins.codes.code import Code
from plugins.codes.table import CODES

_DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
START: Final = "<!-- problem codes: start -->"
END: Final = "<!-- problem codes: end -->"

# What Markdown or HTML would read in a cell of a table.
_SPECIAL = re.compile(r"[\\|*`\[\]]")
_BACKTICKS = re.compile("`+")
_BETWEEN_MARKERS = re.compile(f"(?<={re.escape(START)}\n).*(?={re.escape(END)})", re.DOTALL)


class Handbook(Struct, frozen=True):
    """Where the table of one language stands, and the words of its own."""

    path: Path
    language: Literal["vi", "en"]
    head: tuple[str, str, str, str]
    warning: str


HANDBOOKS: Final[Mapping[str, Handbook]] = MappingProxyType(
    {
        "vi": Handbook(
            _DOCS / "editors.vi.md", "vi", ("Mã", "Sai ở đâu", "Ví dụ", "Cách sửa"), "cảnh báo"
        ),
        "en": Handbook(
            _DOCS / "problems.md",
            "en",
            ("Code", "What is wrong", "Example", "How to mend it"),
            "warning",
        ),
    }
)


def handbook_table(handbook: Handbook) -> str:
    """All problem codes as a Markdown table, in the order of the codes."""
    rows = [handbook.head, ("---",) * 4, *(_row(code, handbook) for code in CODES.values())]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def with_table(text: str, handbook: Handbook) -> str:
    """The document `text` with the present table between its markers."""
    changed, places = _BETWEEN_MARKERS.subn(lambda _: handbook_table(handbook), text)
    if places != 1:
        raise ValueError(f"{handbook.path.name} must hold {START} and {END} once, on lines of own")
    return changed


def _row(code: Code, handbook: Handbook) -> tuple[str, ...]:
    name = f"`{code.name}`"
    if code.severity == "warning":
        name += f" ({handbook.warning})"
    text = code.text(handbook.language)
    return name, _shown(text.message), _code_span(code.example), _shown(text.fix)


def _shown(template: str) -> str:
    """A sentence with an ellipsis for each of its values, as the text of a cell."""
    parts = Formatter().parse(template)
    text = "".join(literal + ("…" if field is not None else "") for literal, field, *_ in parts)
    return _SPECIAL.sub(r"\\\g<0>", html.escape(text, quote=False).replace("&gt;", ">"))


def _code_span(text: str) -> str:
    """`text` as code, which a table ends at a bar and not at a backtick."""
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{fence}{space}{text}{space}{fence}".replace("|", "\\|")


if __name__ == "__main__":
    for one in HANDBOOKS.values():
        refreshed = with_table(one.path.read_text(encoding="utf-8"), one)
        one.path.write_text(refreshed, encoding="utf-8", newline="\n")
