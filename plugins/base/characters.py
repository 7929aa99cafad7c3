"""The characters that content may not hold."""

from __future__ import annotations

import re

# Controls, and the two line ends that editors do not see. Private use too: the converter marks
# places in a text with such characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)


def forbidden(text: str) -> re.Match[str] | None:
    """The first character of `text` that content may not hold."""
    # None of them can be printed, and most texts hold nothing else but line ends.
    return None if text.replace("\n", "").isprintable() else _FORBIDDEN.search(text)


def code_point(char: str) -> str:
    """The name of a character that cannot be shown, such as U+0000."""
    return f"U+{ord(char):04X}"
