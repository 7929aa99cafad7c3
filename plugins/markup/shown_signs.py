"""Signs of Markdown that readers would see, and paragraphs that they would see as code."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from plugins.markup.body import Fault
from plugins.markup.faults import MOST_TOLD, Converted
from plugins.markup.words import uncoded_words

_STARS: Final = "**"
# Not those in brackets, which lead to a remark.
_STARRED: Final = re.compile(r"(?<!\()\*\*(?!\))[^*]{0,40}\*{0,2}")
# Within a paragraph.
_SPACE: Final = r"(?:[ \t]*\n)?[ \t]*"
_FENCE: Final = re.compile(r"^(`{3,}|~{3,})[^\n]*", re.MULTILINE)
# Before all of these but struck words stands nothing, or the sign of a list or a quotation.
_FOREIGN: Final = re.compile(
    r"(?<![~\w\\])~~(?=[^\s~.,;:])[^~\n]{0,80}(?<=\S)~~(?![~\w])"
    r"|^[ \t]*(?:[-*+]|[0-9]{1,2}\.)[ \t]+\[[ xX]\](?=[ \t]+\S)"
    r"|^[ \t]*>[ \t]*\[![A-Za-z]{2,20}\]"
    r"|^(?:!!!|\?\?\?\+?) [a-z]{2,20}(?=[ \t]*(?:\"[^\"]*\")?[ \t]*$)"
    r"|^:{3,}(?:[ \t]*[A-Za-z{][^\n]{0,40})?[ \t]*$"
    r"|^#{1,6}[^\n{]{1,200}\{[#.:][^{}\n]{1,60}\}(?=[ \t#]*$)"
    r"|\{:[ ]?(?:[#.][A-Za-z]|[a-z-]{1,20}=)[^{}\n]{0,60}\}"
    r"|(?<=[\])*_])\{[#.][A-Za-z][^{}\n]{0,60}\}"
    r"|(?<![=\w\\])==(?=[^\s=])[^=\n]{0,80}(?<=[^\s=])==(?![=\w])"
    r"|(?<![+\w\\])\+\+(?=[^\s+])[^+\n]{0,80}(?<=[^\s+])\+\+(?![+\w])"
    r"|(?<![%\w\\])%%(?=[^\s%])[^%\n]{0,80}(?<=[^\s%])%%(?![%\w])"
    r"|(?<=[A-Za-z)])(?:~[0-9]{1,3}~|\^[0-9]{1,3}\^)"
    r"|(?<!\\)\^\[[^\[\]\n]{1,80}\]"
    r"|(?<![\w\\\]\[])\[\[[^\[\]\n]{1,80}\]\](?![(\[])"
)
_FOREIGN_SIGN: Final = re.compile(
    r"~~|\[[ xX!\[]|!!!|\?\?\?|:::|\{[#.:]|==|\+\+|%%|~[0-9]|\^[0-9\[]"
)
_BREAK: Final = "\\\n"
# A path may end with one.
_ENDS_WITH_BREAK: Final = re.compile(r"[^\\\n]*[^\s\\:][ ]?\\$")
_EMPTY_CONTENTS: Final = "<div>\n<ul></ul>\n</div>"
_CONTENTS: Final = "[TOC]"
_BEGIN: Final = re.compile(r"^[ \t]*(?:[-*+>#]+|[0-9]{1,2}\.)[ \t]*")
_CODE: Final = re.compile(r"<pre><code>\s*([^\n<]+)")
_INDENTED: Final = ("    ", "\t")
_VIETNAMESE: Final = re.compile("[à-ỹ]")
_CODE_SIGNS: Final = re.compile(r"[{}<>=$\\|]|//|\A#")
_MORE_CODE_SIGNS: Final = re.compile(r"[;#@_/()\[\]'\"]|--")
_FEWEST_WORDS: Final = {True: 3, False: 5}
_SHOWN: Final = 40


def shown_signs(converted: Converted, lines: Sequence[str], markup: str) -> Iterator[Fault]:
    """What of a text, which has become `markup`, is shown otherwise than it is meant."""
    if _STARS in markup:
        yield from islice(_stars(converted), MOST_TOLD)
    if _BREAK in converted.source:
        yield from _line_breaks(lines)
    if _EMPTY_CONTENTS in markup and _CONTENTS in lines:
        yield Fault("muc-luc-trong", lines.index(_CONTENTS) + 1, _CONTENTS)
    if "```" in markup or "~~~" in markup:
        yield from _fences(converted.source)
    if _FOREIGN_SIGN.search(markup):
        yield from _foreign(converted, lines)
    if "<pre><code>" in markup:
        yield from _paragraphs_as_code(lines, markup)


def _stars(converted: Converted) -> Iterator[Fault]:
    for written in dict.fromkeys(_STARRED.findall(uncoded_words(converted.pieces))):
        words = written.strip()
        first = re.match(r"\*+\s*[^\s*]*", words)
        for needle in (words, first[0] if first else words):
            # What was written with a backslash is meant so, and is not found.
            pattern = re.escape(needle).replace("\\ ", _SPACE)
            if found := re.search(pattern, converted.source):
                line = converted.source.count("\n", 0, found.start()) + 1
                here = converted.source[found.start() :].partition("\n")[0]
                yield Fault("dau-sao-hien", line, (words if needle == words else here)[:_SHOWN])
                break


def _foreign(converted: Converted, lines: Sequence[str]) -> Iterator[Fault]:
    """What other programs make struck words, boxes to tick, remarks and ids of."""
    words = uncoded_words(converted.pieces)
    for number, line in enumerate(lines, 1):
        for found in _FOREIGN.finditer(line) if _FOREIGN_SIGN.search(line) else ():
            written = found[0].strip()
            if _seen(written) in words:
                yield Fault("cu-phap-la", number, written[:_SHOWN])


def _line_breaks(lines: Sequence[str]) -> Iterator[Fault]:
    """Backslashes that break a line for other programs."""
    for number, (line, below) in enumerate(pairwise(lines), 1):
        if line.endswith("\\") and below.strip() and _ENDS_WITH_BREAK.match(line):
            yield Fault("cu-phap-la", number, line.strip()[-_SHOWN:])


def _seen(written: str) -> str:
    """What readers see of it at least: its signs of a list, a quotation or a heading are none."""
    return " ".join(_BEGIN.sub("", written[max(0, written.find("{")) :]).split())


def _fences(source: str) -> Iterator[Fault]:
    """The fences that are left where all code is taken out."""
    line, done = 1, 0
    for found in _FENCE.finditer(source):
        line += source.count("\n", done, found.start())
        done = found.start()
        yield Fault("ma-khong-dong", line, found[0][:_SHOWN].strip(), found[1])


def _paragraphs_as_code(lines: Sequence[str], markup: str) -> Iterator[Fault]:
    begins = {html.unescape(words).strip() for words in _CODE.findall(markup)}
    for number, line in enumerate(lines, 1):
        words = line.strip()
        if line.startswith(_INDENTED) and words in begins and _is_prose(words):
            yield Fault("doan-thut-dau-dong", number, words[:_SHOWN])


def _is_prose(words: str) -> bool:
    has_marks = bool(_VIETNAMESE.search(words.lower()))
    if words.count(" ") + 1 < _FEWEST_WORDS[has_marks]:
        return False
    if _CODE_SIGNS.search(words):
        return False
    return has_marks or (words[0].isupper() and not _MORE_CODE_SIGNS.search(words))
