"""Characters that readers do not see: they part words for programs and hide text from people."""

from __future__ import annotations

import re
from typing import Final

# Soft hyphen, combining grapheme joiner, Arabic letter mark, Hangul fillers, Khmer vowels without a
# sound, Mongolian selectors and separator, zero-width spaces and joiners, marks of direction, word
# joiner and invisible operators, Braille blank, variation selectors, byte order mark, interlinear
# marks, object replacement, marks of shorthand and of music, tags.
_CLASS: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# What a joiner or a selector may follow in the picture of an emoji: a symbol, a digit or sign of a
# key cap, a tone of skin, or another selector.
_EMOJI: Final = (
    "#*0-9\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf"
    "\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
# Arabic (Persian, Urdu), Syriac, N'Ko, the scripts of India, Tibetan, Burmese, Khmer, Mongolian.
_JOINING: Final = (
    "\u0620-\u06ff\u0710-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17dd\u1807-\u18aa\ua8e0-\ua8ff"
    "\ufb50-\ufdff\ufe70-\ufefc"
)
# Scripts without spaces between words, in which one of no width tells where a line may end: Thai,
# Lao, Burmese, Khmer.
_UNSPACED: Final = "\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17f9"

# Every one, to be taken out before two texts are compared.
INVISIBLE: Final = re.compile(f"[{_CLASS}]")
# Those that a text should not hold: what joins and parts the letters and words of such scripts, or makes up an emoji (joiners, selectors, the tags of the
# flags of Wales and its neighbours) is passed over.
STRAY_INVISIBLE: Final = re.compile(
    f"(?!(?<=[{_JOINING}])[\u200c\u200d]|(?<=[{_UNSPACED}])\u200b(?=[{_UNSPACED}])|(?<=[\u1820-\u18aa])[\u180b-\u180f]|(?<=[{_EMOJI}])[\ufe0e\ufe0f]|(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])"
    f"|(?<=[\U0001f3f4\U000e0020-\U000e007e])[\U000e0020-\U000e007f])[{_CLASS}]"
)


def without_invisible(text: str) -> str:
    """`text` without any character that cannot be seen."""
    return text if text.isascii() else INVISIBLE.sub("", text)
