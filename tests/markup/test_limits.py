"""How much a text may hold of what makes Markdown slow."""

from __future__ import annotations

import time

import pytest

from plugins.markup.convert import Converter

PATH = "articles/thu/index.vi.md"
SECONDS = 2.5
ROWS = "a | b\n--|--\n"
SLOW = {
    "brackets": ("[" * 4096, "long-qua-sau"),
    "list-signs": ("- " * 1024 + "x", "long-qua-sau"),
    "quote-signs": ("> " * 2000 + "x", "long-qua-sau"),
    "deep-list": ("".join("    " * depth + "- a\n" for depth in range(300)), "long-qua-sau"),
    "length": ("chữ nghĩa " * 140_000, "bai-qua-dai"),
    "rows": (ROWS + "1 | 2\n" * 10_000, "bang-qua-dai"),
    "equal-notes": ("x[^1] " * 2900 + "\n\n[^1]: a", "ky-hieu-qua-nhieu"),
    "tags": ("<a " * 10_000, "ky-hieu-qua-nhieu"),
    "cdata": ("<![CDATA[" * 3000, "ky-hieu-qua-nhieu"),
    "links": ("[a](" * 3000, "ky-hieu-qua-nhieu"),
    "pictures": ("![" * 3000, "ky-hieu-qua-nhieu"),
    "references": ("[x][" * 3000, "ky-hieu-qua-nhieu"),
    "short-forms": ("".join(f"*[A{n}]: b\n" for n in range(2000)), "ky-hieu-qua-nhieu"),
}
FAST = {
    "stars": "*" * 20_000,
    "bold": "**a " * 5000,
    "lines": "_a " * 10_000,
    "ticks": "".join("`" * n + " " for n in range(1, 300)),
    "ampersands": "&" * 20_000,
    "parentheses": "(" * 20_000,
    "bars": "|" * 1900,
    "equal-headings": "## Một\n\n" * 3000,
    "paragraphs": "Một đoạn văn dài vừa phải ở đây.\n\n" * 14_000,
    "one-paragraph": "chữ nghĩa " * 49_000,
    "spaces": " " * 100_000 + "a",
    "fences": "```\n" * 5000,
    "entities": "&#" * 10_000,
    "definitions": "".join("    " * n + "a\n" + "    " * n + ":   b\n\n" for n in range(60)),
}


@pytest.mark.parametrize("name", SLOW)
def test_what_would_take_long_is_refused(name: str) -> None:
    """At once, with the same words on every machine."""
    text, code = SLOW[name]
    started = time.process_time()

    body = Converter("vi").convert(text, PATH)

    assert [one.code for one in body.faults] == [code]
    assert body.pieces == ()
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("name", FAST)
def test_other_floods_are_read_in_time(name: str) -> None:
    """Signs by the thousand that Markdown reads at once are converted, or told in time."""
    started = time.process_time()

    Converter("vi").convert(FAST[name], PATH)

    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("count", [1999, 2000])
def test_a_long_table_is_read(count: int) -> None:
    """Two thousand rows beside its head are a table."""
    body = Converter("vi").convert(ROWS + "1 | 2\n" * count, PATH)

    assert body.faults == ()
    assert body.pieces


def test_a_table_that_is_too_long_is_told_where_it_begins() -> None:
    """The line is that of its head."""
    body = Converter("vi").convert("Chữ.\n\n" + ROWS + "1 | 2\n" * 2001, PATH)

    assert [(one.code, one.line, one.value) for one in body.faults] == [("bang-qua-dai", 3, "2000")]


def test_what_is_too_much_in_a_cell_is_not_shown() -> None:
    """A short text has no pieces then, so that it is told."""
    converter = Converter("vi")

    assert converter.convert_inline("[" * 60, PATH) == ()
    assert converter.convert_inline("- " * 1024 + "x", PATH) == ()
    assert converter.convert_inline("a *b*", PATH) == ("a <em>b</em>",)
