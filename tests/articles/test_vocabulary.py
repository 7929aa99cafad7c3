"""Reading the vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.articles.vocabulary import Vocabulary, load_vocabulary
from plugins.base.files import content_tree
from plugins.base.problems import Problems


def load(folder: Path, text: str | None) -> tuple[Vocabulary | None, list[tuple[int, str]]]:
    """The vocabulary of a text (None writes none), and line and code of every fault."""
    if text is not None:
        (folder / "vocabulary.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    vocabulary = load_vocabulary(content_tree(folder, problems), problems)
    return vocabulary, [(one.line, one.code) for one in problems]


def test_categories_and_tags_are_names_by_id(tmp_path: Path) -> None:
    """In one language or both."""
    text = "categories:\n  dat-dai: {vi: Đất đai, en: Land}\ntags:\n  thue: thuế\n"
    vocabulary, faults = load(tmp_path, text)

    assert faults == []
    assert vocabulary is not None
    assert vocabulary.categories["dat-dai"].text("en") == "Land"
    assert vocabulary.tags["thue"].get("en") == ("thuế", "vi")


@pytest.mark.parametrize("text", ["", "categories: {}\n"])
def test_a_vocabulary_may_be_empty(tmp_path: Path, text: str) -> None:
    """A portal may have pages only."""
    assert load(tmp_path, text) == (Vocabulary(), [])


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (None, [(1, "tep-khong-doc")]),
        ("- a\n", [(1, "dang-sai")]),
        ("categories: [a]\n", [(1, "kieu-sai")]),
        ("tags:\ncategories:\n", [(1, "truong-rong"), (2, "truong-rong")]),
        ("categories:\n  a: {vi: x}\n  b: [y]\n", [(3, "kieu-sai")]),
        ("categories:\n  a: {}\n", [(2, "truong-rong")]),
        ("categories:\n  a: {vn: x}\n", [(2, "khoa-la")]),
        ("category:\n  a: x\n", [(1, "khoa-la")]),
        ("tags:\n  a: x\n  a: y\n", [(3, "khoa-trung")]),
    ],
)
def test_a_faulty_vocabulary_is_told(
    tmp_path: Path, text: str | None, faults: list[tuple[int, str]]
) -> None:
    """And counts as unknown, so that no text is blamed for it."""
    assert load(tmp_path, text) == (None, faults)


def test_a_name_that_is_no_id_is_told(tmp_path: Path) -> None:
    """It stands in addresses."""
    _, faults = load(tmp_path, "categories:\n  dat-dai: a\n  Đất đai: b\ntags:\n  ../x: c\n")

    assert faults == [(3, "ten-sai"), (5, "ten-sai")]
