"""Vietnamese text in the encodings from before Unicode: TCVN3 (ABC), VNI and VISCII.

Such text is handled as Latin-1 shows its bytes: 'ChÝnh phñ', 'Chính phuû', 'Chính phü'.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from operator import and_, or_
from types import MappingProxyType
from typing import Final

_SMALL: Final = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
# TCVN 5712:1993 in the form VN3, in the order of _SMALL; capitals with tones have no bytes.
_TCVN3: Final = bytes.fromhex(
    "b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbaecccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9ac"
    "eaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfe"
)
_TCVN3_CAPITALS: Final = str.maketrans("¡¢£¤¥¦§", "ĂÂÊÔƠƯĐ")
# RFC 1456, in the order of _SMALL and then of its capitals.
_VISCII: Final = bytes.fromhex(
    "e0e4e3e1d5e5a2c6c7a1a3e2a5a6e7a4a7f0e8eba8e9a9eaabacadaaaeecefeeedb8f2f6f5f3f7f4b0b1b2afb5bd"
    "b6b7debefef9fcfbfaf8dfd7d8e6d1f1cfd6dbfddc"
    "c0c4c3c180c58202058183c28586068487d0c8cb88c989ca8b8c8d8a8ecc9bcecd98d299a0d39ad49091928f93b4"
    "9697b39594d99c9dda9ebfbbbcffbab99f1419dd1e"
)
# What VNI writes for a letter alone, and after a letter for each of its marks.
_VNI_WHOLE: Final = dict(zip("ñôöæóòî", "đơưỉĩịỵ", strict=True))
_TONES: Final = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_VNI_TONES: Final = dict(zip("øùûõï", _TONES[1:], strict=True))
_VNI_CIRCUMFLEX: Final = {
    mark: f"\u0302{tone}" for mark, tone in zip("âàáåãä", _TONES, strict=True)
}
_VNI_BREVE: Final = {mark: f"\u0306{tone}" for mark, tone in zip("êèéúüë", _TONES, strict=True)}
_WORD: Final = re.compile(r"[^\s!-@\[-`{-~]+")
_LATIN_SMALL: Final = re.compile("[a-z]")
_LONE_CAPITAL: Final = re.compile("[^A-Za-z]*[A-Z][^A-Za-z]*")
_LATIN_CAPITALS: Final = re.compile("[A-Z].*[A-Z]", re.DOTALL)


def from_tcvn3(text: str) -> str:
    """`text` read as TCVN3.

    A letter with a tone is a capital where its word is written in capitals: 'CHÝNH' is 'CHÍNH'. So
    is that of a word with a single other letter among such words: 'D¢N X·' is 'DÂN XÃ'.
    """
    words = _WORD.findall(text)
    large = [bool(_LATIN_CAPITALS.search(word)) and not _LATIN_SMALL.search(word) for word in words]
    among = map(and_, (True, *large), (*large[1:], len(large) > 1))
    lone = (_LONE_CAPITAL.fullmatch(word) is not None for word in words)
    capitals = map(or_, large, map(and_, lone, among))
    return _WORD.sub(lambda match: _tcvn3_word(match[0], capital=next(capitals)), text)


def _tcvn3_word(word: str, *, capital: bool) -> str:
    read = word.translate(_FROM_TCVN3)
    return read.upper() if capital else read


def from_viscii(text: str) -> str:
    """`text` read as VISCII."""
    return text.translate(_FROM_VISCII)


def from_vni(text: str) -> str:
    """`text` read as VNI, which writes a letter and then its mark."""
    return _VNI_LETTER.sub(lambda match: _FROM_VNI[match[0]], text)


def _vni_pairs() -> Iterator[tuple[str, str]]:
    yield from _VNI_WHOLE.items()
    toned = [(base, base) for base in "aeiouy"] + [("ô", "ơ"), ("ö", "ư")]
    for marks, bases in ((_VNI_TONES, toned), (_VNI_CIRCUMFLEX, "aeo"), (_VNI_BREVE, "a")):
        for base in bases:
            for written, mark in marks.items():
                yield base[0] + written, unicodedata.normalize("NFC", base[-1] + mark)


def _vni_table() -> Mapping[str, str]:
    small = dict(_vni_pairs())
    capitals = {pair.upper(): letter.upper() for pair, letter in small.items()}
    # A capital letter may be followed by the mark of a small one, as in 'Uûy'.
    first = {pair[0].upper() + pair[1:]: letter.upper() for pair, letter in small.items()}
    return MappingProxyType({**first, **capitals, **small})


_FROM_TCVN3: Final = {
    **str.maketrans(_TCVN3.decode("latin-1"), _SMALL),
    **_TCVN3_CAPITALS,
}
_FROM_VISCII: Final = str.maketrans(_VISCII.decode("latin-1"), _SMALL + _SMALL.upper())
_FROM_VNI: Final = _vni_table()
_VNI_LETTER: Final = re.compile("|".join(sorted(_FROM_VNI, key=len, reverse=True)))

# Each encoding by the name that people know it by.
LEGACY: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {"TCVN3 (ABC)": from_tcvn3, "VNI": from_vni, "VISCII": from_viscii}
)
