"""Mends the letters of content files where nobody can have meant what stands there."""

from __future__ import annotations

import codecs
import difflib
import re
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from plugins.base.characters import code_point
from plugins.base.files import MAX_TEXT_BYTES, content_tree, replace_file
from plugins.base.problems import Problems
from plugins.builds.conversions import is_below
from plugins.languages.invisible import INVISIBLE
from plugins.spelling.encodings import recognise
from plugins.spelling.faults import mended
from plugins.spelling.report import kind_of

# Spaces that do not break, marks apart from their letters, and controls.
_HARD_TO_SEE: Final = re.compile(
    f"{INVISIBLE.pattern}|[\u00a0\u202f\u0300-\u036f\x00-\x08\x0b-\x1f\x7f-\x9f]"
)


def fix_files(root: Path, wanted: Sequence[str], folder: str) -> int:
    """Mend the texts and data below `root`, or those at `wanted`; print what changes.

    Returns the number of files that were written. Links are neither followed nor changed, and a
    file keeps its line ends, its byte order mark and its permissions.
    """
    problems = Problems()
    tree = content_tree(root, problems)
    count = 0
    for path in tree.files:
        if not path.endswith((".md", ".yaml")) or (wanted and not is_below(path, wanted)):
            continue
        data = tree.read_bytes(path, problems, MAX_TEXT_BYTES)
        if data is None:
            continue
        fixed = fixed_bytes(data, path)
        if fixed != data:
            place = tree.place(path)
            replace_file(place, fixed, stat.S_IMODE(place.lstat().st_mode))
            sys.stdout.write(difference(data, fixed, f"{folder.rstrip('/')}/{path}"))
            count += 1
    sys.stdout.flush()
    return count


def fixed_bytes(data: bytes, path: str) -> bytes:
    """The bytes of a file in UTF-8 with its letters mended; `data` where that is not safe."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = _text_of(data[len(mark) :])
    return data if text is None else mark + mended(text, kind_of(path)).encode()


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
    """A unified difference in which characters that cannot be seen are named."""
    lines = difflib.unified_diff(_lines(old), _lines(new), name, name, n=1, lineterm="")
    return "".join(f"{_visible(line)}\n" for line in lines)


def _lines(data: bytes) -> list[str]:
    return data.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _visible(line: str) -> str:
    return _HARD_TO_SEE.sub(lambda match: f"⟨{code_point(match[0])}⟩", line)
