"""A server that answers whatever is asked is told in a sentence, not in one for each address."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from plugins.releases.findings import Finding

# Of addresses where there should be nothing. No intruder has pages at so many of them.
_MANY: Final = 40
_SHOWN: Final = 5


def alike(findings: Collection[Finding]) -> list[Finding]:
    """`findings`, but of too many addresses with pages only some, and a sentence that says so."""
    planted = sorted({one.path for one in findings if one.code == "planted-path"})
    if len(planted) < _MANY:
        return list(findings)
    # What they lead to is like them.
    linked = sorted({one.path for one in findings if one.code == "stranger"})
    left_out = {*planted[_SHOWN:], *linked[_SHOWN:]}
    shown = [one for one in findings if one.path not in left_out]
    return [Finding("", "answers-all", str(len(planted))), *shown]
