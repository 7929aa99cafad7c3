"""What the style sheets and styles of an SVG picture say of its elements.

Selectors of one name, class or id are followed, also a class or an id with a name. Of any other
only that nobody can tell what the elements have that it may select.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from msgspec import Struct, field

from plugins.pictures.picture import PictureError
from plugins.pictures.svg_values import is_known

# Stands for a value that cannot be told.
UNKNOWN: Final = "?"
_SELECTOR = re.compile(r"(?:\*|[a-z][\w-]*)?(?:[.#][A-Za-z_-][\w-]*)?\Z", re.IGNORECASE)
_NAME = re.compile(r"[a-z][\w-]*", re.IGNORECASE)
_JOINTS = re.compile(r"[\s>+~]+")
_MOST_SELECTORS: Final = 5000

Values = dict[str, str]


class Declared(Struct, frozen=True):
    """Properties with their values; those marked as important win over all others."""

    plain: Values = field(default_factory=dict)
    important: Values = field(default_factory=dict)
    place: int = 0


class Sheets(Struct):
    """All rules that say something of the properties that are `followed`."""

    followed: Collection[str]
    rules: dict[str, Declared] = field(default_factory=dict)
    unsure: dict[str, dict[str, str]] = field(default_factory=dict)
    selectors: int = 0

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
                    self._add(selector, declared)

    def of(self, name: str, attributes: Mapping[str, str]) -> Values:
        """The followed properties of an element in small letters, as a browser finds them."""
        written = (
            (one, attributes[one].strip().lower()) for one in attributes if one in self.followed
        )
        found = {one: value for one, value in written if is_known(one, value, is_attribute=True)}
        style = declarations(attributes.get("style", ""), self.followed)
        rules = self._rules(name, attributes) if self.rules else []
        for one in rules:
            found.update(one.plain)
        found.update(style.plain)
        for one in rules:
            found.update(one.important)
        if self.unsure:
            found.update(self.unsure.get("*", {}) | self.unsure.get(name, {}))
        found.update(style.important)
        return found

    def _add(self, selector: str, declared: Declared) -> None:
        if not _SELECTOR.match(selector):
            doubts = self.unsure.setdefault(_last_name(selector), {})
            doubts.update(dict.fromkeys((*declared.plain, *declared.important), UNKNOWN))
            return
        key = selector.removeprefix("*") or "*"
        known = self.rules.get(key, Declared())
        self.rules[key] = Declared(
            known.plain | declared.plain, known.important | declared.important, self.selectors
        )

    def _rules(self, name: str, attributes: Mapping[str, str]) -> list[Declared]:
        """The rules of an element, the weightiest last."""
        classes = set(attributes.get("class", "").split())
        of_classes = self._known(f".{one}" for one in classes)
        of_classes += self._known(f"{name}.{one}" for one in classes)
        of_classes.sort(key=lambda one: one.place)
        own = attributes.get("id", "")
        return [
            *self._known(("*", name)),
            *of_classes,
            *self._known((f"#{own}", f"{name}#{own}")),
        ]

    def _known(self, selectors: Iterable[str]) -> list[Declared]:
        return [self.rules[one] for one in selectors if one in self.rules]


def _last_name(selector: str) -> str:
    """The name of the elements that a selector with several parts may select, or `*`."""
    name = _NAME.match(_JOINTS.split(selector)[-1])
    # What stands in quotation marks may look like a part of its own.
    return name[0] if name and "[" not in selector else "*"


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
