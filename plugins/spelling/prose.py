"""The words of a text that people read: code, addresses and file names are blanked."""

from __future__ import annotations

import re
from typing import Final

# Inline code, the target of a link, and addresses.
_NO_PROSE: Final = re.compile(
    r"`[^`\n]+`|\{(?:filename|static)\}[^\s)\"'>]*|\b(?:https?://|www\.)[^\s<>\"')]+"
)
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
# The English of a field: a value on its line, in braces, or in the deeper lines that follow.
_ENGLISH: Final = re.compile(
    r"^(?P<indent> *)(?:- )?en:[^\n]*(?:\n(?:(?P=indent) [^\n]*|(?=\n|\Z)))*"
    r"|(?<=[{,\s])en: *(?:\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[^,}\n]*)",
    re.MULTILINE,
)


_BLANK: Final = re.compile(r"[^\n]")


def prose_of(text: str, *, data: bool) -> str:
    """`text` with spaces for what no Vietnamese is written in; as long, with the same lines."""
    if "```" in text or "~~~" in text:
        text = _without_fenced(text)
    text = _blanked(_NO_PROSE, text)
    return _blanked(_ENGLISH, text) if data else text


def _without_fenced(text: str) -> str:
    lines = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        inside = bool(fence)
        if not fence and found:
            fence = found[1]
        elif fence and found and found[1].startswith(fence):
            fence = ""
        lines.append(" " * len(line) if inside or fence else line)
    return "\n".join(lines)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: _BLANK.sub(" ", match[0]), text)
