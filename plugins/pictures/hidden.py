"""Looks for what hides in a picture: a web page, a program, an archive, a document."""

from __future__ import annotations

import re
from typing import Final

from plugins.pictures.picture import Container

# Long enough that they stand in no compressed pixels by chance.
_ANYWHERE: Final = (b"<script", b"<iframe", b"<!doctype", b"javascript:")
# In metadata and behind the end of the picture.
_BESIDE = re.compile(rb"<(?:svg|html|head|body|object|embed|\?php)[\s>]")
# A GIF that is JavaScript too: a name, which its width, its height and what follows go on with.
# A comment, a text or a pattern that begins there swallows all that is no source behind it.
_SOURCE: Final = rb"[\t-\r -~\x80-\xff]"
_BEHIND_A_NAME: Final = rb"[=/;(.,\[?:+\-*&|^<>%!`\t-\r ]"
_OF_A_NAME: Final = rb"[\w$\\\x80-\xff]"
_SCRIPT = re.compile(
    rb"GIF8[79]a(?:/\*|%(behind)b%(source)b{3}"
    rb"|(?:%(behind)b|%(name)b)(?:%(source)b{0,4}[\"'`/]|%(source)b{6}))"
    % {b"source": _SOURCE, b"behind": _BEHIND_A_NAME, b"name": _OF_A_NAME},
    re.DOTALL,
)
# The same of WebP and JPEG, whose first length goes on with the name: it opens a comment, a text or
# a pattern that ends before words. Lengths of honest pictures do so once in ten thousand.
_SWALLOWING = re.compile(
    rb"(?:RIFF|\xff\xd8\xff[\x80-\xff])%(behind)b?"
    rb"(?:/\*(?:(?!\*/).)*\*/|//[^\r\n]*|([\"'`/])(?:(?!\1)[^\\]|\\.)*\1)[\t-\r -~]{6}"
    % {b"behind": _BEHIND_A_NAME},
    re.DOTALL,
)
# A text behind a name calls it, which must be made elsewhere in the file.
_CALL = re.compile(rb"GIF8[79]a`")
_MAKERS: Final = (b"function", b"import")
_PDF: Final = b"%PDF-"
# Readers of PDF look no further for its beginning.
_PDF_HEAD: Final = 1024
_ZIP_END: Final = b"PK\x05\x06"
_ZIP_ENTRY: Final = b"PK\x01\x02"


def hidden_content(data: bytes, container: Container) -> str:
    """What hides in the picture `data` of these parts, as a word, or an empty text."""
    small = data.lower()
    for words in _ANYWHERE:
        if words in small:
            return words.decode()
    for part in container.parts:
        found = None if part.role == "pixels" else _BESIDE.search(part.data.lower())
        if found:
            return found[0][:-1].decode()
    if _is_script(data) or _SWALLOWING.match(container.cleaned()):
        return "JavaScript"
    if _PDF in data[:_PDF_HEAD]:
        return "PDF"
    return "ZIP" if _has_zip(data) else ""


def _is_script(data: bytes) -> bool:
    """Whether the GIF in `data` may be read as JavaScript; no honest one is so wide and high."""
    if _SCRIPT.match(data):
        return True
    return _CALL.match(data) is not None and any(one in data for one in _MAKERS)


def _has_zip(data: bytes) -> bool:
    """Whether the directory of a ZIP archive stands in `data` (APPNOTE 6.3.10, 4.3.16)."""
    place = data.find(_ZIP_END)
    while place >= 0:
        length = int.from_bytes(data[place + 12 : place + 16], "little")
        if length and data.startswith(_ZIP_ENTRY, max(0, place - length)):
            return True
        place = data.find(_ZIP_END, place + 1)
    return False
