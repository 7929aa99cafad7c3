"""Tells whether markup is read again just as it is written, without reading it.

A browser makes other elements of those that cross, or stand where they may not. Those that stand
one in another as the lists here allow are never moved, closed or added by any rule of its parser,
so that most markup need not be parsed a second time to be sure of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_ATTRIBUTES: Final = r'(?: [a-z]+="[^"<>]*")*'
_TAG: Final = re.compile(rf"<(/?[a-z][a-z0-9]*){_ATTRIBUTES}>")
_SPACE: Final = r"[ \t\n\f]*"
# Words between the parts of a table are moved before it.
_LOOSE: Final = re.compile(
    rf"<(?:table|thead|tbody|tfoot|tr|/caption|/thead|/tbody|/tfoot|/tr|/td|/th){_ATTRIBUTES}>"
    rf"{_SPACE}[^ \t\n\f<]"
)
# The line end that a parser drops.
_DROPPED: Final = re.compile(rf"<pre{_ATTRIBUTES}>\n")
_VOID: Final = frozenset(("br", "hr", "img"))
_PHRASES: Final = frozenset(
    "a abbr b br cite code del dfn em i img ins kbd mark q s small span strong sub sup u var".split()
)
_FLOW: Final = _PHRASES | frozenset(
    "blockquote div dl figcaption figure h2 h3 h4 h5 h6 hr ol p pre table ul".split()
)
_ITEMS: Final = frozenset(("li",))
_ROWS: Final = frozenset(("tr",))
# What each element may hold; one that is not named here may stand nowhere.
_HELD: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        **dict.fromkeys(_PHRASES | {"p", "h2", "h3", "h4", "h5", "h6", "pre", "caption"}, _PHRASES),
        **dict.fromkeys(("blockquote", "div", "figcaption", "figure"), _FLOW),
        **dict.fromkeys(("dd", "dt", "li", "td", "th"), _FLOW),
        **dict.fromkeys(("ol", "ul"), _ITEMS),
        "dl": frozenset(("dd", "dt")),
        "table": frozenset(("caption", "tbody", "tfoot", "thead")),
        **dict.fromkeys(("tbody", "tfoot", "thead"), _ROWS),
        "tr": frozenset(("td", "th")),
    }
)


def is_read_as_written(markup: str) -> bool:
    """Whether parsing what the sanitiser wrote and writing it again surely changes nothing."""
    # Parsers turn the one into a line end, and may drop the other.
    if "\r" in markup or "\ufeff" in markup:
        return False
    tags = _TAG.findall(markup)
    if len(tags) != markup.count("<") or not _are_nested(tags):
        return False
    return not ("table" in tags and _LOOSE.search(markup)) and not (
        "pre" in tags and _DROPPED.search(markup)
    )


def _are_nested(tags: list[str]) -> bool:
    """Whether each tag of `tags` may stand where it does, and all that are opened are closed."""
    ends = [""]
    held = [_FLOW]
    for tag in tags:
        if tag[0] == "/":
            if ends.pop() != tag:
                return False
            held.pop()
        elif tag not in held[-1] or (tag == "a" and "/a" in ends):
            return False
        elif tag not in _VOID:
            ends.append(f"/{tag}")
            held.append(_HELD[tag])
    return len(ends) == 1
