"""A comparison that a test changes, read as the build reads it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.base.files import content_tree
from plugins.base.problems import Problem, Problems
from plugins.comparisons.load import load_comparisons
from plugins.comparisons.model import Comparison
from plugins.languages.language import LANGS, Lang
from plugins.markup.convert import Converter

SOURCES = ("bao", "luat", "so-lieu")


@dataclass(frozen=True)
class Reading:
    """What was read from one file."""

    found: Mapping[str, Comparison]
    problems: tuple[Problem, ...]

    @property
    def comparison(self) -> Comparison:
        """The comparison, when there is no fault in it."""
        assert self.codes == []
        return next(iter(self.found.values()))

    @property
    def codes(self) -> list[tuple[str, int]]:
        """The code and the line of every problem."""
        return [(problem.code, problem.line) for problem in self.problems]


Read = Callable[[str], Reading]
ReadCell = Callable[[str], Reading]


@pytest.fixture(scope="session")
def converters() -> Mapping[Lang, Converter]:
    """The converters of both languages."""
    return {lang: Converter(lang) for lang in LANGS}


@pytest.fixture
def read(tmp_path: Path, converters: Mapping[Lang, Converter]) -> Read:
    """Reads the text of a file `comparisons/bang.yaml`."""

    def reading(text: str) -> Reading:
        path = tmp_path / "comparisons/bang.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        problems = Problems()
        tree = content_tree(tmp_path, problems)
        found, _ = load_comparisons(tree, SOURCES, converters, problems)
        return Reading(found, tuple(problems))

    return reading


@pytest.fixture
def read_cell(read: Read) -> ReadCell:
    """Reads a comparison whose first cell, on line 9, is given."""

    def reading(cell: str) -> Reading:
        return read(f"""\
title: {{vi: Bảng mẫu, en: Sample table}}
options:
  a: {{vi: Cách A, en: Way A}}
  b: {{vi: Cách B, en: Way B}}
criteria:
  - id: phi
    label: {{vi: Phí, en: Fee}}
    cells:
      a: {cell}
      b: {{unknown: true}}
""")

    return reading
