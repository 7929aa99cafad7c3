"""Words of a text as readers take them, whatever they were disguised with."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from plugins.languages.invisible import without_invisible
from plugins.languages.lookalikes import plain_letters
from plugins.languages.text import fold

# What an honest text consists of; one with any other character is normalised first.
_HONEST: Final = (
    "\t\n -~\u00a0°²³´·½ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9–—‘’“”…•→×≥≤©"
)
_UNUSUAL: Final = re.compile(f"[^{_HONEST}]")
# Letters of other Latin alphabets that look like those of Vietnamese with a horn, a breve or a bar.
_HORNED: Final = str.maketrans("ƣƢǎǍƌƋ", "ưƯăĂđĐ")
_FLAG_A: Final = 0x1F1E6
_FLAGS: Final = {_FLAG_A + number: chr(ord("a") + number) for number in range(26)}
# Marks that are left over when letters took theirs: strokes and rings set through words.
_LOOSE_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f]+"
)
# A sign that ends a thought is a token of its own, so that no phrase reaches across it.
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+|[,;:()!?\"“”…–—.](?=\s)|[(\"“”【】\[\]\n]")
# Letters of one syllable, or one alone, in brackets of their own.
_BRACKETED: Final = re.compile(r"[(\[{<«【]([^\W\d_]{1,7})[)\]}>»】]")
_LEET: Final = str.maketrans("0134578@$!€", "oieastbasie")
_LEET_SIGNS: Final = re.compile(r"(?<=[^\W\d_])[@$!€](?=[^\W\d_])|(?<=\w)[@€](?=\s|\Z)")


def normalise(text: str) -> str:
    """`text` in lower case, NFC, with look-alikes and styles as Latin, nothing invisible."""
    return text.lower() if is_usual(text) else _unusual(text)


def is_usual(text: str) -> bool:
    """Whether `text` has none but the characters of an honest text: lower case is all it needs."""
    return _UNUSUAL.search(text) is None


def _unusual(text: str) -> str:
    visible = without_invisible(unicodedata.normalize("NFKC", without_invisible(text)))
    latin = plain_letters(visible.translate(_FLAGS).translate(_HORNED))
    # An accent typed after its letter joins it; 'i\u0307' is what İ leaves in lower case.
    joined = unicodedata.normalize("NFC", latin.lower().replace("i\u0307", "i"))
    return _LOOSE_MARKS.sub("", joined)


def is_disguised(text: str) -> bool:
    """Whether letters of `text` are look-alikes or styled, or hold something invisible."""
    if is_usual(text):
        return False
    return normalise(text) != unicodedata.normalize("NFC", text).lower()


def tokens(normalised: str) -> list[str]:
    """The words and numbers of a normalised text, and the signs between its thoughts."""
    if "@" in normalised or "$" in normalised or "!" in normalised or "€" in normalised:
        normalised = _LEET_SIGNS.sub(lambda match: match[0].translate(_LEET), normalised)
    return _TOKEN.findall(normalised)


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """`word` without marks; Latin letters of other languages lose their strokes too."""
    return word if word.isascii() else fold(word).translate(_STROKES)


def without_marks(text: str) -> str:
    """`text` as it is written without marks, its capitals kept."""
    return "".join(
        bare(sign) if sign.islower() else bare(sign.lower()).upper() if sign.isupper() else sign
        for sign in text
    )


def without_brackets(text: str) -> str:
    """`text` with short words and pieces of words out of the brackets that they stand in alone."""
    return _BRACKETED.sub(r"\1", text)


def unleet(word: str) -> str:
    """`word` with the digits that stand for letters as these."""
    return word.translate(_LEET)


_STROKES: Final = str.maketrans("łøħŧƀɨʉ", "lohtbiu")
