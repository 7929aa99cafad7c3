"""What the style sheets and styles of an SVG picture say of its elements.

Selectors of names, classes and ids are followed, also one within another. Any other is refused where
it says something that counts, since nobody could tell what it hides.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, Protocol, TypeAlias

from msgspec import Struct, field

from plugins.pictures.picture import PictureError
from plugins.pictures.svg_values import is_known

# Stands for a value that cannot be told.
UNKNOWN: Final = "?"
_SELECTOR = re.compile(r"(\*|[a-z][\w-]*)?((?:[.#][a-z_-][\w-]*)*)\Z", re.IGNORECASE)
_ENDING = re.compile(r"[.#][\w-]+")
_JOINTS = re.compile(r"\s*(>)\s*|\s+")
# It selects nothing in a picture that nobody touches.
_OF_A_HAND = re.compile(r":(?:hover|active|focus)\b", re.IGNORECASE)
# As an attribute it turns each letter where it stands.
_GLYPH_TURNS: Final = "rotate"
_MOST_SELECTORS: Final = 5000
# How often an element is held against a part of a selector of several.
_MOST_LOOKS: Final = 100_000

Values = dict[str, str]
# Ids, classes and names in a selector: more of the first win over any of those behind.
_Weight: TypeAlias = tuple[int, int, int]
# Which of two values wins: by the weight of the selector, then by the place of the rule.
_Told: TypeAlias = dict[str, tuple[_Weight, int, str]]


class Named(Protocol):
    """An element around another."""

    @property
    def name(self) -> str:
        """What it is."""

    @property
    def attributes(self) -> Mapping[str, str]:
        """What it says."""


class Declared(Struct, frozen=True):
    """Properties with their values; those marked as important win over all others."""

    plain: Values = field(default_factory=dict)
    important: Values = field(default_factory=dict)


class _Part(Struct, frozen=True):
    """One part of a selector: a name or none, and classes and ids."""

    name: str
    endings: frozenset[str]

    def selects(self, element: Named) -> bool:
        """Whether it selects an element by itself."""
        if self.name not in ("", element.name):
            return False
        return not self.endings or self.endings.issubset(_endings(element.attributes))


class _Rule(Struct):
    """What is said under one selector: its parts, what stands before each, and the values."""

    parts: Sequence[_Part]
    joints: Sequence[str]
    weight: _Weight
    plain: _Told = field(default_factory=dict)
    important: _Told = field(default_factory=dict)

    def add(self, declared: Declared, place: int) -> None:
        """The selector stands once more, with these values."""
        for told, values in (self.plain, declared.plain), (self.important, declared.important):
            told.update((one, (self.weight, place, value)) for one, value in values.items())

    def selects(self, row: Sequence[Named]) -> bool:
        """Whether it selects the last of `row`, each of which stands in the one before it."""
        if not self.parts[-1].selects(row[-1]):
            return False
        places = [len(row) - 1]
        for part, joint in zip(self.parts[-2::-1], self.joints[::-1], strict=True):
            inner = range(max(places, default=0)) if joint != ">" else (one - 1 for one in places)
            places = [one for one in inner if one >= 0 and part.selects(row[one])]
        return bool(places)


class Sheets(Struct):
    """All rules that say something of the properties that are `followed`."""

    followed: Collection[str]
    rules: dict[str, _Rule] = field(default_factory=dict)
    # Those of several parts, by what the last of these selects at least.
    inner: dict[str, dict[str, _Rule]] = field(default_factory=dict)
    selectors: int = 0
    looks: int = 0

    def read(self, sheet: str, line: int) -> None:
        """Add the rules of a style sheet that ends on `line`."""
        for rule in sheet.split("}"):
            written, _, body = rule.partition("{")
            selectors = {one: None for one in map(str.strip, written.split(",")) if one}
            self.selectors += len(selectors)
            if self.selectors > _MOST_SELECTORS:
                raise PictureError("svg-qua-nang", line)
            declared = declarations(body, self.followed)
            if declared.plain or declared.important:
                for selector in selectors:
                    self._add(selector, declared, line)

    def of(self, element: Named, above: Sequence[Named] | None) -> Values:
        """The followed properties of an element in small letters, as a browser finds them.

        Where it stands is told by those `above` it; None where browsers differ.
        """
        attributes = element.attributes
        names = (one for one in attributes if one in self.followed and one != _GLYPH_TURNS)
        written = ((one, attributes[one].strip().lower()) for one in names)
        found = {one: value for one, value in written if is_known(one, value, is_attribute=True)}
        style = declarations(attributes.get("style", ""), self.followed)
        if not (self.rules or self.inner):
            return found | style.plain | style.important
        rules = self._rules(element, above)
        found.update(_winning(one.plain for one in rules))
        found.update(style.plain)
        found.update(_winning(one.important for one in rules))
        if self.inner and above is None:
            for rule in self._inner(element):
                found.update(dict.fromkeys((*rule.plain, *rule.important), UNKNOWN))
        found.update(style.important)
        return found

    def _add(self, selector: str, declared: Declared, line: int) -> None:
        written = [one or " " for one in _JOINTS.split(selector)]
        parts = [_part(one) for one in written[::2]]
        known = [one for one in parts if one]
        if len(known) < len(parts):
            if _OF_A_HAND.search(selector):
                return
            values = {"name": "style", "value": selector}
            raise PictureError("svg-gia-tri-cam", line, special="css", **values)
        last = known[-1]
        if len(known) == 1 and len(last.endings) <= 1:
            rules, key = self.rules, last.name + "".join(last.endings) or "*"
        else:
            least = min(last.endings, default="") or last.name or "*"
            rules, key = self.inner.setdefault(least, {}), "".join(written)
        rule = rules.setdefault(key, _Rule(known, written[1::2], _weight(known)))
        rule.add(declared, self.selectors)

    def _rules(self, element: Named, above: Sequence[Named] | None) -> list[_Rule]:
        """The rules of an element."""
        endings = _endings(element.attributes)
        named = (f"{element.name}{one}" for one in endings)
        keys = ("*", element.name, *endings, *named)
        found = [self.rules[one] for one in keys if one in self.rules]
        if self.inner and above is not None:
            row = [*above, element]
            found += [one for one in self._inner(element) if one.selects(row)]
        return found

    def _inner(self, element: Named) -> list[_Rule]:
        """The rules of several parts that may be some of an element."""
        keys = ("*", element.name, *_endings(element.attributes))
        found = [one for key in keys for one in self.inner.get(key, {}).values()]
        self.looks += sum(len(one.parts) for one in found)
        if self.looks > _MOST_LOOKS:
            raise PictureError("svg-qua-nang")
        return found


def _winning(told: Iterable[_Told]) -> Values:
    best: _Told = {}
    for one in told:
        for name, value in one.items():
            if name not in best or best[name][:2] <= value[:2]:
                best[name] = value
    return {name: value for name, (_, _, value) in best.items()}


def _part(written: str) -> _Part | None:
    """One part of a selector; None where it is of another kind."""
    found = _SELECTOR.match(written)
    if found is None:
        return None
    return _Part((found[1] or "").removeprefix("*"), frozenset(_ENDING.findall(found[2])))


def _weight(parts: Sequence[_Part]) -> _Weight:
    endings = [one[0] for part in parts for one in part.endings]
    return endings.count("#"), endings.count("."), sum(one.name != "" for one in parts)


def _endings(attributes: Mapping[str, str]) -> list[str]:
    """The classes and the id of an element, as selectors name them."""
    endings = [f".{one}" for one in set(attributes.get("class", "").split())]
    return [*endings, f"#{attributes['id']}"] if "id" in attributes else endings


def declarations(style: str, followed: Collection[str]) -> Declared:
    """What a style says of the properties that are `followed`, and browsers do not leave out."""
    found = Declared()
    for one in style.split(";") if style else ():
        name, _, value = one.lower().partition(":")
        name = name.strip()
        if name in followed:
            value = value.strip()
            plain = value.removesuffix("important").rstrip()
            is_important = plain.endswith("!") and plain != value
            value = plain[:-1].rstrip() if is_important else value
            if is_known(name, value, is_attribute=False):
                (found.important if is_important else found.plain)[name] = value
    return found
