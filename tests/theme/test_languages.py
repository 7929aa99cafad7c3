"""Every passage in another language than the page's says so, so that it is read out rightly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import html5lib
import pytest

# Letters that only Vietnamese writes, and words that only English text has so many of.
_VIETNAMESE: Final = re.compile(
    "[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE
)
_ENGLISH: Final = frozenset("the of and for with from which this that are is to by on".split())
_FEWEST: Final = 4
_SILENT: Final = ("script", "style")


def passages(element: Any, lang: str) -> Iterator[tuple[str, str]]:
    """The texts in an element with the language that they are said to be in."""
    lang = element.get("lang") or lang
    if element.tag not in _SILENT and isinstance(element.tag, str):
        yield from ((text, lang) for text in element.attrib.values() if text.count(" ") > 2)
        yield element.text or "", lang
        for child in element:
            yield from passages(child, lang)
            yield child.tail or "", lang


def is_in_another(text: str, lang: str) -> bool:
    """Whether most words of a text belong to the other of the two languages; names do not count."""
    words = [word for word in re.findall(r"\w+", text) if not word[0].isupper()]
    foreign = _VIETNAMESE.search if lang == "en" else _ENGLISH.__contains__
    found = sum(bool(foreign(word)) for word in words)
    share = 2 if lang == "en" else 4
    return len(words) >= _FEWEST and found * share >= len(words)


@pytest.mark.parametrize("portal", ["thanh-hoa", "nhu-thanh"])
def test_foreign_passages_name_their_language(portals: Path, portal: str) -> None:
    """On no page of the real content stands Vietnamese as English, or English as Vietnamese."""
    found = {}
    for path in (portals / portal).rglob("*.html"):
        page = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        astray = [
            text
            for text, lang in passages(page.find("body"), page.get("lang", ""))
            if is_in_another(text, lang)
        ]
        if astray:
            found[path.relative_to(portals).as_posix()] = astray

    assert found == {}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("nộp hồ sơ tại bộ phận một cửa", "en"),
        ("hand in the application at the desk of the commune", "vi"),
    ],
)
def test_a_passage_in_another_language_is_known(text: str, lang: str) -> None:
    """The test above can fail."""
    assert is_in_another(text, lang)
