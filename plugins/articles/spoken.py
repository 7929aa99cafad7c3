"""What the wall against spam reads of a text besides its body, and on which line it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from msgspec import Struct, field

from plugins.articles.front_matter import NewsFields, PageFields, head_of, title_slug
from plugins.base.located import Location, load_located
from plugins.spam.addresses import address_lines
from plugins.spam.inspect import Finding, inspect, inspect_names
from plugins.spam.lines import SentenceLines

_LINE: Final = re.compile(r"\s*\n\s*")


class Lines(Struct):
    """Texts that are read together, and names, each with its place in the file."""

    texts: list[str] = field(default_factory=list)
    places: list[Location] = field(default_factory=list)
    names: dict[str, Location] = field(default_factory=dict)

    def add(self, place: Location, text: str) -> None:
        """Add a text that stands at `place`."""
        self.texts.append(_LINE.sub(" ", text))
        self.places.append(place)

    def add_name(self, place: Location, name: str) -> None:
        """Add an address, an id or a file's name that stands first at `place`."""
        self.names.setdefault(name, place)

    def findings(self) -> Iterator[tuple[Location, Finding]]:
        """The findings in all that was added, each with its place."""
        joined = "\n".join(self.texts)
        for finding in inspect(joined):
            yield self.places[joined.count("\n", 0, finding.offset)], finding
        # All at once first: nearly all files have none.
        if inspect_names(self.names):
            for name, place in self.names.items():
                yield from ((place, finding) for finding in inspect_names([name]))


def heard_of(fields: PageFields | None) -> str:
    """All that `in_fields` inspects, in lines: where these are quiet it finds nothing."""
    if fields is None:
        return ""
    lines = _field_lines(fields)
    return "\n".join((*lines.texts, *chain.from_iterable(map(address_lines, lines.names))))


def in_fields(fields: PageFields | None, text: str) -> list[tuple[int, Finding]]:
    """The findings in the `fields` at the head of `text`, each with its line."""
    if fields is None:
        return []
    lines = _field_lines(fields)
    found = list(lines.findings())
    if not found:
        return []
    head, _ = head_of(text)
    located = load_located(head, first_line=2)
    # A long value may go on over several lines.
    words = SentenceLines(head)
    return [(max(located.line(place), 2 + words.above(one.sentence)), one) for place, one in found]


def _field_lines(fields: PageFields) -> Lines:
    lines, own = Lines(), title_slug(fields.title)
    lines.add(("title",), fields.title)
    lines.add(("summary",), fields.summary)
    if fields.slug and fields.slug != own:
        lines.add_name(("slug",), fields.slug)
    if isinstance(fields, NewsFields):
        lines.add(("author",), fields.author or "")
        for name in ("image_alt", "image_caption", "image_credit"):
            if value := getattr(fields, name):
                lines.add((name,), value)
        for alias in fields.aliases:
            parts = alias.removesuffix(".html").split("/")
            # One name: what its folders say together is told once.
            lines.add_name(("aliases",), "-".join(part for part in parts if part != own))
    return lines
