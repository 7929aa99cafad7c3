"""What an editor changes between two measured builds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

_DATE: Final = re.compile(r"^date: (.+)$", re.MULTILINE)
_TITLE: Final = re.compile(r"^title: (\"?)", re.MULTILINE)


def change_a_text(content: Path) -> None:
    """Add a paragraph to one article."""
    path = min((content / "articles").glob("*/index.vi.md"))
    path.write_text(path.read_text("utf-8") + "\nMột đoạn được viết thêm.\n", "utf-8", newline="\n")


def change_the_headline(content: Path) -> None:
    """Give the newest news item another title, which stands on every page."""
    path = newest_news(content)
    text = path.read_text(encoding="utf-8")
    path.write_text(_TITLE.sub(r"title: \1Mới: ", text, count=1), encoding="utf-8", newline="\n")


def newest_news(content: Path) -> Path:
    """The Vietnamese text of the newest news item."""
    return max((content / "news").glob("*/*/index.vi.md"), key=_date)


def _date(path: Path) -> tuple[str, str]:
    found = _DATE.search(path.read_text(encoding="utf-8"))
    return found[1] if found else "", str(path)


EDITS: Final[Mapping[str, Callable[[Path], None]]] = MappingProxyType(
    {"one text": change_a_text, "new headline": change_the_headline}
)
