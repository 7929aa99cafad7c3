"""What of a text readers would not see, or would see as it is written.

Nothing here keeps a page safe: the sanitiser does that, whatever is found here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, pairwise
from typing import Final

from markdown.util import STX
from msgspec import Struct

from plugins.base.characters import forbidden
from plugins.languages.invisible import STRAY_INVISIBLE
from plugins.markup.body import Fault, LinkSlot, Piece
from plugins.markup.fences import fence_options, without_fenced
from plugins.markup.lost_tags import (
    has_empty_picture,
    parts_outside_tables,
    place_outside_tables,
)
from plugins.markup.ordered_lists import Renumbered
from plugins.markup.sanitise import TAGS, LostAttribute, lost_parts
from plugins.markup.tables import OddRow, line_of_row
from plugins.markup.unmatched_tags import ELEMENT, unmatched_tags
from plugins.markup.words import strings, uncoded_words
from plugins.spelling.prose import uncoded
from plugins.spelling.written import REFERENCE

_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)[^`\n]+(?<!`)\1(?!`)")
_TAGS = re.compile(r"<[^<>]*>")
# What is no fence to Markdown for the words behind its language.
_UNREAD_FENCE = re.compile(r"^(?:`{3,}|~{3,})[ ]*[\w.+#-]+[ ]+([^\s`{][^`\n]*)$", re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}(\*?\[[^\]\n]{1,200}\]):", re.MULTILINE)
_PLACE = re.compile(r"\{(?:filename|static)\}\S*")
_UNDEFINED_NOTE = re.compile(r"\[\^[^\[\]\s]{1,200}\]")
# What can be nothing but the address of a link, where a space or another bracket stands before it.
_ADDRESS: Final = r"(?:https?://|www\.|mailto:|tel:|\.\.?/|#[a-z])[^\s()\[\]]{0,200}"
_UNREAD_LINK = re.compile(
    rf"\](?:\[[^\[\]]{{0,200}}\]|\([^\s()]{{1,200}}\)?| \({_ADDRESS}\)?)|\) ?\[{_ADDRESS}\]?"
)
# Whoever writes two behind the colon knows how they are written.
_FILE_PATH = re.compile(r"(?<![^\W\d_])[A-Za-z]:\\(?!\\)(?=\S{0,99}\w)[^\s<>\"|?]{0,200}[\w*]")
_BEFORE_SIGN = re.compile(r"\\[*_{}\[\]()>#+.!`-]")
_ESCAPED = re.compile(r"\\\[[^\[\]\n]{0,200}\]")
_UNKNOWN: Final = "\ufffd"
_SHOWN: Final = 40
# So many faults of one sort are told, and so many passages looked for: each takes its time.
MOST_TOLD: Final = 20
_MOST_LOOKED_FOR: Final = 2000


class Misread(Struct, frozen=True):
    """What of a text Markdown reads otherwise than it is written.

    That are rows of tables with other columns, passages whose stars are lost, and items of lists
    with other numbers.
    """

    odd_rows: tuple[OddRow, ...] = ()
    lost_stars: tuple[str, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()


class Converted(Struct, frozen=True, dict=True):
    """A text, what Markdown made of it, and what is left of that when it is sanitised.

    `definitions` holds the label of every note, reference and abbreviation with its brackets, and
    whether anything in the text uses it.
    """

    text: str
    markup: str
    has_html: bool
    pieces: tuple[Piece, ...]
    definitions: tuple[tuple[str, bool], ...] = ()
    misread: Misread = Misread()

    @cached_property
    def source(self) -> str:
        """The text with nothing in the places of its code."""
        text = without_fenced(self.text)
        return _CODE_SPAN.sub("", text) if "`" in text else text

    def line(self, *needles: str) -> int:
        """The line on which the first of the patterns `needles` that is found ends, else 1."""
        found = (re.search(needle, self.source, re.IGNORECASE) for needle in needles)
        place = next((one.end() - 1 for one in found if one), 0)
        return self.source.count("\n", 0, place) + 1

    def line_of_words(self, words: str) -> int:
        """The line of `words` that are an address, but not that of a link, where there are such."""
        written = re.escape(words)
        # Looking back only where they are found keeps the search as quick as one for a text.
        back = f"(?s:.{{{len(words)}}})"
        no_link = rf"(?<![\[(<\"'=]{back})(?<!\]:{back})(?<!\]: {back})"
        return self.line(rf"{written}{no_link}(?![\w/])", written)


def faults_of(converted: Converted) -> tuple[Fault, ...]:
    """Everything that is lost from a text or left as it is written, each once."""
    searches = (
        _lost_elements(converted),
        *(_lost_html(converted) if converted.has_html else ()),
        _lost_options(converted),
        _links_without_words(converted),
        _left_as_written(converted),
        _definitions(converted),
        _hidden_references(converted),
        _odd_rows(converted),
        _lost_backslashes(converted),
        _lost_stars(converted),
        _renumbered(converted),
    )
    return tuple(dict.fromkeys(fault for found in searches for fault in islice(found, MOST_TOLD)))


def _lost_elements(converted: Converted) -> Iterator[Fault]:
    for name in dict.fromkeys(name.lower() for name in ELEMENT.findall(converted.markup)):
        if name not in TAGS:
            yield Fault("html-bi-bo", converted.line(f"<{re.escape(name)}"), name)


def _lost_html(converted: Converted) -> Iterator[Iterator[Fault]]:
    attributes, comments = lost_parts(converted.markup)
    yield (_attribute_fault(converted, one) for one in attributes)
    if "<!doctype" in converted.markup.lower():
        comments = (*comments, "doctype")
    yield (_comment_fault(converted, comment) for comment in comments)
    yield _left_out(converted)
    yield _unmatched_tags(converted)


def _lost_options(converted: Converted) -> Iterator[Fault]:
    """What stands behind a fence besides a language and an id."""
    if "```" not in converted.text and "~~~" not in converted.text:
        return
    line, done = 1, 0
    for place, name in fence_options(converted.text):
        line += converted.text.count("\n", done, place)
        done = place
        yield Fault("thuoc-tinh-bi-bo", line, name, "pre")
    for found in _UNREAD_FENCE.finditer(converted.source):
        line = converted.source.count("\n", 0, found.start()) + 1
        yield Fault("thuoc-tinh-bi-bo", line, found[1][:_SHOWN], "pre")


def _links_without_words(converted: Converted) -> Iterator[Fault]:
    for slot, after in pairwise(converted.pieces):
        if isinstance(slot, LinkSlot) and not slot.picture and isinstance(after, str):
            inside, end, _ = after.partition("</a>")
            # Without an end a picture follows, which has words of its own.
            if end and not _TAGS.sub("", html.unescape(inside.partition(">")[2])).strip():
                address = re.escape(slot.raw)
                empty = rf"\[(?:\s|&nbsp;)*\]\(\s*<?{address}"
                line = converted.line(empty, rf"<a\b[^<>]*{address}", address)
                yield Fault("lien-ket-khong-loi", line, slot.raw)


def _attribute_fault(converted: Converted, lost: LostAttribute) -> Fault:
    tag, name = lost.tag, re.escape(lost.name)
    # Another element may have the same attribute with a value that is kept, or begins alike.
    end = r"(?![^\s\"'>])" if len(lost.value) < _SHOWN else ""
    value = rf"\s*=\s*[\"']?{re.escape(lost.value[:_SHOWN])}{end}"
    exact = rf"<{tag}\b[^<>]*[\s\"'/]{name}(?={value})"
    second = rf"(?s:{exact}.*?){exact}" if lost.is_second else exact
    line = converted.line(second, exact, rf"<{tag}\b[^>]*[\s\"'/]{name}", name)
    return Fault("thuoc-tinh-bi-bo", line, lost.name, tag)


def _comment_fault(converted: Converted, comment: str) -> Fault:
    words = comment.strip()[:_SHOWN].strip("[]?- \n").partition("\n")[0]
    line = converted.line(rf"<[!?][^\w<]{{0,40}}{re.escape(words)}", "<[!?]")
    return Fault("chu-thich-html", line, words)


def _unmatched_tags(converted: Converted) -> Iterator[Fault]:
    """Each tag without its fellow, where it is written, else where one of its name first stands."""
    source = converted.source
    for tag, place in unmatched_tags(converted.markup, source):
        line = 0 if place is None else source.count("\n", 0, place) + 1
        yield Fault("the-khong-khop", line or converted.line(rf"{re.escape(tag)}\b"), f"{tag}>")


def _left_out(converted: Converted) -> Iterator[Fault]:
    """Cells that stand in no table, and pictures without an address."""
    clean = strings(converted.pieces)
    for name in parts_outside_tables(converted.markup, clean):
        place = place_outside_tables(converted.source, name)
        yield Fault("o-ngoai-bang", converted.source.count("\n", 0, place) + 1, name)
    if has_empty_picture(clean):
        yield Fault("anh-khong-tep", converted.line(r"<img\b(?![^>]*\bsrc\s*=)"))


def _left_as_written(converted: Converted) -> Iterator[Fault]:
    markup = strings(converted.pieces)
    if "{" not in markup and "[" not in markup:
        return
    words = uncoded_words(converted.pieces)
    for written in _few(_PLACE, words):
        yield Fault("cu-phap-lien-ket", converted.line_of_words(written), written)
    # What was written with \[ looks the same to readers, and is not the same in the source.
    for written in _few(_UNDEFINED_NOTE, words):
        if written in converted.source:
            yield Fault("chu-thich-thieu", converted.line(re.escape(written)), written)
    plain = ""
    for written in _few(_UNREAD_LINK, words):
        pattern = re.escape(written).replace("\\ ", r"\s+")
        plain = plain or _ESCAPED.sub("", converted.source)
        if "{" not in written and re.search(pattern, plain):
            yield Fault("cu-phap-lien-ket", converted.line(pattern), written)


def _hidden_references(converted: Converted) -> Iterator[Fault]:
    """References to what readers cannot see, or to what is no character.

    Those outside code are told with the other faults in letters. What looks like code there, and
    is none to Markdown, is told here.
    """
    if "&" not in converted.text:
        return
    markup = strings(converted.pieces)
    hidden = {*STRAY_INVISIBLE.findall(markup), *({_UNKNOWN} & set(markup))}
    if not (hidden := hidden.difference(converted.text)):
        return
    code_free = uncoded(converted.text, "vi")
    for found in REFERENCE.finditer(converted.text):
        char = html.unescape(found[0]) or _UNKNOWN
        char = _UNKNOWN if forbidden(char) else char
        is_told = char != _UNKNOWN and code_free[found.start()] == "&"
        if char in hidden and not is_told:
            line = converted.text.count("\n", 0, found.start()) + 1
            yield Fault("ma-ky-tu-an", line, found[0])


def _few(pattern: re.Pattern[str], words: str) -> Iterator[str]:
    """What `pattern` finds in `words`, each once."""
    found = (match[0] for match in pattern.finditer(words))
    return islice(dict.fromkeys(found), _MOST_LOOKED_FOR)


def _odd_rows(converted: Converted) -> Iterator[Fault]:
    lines = converted.source.split("\n") if converted.misread.odd_rows else []
    for row in converted.misread.odd_rows:
        written = _CODE_SPAN.sub("", row.written)
        line = line_of_row(lines, written, row.columns) or converted.line(re.escape(written))
        code = "o-bang-thua" if row.lost else "o-bang-hut"
        yield Fault(code, line, (row.lost or row.written)[:_SHOWN], str(row.columns))


def _lost_backslashes(converted: Converted) -> Iterator[Fault]:
    """Those of paths: Markdown takes a backslash before a sign for none."""
    if ":\\" not in converted.text:
        return
    words = html.unescape(strings(converted.pieces))
    for path in _few(_FILE_PATH, converted.source):
        sign = _BEFORE_SIGN.search(path)
        if sign and path[: sign.end()] not in words:
            yield Fault("gach-cheo-mat", converted.line(re.escape(path)), path[:_SHOWN])


def _lost_stars(converted: Converted) -> Iterator[Fault]:
    for passage in dict.fromkeys(converted.misread.lost_stars):
        yield Fault("dau-sao-mat", converted.line(re.escape(passage)), passage[:_SHOWN])


def _renumbered(converted: Converted) -> Iterator[Fault]:
    for item in converted.misread.renumbered:
        written = _CODE_SPAN.sub("", item.written).partition(STX)[0].strip()
        line = converted.line(rf"(?<![^\s>]){re.escape(written)}")
        yield Fault("so-muc-doi", line, written[:_SHOWN], str(item.shown))


def _definitions(converted: Converted) -> Iterator[Fault]:
    if "]:" not in converted.text:
        return
    first: dict[str, tuple[int, str]] = {}
    line, done = 1, 0
    for found in _DEFINITION.finditer(converted.source):
        line += converted.source.count("\n", done, found.start())
        done = found.start()
        if first.setdefault(_key(found[1]), (line, found[1]))[0] != line:
            yield Fault("dinh-nghia-trung", line, found[1])
    for label, used in converted.definitions:
        if not used and _key(label) in first:
            yield Fault("dinh-nghia-thua", *first[_key(label)])


def _key(label: str) -> str:
    """What Markdown knows a label by: those of references alone are the same in capitals."""
    return label if label.startswith(("*", "[^")) else label.lower()
