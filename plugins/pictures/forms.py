"""What a file is, by its bytes and by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from plugins.pictures.picture import Form

ENDINGS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        "png": "PNG",
        "jpg": "JPEG",
        "jpeg": "JPEG",
        "gif": "GIF",
        "webp": "WebP",
        "avif": "AVIF",
        "svg": "SVG",
    }
)
_PICTURES: Final[Mapping[Form, re.Pattern[bytes]]] = MappingProxyType(
    {
        "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
        "JPEG": re.compile(rb"\xff\xd8\xff"),
        "GIF": re.compile(rb"GIF8[79]a"),
        "WebP": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
        "AVIF": re.compile(rb".{4}ftypavi[fs]", re.DOTALL),
    }
)
_OTHERS: Final[Mapping[str, re.Pattern[bytes]]] = MappingProxyType(
    {
        "PDF": re.compile(rb"%PDF-"),
        "ZIP": re.compile(rb"PK(\x03\x04|\x05\x06)"),
        "RAR": re.compile(rb"Rar!\x1a\x07"),
        "7z": re.compile(rb"7z\xbc\xaf\x27\x1c"),
        "gzip": re.compile(rb"\x1f\x8b"),
        "EXE": re.compile(rb"MZ"),
        "ELF": re.compile(rb"\x7fELF"),
        "HEIC": re.compile(rb".{4}ftyp(hei[cx]|hevc|mif1|msf1)", re.DOTALL),
        "MP4": re.compile(rb".{4}ftyp", re.DOTALL),
        "TIFF": re.compile(rb"II\*\0|MM\0\*"),
        "BMP": re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL),
        "ICO": re.compile(rb"\x00\x00\x01\x00"),
        "PSD": re.compile(rb"8BPS"),
        "PHP": re.compile(rb"<\?php", re.IGNORECASE),
    }
)
_TEXT_HEAD: Final = 4096
_HTML: Final = re.compile(rb"<(!doctype\s+html|html|head|body|script|iframe|p|div)[\s>]")


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters, without the dot."""
    return name.rpartition(".")[2].lower()


def picture_form(data: bytes) -> Form | None:
    """The form of picture that `data` begins as."""
    for form, signature in _PICTURES.items():
        if signature.match(data):
            return form
    head = _text_head(data)
    start = head.find(b"<svg") if head.startswith(b"<") else -1
    return "SVG" if start >= 0 and not _HTML.search(head, 0, start) else None


def other_form(data: bytes) -> str:
    """The name of what `data` is in place of a picture, or an empty text."""
    for form, signature in _OTHERS.items():
        if signature.match(data):
            return form
    head = _text_head(data)
    if _HTML.search(head):
        return "HTML"
    return "XML" if head.startswith(b"<") else ""


def _text_head(data: bytes) -> bytes:
    return data[:_TEXT_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
