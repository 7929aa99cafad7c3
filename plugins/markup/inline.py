"""Markdown's inline stage, which tries a pattern only on a text that holds its signs."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, Pattern
from markdown.treeprocessors import Treeprocessor
from markdown.util import (
    INLINE_PLACEHOLDER,
    INLINE_PLACEHOLDER_PREFIX,
    INLINE_PLACEHOLDER_RE,
    STX,
    AtomicString,
)
from msgspec import Struct

_Node: TypeAlias = ET.Element | str
_Match: TypeAlias = tuple[_Node | None, int, int]

# What a text must hold for a pattern to match in it: any of these.
SIGNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "backtick": ("`",),
        "escape": ("\\",),
        "footnote": ("[^",),
        "reference": ("[",),
        "link": ("[",),
        "image_link": ("![",),
        "image_reference": ("![",),
        "short_reference": ("[",),
        "short_image_ref": ("![",),
        "autolink": ("://",),
        "automail": ("@",),
        "linebreak": ("  \n",),
        "html": ("<",),
        "entity": ("&",),
        "blank": ("__",),
        "em_strong": ("*", "_"),
    }
)
# They match nothing in a text that defines no reference.
_OF_REFERENCES: Final = ("reference", "image_reference", "short_reference", "short_image_ref")
# They look at nothing but what they take, which holds no other marks.
_SIMPLE: Final = ("escape", "entity")
# A text without any of these stays as it is: bare links and mail addresses stand in <>.
_ANY_SIGN: Final = ("*", "[", "_", "<", "&", STX, "`", "\\", "  \n")


class _Step(Struct, frozen=True):
    """One pattern, its place among all, and when it is worth a try."""

    index: int
    sign: str
    other_sign: str
    of_references: bool
    is_simple: bool
    matches: Callable[[str, int], Iterator[re.Match[str]]]
    handle: Callable[[re.Match[str], str], tuple[_Node | None, int | None, int | None]]

    def next(self, data: str, start: int) -> _Match | None:
        """The first place from `start` on that the pattern accepts."""
        for match in self.matches(data, start):
            node, begin, end = self.handle(match, data)
            if begin is not None and end is not None:
                return node, begin, end
        return None


class InlineStage(Treeprocessor):
    """Does what Markdown's own stage does, in the same order.

    It keeps no list of ancestors, for which none of our patterns asks.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        # Patterns look up under this name what was set aside.
        self.stashed_nodes: dict[str, _Node] = {}
        self._steps: tuple[_Step, ...] = _steps(md)
        self._in_use: tuple[_Step, ...] = self._steps
        self._references: Mapping[str, Any] = md.references

    def run(self, root: ET.Element) -> None:
        """Put the elements of all texts below `root` in their places."""
        self.stashed_nodes = {}
        self._in_use = tuple(
            step for step in self._steps if self._references or not step.of_references
        )
        parents = deque([root])
        while parents:
            self._children(parents.popleft(), parents)

    def _children(self, parent: ET.Element, parents: deque[ET.Element]) -> None:
        """The texts and tails of the children; what may hold more texts joins `parents`."""
        made: list[tuple[ET.Element, list[ET.Element]]] = []
        # The elements of a tail are put behind its child, and are reached by this loop too.
        for child in parent:
            text, tail = child.text, child.tail
            if text and _has_sign(text) and not isinstance(text, AtomicString):
                child.text = None
                nodes = self._spread(self._marked(text), child)
                parents.extend(nodes)
                made.append((child, nodes))
            if tail and _has_sign(tail):
                self._tail(parent, child, tail)
            if len(child):
                parents.append(child)
        for child, nodes in made:
            _insert(child, 0, nodes)

    def _tail(self, parent: ET.Element, child: ET.Element, tail: str) -> None:
        carrier = ET.Element("tail")
        child.tail = None
        nodes = self._spread(self._marked(tail), carrier, is_tail=True)
        if carrier.tail:
            child.tail = carrier.tail
        _insert(parent, _behind(parent, child), nodes)

    def _marked(self, data: str, first: int = 0) -> str:
        """`data` with marks in the places of all that the patterns from `first` on accept."""
        if isinstance(data, AtomicString):
            return data
        for step in self._in_use:
            if step.index >= first and (step.sign in data or step.other_sign in data):
                applied = self._simply_applied if step.is_simple else self._applied
                data = applied(step, data)
        return data

    def _simply_applied(self, step: _Step, data: str) -> str:
        """The same as `_applied`, in a time that grows with the number of places only."""
        parts: list[str] = []
        done = 0
        for match in step.matches(data, 0):
            node, begin, end = step.handle(match, data)
            if node is not None and begin is not None and end is not None:
                parts += (data[done:begin], self._set_aside(node))
                done = end
        return "".join((*parts, data[done:]))

    def _applied(self, step: _Step, data: str) -> str:
        start = 0
        while match := step.next(data, start):
            node, begin, end = match
            if node is None:
                start = end
                continue
            if not isinstance(node, str) and not isinstance(node.text, AtomicString):
                self._mark_inside(node, step.index)
            mark = self._set_aside(node)
            data = f"{data[:begin]}{mark}{data[end:]}"
            start = begin + len(mark)
        return data

    def _mark_inside(self, node: ET.Element, index: int) -> None:
        for child in (node, *node):
            if child.text and _has_sign(child.text):
                child.text = self._marked(child.text, index + 1)
            if child.tail and _has_sign(child.tail):
                child.tail = self._marked(child.tail, index)

    def _set_aside(self, node: _Node) -> str:
        name = f"{len(self.stashed_nodes):04}"
        self.stashed_nodes[name] = node
        return INLINE_PLACEHOLDER % name

    def _spread(self, data: str, parent: ET.Element, *, is_tail: bool = False) -> list[ET.Element]:
        """Write the words of `data` before, between and behind the elements that it marks."""
        nodes: list[ET.Element] = []
        said: list[str] = []

        def end_words() -> None:
            words = said[0] if len(said) == 1 else "".join(said)
            said.clear()
            if words and nodes:
                nodes[-1].tail = _joined(nodes[-1].tail, words)
            elif words and is_tail:
                parent.tail = _joined(parent.tail, words)
            elif words:
                parent.text = _joined(parent.text, words)

        *parts, last = INLINE_PLACEHOLDER_RE.split(data)
        for words, name in zip(parts[::2], parts[1::2], strict=True):
            node = self.stashed_nodes.get(name)
            if node is None:
                said.append(words + INLINE_PLACEHOLDER % name)
                continue
            # Crossed emphasis may cut a mark in two; what is left of it goes, as in Markdown.
            said.append(words.partition(INLINE_PLACEHOLDER_PREFIX)[0])
            if isinstance(node, str):
                said.append(node)
            else:
                end_words()
                self._spread_inside(node)
                nodes.append(node)
        said.append(AtomicString(last) if isinstance(data, AtomicString) else last)
        end_words()
        return nodes

    def _spread_inside(self, node: ET.Element) -> None:
        for child in (node, *node):
            text, tail = child.text, child.tail
            if tail and INLINE_PLACEHOLDER_PREFIX in tail:
                child.tail = None
                place = 0 if child is node else _behind(node, child)
                _insert(node, place, self._spread(tail, child, is_tail=True))
            if text and INLINE_PLACEHOLDER_PREFIX in text:
                child.text = None
                _insert(child, 0, self._spread(text, child))


def _steps(md: Markdown) -> tuple[_Step, ...]:
    """All patterns in their order; one whose signs are not known is an error."""
    patterns = md.inlinePatterns
    names = {id(patterns[name]): name for name in SIGNS}
    return tuple(
        _step(index, names[id(pattern)], pattern) for index, pattern in enumerate(patterns)
    )


def _step(index: int, name: str, pattern: Pattern) -> _Step:
    if not isinstance(pattern, InlineProcessor):
        raise TypeError(name)
    signs = SIGNS[name]
    return _Step(
        index,
        signs[0],
        signs[-1],
        name in _OF_REFERENCES,
        name in _SIMPLE,
        pattern.getCompiledRegExp().finditer,
        pattern.handleMatch,
    )


def _has_sign(text: str) -> bool:
    for sign in _ANY_SIGN:  # noqa: SIM110  a generator takes longer than all the signs
        if sign in text:
            return True
    return False


def _joined(words: str | None, more: str) -> str:
    return words + more if words else more


def _behind(parent: ET.Element, child: ET.Element) -> int:
    return list(parent).index(child) + 1


def _insert(parent: ET.Element, place: int, nodes: list[ET.Element]) -> None:
    for index, node in enumerate(nodes, place):
        parent.insert(index, node)
