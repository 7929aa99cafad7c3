"""What the wall against spam reads of each file besides its body, and on which line it stands."""

from __future__ import annotations

import re
from typing import Any, Final

from plugins.articles.places import is_picture
from plugins.articles.spoken import Lines
from plugins.base.files import ContentTree
from plugins.base.located import Located, LocatedYamlError, Location, load_located
from plugins.base.problems import Problems
from plugins.comparisons.model import Comparison
from plugins.languages.text import slugify
from plugins.markup.suspects import suspects
from plugins.markup.words import both_texts
from plugins.pictures.svg_words import svg_texts
from plugins.spam.inspect import Finding
from plugins.spam.lines import SentenceLines

# A value that is an address, an id or a file's name, and no words of a sentence.
_NAME: Final = re.compile(r"\S*[-_/:.]\S*\Z")
_MOST_PICTURE_BYTES: Final = 5_000_000


def in_data(tree: ContentTree, path: str) -> list[tuple[int, Finding]]:
    """The findings in a data file; a broken one is told where it is read."""
    text = tree.read_text(path, Problems())
    try:
        located = load_located(text or "")
    except LocatedYamlError:
        return []
    lines = Lines()
    _add_values(lines, located.data, ())
    lines.add_name((), _own_name(path, located))
    return [(located.line(place), one) for place, one in lines.findings()]


def _add_values(lines: Lines, data: Any, at: Location) -> None:
    """Add every text and key in plain data."""
    if isinstance(data, str):
        add = lines.add_name if _NAME.match(data) else lines.add
        add(at, data)
    elif isinstance(data, list):
        for index, item in enumerate(data):
            _add_values(lines, item, (*at, index))
    elif isinstance(data, dict):
        for key, item in data.items():
            # An id that is only its label without marks is judged with it.
            if key not in lines.names and not ("-" in key and key in _slugs(item)):
                lines.add_name((*at, key), key)
            _add_values(lines, item, (*at, key))


def _slugs(item: Any) -> set[str]:
    labels = item.values() if isinstance(item, dict) else [item]
    return {slugify(label) for label in labels if isinstance(label, str)}


def in_cells(tree: ContentTree, comparison: Comparison) -> list[tuple[int, Finding]]:
    """The findings in what Markdown makes of the cells of a table, and in their links."""
    cells = (cell for row in comparison.criteria for cell in row.cells)
    texts = [pieces for cell in cells for pieces in cell.texts.values()]
    # Words without markup are read with the values of the file.
    marked = (text for text in texts if len(text) > 1 or "<" in str(text))
    found = [one for text in marked for one in suspects(text, both_texts(text)[1], ())]
    if not found:
        return []
    lines = SentenceLines(tree.read_text(comparison.path, Problems()) or "")
    return [(1 + lines.above(one.sentence), one) for one in found]


def _own_name(path: str, located: Located) -> str:
    """The id that the name of a data file is, where it stands in addresses."""
    folder, _, name = path.partition("/")
    if folder == "portals":
        return name.partition("/")[0]
    title = located.data.get("title") if isinstance(located.data, dict) else None
    stem = name.removesuffix(".yaml")
    return "" if folder != "comparisons" or stem in _slugs(title) else stem


def in_picture(tree: ContentTree, path: str) -> list[tuple[int, Finding]]:
    """The findings in the name of a picture, and in what is written in an SVG picture."""
    lines = Lines()
    lines.add_name((1,), path.rpartition("/")[2])
    if path.lower().endswith(".svg"):
        data = tree.read_bytes(path, Problems(), _MOST_PICTURE_BYTES)
        for line, text in svg_texts(data or b""):
            lines.add((line,), text)
    return [(int(place[0]), one) for place, one in lines.findings()]


def in_file(tree: ContentTree, path: str) -> list[tuple[int, Finding]]:
    """The findings in a file that is no text."""
    if path.endswith(".yaml"):
        return in_data(tree, path)
    return in_picture(tree, path) if is_picture(path) else []
