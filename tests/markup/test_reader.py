"""Our stages of Markdown make of every text what those of the library make of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from unittest import mock

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor
from msgspec.structs import replace

from benchmarks.corpus import corpus_files
from plugins.languages.language import LANGS, Lang
from plugins.markup import convert
from plugins.markup.body import Body
from plugins.markup.convert import Converter
from plugins.markup.inline import InlineStage
from plugins.markup.reader import Extensions, library_reader, reader
from tests.conftest import ROOT
from tests.fuzz.documents import random_markup

PATH = "articles/thu/index.vi.md"
# Signs of every kind, whole and broken, that stand beside one another as they may.
PARTS = [
    *("*", "**", "***", "_", "__", "`", "``", "\\", "\\*", "\\[", "[", "]", "(", ")", "![", "!"),
    *("[^1]", "[^a]", "[^1]: ", "\n[^a]: x", "[a]: /u 'T'", '\n[a]: <x y> "t"', "[a]", "[a][]"),
    *("[b][a]", "![a][a]", "![x](y 'z')", "[x](y)", "[x](<y z> 't')", "<", ">", "&", "&amp;"),
    *("&#38;", "&#2;", "& ", "&#9", "<b>", "</b>", "<br>", "<p>", "</p>", "<div>", "</div>"),
    *("<!-- c -->", "<http://a.b/c>", "<a@b.c>", "<http://a\\*b>", "<http://`a`>", "</", "/>"),
    *("  \n", "\n", "\n\n", "\n\n", "\n    ", "\n        ", "- ", "* ", "1. ", "3) ", "+ ", "> "),
    *("# ", "## ", "#", "###### x #", "===", "---", "\n---\n", "\n===\n", "***\n", "|", "\n|-|\n"),
    *("a | b\n--|--\n1 | 2\n", ":   ", "\n:   d", "*[AB]: long", "AB", "[TOC]", "\n\n[TOC]\n\n"),
    *(
        "/// comparison | x\n///\n",
        "/// comparison | y\n",
        "///",
        "\n///\n",
        "/// z",
        "~~~ py\n~~~",
    ),
    *("```\ncode\n```\n", "```", "chữ", "word", "một hai", "x", " ", "\t", "\r\n", "\x02", "\x03"),
    *("klzzwxh:0001", "\x02klzzwxh:0000\x03", "wzxhzdk:0", "{filename}a", "'", '"', "@", "://"),
    *(
        "a_b_c",
        "*a*b*",
        "**a*b**",
        "\xa0",
        "\u3000",
        "<![CDATA[x]]>",
        "<?php ?>",
        "<pre>",
        "</pre>",
    ),
]
# Lines that mean something by how they begin, beside those that mean nothing.
LINES = [
    *(
        "chữ",
        "một hai.",
        "",
        "",
        "",
        "===",
        "---",
        "# a",
        "#b",
        "- a",
        "+ b",
        "1. a",
        "2024. b",
        "***",
    ),
    *(
        "> a",
        ":   a",
        "    a",
        "  a",
        "        a",
        "[a]: b",
        "[^a]: b",
        "*[chữ]: a",
        "a | b",
        "--|--",
    ),
    *(
        "| a |",
        "|---|",
        "/// comparison | x",
        "///",
        "```",
        "_ _ _",
        "* a",
        "[TOC]",
        "   - a",
        "| /// |",
        "| `file:///a` | b |",
        "a  ",
    ),
]
# The codes that only our own stages tell.
OURS = ("o-bang-", "dau-sao-mat", "so-muc-doi")
NESTED = {
    "links": "[a " * 400 + "](x)" * 400,
    "emphasis": "*a **b " * 400 + "c** d*" * 400,
    "quotes": "> " * 40 + "a",
    "lists": "\n".join("    " * depth + "- a" for depth in range(40)),
    "definitions": "".join("    " * n + "a\n" + "    " * n + ":   b\n\n" for n in range(40)),
    "deeper": "*a **b " * 2000 + "c** d*" * 2000,
}


def written(folder: Path) -> Iterator[str]:
    """The Markdown below `folder`, that of bad inputs too."""
    yield from (path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md")))
    for path in sorted(folder.rglob("*.yaml")):
        case = yaml.load(path.read_text(encoding="utf-8"), yaml.SafeLoader)
        files = case.get("files", {}) if isinstance(case, dict) else {}
        yield from (
            text for name, text in files.items() if name.endswith(".md") and isinstance(text, str)
        )


def by_ours(converter: Converter, text: str) -> Body:
    """What `text` is converted to, without the faults that the library's stages cannot tell."""
    body = converter.convert(text, PATH)
    known = tuple(one for one in body.faults if not one.code.startswith(OURS))
    return replace(body, faults=known)


def by_library(lang: Lang, text: str) -> Body:
    """What `text` is converted to with the library's stages."""
    with mock.patch.object(convert, "reader", library_reader):
        return Converter(lang).convert(text, PATH)


@pytest.mark.parametrize("folder", ["content", "tests/markup/cases", "tests/bad_inputs"])
def test_what_is_written_here_is_converted_as_by_the_library(folder: str) -> None:
    """Real content, the golden cases and all bad inputs have the same bodies."""
    texts = list(written(ROOT / folder))
    converter = Converter("vi")

    assert texts
    for text in texts:
        assert by_ours(converter, text) == by_library("vi", text)


@pytest.mark.parametrize("lang", LANGS)
def test_a_generated_corpus_is_converted_as_by_the_library(lang: Lang) -> None:
    """Tables, lists, quotes and directives as editors write them have the same bodies."""
    converter = Converter(lang)
    for name, text in corpus_files(20):
        if name.endswith(f".{lang}.md"):
            assert by_ours(converter, text) == by_library(lang, text)


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=40).map("".join))
@settings(max_examples=500, derandomize=True, deadline=None)
def test_signs_in_any_order_are_converted_as_by_the_library(text: str) -> None:
    """No row of special signs leads to another body."""
    assert by_ours(Converter("vi"), text) == by_library("vi", text)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12).map("\n".join))
@settings(max_examples=500, derandomize=True, deadline=None)
def test_lines_in_any_order_are_converted_as_by_the_library(text: str) -> None:
    """Nor does any row of blocks."""
    assert by_ours(Converter("vi"), text) == by_library("vi", text)


@given(st.integers(0, 2**32))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_hostile_markup_is_converted_as_by_the_library(seed: int) -> None:
    """Neither do broken elements."""
    text = random_markup(Random(seed))

    assert by_ours(Converter("vi"), text) == by_library("vi", text)


@pytest.mark.parametrize("name", NESTED)
def test_what_is_nested_deep_gets_the_verdict_of_the_library(name: str) -> None:
    """The same depth is converted, and the same is refused."""
    text = NESTED[name]

    assert by_ours(Converter("vi"), text) == by_library("vi", text)


def test_both_ways_are_taken() -> None:
    """What is compared is not one reader with itself."""
    ours, theirs = (make(Extensions.of("vi")) for make in (reader, library_reader))

    assert isinstance(ours.treeprocessors["inline"], InlineStage)
    assert isinstance(theirs.treeprocessors["inline"], InlineProcessor)
