"""Signs for 'more than' at the beginning of a line, which make a quotation of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from plugins.markup.body import Fault

_ITEM: Final = r"[ \t]*(?:[-*+]|[0-9]{1,2}\.)[ \t]+"
NUMBER: Final = r"[0-9]+(?:[.,][0-9]+)*"
UNIT: Final = (
    r"(?:%|‰|°C|(?:nghìn|triệu|tỷ|tỉ|đồng|điểm|tuổi|ngày|tháng|năm|giờ|phút|người|hộ|lần|độ|lít|tấn"
    r"|tạ|kg|g|km|cm|mm|m[²³]?|ha|kWh?|MB|GB|USD|VND|thousand|million|billion|points|years|months"
    r"|days|hours|minutes|people|times)\b)"
)
# A quoted number of an item is followed by a full stop.
_IN_LIST: Final = re.compile(rf"{_ITEM}>[ \t]*(?:=|{NUMBER}(?![.)]?\d*[.)]\s))")
# Nothing but a measure, or one and a colon: a quotation that begins with a number says more.
_MEASURE: Final = re.compile(
    rf" {{0,3}}>[ \t]*(?:=[ \t]*[0-9]|{NUMBER}[ \t]*{UNIT}(?:[ \t/]+{UNIT})*"
    r"(?:[ \t]*(?:[:;,.)–]|-\s)|[ \t]+(?:trở lên|làm việc|phải|thì|cần)\b|[ \t]*\Z))"
)
_SIGN: Final = re.compile(r"\n[^\n>\w]{0,9}(?:[0-9]{1,2}\.)?[ \t]*>[ \t]*[=0-9]")
_QUOTE: Final = "<blockquote>"
_SHOWN: Final = 40


def quote_slips(source: str, lines: Sequence[str], markup: str) -> Iterator[Fault]:
    """Comparisons of a text without its code that have become quotations in `markup`."""
    if _QUOTE in markup and _SIGN.search(f"\n{source}"):
        yield from _comparisons(lines)


def _comparisons(lines: Sequence[str]) -> Iterator[Fault]:
    numbered = enumerate(lines, 1)
    for is_quote, group in groupby(numbered, lambda one: one[1].lstrip(" ").startswith(">")):
        members = list(group)
        pattern = _MEASURE if is_quote else _IN_LIST
        found = [(number, line) for number, line in members if pattern.match(line)]
        # A quotation has other lines too.
        if not is_quote or len(found) == len(members):
            yield from (
                Fault("dau-lon-hon", number, line.strip()[:_SHOWN]) for number, line in found
            )
