"""Writes Vietnamese in the encodings from before Unicode."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_SMALL: Final = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
# The bytes of these letters, as Latin-1 shows them.
_TCVN3: Final = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ"
_VISCII: Final = (
    "àäãáÕå¢ÆÇ¡£â¥¦ç¤§ðèë¨é©ê«¬\xadª®ìïîí¸òöõó÷ô°±²¯µ½¶·Þ¾þùüûúøß×ØæÑñÏÖÛýÜ"
    "ÀÄÃÁ\x80Å\x82\x02\x05\x81\x83Â\x85\x86\x06\x84\x87ÐÈË\x88É\x89Ê\x8b\x8c\x8d\x8a\x8e"
    "Ì\x9bÎÍ\x98Ò\x99\xa0Ó\x9aÔ\x90\x91\x92\x8f\x93´\x96\x97³\x95\x94Ù\x9c\x9dÚ\x9e¿»¼ÿº¹"
    "\x9f\x14\x19Ý\x1e"
)
# TCVN3 has no capitals with tones: fonts of capitals show the small letters.
_TCVN3_CAPITALS: Final = MappingProxyType(dict(zip("ĂÂĐÊÔƠƯ", "¡¢§£¤¥¦", strict=True)))
# VNI writes a letter and then its mark, but for these letters.
_VNI_WHOLE: Final = MappingProxyType(dict(zip("đơưỉĩịỵ", "ñôöæóòî", strict=True)))
_VNI_MARKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "\u0300": "ø",
        "\u0301": "ù",
        "\u0309": "û",
        "\u0303": "õ",
        "\u0323": "ï",
        "\u0302": "â",
        "\u0302\u0300": "à",
        "\u0302\u0301": "á",
        "\u0302\u0309": "å",
        "\u0302\u0303": "ã",
        "\u0302\u0323": "ä",
        "\u0306": "ê",
        "\u0306\u0300": "è",
        "\u0306\u0301": "é",
        "\u0306\u0309": "ú",
        "\u0306\u0303": "ü",
        "\u0306\u0323": "ë",
    }
)
_HORN: Final = "\u031b"


def encode_legacy(text: str, encoding: str) -> bytes:
    """`text` in 'tcvn3', 'vni' or 'viscii'; letters that have no place there raise an error."""
    write = {"tcvn3": _tcvn3, "vni": _vni, "viscii": _viscii}[encoding]
    return "".join(map(write, unicodedata.normalize("NFC", text))).encode("latin-1")


def _tcvn3(letter: str) -> str:
    tones = dict(zip(_SMALL, _TCVN3, strict=True))
    return _TCVN3_CAPITALS.get(letter) or tones.get(letter.lower(), letter)


def _viscii(letter: str) -> str:
    return dict(zip(_SMALL + _SMALL.upper(), _VISCII, strict=True)).get(letter, letter)


def _vni(letter: str) -> str:
    written = _vni_small(letter.lower())
    return written.upper() if letter.isupper() else written


def _vni_small(letter: str) -> str:
    if letter in _VNI_WHOLE:
        return _VNI_WHOLE[letter]
    base, *marks = list(unicodedata.normalize("NFD", letter))
    if letter in "íì" or not marks:
        return letter
    if _HORN in marks:
        marks.remove(_HORN)
        base = _VNI_WHOLE[{"o": "ơ", "u": "ư"}[base]]
    # The circumflex or breve first: in Unicode a dot below comes before them.
    ordered = sorted(marks, key=lambda mark: mark not in "\u0302\u0306")
    return base + _VNI_MARKS["".join(ordered)]
