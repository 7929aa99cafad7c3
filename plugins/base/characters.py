"""The characters that content may not hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

# Controls, and the two line ends that editors do not see. Private use too: the converter marks
# places in a text with such characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)

# What Word's fonts of signs show as the mark of an item in a list.
_BULLETS: Final = frozenset("\uf0a7\uf0b7\uf0d8\uf0fc\uf02d\uf076")
_BEFORE = re.compile(r"\S{0,20}\Z")
_AFTER = re.compile(r"\S{0,20}")


def forbidden(text: str) -> re.Match[str] | None:
    """The first character of `text` that content may not hold."""
    # None of them can be printed, and most texts hold nothing else but line ends.
    return None if text.replace("\n", "").isprintable() else _FORBIDDEN.search(text)


def code_point(char: str) -> str:
    """The name of a character that cannot be shown, such as U+0000."""
    return f"U+{ord(char):04X}"


def forbidden_values(found: re.Match[str]) -> Mapping[str, str]:
    """What the problem `ky-tu-dieu-khien` tells of a character that `forbidden` found."""
    text = found.string[max(0, found.start() - 20) : found.start()]
    before, after = _BEFORE.search(text), _AFTER.match(found.string, found.end())
    words = [match[0] if match else "" for match in (before, after)]
    special = "bullet" if found[0] in _BULLETS else ""
    return {"found": f"⟨{code_point(found[0])}⟩".join(words), "special": special}
