"""Markdown and HTML in the fields of a text, which readers see as they are written."""

from __future__ import annotations

import re
from typing import Final

# Whole pairs, tags, links and references only: stars, brackets and signs may be words.
_MARKUP: Final = re.compile(
    r"\*\*(?=[^\s*])[^*]{1,250}(?<=\S)\*\*|(?<!\w)__(?=\w)[^_]{1,250}(?<=\w)__(?!\w)"
    r"|</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]*)?/?>"
    r"|\[[^\[\]]{1,250}\]\([^()\s]{1,250}\)|`[^`]{1,250}`|&(?:#[0-9]{1,6}|[a-z]{2,8});"
)
# What is no word of any sentence: whoever writes it wants something done, or has copied a page.
_ACTIVE: Final = re.compile(
    r"</?(?:script|style|iframe|frame|frameset|object|embed|applet|svg|math)\b"
    r"|<[a-z][^<>]{0,250}?[\s/\"']on[a-z]{3,20}\s{0,9}=",
    re.IGNORECASE,
)
_SIGNS: Final = ("*", "_", "<", "](", "`", "&")


def markup_in(value: str) -> str:
    """The first markup in the value of a field; empty where there is none."""
    if not any(sign in value for sign in _SIGNS):
        return ""
    found = _MARKUP.search(value)
    return found[0] if found else ""


def active_markup_in(value: str) -> str:
    """The first markup in `value` that would do something if it were read; empty if there is none."""
    found = _ACTIVE.search(value) if "<" in value else None
    return found[0] if found else ""
