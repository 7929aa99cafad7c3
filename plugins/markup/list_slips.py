"""Lines that are meant as items of a list, and become a part of something else."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from plugins.markup.body import Fault

_BULLET: Final = re.compile(r"\s*[·•●▪◦]\s*\S")
_ITEM: Final = re.compile(r"(?:[-*+]|[0-9]{1,2}\.)[ \t]+\S")
_ITEM_AT_ANY_INDENT: Final = re.compile(rf"[ \t]*{_ITEM.pattern}")
# What a line of a paragraph does not begin with.
_NO_PARAGRAPH: Final = re.compile(r"\s*(?:[-*+>|#:]|[0-9]{1,3}\.|\[[^\]]*\]:|\*\[|///|<)|\s")
_ITEM_AS_TEXT: Final = re.compile(r"\n(?:[-*+]|[0-9]{1,2}\.) ")
# A sign glued to the word behind it; stars may be those of words in italics.
_GLUED: Final = re.compile(r" {0,3}([-*+][^\W\d_]\w*)")
# What numbers the steps of a procedure, the parts of a law and questions.
_PARTS: Final = r"\*{0,2}(?:Bước|Điều|Khoản|Câu|Step|Article|Question) [0-9]{1,3}"
_LETTER: Final = r"(?:[a-zđ]|[ivx]{2,4})"
# What enumerates and is no sign of a list here.
_ENUMERATED: Final = re.compile(
    rf" {{0,3}}(?:{_LETTER}(?:[.)]| ?[-–—])(?=\s)|\*\*(?:[0-9]{{1,2}}|{_LETTER})[.)](?=[\s*])"
    r"|[0-9]{1,2}\)|[0-9]{1,2}\.(?=[^\W\d_])|[–—]"
    r"|[0-9]{1,2}[/-](?=\s)|[0-9]{1,2} [-–—] (?=[^\W\d_])"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?:\.(?=\s)|(?=\s+(?-i:[A-ZÀ-ỸĐ])))"
    rf"|\((?:[0-9]{{1,2}}|{_LETTER})\)(?=\s)|\[[0-9]{{1,2}}\](?=\s)"
    rf"|{_PARTS}[.:](?=[\s*]))\s*\S",
    re.IGNORECASE,
)
# A part of a law, and its first clause, which makes no list just below it.
_PART: Final = re.compile(rf" {{0,3}}{_PARTS}[.:](?=[\s*])", re.IGNORECASE)
_NUMBERED: Final = re.compile(r" {0,3}[0-9]{1,2}\.[ \t]+\S")
_LINE_BREAKS: Final = ("  ", "<br>", "<br/>", "<br />")
# What lines with any of these hold.
_SIGN: Final = re.compile(
    r"\n[ \t]*(?:[-*+][^\W\d_]|[0-9]{1,2}(?:\)|\.[^\W_]|[/-]\s| [-–—] )|[(\[][0-9a-zđA-ZĐ]{1,4}[)\]]\s"
    r"|(?:[a-zđA-ZĐ]|[IVXivx]{2,4})(?:[.)]| ?[-–—])\s|\*\*[0-9a-zđA-ZĐ]{1,4}[.)]"
    rf"|{_PARTS}[.:]|[–—·•●▪◦]|(?<=[ \t])(?:[-*+]|[0-9]{{1,2}}\.)[ \t])"
)
_TAB: Final = 4
_SHOWN: Final = 40


def list_slips(source: str, lines: Sequence[str], markup: str) -> Iterator[Fault]:
    """The slips in the lists of a text without its code, which has become `markup`."""
    if _ITEM_AS_TEXT.search(markup):
        yield from _below_a_paragraph(lines)
    if _SIGN.search(f"\n{source}"):
        yield from _with_other_signs(lines, markup)
        yield from _run_together(lines)
        yield from _indented_too_little(lines)


def _below_a_paragraph(lines: Sequence[str]) -> Iterator[Fault]:
    """Items of a list just below a paragraph, of which they become a part."""
    for number, (above, line) in enumerate(pairwise(lines), 2):
        is_item = _ITEM.match(line) and (not line[0].isdigit() or above.rstrip().endswith(":"))
        if is_item and above and not _NO_PARAGRAPH.match(above):
            yield Fault("danh-sach-dinh", number, line[:_SHOWN])


def _with_other_signs(lines: Sequence[str], markup: str) -> Iterator[Fault]:
    """Bullets of Word, and signs without a space behind them."""
    for number, line in enumerate(lines, 1):
        if _BULLET.match(line):
            yield Fault("dau-dong-la", number, line.strip()[:_SHOWN])
        glued = _GLUED.match(line)
        if glued and html.escape(glued[1], quote=False) in markup:
            yield Fault("dau-dong-lien", number, line.strip()[:_SHOWN])


def _run_together(lines: Sequence[str]) -> Iterator[Fault]:
    """The first of several lines that enumerate, and become one paragraph."""
    last = -1
    above = ""
    for number, (line, below) in enumerate(pairwise(lines), 1):
        if _PART.match(line) and _NUMBERED.match(below) and not above.strip():
            yield Fault("dong-dinh-lien", number, line.strip()[:_SHOWN])
        above = line
        if _ENUMERATED.match(line) and _ENUMERATED.match(below):
            if last != number - 1 and not line.endswith(_LINE_BREAKS):
                yield Fault("dong-dinh-lien", number, line.strip()[:_SHOWN])
            last = number


def _indented_too_little(lines: Sequence[str]) -> Iterator[Fault]:
    """Items that are indented to stand below another one, and stand beside it."""
    before: int | None = None
    written = 0
    above = ""
    for number, line in enumerate(lines, 1):
        if _ITEM_AT_ANY_INDENT.match(line):
            indent = _indent(line)
            if before is not None and before + 2 <= indent < before + _TAB:
                # It stands where `before` does, and so do those below it that are written alike.
                if indent != written:
                    yield Fault("muc-con-thut-it", number, line.strip()[:_SHOWN])
            else:
                before = indent
            written = indent
        elif line.strip() and not above.strip() and not line.startswith((" ", "\t")):
            before = None
        above = line


def _indent(line: str) -> int:
    plain = line.expandtabs(_TAB)
    return len(plain) - len(plain.lstrip())
