"""What a server does with all that is asked is told once, and not for each address."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from msgspec.structs import replace

from plugins.releases.findings import Finding

# Of addresses. No intruder has pages at so many where there should be nothing.
_MANY: Final = 40
_SHOWN: Final = 5


def alike(findings: Collection[Finding]) -> list[Finding]:
    """`findings`, but for too many of a kind only some, or one, that says so of all."""
    return _of_strangers(_of_headers(findings))


def _of_headers(findings: Collection[Finding]) -> list[Finding]:
    """A header that is sent with many files is one of the server; cookies differ each time."""
    by_name: dict[str, list[Finding]] = {}
    for one in findings:
        if one.code == "strange-header":
            by_name.setdefault(one.detail.partition(":")[0], []).append(one)
    told = [one for one in findings if one.code != "strange-header"]
    for some in by_name.values():
        is_of_all = len({one.path for one in some}) >= _MANY
        told += [replace(min(some), path="")] if is_of_all else some
    return told


def _of_strangers(findings: Collection[Finding]) -> list[Finding]:
    """A server that answers whatever is asked is told in a sentence."""
    planted = sorted({one.path for one in findings if one.code == "planted-path"})
    if len(planted) < _MANY:
        return list(findings)
    # What they lead to is like them.
    linked = sorted({one.path for one in findings if one.code == "stranger"})
    left_out = {*planted[_SHOWN:], *linked[_SHOWN:]}
    shown = [one for one in findings if one.path not in left_out]
    return [Finding("", "answers-all", str(len(planted))), *shown]
