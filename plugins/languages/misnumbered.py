"""What editors mean by a number that is not written as 15000 or 98.5."""

from __future__ import annotations

import re
from typing import Final

from plugins.languages.numbers import parse_number

_PERCENT: Final = re.compile(r"\s*%\Z")
_SPACES: Final = re.compile(r"(?<=[0-9])[ \u00a0](?=[0-9]{3}(?![0-9]))")
# Groups of three digits and a decimal part, as both languages write them.
_VIETNAMESE: Final = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_ENGLISH: Final = re.compile(r"-?[0-9]{1,3}(?:(?:,[0-9]{3})+\.[0-9]+|(?:,[0-9]{3}){2,})")
_WITH_COMMA: Final = re.compile(r"-?[0-9]+,[0-9]+")
# Fifteen thousand to an English eye, fifteen to a Vietnamese one.
_EITHER: Final = re.compile(r"-?[1-9][0-9]{0,2},[0-9]{3}")
_ZEROS: Final = re.compile(r"(?<![0-9.])0+(?=[0-9])")


def misnumbered(text: str) -> str:
    """How the number in `text` is written here; empty where nobody can tell."""
    plain = _SPACES.sub("", _PERCENT.sub("", text.strip()))
    if _EITHER.fullmatch(plain):
        return ""
    if _ENGLISH.fullmatch(plain):
        plain = plain.replace(",", "")
    elif _VIETNAMESE.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif _WITH_COMMA.fullmatch(plain):
        plain = plain.replace(",", ".")
    plain = _ZEROS.sub("", plain)
    try:
        parse_number(plain)
    except ValueError:
        return ""
    return plain
