"""Mends the letters of content files where nobody can have meant what stands there."""

from __future__ import annotations

import codecs
import difflib
import html
import re
import stat
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from plugins.base.characters import code_point
from plugins.base.files import MAX_TEXT_BYTES, content_tree, replace_file
from plugins.base.located import LocatedYamlError, load_located
from plugins.base.problems import Problems
from plugins.builds.texts import is_below
from plugins.languages.invisible import INVISIBLE, without_invisible
from plugins.languages.lookalikes import plain_letters
from plugins.spelling.characters import STRANGE_SPACES
from plugins.spelling.encodings import recognise
from plugins.spelling.faults import mended
from plugins.spelling.prose import front_end
from plugins.spelling.report import kind_of

# Strange spaces, marks apart from their letters, and controls.
_HARD_TO_SEE: Final = re.compile(
    f"{INVISIBLE.pattern}|[{STRANGE_SPACES}\u0300-\u036f\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
# What Word writes for a new page, and what ends a paragraph; within fields a space takes its place.
_PARAGRAPH_END: Final = re.compile("[\u2029\x0c]")
# What Word writes for a line end that is no paragraph's.
_SOFT_LINE_END: Final = re.compile("[\u2028\x0b]")
# Lines that are a heading, an item, a quotation or a row, or hold a link or code: they end where
# their line does.
_ONE_LINE: Final = re.compile(r"[ \t]|[#>:+*-]|[0-9]{1,9}[.)]|[^|\[`]*[|\[`]")
# A row of a table or an item, which a line end would cut, and what begins another thing.
_HOLDS: Final = re.compile(r"[ \t]*(?:[*+-]|[0-9]{1,9}[.)])[ \t]|[^|]*\|")
_BEGINS: Final = re.compile(r"[ \t]*(?:#|>|[*+-][ \t]|[0-9]{1,9}[.)][ \t])")
# Words that no sign of Markdown comes before, and no blank of a form.
_PLAIN_START: Final = re.compile(r"(?![0-9]{1,9}[.)])(?:[^\W_]|[“‘\"'(])|\Z")
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\r?\n.*?^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


class Fixed(Struct, frozen=True):
    """How many files were written, and which have letters that only an editor can mend."""

    count: int
    left: tuple[str, ...]


def fix_files(root: Path, wanted: Sequence[str], folder: str) -> Fixed:
    """Mend the texts and data below `root`, or those at `wanted`; print what changes.

    Links are neither followed nor changed, and a file keeps its line ends, its byte order mark and
    its permissions. One that would then say something else is left as it is.
    """
    problems = Problems()
    tree = content_tree(root, problems)
    count = 0
    left: list[str] = []
    for path in tree.files:
        if not path.endswith((".md", ".yaml")) or (wanted and not is_below(path, wanted)):
            continue
        data = tree.read_bytes(path, problems, MAX_TEXT_BYTES)
        if data is None or (fixed := fixed_bytes(data, path)) == data:
            continue
        if not _says_the_same(data, fixed, path):
            left.append(path)
            continue
        place = tree.place(path)
        replace_file(place, fixed, stat.S_IMODE(place.lstat().st_mode))
        sys.stdout.write(difference(data, fixed, f"{folder.rstrip('/')}/{path}"))
        count += 1
    sys.stdout.flush()
    return Fixed(count, tuple(left))


def fixed_bytes(data: bytes, path: str) -> bytes:
    """The bytes of a file in UTF-8 with its letters mended; `data` where that is not safe."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = _text_of(data[len(mark) :])
    if text is None:
        return data
    return mark + mended(_with_plain_line_ends(text, path), kind_of(path)).encode()


def _with_plain_line_ends(text: str, path: str) -> str:
    fields = _FRONT_MATTER.match(text)
    end = len(text) if path.endswith(".yaml") else fields.end() if fields else 0
    line_end = "\r\n" if "\r\n" in text else "\n"
    head = _SOFT_LINE_END.sub(" ", _PARAGRAPH_END.sub(" ", text[:end]))
    lines = "\n".join(_with_ends(line, line_end) for line in text[end:].split("\n")).split("\n")
    return head + "\n".join(_with_soft_ends(line, line_end) for line in lines)


def _with_ends(line: str, line_end: str) -> str:
    """`line` with an empty line for each end of a paragraph, or a space within a row or an item."""
    first, *others = _PARAGRAPH_END.split(line)
    is_held = bool(others) and _HOLDS.match(first) is not None
    parts = (
        f" {words}" if is_held and not _BEGINS.match(words) else line_end * 2 + words
        for words in others
    )
    return "".join((first, *parts))


def _with_soft_ends(line: str, line_end: str) -> str:
    """`line` with a line end for each soft one, or a space where another line is another thing."""
    first, *others = _SOFT_LINE_END.split(line)
    is_one = bool(others) and _ONE_LINE.match(line) is not None
    parts = (
        line_end + words if not is_one and _PLAIN_START.match(words) else f" {words}"
        for words in others
    )
    return "".join((first, *parts))


def _says_the_same(data: bytes, fixed: bytes, path: str) -> bool:
    """Whether the YAML of a file reads as before but for its letters; broken YAML says nothing."""
    before = _yaml_of(_text_of(data.removeprefix(codecs.BOM_UTF8)) or "", path)
    try:
        old = load_located(before).data
    except LocatedYamlError:
        return True
    try:
        new = load_located(_yaml_of(fixed.decode("utf-8-sig"), path)).data
    except LocatedYamlError:
        return False
    return bool(_without_letters(old) == _without_letters(new))


def _yaml_of(text: str, path: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if path.endswith(".yaml"):
        return text
    lines = text[: front_end(text)].split("\n")
    return "\n".join(line for line in lines if line.rstrip() != "---")


def _without_letters(data: Any) -> Any:
    """`data` without what mending changes in its texts: the forms of letters, and spaces."""
    if isinstance(data, dict):
        return [(_without_letters(key), _without_letters(value)) for key, value in data.items()]
    if isinstance(data, list):
        return [_without_letters(item) for item in data]
    plain = plain_letters(without_invisible(html.unescape(data)))
    return unicodedata.normalize("NFC", "".join(plain.split()))


def _text_of(data: bytes) -> str | None:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" not in text:
        return text
    found = recognise(data)
    return found.text if found and found.sure else None


def difference(old: bytes, new: bytes, name: str) -> str:
    """A unified difference in which characters that cannot be seen are named.

    Of a file in another encoding it shows every line that is written otherwise now.
    """
    before, after = _lines(old), _lines(new)
    if encoding := _old_encoding(old):
        heads = [f"--- {name} ({encoding})", f"+++ {name} (UTF-8)"]
        lines = [*heads, *(f"+{line}" for line in after if not line.isascii())]
    else:
        lines = list(difflib.unified_diff(before, after, name, name, n=1, lineterm=""))
    return "".join(f"{_visible(line)}\n" for line in lines)


def _old_encoding(data: bytes) -> str:
    """The encoding of a file that is not in UTF-8."""
    try:
        is_utf8 = "\0" not in data.decode()
    except UnicodeDecodeError:
        is_utf8 = False
    found = None if is_utf8 else recognise(data)
    return found.encoding if found else ""


def _lines(data: bytes) -> list[str]:
    return data.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _visible(line: str) -> str:
    return _HARD_TO_SEE.sub(lambda match: f"⟨{code_point(match[0])}⟩", line)
