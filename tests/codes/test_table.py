"""The table of problem codes: complete, used, and filled with what its sentences ask for."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from plugins.base.terms import TERMS, TRANSLATED, Term
from plugins.codes.code import Code
from plugins.codes.table import CODES, TABLE

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
# What looks like a code: words without marks, joined by hyphens.
CODE_SHAPE = re.compile(r"[a-z]+(-[a-z0-9]+)+\Z")
# What English sentences may hold beside ASCII.
UNICODE_SIGNS = re.compile("[…⟨⟩]")
# The calls whose first text is a code.
REPORTING = {"add", "add_in", "refuse", "problem", "LocatedYamlError"}
# Given by the model that a validator belongs to.
ALWAYS_GIVEN = {"refuse": {"field"}}


def modules() -> Iterator[tuple[Path, ast.Module]]:
    """Every module of the plugins but the table itself."""
    for path in sorted(PLUGINS.glob("*/*.py")):
        if path.parent.name != "codes":
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def texts(node: ast.AST) -> set[str]:
    """All text constants below `node`."""
    return {
        one.value
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }


def reports() -> Iterator[tuple[str, str, str, set[str]]]:
    """Place, function, code, and the names of the values, where all of these are written out."""
    for path, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            given = {keyword.arg or "**" for keyword in node.keywords}
            if name not in REPORTING or "**" in given:
                continue
            for argument in node.args:
                for code in texts(argument) & CODES.keys():
                    yield f"{path.parent.name}/{path.name}:{node.lineno}", name, code, given


def wanted(code: Code) -> set[str]:
    """The values that the sentences of a code show; a suggestion may always be missing."""
    sentences = (
        sentence
        for both in code.texts()
        for text in both
        for sentence in (text.message, text.fix, text.fix_near)
    )
    fields = {field for one in sentences for _, field, *_ in Formatter().parse(one) if field}
    return fields - {"near"}


def test_no_code_stands_twice() -> None:
    """A second code of the same name would hide the first."""
    assert len(CODES) == len(TABLE)


def test_every_code_of_the_table_is_used() -> None:
    """A code that nothing reports does not stand in the editors' handbook."""
    used = set().union(*(texts(tree) for _, tree in modules()))

    assert CODES.keys() - used == set()


@pytest.mark.parametrize("function", ["add", "add_in", "refuse", "problem", "LocatedYamlError"])
def test_every_reported_code_stands_in_the_table(function: str) -> None:
    """What is reported under a code that is not there would end in a traceback."""
    missing = []
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and function in {
                getattr(node.func, "attr", ""),
                getattr(node.func, "id", ""),
            }:
                shaped = {
                    argument.value
                    for argument in node.args
                    if isinstance(argument, ast.Constant)
                    and isinstance(argument.value, str)
                    and CODE_SHAPE.match(argument.value)
                }
                missing += [f"{path.name}:{node.lineno} {one}" for one in shaped - CODES.keys()]

    assert missing == []


def test_every_report_gives_the_values_of_its_sentences() -> None:
    """A sentence with a value that is not given would end in a traceback."""
    lacking = [
        f"{place} [{code}] lacks {sorted(lacks)}"
        for place, function, code, given in reports()
        if (lacks := wanted(CODES[code]) - given - ALWAYS_GIVEN.get(function, set()))
    ]

    assert lacking == []


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
def test_both_languages_say_the_same_of_the_same_values(code: Code) -> None:
    """Message, cure and suggestion stand in both languages, with the same values."""
    pairs = (
        pair
        for both in code.texts()
        for pair in (
            (both.vi.message, both.en.message),
            (both.vi.fix, both.en.fix),
            (both.vi.fix_near, both.en.fix_near),
        )
    )
    for vi, en in pairs:
        values = [
            sorted({field or "" for _, field, *_ in Formatter().parse(one)}) for one in (vi, en)
        ]

        assert values[0] == values[1]
        assert bool(vi) == bool(en)
    assert all(both.vi.message and both.vi.fix for both in code.texts())


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
def test_sentences_are_whole(code: Code) -> None:
    """Each ends with a full stop or a question mark, in NFC, the Vietnamese with its marks."""
    for text in (text for both in code.texts() for text in both):
        for sentence in filter(None, (text.message, text.fix, text.fix_near)):
            assert sentence.endswith((".", "?", "https://…")), sentence
            assert unicodedata.is_normalized("NFC", sentence)
    for vi, en in code.texts():
        assert not f"{vi.message} {vi.fix}".isascii()
        assert UNICODE_SIGNS.sub("", f"{en.message} {en.fix}").isascii()


def test_every_special_case_is_reported() -> None:
    """Sentences for a case that no module names would stand there in vain."""
    used = set().union(*(texts(tree) for _, tree in modules()))

    assert {name for code in TABLE for name in code.special} - used == set()


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
def test_every_code_has_an_example(code: Code) -> None:
    """It is one short line in NFC, and that of no other code."""
    assert code.example.strip() == code.example != ""
    assert code.example.isprintable()
    assert len(code.example) <= 100
    assert unicodedata.is_normalized("NFC", code.example)
    assert [one.name for one in TABLE if one.example == code.example] == [code.name]


@pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)
def test_terms_stand_in_both_languages(term: Term) -> None:
    """A word of the program in a sentence is in the language of the sentence."""
    assert term.vi != term.en
    assert term.en.isascii()


def test_only_terms_are_translated() -> None:
    """Every value under a translated name that a module writes out is a term."""
    written = {
        keyword.value.value
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in REPORTING
        for keyword in node.keywords
        if keyword.arg in TRANSLATED and isinstance(keyword.value, ast.Constant)
    }

    assert written - TERMS.keys() == set()
