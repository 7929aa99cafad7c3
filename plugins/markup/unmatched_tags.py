"""Tags without their fellows, and where in a text they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from plugins.markup.sanitise import TAGS

ELEMENT: Final = re.compile(r"<([^\W\d_][^\s/>]*)")
_TAG = re.compile(r"""<(/?)([A-Za-z][^\s/>]*)(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*+>""")
# Behind a tag: what Markdown leaves as it is.
_WORDS = re.compile(r"[^<>&*_\[\]`\\!\n]{0,40}")
_VOID: Final = frozenset(("br", "hr", "img"))
_END_OPTIONAL: Final = frozenset("p li dt dd td th tr tbody thead tfoot caption".split())
_DEEPEST_MATCH: Final = 50


def unmatched_tags(markup: str, source: str) -> Iterator[tuple[str, int | None]]:
    """The tags (`<b`, `</b`) of `markup` without their fellows, each once, and where they stand.

    That is where `source` has one that is unmatched in it too, else where the same words follow;
    None where neither is found.
    """
    tags = _first_unmatched(markup)
    if not tags:
        return
    in_source = _first_unmatched(source)
    for tag, number in tags.items():
        if tag in in_source:
            yield tag, next(islice(_TAG.finditer(source), in_source[tag], None)).start()
        else:
            until = islice(_TAG.finditer(markup), number + 1)
            yield tag, _same_place([*until], [*_TAG.finditer(source)])


def _same_place(until: list[re.Match[str]], written: list[re.Match[str]]) -> int | None:
    """Where the last of the tags `until` is `written`: as many equal ones stand before it."""
    key = _key(until[-1])
    before = sum(_key(one) == key for one in until) - 1
    places = [one.start() for one in written if _key(one) == key]
    return places[before] if before < len(places) else None


def _key(tag: re.Match[str]) -> tuple[str, str]:
    words = _WORDS.match(tag.string, tag.end())
    return f"{tag[1]}{tag[2].lower()}", words[0].strip() if words else ""


def _first_unmatched(markup: str) -> dict[str, int]:
    """Each tag without its fellow, and which of all tags is the first such one."""
    found: dict[str, int] = {}
    for tag, number in _unmatched(markup):
        found.setdefault(tag, number)
    return found


def _unmatched(markup: str) -> Iterator[tuple[str, int]]:
    """The tags that are not closed (`<b`), and those that close nothing (`</b`), with their numbers."""
    opened: list[str] = []
    numbers: list[int] = []
    told: set[str] = set()
    lost = {name.lower() for name in ELEMENT.findall(markup)} - TAGS
    for number, (slash, written) in enumerate(_TAG.findall(markup)):
        # Thousands of one tag that nothing opens are passed over.
        if slash and written in told and len(opened) < _DEEPEST_MATCH and written not in opened:
            continue
        name = written.lower()
        if name in _VOID or (not slash and name not in TAGS):
            continue
        if not slash:
            opened.append(name)
            numbers.append(number)
        elif opened and name in opened[-_DEEPEST_MATCH:]:
            while (last := opened.pop()) != name:
                yield from _without_end(last, numbers.pop())
            numbers.pop()
        # The end of an element that is lost is lost with it.
        elif name not in told and name not in _END_OPTIONAL and name not in lost:
            told.add(name)
            yield f"</{name}", number
    for name, number in zip(opened, numbers, strict=True):
        yield from _without_end(name, number)


def _without_end(name: str, number: int) -> Iterator[tuple[str, int]]:
    if name not in _END_OPTIONAL:
        yield f"<{name}", number
