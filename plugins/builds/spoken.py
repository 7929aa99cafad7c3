"""What the wall against spam reads of each file besides its body, and on which line it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from plugins.articles.front_matter import NewsFields, PageFields, head_of, title_slug
from plugins.articles.load import Manuscript
from plugins.articles.places import is_picture
from plugins.base.files import ContentTree
from plugins.base.located import Located, LocatedYamlError, Location, load_located
from plugins.base.problems import Problems
from plugins.builds.lines import SentenceLines
from plugins.comparisons.model import Comparison
from plugins.languages.text import slugify
from plugins.markup.suspects import suspects
from plugins.pictures.svg_words import svg_texts
from plugins.spam.addresses import address_lines
from plugins.spam.inspect import Finding, inspect

_LINE: Final = re.compile(r"\s*\n\s*")
# A value that is an address, an id or a file's name, and no words of a sentence.
_NAME: Final = re.compile(r"[^\s]+\Z")
_MOST_PICTURE_BYTES: Final = 5_000_000


@dataclass(slots=True)
class Lines:
    """Lines that are read together, and where in the file each of them stands."""

    texts: list[str] = field(default_factory=list)
    places: list[Location] = field(default_factory=list)

    def add(self, place: Location, texts: Iterable[str]) -> None:
        """Add the lines that stand at `place`."""
        for text in texts:
            self.texts.append(_LINE.sub(" ", text))
            self.places.append(place)

    def findings(self) -> Iterator[tuple[Location, Finding]]:
        """The findings in all lines, each with its place."""
        joined = "\n".join(self.texts)
        for finding in inspect(joined):
            yield self.places[joined.count("\n", 0, finding.offset)], finding


def in_fields(tree: ContentTree, manuscript: Manuscript) -> list[tuple[int, Finding]]:
    """The findings in front matter, each with its line."""
    if manuscript.fields is None:
        return []
    lines = Lines()
    for name, texts in _field_texts(manuscript.fields):
        lines.add((name,), texts)
    found = list(lines.findings())
    if not found:
        return []
    head, _ = head_of(tree.read_text(manuscript.place.path, Problems()) or "")
    located = load_located(head, first_line=2)
    # A long value may go on over several lines.
    words = SentenceLines(head)
    return [(max(located.line(place), 2 + words.above(one.sentence)), one) for place, one in found]


def _field_texts(fields: PageFields) -> Iterator[tuple[str, Iterable[str]]]:
    own = title_slug(fields.title)
    yield "title", [fields.title]
    yield "summary", [fields.summary]
    if fields.slug and fields.slug != own:
        yield "slug", address_lines(fields.slug)
    if isinstance(fields, NewsFields):
        yield "author", [fields.author] if fields.author else []
        for alias in fields.aliases:
            parts = alias.removesuffix(".html").split("/")
            yield "aliases", [line for one in parts if one != own for line in address_lines(one)]


def in_data(tree: ContentTree, path: str) -> list[tuple[int, Finding]]:
    """The findings in a data file; a broken one is told where it is read."""
    text = tree.read_text(path, Problems())
    try:
        located = load_located(text or "")
    except LocatedYamlError:
        return []
    lines = Lines()
    for place, texts in _values(located.data, ()):
        lines.add(place, texts)
    lines.add((), _own_name(path, located))
    return [(located.line(place), one) for place, one in lines.findings()]


def _values(data: Any, at: Location) -> Iterator[tuple[Location, Iterable[str]]]:
    """Every text and key in plain data, with where it stands."""
    if isinstance(data, str):
        yield at, address_lines(data) if _NAME.match(data) else [data]
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _values(item, (*at, index))
    elif isinstance(data, dict):
        for key, item in data.items():
            # An id that is only its label without marks is judged with it.
            yield (*at, key), () if key in _slugs(item) else address_lines(key)
            yield from _values(item, (*at, key))


def _slugs(item: Any) -> set[str]:
    labels = item.values() if isinstance(item, dict) else [item]
    return {slugify(label) for label in labels if isinstance(label, str)}


def in_cells(tree: ContentTree, comparison: Comparison) -> list[tuple[int, Finding]]:
    """The findings in what Markdown makes of the cells of a table, and in their links."""
    cells = (cell for row in comparison.criteria for cell in row.cells)
    texts = [pieces for cell in cells for pieces in cell.texts.values()]
    # Words without markup are read with the values of the file.
    found = [one for text in texts if len(text) > 1 or "<" in str(text) for one in suspects(text)]
    if not found:
        return []
    lines = SentenceLines(tree.read_text(comparison.path, Problems()) or "")
    return [(1 + lines.above(one.sentence), one) for one in found]


def _own_name(path: str, located: Located) -> tuple[str, ...]:
    """The words of an id that the name of a data file is, where it stands in addresses."""
    folder, _, name = path.partition("/")
    if folder == "portals":
        return address_lines(name.partition("/")[0])
    title = located.data.get("title") if isinstance(located.data, dict) else None
    stem = name.removesuffix(".yaml")
    return () if folder != "comparisons" or stem in _slugs(title) else address_lines(stem)


def in_picture(tree: ContentTree, path: str) -> list[tuple[int, Finding]]:
    """The findings in the name of a picture, and in what is written in an SVG picture."""
    lines = Lines()
    lines.add((1,), address_lines(path.rpartition("/")[2]))
    if path.lower().endswith(".svg"):
        data = tree.read_bytes(path, Problems(), _MOST_PICTURE_BYTES)
        for line, text in svg_texts(data or b""):
            lines.add((line,), [text])
    return [(int(place[0]), one) for place, one in lines.findings()]


def in_file(tree: ContentTree, path: str) -> list[tuple[int, Finding]]:
    """The findings in a file that is no text."""
    if path.endswith(".yaml"):
        return in_data(tree, path)
    return in_picture(tree, path) if is_picture(path) else []
