"""The words of a text that people read: code, addresses and file names are blanked."""

from __future__ import annotations

import re
from typing import Final

from plugins.spelling.fault import TextKind

# Inline code, the target of a link, and addresses.
_NO_PROSE: Final = re.compile(
    r"`[^`\n]+`|\{(?:filename|static)\}[^\s)\"'>]*|\b(?:https?://|www\.)[^\s<>\"')]+"
)
_INLINE_CODE: Final = re.compile("`[^`\n]+`")
_FRONT: Final = re.compile(r"---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|\Z)")
# What begins an item of a list, a definition or a note, to which indented lines belong.
_ITEM: Final = re.compile(r" {0,3}(?:[-*+:]|[0-9]+\.|\[\^[^\]]+\]:)[ \t]")
_INDENT: Final = 4
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


def front_end(text: str) -> int:
    """Where the front matter of `text` ends; 0 where there is none."""
    found = _FRONT.match(text)
    return found.end() if found else 0


def uncoded(text: str, kind: TextKind) -> str:
    """`text` with spaces for its code; as long, with the same lines."""
    if kind == "data":
        return _blanked(_INLINE_CODE, text)
    start = front_end(text)
    return text[:start] + _blanked(_INLINE_CODE, _without_indented(_without_fenced(text[start:])))


def _without_indented(text: str) -> str:
    lines = []
    after_blank, in_list, in_code = True, False, False
    for line in text.split("\n"):
        wide = line.expandtabs(_INDENT)
        indent = len(wide) - len(wide.lstrip(" "))
        is_blank = indent == len(wide)
        if not is_blank and indent < _INDENT:
            in_list = bool(_ITEM.match(line)) or (in_list and not after_blank)
        deep = indent >= (2 * _INDENT if in_list else _INDENT)
        in_code = is_blank or (deep and (after_blank or in_code))
        lines.append(" " * len(line) if in_code else line)
        after_blank = is_blank
    return "\n".join(lines)


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
