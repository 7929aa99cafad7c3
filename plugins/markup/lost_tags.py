"""Elements that a browser leaves out for where they stand or what they lack."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_TABLE_PART: Final = re.compile(r"<(caption|tbody|td|tfoot|th|thead|tr)\b", re.IGNORECASE)
# The sanitiser has escaped < and > within attributes, and an address begins a slot.
_EMPTY_PICTURE: Final = re.compile(r"<img(?![^>]* src=\")[^>]*>")


def parts_outside_tables(markup: str, clean: str) -> tuple[str, ...]:
    """The parts of tables in `markup` that stand in none: `clean` is without them."""
    return tuple(_parts(markup) - _parts(clean))


def place_outside_tables(source: str, name: str) -> int:
    """Where the first `<name>` of `source` stands that is in no table, else 0."""
    depth = 0
    for found in re.finditer(rf"<(?:(/?)table|{name})\b", source, re.IGNORECASE):
        if found[1] is not None:
            depth = max(0, depth - 1) if found[1] else depth + 1
        elif not depth:
            return found.start()
    return 0


def has_empty_picture(clean: str) -> bool:
    """Whether a picture of `clean` has no address."""
    return _EMPTY_PICTURE.search(clean) is not None


def _parts(markup: str) -> Counter[str]:
    return Counter(name.lower() for name in _TABLE_PART.findall(markup))
